using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// Shows the remaining time of a phase, by the server's clock. The input is the remaining time at a monotonic instant, never a time of day
/// to compare with the user's clock. Past zero it counts up and says so. It is never red, and never stops anybody.
/// </summary>
public partial class Clock : ComponentBase
{
    // After an hour the exact time is not useful. A page that is opened the next day says that the time is out, not by how many hours.
    private const int LongestOver = 3600;

    private (TimeSpan, long, bool, TimeSpan, bool, string?) _shown;
    private bool _changed;
    private long _remaining;

    /// <summary>The time that was left at <see cref="AsOf"/>. Below zero when the time was already out.</summary>
    [Parameter, EditorRequired]
    public TimeSpan Remaining { get; set; }

    /// <summary>The instant when <see cref="Remaining"/> was true, by <see cref="TimeProvider.GetTimestamp"/>. Zero means now.</summary>
    [Parameter]
    public long AsOf { get; set; }

    [Parameter]
    public bool Paused { get; set; }

    /// <summary>The length of the phase, for «igjen av 15 min». Zero leaves it out.</summary>
    [Parameter]
    public TimeSpan Total { get; set; }

    /// <summary>Whether the live region announces «fem minutter igjen» and «ett minutt igjen».</summary>
    [Parameter]
    public bool Announce { get; set; } = true;

    /// <summary>Whether this is the time of a turn. The announcement then says so, because listeners may take it for the phase.</summary>
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

    // The parent may render for many reasons. The clock renders only when the time has changed.
    protected override bool ShouldRender() => _changed;

    // This must round as js/shell/clock.js does: a second that has begun is still left.
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
