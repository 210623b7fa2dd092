using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// A summary of a held session, from its log: who was there, what each party did, and which phases took longer than planned. It helps to
/// plan the next one. Counts and times only, no texts.
/// </summary>
/// <param name="Parties">Each party, in the order they were invited.</param>
/// <param name="Phases">Each period in a phase that lasted at least <see cref="PhaseDuration.Shortest"/>, in order.</param>
/// <param name="Plan">The plan as it was at the end.</param>
public sealed record SessionSummary(ImmutableList<PartyActivity> Parties, ImmutableList<PhaseDuration> Phases, ImmutableList<Phase> Plan)
{
    /// <summary>How long the phases lasted in all, pauses included.</summary>
    public TimeSpan Took => Sum(Phases, stay => stay.Took);

    /// <summary>How long they were planned to last.</summary>
    public TimeSpan Planned => Sum(Phases, stay => stay.Planned);

    /// <summary>The planned duration of the whole plan, including skipped phases.</summary>
    public TimeSpan TotalPlanned => TimeSpan.FromMinutes(Plan.Sum(phase => phase.Minutes));

    /// <summary>How many phases of the plan were skipped.</summary>
    public int Skipped => Plan.Count(phase => Phases.TrueForAll(stay => stay.Kind != phase.Kind));

    /// <summary>Reads the whole log of a gathering.</summary>
    /// <param name="gathering">The gathering that the log folds to.</param>
    /// <param name="log">All its entries, in order.</param>
    /// <param name="now">UTC. The end of a phase that is still running.</param>
    public static SessionSummary Of(Gathering gathering, IReadOnlyList<Entry> log, DateTimeOffset now)
    {
        var firstJoined = log.Where(entry => entry.Change is PersonJoined)
            .GroupBy(entry => ((PersonJoined)entry.Change).Party)
            .ToDictionary(joined => joined.Key, joined => joined.First().At);
        var people = gathering
            .People.Values.Where(membership => !membership.Removed)
            .CountBy(membership => membership.Party)
            .ToDictionary();
        return new(
            [
                .. gathering.PartiesInOrder.Select(party =>
                    PartyActivity.Of(gathering, party, people.GetValueOrDefault(party.Id), firstJoined.GetValueOrDefault(party.Id))
                ),
            ],
            [.. PhaseDuration.In(log, now)],
            gathering.Workshop.Plan);
    }

    private static TimeSpan Sum(IEnumerable<PhaseDuration> stays, Func<PhaseDuration, TimeSpan> of) =>
        stays.Aggregate(TimeSpan.Zero, (sum, stay) => sum + of(stay));
}

/// <summary>What one party did.</summary>
/// <param name="Party">Which.</param>
/// <param name="People">How many took part for it.</param>
/// <param name="Arrived">When the first of them came, UTC; null when nobody did.</param>
/// <param name="Progress">How far it came, in figures.</param>
/// <param name="Partners">Its partners at the end.</param>
public sealed record PartyActivity(Party Party, int People, DateTimeOffset? Arrived, Progress Progress, ImmutableList<Party> Partners)
{
    /// <summary>Whether somebody joined for it.</summary>
    public bool Attended => Arrived is not null;

    internal static PartyActivity Of(Gathering gathering, Party party, int people, DateTimeOffset arrived) => new(
        party,
        people,
        arrived == default ? null : arrived,
        Progress.Of(gathering.Workshop.WorkOf(party.Id), gathering.Workshop),
        [
            .. (gathering.Workshop.PairOf(party.Id)?.Members ?? [])
                .Where(member => member != party.Id)
                .Select(member => gathering.Parties[member]),
        ]
    );
}
