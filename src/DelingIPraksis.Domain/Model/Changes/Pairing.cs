using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>Pairs are proposed to the facilitator, or (empty) the proposal is dropped. Nobody else is told.</summary>
    /// <param name="Pairs">The pairs of the round everybody is in.</param>
    /// <param name="Later">The pairs of the rounds after it, in order; null when the plan has one round, and in old logs.</param>
    [LogName("pairs-proposed")]
    public sealed record PairsProposed(
        ImmutableList<Pair> Pairs,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableList<ImmutableList<Pair>>? Later = null)
        : Change, IByLeader, IConcernsStaff, IOfConsole, IUndoable;

    /// <summary>
    /// Pairs are shown to the parties before the gathering, by their invitation links, or (empty) no longer. Each sees its own partner and
    /// may answer. They are not the pairs of the group work before <see cref="PairsShown"/>.
    /// </summary>
    [LogName("pairs-previewed")]
    public sealed record PairsPreviewed(ImmutableList<Pair> Pairs) : Change, IByLeader, IConcernsStaff, IOfConsole, IUndoable;

    /// <summary>A party accepts the partner it has been shown, or asks for another. The application has checked its link.</summary>
    /// <param name="Party">The party.</param>
    /// <param name="Partners">The partners that it read. Refused when it has got others since.</param>
    /// <param name="Accepts">Whether it accepts.</param>
    /// <param name="Reason">Why it asks for another; empty when it accepts.</param>
    [LogName("partner-answered")]
    public sealed record PartnerAnswered(Id<Party> Party, ImmutableList<Id<Party>> Partners, bool Accepts, PlainText Reason)
        : Change, IByApplication, IConcernsStaff;

    /// <summary>Two parties are wanted together, or never together, from the next proposal on.</summary>
    [LogName("pair-wished")]
    public sealed record PairWished(PairWish Wish) : Change, IByLeader, IConcernsStaff, IOfConsole, IUndoable;

    /// <summary>A wish is dropped.</summary>
    [LogName("pair-wish-dropped")]
    public sealed record PairWishDropped(Id<Party> One, Id<Party> Other) : Change, IByLeader, IConcernsStaff, IOfConsole, IUndoable;

    /// <summary>The proposal becomes the pairs, and everybody is told.</summary>
    [LogName("pairs-shown")]
    public sealed record PairsShown : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>
    /// The pairs become a proposal again, and nobody is in a pair. What was written stays with the party it was written for.
    /// </summary>
    [LogName("pairs-taken-back")]
    public sealed record PairsTakenBack : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;
}
