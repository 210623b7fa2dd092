using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>
    /// The party writes its one commitment, as it could before there could be several. Logs have it, and pages that were open when the
    /// service was replaced may still send it.
    /// </summary>
    [LogName("commitment-made")]
    public sealed record CommitmentMade(Commitment Commitment) : Change, IByParticipant, IConcernsOwnParty;

    /// <summary>The party makes a promise, or gives one of its own other words. Nobody is a witness of the new words.</summary>
    [LogName("promise-put")]
    public sealed record PromisePut(Id<Promise> Promise, Commitment Commitment) : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>The party withdraws a promise, or restores it, while the group work lasts.</summary>
    [LogName("promise-withdrawn")]
    public sealed record PromiseWithdrawn(Id<Promise> Promise, bool Withdrawn) : Change, IByParticipant, IConcernsOwnPair;

    /// <summary>The partner says, or says no longer, that it is a witness of a promise.</summary>
    [LogName("promise-witnessed")]
    public sealed record PromiseWitnessed(Id<Party> Party, Id<Promise> Promise, bool IsWitness)
        : Change, IByParticipant, IConcernsOwnParty
    {
        Id<Party>? IConcernsOwnParty.OtherParty => Party;
    }

    /// <summary>The party says what became of a promise. It may do so after the group work has ended.</summary>
    /// <param name="Promise">Which of its own.</param>
    /// <param name="State">What became of it; null takes the answer back.</param>
    /// <param name="Why">Why; may be empty.</param>
    /// <param name="Party">The party, when the application asks: it has checked the party's link. Null for the actor's own party.</param>
    [LogName("promise-answered")]
    public sealed record PromiseAnswered(Id<Promise> Promise, PromiseState? State, PlainText Why = default, Id<Party>? Party = null)
        : Change, IAfterEnd, IConcernsParties, IConcernsOwnParty
    {
        IEnumerable<Id<Party>>? IConcernsParties.Parties => Party is { } party ? [party] : null;
    }

    /// <summary>
    /// The report tells what became of the promises of an earlier gathering, in figures; or (null) tells it no longer. The figures are
    /// those of the moment, so that a published report does not change by itself.
    /// </summary>
    [LogName("earlier-promises-told")]
    public sealed record EarlierPromisesTold(EarlierPromises? Earlier) : Change, IByOwner, IConcernsStaff, IOfDesk, IUndoable;
}
