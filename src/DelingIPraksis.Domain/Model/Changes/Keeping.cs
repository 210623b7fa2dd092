using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>A gathering is created. The account that creates it is its organiser.</summary>
    /// <param name="Facts">Title, date, host.</param>
    /// <param name="IsDemo">Whether it is a demo, which never counts as held.</param>
    /// <param name="RehearsalOf">The gathering that it rehearses («generalprøve»), or null.</param>
    [LogName("gathering-created")]
    public sealed record GatheringCreated(GatheringFacts Facts, bool IsDemo, Id<Gathering>? RehearsalOf = null)
        : Change, IByAnyAccount, IConcernsEverybody;

    /// <summary>
    /// A gathering that was held before, in this service or another, is imported as a whole. The account that imports it is its organiser.
    /// </summary>
    [LogName("gathering-imported")]
    public sealed record GatheringImported(GatheringArchive Archive) : Change, IByAnyAccount, IConcernsEverybody;

    /// <summary>A rehearsal is erased. From then on no actor can see or change it.</summary>
    [LogName("rehearsal-erased")]
    [NotUndoable("Nothing of the rehearsal is kept.")]
    public sealed record RehearsalErased : Change, IByLeader, IConcernsEverybody;

    /// <summary>
    /// A gathering is erased permanently, by an organiser or because its retention has ended. From then on no actor can see or change it.
    /// </summary>
    [LogName("gathering-erased")]
    public sealed record GatheringErased : Change, IByOwner, IConcernsEverybody;

    /// <summary>The retention of the gathering is set.</summary>
    [LogName("retention-set")]
    public sealed record RetentionSet(Retention Retention) : Change, IByOwner, IConcernsEverybody, IOfProgramme, IUndoable;

    /// <summary>
    /// What identifies a person is erased, because she, or the organiser for her, has asked for it. Her seat goes with it. What was written
    /// is her municipality's and stays.
    /// </summary>
    /// <param name="Person">The person. The number means nothing to anybody when the name is gone.</param>
    [LogName("person-erased")]
    public sealed record PersonErased(Id<Person> Person) : Change, IByOwner, IByParticipant, IAfterEnd, IConcernsEverybody;

    /// <summary>
    /// The gathering takes the face that its network has now. Null takes back that of the product. A published report shows the face of the
    /// place in the log that was published.
    /// </summary>
    [LogName("face-taken")]
    public sealed record FaceTaken(NetworkFace? Face) : Change, IByApplication, IConcernsEverybody;

    /// <summary>The names of the participants are erased, because their retention has ended.</summary>
    [LogName("names-erased")]
    public sealed record NamesErased : Change, IByApplication, IConcernsEverybody;
}
