using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>Title, date, host and the other facts are set.</summary>
    /// <param name="Facts">The facts from now on.</param>
    /// <param name="Read">
    /// The facts that were read before these were written. With them two people can edit different fields at the same time without losing
    /// anything. Null when that does not matter.
    /// </param>
    [LogName("gathering-described")]
    public sealed record GatheringDescribed(GatheringFacts Facts, GatheringFacts? Read = null)
        : Change, IByOwner, IConcernsEverybody, IOfProgramme, IUndoable;

    // Blocks and talks are in the report and on no participant's screen, so they concern the staff only.

    /// <summary>A block is added at the end, or replaces the block with the same id, including all its talks.</summary>
    [LogName("block-put")]
    public sealed record BlockPut(Block Block) : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>
    /// The title, the introduction or the group work of a block is changed. Null leaves a value unchanged. The talks are not touched.
    /// </summary>
    [LogName("block-described")]
    public sealed record BlockDescribed(
        Id<Block> Block, PlainText? Title = null, PlainText? Introduction = null, bool? HasWorkshop = null)
        : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>A block is moved to a place in the programme, counted from 0.</summary>
    [LogName("block-moved")]
    public sealed record BlockMoved(Id<Block> Block, int Place) : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable
    {
        /// <summary>Whether it stands after the points of the group work from now on; null when that does not change.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? AfterPoints { get; init; }
    }

    /// <summary>The points of the group work are placed after the first parts of the programme: this many, from 0.</summary>
    [LogName("points-placed")]
    public sealed record PointsPlaced(int After) : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>A block is taken out of the programme.</summary>
    [LogName("block-removed")]
    public sealed record BlockRemoved(Id<Block> Block) : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>A talk is added at the end of a block, or replaces the talk with the same id, in whichever block that is.</summary>
    /// <param name="Block">The block it is added to.</param>
    /// <param name="Talk">The talk.</param>
    /// <param name="Read">
    /// The talk that was read before this was written. With it two people can edit different fields at the same time without losing
    /// anything. Null for a new talk.
    /// </param>
    [LogName("talk-put")]
    public sealed record TalkPut(Id<Block> Block, Talk Talk, Talk? Read = null) : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>A talk is moved to a place in a block, counted from 0.</summary>
    [LogName("talk-moved")]
    public sealed record TalkMoved(Id<Talk> Talk, Id<Block> Block, int Place) : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>A talk is taken out of its block and stands outside the blocks.</summary>
    /// <param name="Talk">The talk.</param>
    /// <param name="Block">The identity of its new place in the programme.</param>
    /// <param name="Place">The place in the programme, counted from 0.</param>
    /// <param name="AfterPoints">Whether it stands after the points of the group work.</param>
    [LogName("talk-set-apart")]
    public sealed record TalkSetApart(Id<Talk> Talk, Id<Block> Block, int Place, bool AfterPoints)
        : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>Who welcomed everybody is written, and the links to what they showed.</summary>
    /// <param name="Welcome">From now on.</param>
    /// <param name="Read">What was read before this was written, so that two people can edit different parts at the same time.</param>
    [LogName("welcome-described")]
    public sealed record WelcomeDescribed(Welcome Welcome, Welcome? Read = null)
        : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>
    /// The pairs of a gathering that was held without the group work of this tool are given by hand («disse satt sammen»). Refused while
    /// the group work runs.
    /// </summary>
    [LogName("pairs-recorded")]
    public sealed record PairsRecorded(ImmutableList<Pair> Pairs) : Change, IByOwner, IConcernsEverybody, IOfProgramme, IUndoable;

    /// <summary>The organiser says whether a party took part, or (null) leaves it to what the gathering shows.</summary>
    [LogName("party-attended")]
    public sealed record PartyAttended(Id<Party> Party, bool? TookPart) : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>A talk is taken out of the programme.</summary>
    [LogName("talk-removed")]
    public sealed record TalkRemoved(Id<Talk> Talk) : Change, IByOwner, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>A municipality, county or other organisation is invited.</summary>
    [LogName("party-invited")]
    public sealed record PartyInvited(Id<Party> Party, PlainText Name, string? RegisterNumber, PartyKind Kind, string? County)
        : Change, IByLeader, IConcernsEverybody, IOfProgramme, IUndoable;

    /// <summary>The facts of an invited party are corrected. Refused when the party has written anything.</summary>
    [LogName("party-renamed")]
    public sealed record PartyRenamed(Id<Party> Party, PlainText Name, string? RegisterNumber, PartyKind Kind, string? County)
        : Change, IByLeader, IConcernsEverybody, IOfProgramme, IUndoable;

    /// <summary>A party is no longer invited. Refused when somebody has joined or written for it, or it is in a pair.</summary>
    [LogName("party-withdrawn")]
    public sealed record PartyWithdrawn(Id<Party> Party) : Change, IByLeader, IConcernsEverybody, IOfProgramme, IUndoable;

    /// <summary>
    /// A party answers its invitation by its link, or those who lead write down what it said; null takes the answer away. Accepted until
    /// the day of the gathering is over or the group work has ended.
    /// </summary>
    /// <param name="Party">The party.</param>
    /// <param name="Answer">Its answer, or null.</param>
    /// <param name="Read">The answer that was read before; null when that does not matter.</param>
    [LogName("invitation-answered")]
    public sealed record InvitationAnswered(Id<Party> Party, Rsvp? Answer, RsvpRead? Read = null)
        : Change, IByLeader, IConcernsStaff, IOfProgramme, IUndoable;

    /// <summary>An account is made organiser, facilitator or observer, or (None) is no longer any of them.</summary>
    [LogName("staff-appointed")]
    public sealed record StaffAppointed(Id<User> User, Role Role) : Change, IByOwner, IConcernsEverybody, IOfProgramme, IUndoable;

    /// <summary>The theme and the phases of the group work are set.</summary>
    /// <param name="Theme">The theme from now on.</param>
    /// <param name="Plan">The phases from now on.</param>
    /// <param name="Read">
    /// What was read before this was written. With it two people can plan at the same time without losing anything. Null when that does not
    /// matter, and in old logs.
    /// </param>
    [LogName("workshop-planned")]
    public sealed record WorkshopPlanned(PlainText Theme, ImmutableList<Phase> Plan, PlanRead? Read = null)
        : Change, IByOwner, IConcernsEverybody, IOfProgramme, IUndoable;
}

/// <summary>The theme and the phases that were read before new ones were written.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Plan">The phases.</param>
public sealed record PlanRead(PlainText Theme, ImmutableList<Phase> Plan);
