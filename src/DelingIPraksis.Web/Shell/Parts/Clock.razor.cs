using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// What is left of a phase, by the server's clock: it is told how much remained at a monotonic instant, never a time of day to compare with
/// the reader's own. It is never red, and never cuts anybody off.
/// </summary>
public partial class Clock : ComponentBase
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private (TimeSpan, long, bool, TimeSpan, bool, string?) _shown;
    private bool _changed;
    private long _remaining;

    /// <summary>What was left at <see cref="AsOf"/>; below zero when the time is already out.</summary>
    [Parameter, EditorRequired]
    public TimeSpan Remaining { get; set; }

    /// <summary>The instant <see cref="Remaining"/> was true, by <see cref="TimeProvider.GetTimestamp"/>; zero means now.</summary>
    [Parameter]
    public long AsOf { get; set; }

    [Parameter]
    public bool Paused { get; set; }

    /// <summary>The whole phase, for «igjen av 15 min»; zero leaves it out.</summary>
    [Parameter]
    public TimeSpan Total { get; set; }

    /// <summary>Says «fem minutter igjen» and «ett minutt igjen» through the page's live region.</summary>
    [Parameter]
    public bool Announce { get; set; } = true;

    /// <summary>Whether it is the time of a turn, so that what it says aloud is not mistaken for the phase.</summary>
    [Parameter]
    public bool Turn { get; set; }

    [Parameter]
    public string? Class { get; set; }

    protected override void OnParametersSet()
    {
        var shown = (Remaining, AsOf, Paused, Total, Announce, Class);
        _changed = shown != _shown;
        _shown = shown;
        if (!_changed)
            return;
        var since = Paused || AsOf == 0 ? TimeSpan.Zero : Time.GetElapsedTime(AsOf);
        _remaining = (long)(Remaining - since).TotalMilliseconds;
    }

    // The parent may render for many reasons; the clock is touched only when the time itself was changed.
    protected override bool ShouldRender() => _changed;

    private TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(0, _remaining));

    private string Figures
    {
        get
        {
            var seconds = (long)Math.Ceiling(Left.TotalSeconds);
            return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
        }
    }

    private string Of => Total > TimeSpan.Zero ? T["ClockOf", (int)Math.Round(Total.TotalMinutes)] : T["ClockLeft"];

    private string Words => (Paused, _remaining) switch
    {
        (true, _) => T["ClockPaused"],
        (_, <= 0) => T["ClockOver"],
        _ when Left <= Soon => T["ClockSoon"],
        _ => Of,
    };

    private string Spoken => T["ClockLabel", Figures];
}
