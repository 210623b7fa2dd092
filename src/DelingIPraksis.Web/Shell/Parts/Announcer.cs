namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Says something to those who listen to the page instead of looking at it. One for each circuit; <see cref="LiveRegion"/> is its voice.
/// Only for what changes by itself: phase, time, a partner's feedback. Never for each keystroke.
/// </summary>
public sealed class Announcer
{
    public event Action<string>? Announced;

    /// <summary>What is counted, how many more, and the words for a number of them.</summary>
    public event Action<string, int, Func<int, string>>? Counted;

    /// <summary>
    /// Says how many of something have come. Those that come while the first waits to be said are said with it, so that somebody who writes
    /// fast is heard as «3 nye lapper» and not as a chatter.
    /// </summary>
    public void Count(string what, int more, Func<int, string> words) => Counted?.Invoke(what, more, words);

    public void Say(string words)
    {
        if (!string.IsNullOrWhiteSpace(words))
            Announced?.Invoke(words);
    }
}
