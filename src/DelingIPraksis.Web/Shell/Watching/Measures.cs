using System.Diagnostics.Metrics;

namespace DelingIPraksis.Web.Shell.Watching;

/// <summary>
/// The service's own measures. They cost next to nothing when nobody listens, and have figures and closed lists of words only: never a
/// name, an address, an id or anything that somebody wrote. <c>docs/watching.md</c> says what each is.
/// </summary>
internal static class Measures
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "DelingIPraksis";

    private static readonly Meter _meter = new(Name);

    /// <summary>Connected circuits: pages that are open and live.</summary>
    public static UpDownCounter<int> Circuits { get; } = _meter.CreateUpDownCounter<int>("deling.circuits", "{circuit}");

    /// <summary>Rooms in memory: gatherings in use.</summary>
    public static UpDownCounter<int> Rooms { get; } = _meter.CreateUpDownCounter<int>("deling.rooms", "{room}");

    /// <summary>Notes that were stored.</summary>
    public static Counter<int> Notes { get; } = _meter.CreateCounter<int>("deling.notes", "{note}");

    /// <summary>Changes that were refused, by the reason.</summary>
    public static Counter<int> Refusals { get; } = _meter.CreateCounter<int>("deling.refusals", "{change}");

    /// <summary>Changes that wait for their turn in a room.</summary>
    public static UpDownCounter<int> Queue { get; } = _meter.CreateUpDownCounter<int>("deling.queue", "{change}");

    /// <summary>News that were handed to screens.</summary>
    public static Counter<int> Deliveries { get; } = _meter.CreateCounter<int>("deling.deliveries", "{delivery}");

    /// <summary>From when a change was stored until a screen had taken the news.</summary>
    public static Histogram<double> ToScreen { get; } = _meter.CreateHistogram<double>("deling.to_screen", "s");

    /// <summary>How long the database took to make a transaction durable.</summary>
    public static Histogram<double> Commit { get; } = _meter.CreateHistogram<double>("deling.commit", "s");
}
