using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// What is left of a phase, by the server's clock: it is told how much remained at a monotonic instant, never a time of day to compare with
/// the reader's own. Past zero it counts up and says so. It is never red, and never cuts anybody off.
/// </summary>
public partial class Clock : ComponentBase
{
    // Beyond an hour nobody counts: a page that is opened the next day says that the time is out, not by how many hours.
    private const int LongestOver = 3600;

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

    // Counted as js/shell/clock.js counts: a second that has begun is still left.
    private long Seconds => (long)Math.Ceiling(_remaining / 1000d);

    private string State => Seconds switch
    {
        > 60 => "running",
        > 0 => "soon",
        > -LongestOver => "over",
        _ => "out",
    };

    private string Figures => State switch
    {
        "over" => $"+{Minutes(-Seconds)}",
        "out" => Minutes(0),
        _ => Minutes(Seconds),
    };

    private static string Minutes(long seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    private string Of => Total > TimeSpan.Zero ? T["ClockOf", (int)Math.Round(Total.TotalMinutes)] : T["ClockLeft"];

    private string Words => Paused ? T["ClockPaused"] : State switch
    {
        "over" => T["ClockOver"],
        "out" => T["ClockOut"],
        "soon" => T["ClockSoon"],
        _ => Of,
    };

    private string Spoken => State switch
    {
        "over" => T["ClockLabelOver", Minutes(-Seconds)],
        "out" => T["ClockLabelOut"],
        _ => T["ClockLabel", Figures],
    };
}
