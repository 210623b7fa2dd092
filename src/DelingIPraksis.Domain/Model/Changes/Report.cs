using System.Collections.Immutable;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>A running text of the report is written.</summary>
    [LogName("report-text-written")]
    public sealed record ReportTextWritten(ReportText Part, PlainText Text) : Change, IByOwner, IConcernsStaff;

    /// <summary>What is to be in the report is chosen.</summary>
    [LogName("report-chosen")]
    public sealed record ReportChosen(ReportChoices Choices) : Change, IByOwner, IConcernsStaff;

    /// <summary>
    /// The parties are asked for consent to their quotes, with a deadline; or the deadline is moved. The terms they were told are never
    /// made worse.
    /// </summary>
    [LogName("consent-asked")]
    public sealed record ConsentAsked(DateTimeOffset Until, bool SilenceMeansYes)
        : Change, IByOwner, IConcernsEverybody, IOfDesk, IUndoable;

    /// <summary>A party answers what it may be quoted on. It may do so after the group work has ended.</summary>
    /// <param name="Answers">What it says of each quote.</param>
    /// <param name="Party">The party, when the application asks: it has checked the party's link. Null for the actor's own party.</param>
    [LogName("consent-given")]
    public sealed record ConsentGiven(ImmutableList<QuoteAnswer> Answers, Id<Party>? Party = null)
        : Change, IAfterEnd, IConcernsParties, IConcernsOwnParty
    {
        IEnumerable<Id<Party>>? IConcernsParties.Parties => Party is { } party ? [party] : null;
    }

    /// <summary>The parties are no longer asked for consent. Their answers still apply, and they can be asked again.</summary>
    [LogName("consent-called-off")]
    public sealed record ConsentCalledOff : Change, IByOwner, IConcernsEverybody;

    /// <summary>The report is published as it is now, for the first time, or as a correction that says what was corrected.</summary>
    [LogName("report-published")]
    public sealed record ReportPublished(PlainText Correction = default) : Change, IByOwner, IConcernsEverybody;

    /// <summary>The published report is withdrawn.</summary>
    [LogName("report-withdrawn")]
    public sealed record ReportWithdrawn : Change, IByOwner, IConcernsEverybody;
}
