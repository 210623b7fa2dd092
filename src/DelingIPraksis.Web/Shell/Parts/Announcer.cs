namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Says something to those who listen to the page instead of looking at it. One for each circuit; <see cref="LiveRegion"/> is its voice.
/// Only for what changes by itself: phase, time, a partner's feedback. Never for each keystroke.
/// </summary>
public sealed class Announcer
{
    public event Action<string>? Announced;

    public void Say(string words)
    {
        if (!string.IsNullOrWhiteSpace(words))
            Announced?.Invoke(words);
    }
}
