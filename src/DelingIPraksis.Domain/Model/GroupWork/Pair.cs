using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>Two parties that work together («par»), or three when the number is odd.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Members">
/// The parties in the order of their turns. Member i presents, and member i + 1 comments; the last is commented by the first.
/// </param>
/// <param name="Reasons">Why the solver put these together.</param>
public sealed record Pair(Id<Pair> Id, ImmutableList<Id<Party>> Members, ImmutableList<PairingReason> Reasons)
{
    /// <summary>Whose turn it is, as an index into <see cref="Members"/>.</summary>
    public int Turn { get; init; }

    /// <summary>How long the phase had run when the turn began.</summary>
    public TimeSpan TurnBegan { get; init; }

    /// <summary>The pair's own place and clock, when the facilitator has moved it by itself; null while it follows everybody.</summary>
    public PairPosition? Own { get; init; }

    /// <summary>
    /// The furthest place in the plan that it has reached by itself, or -1. What was opened for it there stays open when it follows
    /// everybody again.
    /// </summary>
    public int Furthest { get; init; } = -1;

    /// <summary>The round it works in, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Round { get; init; }

    /// <summary>Who presents now.</summary>
    public Id<Party> Presenter => Members[Turn];

    /// <summary>Who comments on what <paramref name="presenter"/> presents.</summary>
    public Id<Party> CommenterOf(Id<Party> presenter) => Members[(Members.IndexOf(presenter) + 1) % Members.Count];

    /// <summary>Whose presentation <paramref name="commenter"/> comments on.</summary>
    public Id<Party> PresenterFor(Id<Party> commenter) => Members[(Members.IndexOf(commenter) + Members.Count - 1) % Members.Count];

    /// <summary>The time left of the turn, when the phase is shared evenly among the members; negative when the time is up.</summary>
    public TimeSpan TurnRemaining(PhaseClock clock, DateTimeOffset now) => (clock.Total / Members.Count) - (clock.Elapsed(now) - TurnBegan);
}

/// <summary>The place and the clock of a pair that does not follow everybody.</summary>
/// <param name="Position">Its place in the plan.</param>
/// <param name="Clock">Its own clock.</param>
public sealed record PairPosition(int Position, PhaseClock Clock);

/// <summary>The facilitator's wish that two parties are paired, or never paired.</summary>
/// <param name="One">One of the two.</param>
/// <param name="Other">The other.</param>
/// <param name="Together">True: they are to be a pair. False: they are never to be.</param>
public sealed record PairWish(Id<Party> One, Id<Party> Other, bool Together)
{
    /// <summary>The round in which the two are to be a pair, from 0. That they are never to be one holds in all rounds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Round { get; init; }

    /// <summary>Whether the wish is about these two, in either order.</summary>
    public bool IsAbout(Id<Party> one, Id<Party> other) => (One == one && Other == other) || (One == other && Other == one);
}
