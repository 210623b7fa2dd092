using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>A gathering is made; the account that makes it is its organiser.</summary>
    /// <param name="Facts">Title, date, host.</param>
    /// <param name="IsDemo">Whether it is made to try, and never counts as held.</param>
    /// <param name="RehearsalOf">The gathering that it rehearses («generalprøve»), or null.</param>
    [LogName("gathering-created")]
    public sealed record GatheringCreated(GatheringFacts Facts, bool IsDemo, Id<Gathering>? RehearsalOf = null)
        : Change, IByAnyAccount, IConcernsEverybody;

    /// <summary>
    /// A gathering that was held before, here or elsewhere, is imported whole; the account that imports it is its organiser.
    /// </summary>
    [LogName("gathering-imported")]
    public sealed record GatheringImported(GatheringArchive Archive) : Change, IByAnyAccount, IConcernsEverybody;

    /// <summary>A rehearsal is erased: from now on it does not exist for anybody.</summary>
    [LogName("rehearsal-erased")]
    [NotUndoable("Nothing of the rehearsal is kept.")]
    public sealed record RehearsalErased : Change, IByLeader, IConcernsEverybody;

    /// <summary>
    /// A gathering is erased for good, by an organiser or because its time is out: from now on it does not exist for anybody.
    /// </summary>
    [LogName("gathering-erased")]
    public sealed record GatheringErased : Change, IByOwner, IConcernsEverybody;

    /// <summary>How long the gathering is kept is set.</summary>
    [LogName("retention-set")]
    public sealed record RetentionSet(Retention Retention) : Change, IByOwner, IConcernsEverybody, IOfProgramme, IUndoable;

    /// <summary>The names of those who took part are removed, since their time is out.</summary>
    [LogName("names-erased")]
    public sealed record NamesErased : Change, IByApplication, IConcernsEverybody;
}
