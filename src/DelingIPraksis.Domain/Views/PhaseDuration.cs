using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>A period that everybody spent in a phase.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Planned">How long it was planned to last.</param>
/// <param name="Took">How long it lasted, pauses included.</param>
public sealed record PhaseDuration(PhaseKind Kind, TimeSpan Planned, TimeSpan Took)
{
    /// <summary>A shorter period is a wrong press, and its row would say 0 minutes.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    /// <summary>How many phases of the same kind stand before it in the plan.</summary>
    public int Nth { get; init; }

    /// <summary>How much longer than planned; negative when it was shorter.</summary>
    public TimeSpan Over => Took - Planned;

    /// <summary>The periods of a log that lasted at least <see cref="Shortest"/>, in order.</summary>
    /// <param name="log">All entries of a gathering, in order.</param>
    /// <param name="until">UTC. The end of a phase that is still running.</param>
    public static IEnumerable<PhaseDuration> In(IReadOnlyList<Entry> log, DateTimeOffset until) =>
        All(log, until).Where(stay => stay.Took >= Shortest);

    private static IEnumerable<PhaseDuration> All(IReadOnlyList<Entry> log, DateTimeOffset until)
    {
        ImmutableList<Phase> plan = [];
        (Phase Phase, int Nth, DateTimeOffset At)? open = null;
        foreach (var entry in log)
        {
            if (entry.Change is WorkshopPlanned planned) plan = planned.Plan;
            if (open is { } stay && entry.Change is PhaseEntered or WorkshopClosed)
            {
                yield return Stay(stay, entry.At);
                open = null;
            }

            if (entry.Change is PhaseEntered entered && entered.To >= 0 && entered.To < plan.Count)
                open = (plan[entered.To], PhaseKey.Of(plan, entered.To).Nth, entry.At);
        }

        if (open is { } last) yield return Stay(last, until);
    }

    // The server's clock may be set back.
    private static PhaseDuration Stay((Phase Phase, int Nth, DateTimeOffset At) open, DateTimeOffset until) =>
        new(open.Phase.Kind, TimeSpan.FromMinutes(open.Phase.Minutes), until > open.At ? until - open.At : TimeSpan.Zero)
        {
            Nth = open.Nth,
        };
}
