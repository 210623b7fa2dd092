using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Gatherings;

public sealed partial class GatheringView
{
    /// <summary>The points of the report: for those who own or follow it.</summary>
    public IReadOnlyList<Point> Points => FollowsAll ? _gathering.Points : [];

    /// <summary>The sections of the organiser's own: for those who own or follow the report.</summary>
    public IReadOnlyList<Section> Sections => FollowsAll ? _gathering.Sections : [];

    /// <summary>The groups of notes: for those who own or follow the report.</summary>
    public IReadOnlyList<NoteGroup> Groups => FollowsAll ? _gathering.Groups : [];

    /// <summary>The notes left out on purpose: for those who own or follow the report.</summary>
    public IReadOnlyList<NoteRef> LeftOut => FollowsAll ? _gathering.LeftOut : [];

    /// <summary>The pictures of the report: for those who own or follow it.</summary>
    public IReadOnlyList<ReportPicture> Pictures => FollowsAll ? _gathering.Pictures : [];
    /// <summary>What the report tells of the promises of an earlier gathering: for those who own or follow it.</summary>
    public EarlierPromises? EarlierPromises => FollowsAll ? _gathering.EarlierPromises : null;

    /// <summary>What became of the promises made here, in figures: for those who own or follow the report.</summary>
    public PromiseTally Promises => FollowsAll ? PromiseTally.Of(_gathering) : default;

    /// <summary>Whether the report is published.</summary>
    public Publication? Publication => _gathering.Publication;

    /// <summary>The report as it is now; null for those who do not follow all pairs.</summary>
    /// <param name="attributed">True for the archive, with who wrote what; false for the publication.</param>
    public GatheringReport? Report(bool attributed) => FollowsAll ? Reports.GatheringReport.Of(_gathering, attributed) : null;

    /// <summary>
    /// What a party takes home to its own council; null before the group work is over, and for those who may not see it: only the party
    /// itself and those who follow all pairs.
    /// </summary>
    /// <param name="briefs">The briefs of this gathering.</param>
    /// <param name="party">Whose.</param>
    public CouncilBrief? Brief(CouncilBriefs briefs, Id<Party> party) =>
        MayHaveBriefs && (FollowsAll || OwnParty?.Id == party) ? briefs.For(party) : null;

    /// <summary>Whether the group work is over, so that the briefs are there for those who may see them.</summary>
    public bool MayHaveBriefs => _gathering.Exists && _gathering.Workshop.ClosedAt is not null;
}
