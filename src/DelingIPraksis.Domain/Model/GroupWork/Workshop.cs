using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>The live group work («gruppearbeid», «Deling i praksis») inside a gathering.</summary>
public sealed record Workshop
{
    /// <summary>Before anything is planned.</summary>
    public static readonly Workshop None = new();

    /// <summary>The topic of the group work, such as «sirkulærøkonomi».</summary>
    public PlainText Theme { get; init; }

    /// <summary>The phases planned, in order.</summary>
    public ImmutableList<Phase> Plan { get; init; } = [];

    /// <summary>Where in the plan everybody is; -1 before it has begun.</summary>
    public int Position { get; init; } = -1;

    /// <summary>
    /// The furthest place in the plan that has been reached. What is opened there stays open when everybody is moved back.
    /// </summary>
    public int Furthest { get; init; } = -1;

    /// <summary>The clock of the phase, or null before it has begun and after it has ended.</summary>
    public PhaseClock? Clock { get; init; }

    /// <summary>When the group work was ended, UTC, or null.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The pairs everybody has been told.</summary>
    public ImmutableList<Pair> Pairs { get; init; } = [];

    /// <summary>The pairs proposed to the facilitator, not told to anybody yet; empty when there is no proposal.</summary>
    public ImmutableList<Pair> Proposal { get; init; } = [];

    /// <summary>The facilitator's wishes for the pairing.</summary>
    public ImmutableList<PairWish> Wishes { get; init; } = [];

    /// <summary>What each party has written.</summary>
    public ImmutableSortedDictionary<Id<Party>, PartyWork> Work { get; init; } = ImmutableSortedDictionary<Id<Party>, PartyWork>.Empty;

    /// <summary>Who leads now, among those who may lead, or null when nobody has taken the lead.</summary>
    public Id<User>? Lead { get; init; }

    /// <summary>What is shown on the wall.</summary>
    public WallShow Wall { get; init; } = WallShow.Counts;

    /// <summary>The facilitator's messages to all, in order.</summary>
    public ImmutableList<Message> Messages { get; init; } = [];

    /// <summary>The phase everybody is in, or null before it has begun.</summary>
    public Phase? Phase => PlaceOf(null).Phase;

    /// <summary>Where a pair is: at its own place, or where everybody is. Null gives everybody's place.</summary>
    public Place PlaceOf(Pair? pair) => pair?.Own is { } own ? At(own.Position, own.Clock) : At(Position, Clock);

    /// <summary>Whether everybody, or this pair alone, has reached a phase of this kind or of a later kind.</summary>
    public bool HasReached(PhaseKind kind, Pair? pair = null) =>
        Plan.Take(Math.Max(Furthest, pair?.Furthest ?? -1) + 1).Any(phase => phase.Kind >= kind);

    private Place At(int position, PhaseClock? clock) =>
        new(position, position >= 0 && position < Plan.Count ? Plan[position] : null, clock);

    /// <summary>The pair that a party is in, among those everybody has been told, or null.</summary>
    public Pair? PairOf(Id<Party> party) => Pairs.Find(pair => pair.Members.Contains(party));

    /// <summary>What a party has written, or nothing yet.</summary>
    public PartyWork WorkOf(Id<Party> party) => Work.TryGetValue(party, out var work) ? work : PartyWork.Nothing(party);
}

/// <summary>A place in the plan, of everybody or of one pair.</summary>
/// <param name="Position">Which place; -1 before it has begun.</param>
/// <param name="Phase">The phase there, or null.</param>
/// <param name="Clock">The clock there, or null.</param>
public readonly record struct Place(int Position, Phase? Phase, PhaseClock? Clock);
