namespace DelingIPraksis.Domain.Gatherings;

/// <summary>A change in the log, with everything that the reducer needs: replay uses neither clock nor randomness.</summary>
/// <param name="Sequence">Its place in the log of the gathering, from 1, without gaps.</param>
/// <param name="ChangeId">Made by the caller. The same id twice is the same change.</param>
/// <param name="At">When the room accepted it, UTC.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Change">What was asked.</param>
public sealed record Entry(long Sequence, Guid ChangeId, DateTimeOffset At, Actor Actor, Change Change);

/// <summary>What the rules say of an entry.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The entry is accepted, and this is the gathering after it.</summary>
    public sealed record Accepted(Gathering Gathering) : Outcome;

    /// <summary>The entry is refused, and nothing has changed.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>The gathering after an accepted entry.</summary>
    public static implicit operator Outcome(Gathering after) => new Accepted(after);

    /// <summary>A refusal for a reason that needs no number.</summary>
    public static implicit operator Outcome(RefusalReason reason) => new Refused(new Refusal(reason));

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome(Refusal refusal) => new Refused(refusal);
}

/// <summary>Why a change was refused. The screen words it in the reader's language.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Limit">The number that belongs to the reason, such as the maximum length, or null.</param>
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

    /// <summary>The person is not here: never was, or is erased already.</summary>
    NoSuchPerson,

    /// <summary>The group work has ended and its texts can no longer be changed.</summary>
    Closed,

    /// <summary>This is done in a later phase.</summary>
    NotYet,

    /// <summary>Nothing was written.</summary>
    Empty,

    /// <summary>Longer than the limit, in UTF-16 units.</summary>
    TooLong,

    /// <summary>Somebody else changed the text after it was read. The screen shows both texts.</summary>
    ChangedByOther,

    /// <summary>No such party at this gathering.</summary>
    NoSuchParty,

    /// <summary>The name is there already.</summary>
    DuplicateParty,

    /// <summary>The party is in a pair, somebody has joined for it, or it has written something, so it cannot be changed.</summary>
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

    /// <summary>The facilitator has moved on since the button was shown. This happens when two leaders press at the same time.</summary>
    PhaseHasMoved,

    /// <summary>The step that was meant is over.</summary>
    StepIsOver,

    /// <summary>The party is not in a pair yet.</summary>
    NotPaired,

    /// <summary>The other is not this party's partner.</summary>
    NotPartner,

    /// <summary>The proposed groups are not a division of the parties in twos and one three.</summary>
    GroupsDoNotFit,

    /// <summary>The round that is moved to has no pairs yet.</summary>
    RoundHasNoPairs,

    /// <summary>The pair is moved to another round, where it has other partners.</summary>
    OtherRound,

    /// <summary>The plan would change which round everybody is in.</summary>
    RoundHasBegun,

    /// <summary>A plan has more rounds than a gathering can have.</summary>
    TooManyRounds,

    /// <summary>The group work runs, and its pairs are changed on the console.</summary>
    WorkshopRuns,

    /// <summary>No pairs have been proposed.</summary>
    NothingProposed,

    /// <summary>All votes are given.</summary>
    NoVotesLeft,

    /// <summary>A party cannot agree with its own note.</summary>
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

    /// <summary>The gathering is already as the change would make it: the clock runs already, or does not run.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("clockAlreadyThere")]
    NothingToChange,

    /// <summary>The report has no points yet.</summary>
    ReportIsEmpty,

    /// <summary>The report is not published.</summary>
    NotPublished,

    /// <summary>There are more of these than a gathering can hold.</summary>
    TooMany,

    /// <summary>A retention period is not between one month and <see cref="Retention.Longest"/> months, or has already ended.</summary>
    ImplausibleRetention,

    /// <summary>The deadline has passed, or is more than a year away.</summary>
    ImplausibleDeadline,

    /// <summary>
    /// The parties were told other terms, and the change would make those worse. When silence means yes they keep all the time they were
    /// told. When silence meant no it still does.
    /// </summary>
    PromisedOtherwise,

    /// <summary>The deadline is moved forward and leaves less than <see cref="Reports.ConsentRound.ShortestNotice"/>.</summary>
    NoticeTooShort,

    /// <summary>The parties are not asked what they may be quoted on, or no longer.</summary>
    ConsentNotAsked,

    /// <summary>The deadline for answering about quotes has passed.</summary>
    ConsentOver,

    /// <summary>No such quote.</summary>
    NoSuchQuote,

    /// <summary>The number of people who come is not between 1 and <see cref="Limits.PeopleOfParty"/>.</summary>
    ImplausiblePeople,

    /// <summary>The network does not exist, or is not there for the actor.</summary>
    NoSuchNetwork,

    /// <summary>The network is joined to another, and changes there.</summary>
    NetworkIsJoined,

    /// <summary>A network always has an owner.</summary>
    LastOwner,

    /// <summary>The network has no such member.</summary>
    NoSuchMember,

    /// <summary>The member is there already in the same period.</summary>
    DuplicateMember,

    /// <summary>The member is there already in the same period, under the name it had before or got after a reform.</summary>
    MemberUnderOtherName,

    /// <summary>The last day is before the first, or a day is not between the years 1900 and 2100.</summary>
    ImplausiblePeriod,

    /// <summary>The address has other characters than a–z, digits and hyphens, or is shorter than 3 or longer than 80.</summary>
    ImplausibleSlug,

    /// <summary>Another network has the address, or it is a page of the product.</summary>
    AddressTaken,

    /// <summary>Only a network that strangers may see chooses its address: another answer would tell of those that they may not.</summary>
    AddressNotPublic,

    /// <summary>The colour is not «#» and six hexadecimal digits.</summary>
    ImplausibleColour,
}
