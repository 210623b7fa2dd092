namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Announces text to screen readers, through <see cref="LiveRegion"/>. There is one for each circuit. Use it only for what changes by
/// itself: phase, time, a partner's feedback. Never use it for each keystroke.
/// </summary>
public sealed class Announcer
{
    public event Action<string>? Announced;

    /// <summary>The key of what is counted, how many more, and the text for a number of them.</summary>
    public event Action<string, int, Func<int, string>>? Counted;

    /// <summary>
    /// Announces how many of something have come. Those that come while the first is waiting are included, so that fast writing gives «3
    /// nye lapper» and not three messages.
    /// </summary>
    public void Count(string what, int more, Func<int, string> words) => Counted?.Invoke(what, more, words);

    public void Say(string words)
    {
        if (!string.IsNullOrWhiteSpace(words))
            Announced?.Invoke(words);
    }
}
