using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// Which parts of a gathering an entry changed. With it a new note wakes the screens of its pair and not a thousand others.
/// </summary>
/// <param name="Everybody">Whether every screen is concerned.</param>
/// <param name="Parties">The parties whose work it touched.</param>
public sealed record Impact(bool Everybody, ImmutableHashSet<Id<Party>> Parties)
{
    /// <summary>Every screen is concerned.</summary>
    public static readonly Impact OnEverybody = new(true, []);

    /// <summary>Only those who lead, own or follow are concerned.</summary>
    public static readonly Impact OnStaff = new(false, []);

    /// <summary>The impact of an accepted entry on the gathering after it. The change says it by its markers.</summary>
    public static Impact Of(Gathering after, Entry entry) => entry.Change switch
    {
        IConcernsStaff => OnStaff,
        IConcernsParties { Parties: { } parties } => On(parties),
        IConcernsPair { Pair: { } one } => On(after.Workshop.Pairs.Find(pair => pair.Id == one)?.Members ?? []),
        IConcernsOwnPair when after.PartyOf(entry.Actor) is { } party => On([.. after.Workshop.PairOf(party)?.Members ?? [], party]),
        IConcernsOwnParty change when after.PartyOf(entry.Actor) is { } party =>
            On(change.OtherParty is { } other ? [party, other] : [party]),
        _ => OnEverybody,
    };

    private static Impact On(IEnumerable<Id<Party>> parties) => new(false, [.. parties]);

    /// <summary>This impact and another.</summary>
    public Impact And(Impact other) => Everybody || other.Everybody ? OnEverybody : new(false, Parties.Union(other.Parties));
}
