using System.Collections.Immutable;
using System.Text.Json.Serialization;
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

    /// <summary>The pairs of the round everybody is in, which everybody has been told.</summary>
    public ImmutableList<Pair> Pairs { get; init; } = [];

    /// <summary>The pairs of the other rounds, by round: those that are held, and those that everybody has been told of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<int, ImmutableList<Pair>>? OtherRounds { get; init; }

    /// <summary>The pairs proposed to the facilitator, not told to anybody yet; empty when there is no proposal.</summary>
    public ImmutableList<Pair> Proposal { get; init; } = [];

    /// <summary>The pairs proposed for the rounds after the one everybody is in, in order; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<ImmutableList<Pair>>? ProposedLater { get; init; }

    /// <summary>The pairs that the parties have been shown before the gathering, each its own; null when none are shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableList<Pair>? Preview { get; init; }

    /// <summary>What the parties have said of partners they were shown, also of those they no longer have; null when none has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<Id<Party>, PartnerAnswer>? PartnerAnswers { get; init; }

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
    /// <remarks>In a later round only the phases of that round count: each round has its own exchange.</remarks>
    public bool HasReached(PhaseKind kind, Pair? pair = null) =>
        Plan.Take(Math.Max(Furthest, pair?.Furthest ?? -1) + 1).Skip(StartOf(Round)).Any(phase => phase.Kind >= kind);

    /// <summary>How many rounds the plan has, from 1.</summary>
    [JsonIgnore]
    public int Rounds => RoundAt(Plan.Count - 1) + 1;

    /// <summary>The round everybody is in, from 0.</summary>
    [JsonIgnore]
    public int Round => RoundAt(Position);

    /// <summary>How many rounds have begun, from 1.</summary>
    [JsonIgnore]
    public int RoundsBegun => RoundAt(Math.Max(Furthest, Position)) + 1;

    /// <summary>The round of a place in the plan, from 0.</summary>
    public int RoundAt(int place) => RoundAt(Plan, place);

    /// <summary>The round of a place in a plan, from 0. Before the plan begins it is the first.</summary>
    public static int RoundAt(IReadOnlyList<Phase> plan, int place) => plan.Take(place + 1).Skip(1).Count(phase => phase.NewRound);

    /// <summary>The pairs of a round, held or to come; empty when there are none yet.</summary>
    public ImmutableList<Pair> PairsIn(int round) => round == Round ? Pairs : OtherRounds?.GetValueOrDefault(round) ?? [];

    /// <summary>The pairs of the rounds after the one everybody is in, in order; null when none has any.</summary>
    [JsonIgnore]
    public ImmutableList<ImmutableList<Pair>>? LaterRounds =>
        OtherRounds?.Keys.Where(round => round > Round).DefaultIfEmpty().Max() is > 0 and var last
            ? [.. Enumerable.Range(Round + 1, last - Round).Select(PairsIn)]
            : null;

    /// <summary>The pairs of all rounds that have begun, the first round first.</summary>
    [JsonIgnore]
    public IEnumerable<Pair> AllPairs => Enumerable.Range(0, RoundsBegun).SelectMany(PairsIn);

    /// <summary>The pair that a party is in in a round, or null.</summary>
    public Pair? PairOf(Id<Party> party, int round) => PairsIn(round).Find(pair => pair.Members.Contains(party));

    private int StartOf(int round) => round == 0 ? 0 : Enumerable.Range(0, Plan.Count).First(place => RoundAt(place) == round);

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
