namespace DelingIPraksis.Domain.Gatherings;

/// <summary>A change as it stands in the log: everything the reducer needs, so that replay needs neither clock nor chance.</summary>
/// <param name="Sequence">Its place in the log of the gathering, from 1, without gaps.</param>
/// <param name="ChangeId">Made by the one who asked; the same id twice is the same change.</param>
/// <param name="At">When the room took it, UTC.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Change">What was asked.</param>
public sealed record Entry(long Sequence, Guid ChangeId, DateTimeOffset At, Actor Actor, Change Change);

/// <summary>What the rules say of an entry.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The entry stands, and this is the gathering after it.</summary>
    public sealed record Accepted(Gathering Gathering) : Outcome;

    /// <summary>The entry does not stand, and nothing has changed.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>The gathering after an accepted entry.</summary>
    public static implicit operator Outcome(Gathering after) => new Accepted(after);

    /// <summary>A refusal for a reason that needs no figure.</summary>
    public static implicit operator Outcome(RefusalReason reason) => new Refused(new Refusal(reason));

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome(Refusal refusal) => new Refused(refusal);
}

/// <summary>Why a change was refused; worded for people by the screen, in their language.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Limit">The figure that belongs to it, such as the longest length, or null.</param>
public sealed record Refusal(RefusalReason Reason, int? Limit = null);

/// <summary>The reasons for refusing a change.</summary>
public enum RefusalReason
{
    /// <summary>The gathering does not exist, or has not been made yet.</summary>
    NoSuchGathering,

    /// <summary>The gathering exists already.</summary>
    AlreadyExists,

    /// <summary>The actor's role may not do this.</summary>
    NotAllowed,

    /// <summary>The person has been shown out.</summary>
    ShownOut,

    /// <summary>The door is closed to newcomers.</summary>
    DoorClosed,

    /// <summary>The person does not wait at the door: somebody else has answered already.</summary>
    NotKnocking,

    /// <summary>The group work is over and its texts are kept as they are.</summary>
    Closed,

    /// <summary>This is done in a later phase.</summary>
    NotYet,

    /// <summary>Nothing was written.</summary>
    Empty,

    /// <summary>Longer than the limit, in UTF-16 units.</summary>
    TooLong,

    /// <summary>Somebody else changed the text after it was read; both are to be shown.</summary>
    ChangedByOther,

    /// <summary>No such party at this gathering.</summary>
    NoSuchParty,

    /// <summary>The name is there already.</summary>
    DuplicateParty,

    /// <summary>The party is in a pair, somebody has come for it, or it has written: it stays as it is.</summary>
    PartyHasBegun,

    /// <summary>A gathering always has an organiser.</summary>
    LastOrganiser,

    /// <summary>No such pair.</summary>
    NoSuchPair,

    /// <summary>No such note, or it is deleted.</summary>
    NoSuchNote,

    /// <summary>No such point.</summary>
    NoSuchPoint,

    /// <summary>No such section of the report.</summary>
    NoSuchSection,

    /// <summary>The section still has points.</summary>
    SectionNotEmpty,

    /// <summary>No such group of notes.</summary>
    NoSuchGroup,

    /// <summary>No such block or talk.</summary>
    NoSuchBlock,

    /// <summary>No such phase in the plan.</summary>
    NoSuchPhase,

    /// <summary>The facilitator has moved on since the button was shown: two pressed at once.</summary>
    PhaseHasMoved,

    /// <summary>The step that was meant is over.</summary>
    StepIsOver,

    /// <summary>The party is not in a pair yet.</summary>
    NotPaired,

    /// <summary>The other is not this party's partner.</summary>
    NotPartner,

    /// <summary>The proposed groups are not a division of the parties in twos and one three.</summary>
    GroupsDoNotFit,

    /// <summary>No pairs have been proposed.</summary>
    NothingProposed,

    /// <summary>All votes are given.</summary>
    NoVotesLeft,

    /// <summary>One does not agree with one's own note.</summary>
    OwnNote,

    /// <summary>The date is not between the years 2000 and 2100.</summary>
    ImplausibleDate,

    /// <summary>The end is not after the beginning.</summary>
    ImplausibleTime,

    /// <summary>The number in the series is not between 1 and 999.</summary>
    ImplausibleNumber,

    /// <summary>The number of minutes is not between 1 and 480.</summary>
    ImplausibleMinutes,

    /// <summary>The address is not an http or https address.</summary>
    ImplausibleAddress,

    /// <summary>The clock is not running, or runs already.</summary>
    ClockAlreadyThere,

    /// <summary>The report has no points yet.</summary>
    ReportIsEmpty,

    /// <summary>The report is not published.</summary>
    NotPublished,

    /// <summary>There are more of these than a gathering can hold.</summary>
    TooMany,

    /// <summary>
    /// The time that something is kept is not between a month and <see cref="Retention.Longest"/> months, or is out already.
    /// </summary>
    ImplausibleRetention,

    /// <summary>The deadline is not ahead, or more than a year ahead.</summary>
    ImplausibleDeadline,

    /// <summary>
    /// The parties have been told something else, and it is not made worse: silence that means yes gets all the time that was told, and
    /// silence that meant no stays so.
    /// </summary>
    PromisedOtherwise,

    /// <summary>A deadline that was told is moved forward with less than <see cref="Reports.ConsentRound.ShortestNotice"/> left.</summary>
    NoticeTooShort,

    /// <summary>The parties are not asked what they may be quoted on, or no longer.</summary>
    ConsentNotAsked,

    /// <summary>The time for saying what one may be quoted on is over.</summary>
    ConsentOver,

    /// <summary>These words are not quoted.</summary>
    NoSuchQuote,
}
