using System.Collections.Immutable;
using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// The report of a gathering: about, welcome, blocks with talks, group work, sections of points, closing. Every page and every file is made
/// from this projection.
/// </summary>
/// <param name="Facts">Title, date, host.</param>
/// <param name="Texts">The running texts; those that are not written are left out.</param>
/// <param name="Blocks">The programme.</param>
/// <param name="Theme">What the group work was about.</param>
/// <param name="Groups">The groups that worked together. Only the attributed archive has what they wrote.</param>
/// <param name="Sections">
/// The sections of points, in order: barriers, opportunities, asks, and those the organiser has named; also empty ones.
/// </param>
/// <param name="Notes">
/// All notes: in the archive in the order they were written, in the publication in alphabetical order, so that the order does not reveal
/// who wrote them.
/// </param>
/// <param name="Attributed">Whether it says who wrote what: true in the archive, false in the publication.</param>
public sealed record GatheringReport(
    GatheringFacts Facts,
    ImmutableSortedDictionary<ReportText, PlainText> Texts,
    ImmutableList<Block> Blocks,
    PlainText Theme,
    ImmutableList<ReportGroup> Groups,
    ImmutableList<ReportSection> Sections,
    ImmutableList<ReportNote> Notes,
    bool Attributed)
{
    /// <summary>Whose report it is.</summary>
    public Id<Gathering> Gathering { get; init; }

    /// <summary>How the network showed itself, or null.</summary>
    public NetworkFace? Face { get; init; }

    /// <summary>How others may use it, or null.</summary>
    public Licence? Licence { get; init; }

    /// <summary>Who welcomed everybody.</summary>
    public Welcome Welcome { get; init; } = Welcome.None;

    /// <summary>
    /// Everybody who took part, in a pair or not, in the order of the parties. Empty in the publication when the organiser has chosen names
    /// away; without those who do not want to be named.
    /// </summary>
    public ImmutableList<ReportParticipant> Participants { get; init; } = [];

    /// <summary>The pictures that those in them have agreed to, in order.</summary>
    public ImmutableList<ReportPicture> Pictures { get; init; } = [];

    /// <summary>The number of notes by theme.</summary>
    public ImmutableList<ThemeCount> Themes { get; init; } = [];

    /// <summary>Everything that a gathering can be recreated from; null in the publication.</summary>
    public GatheringArchive? Archive { get; init; }

    /// <summary>
    /// Whether the points leave any party out. Null in the publication, and when there are no points or no notes. Made when it is asked
    /// for, since it may have to read all notes.
    /// </summary>
    public NobodyLeftOut? NobodyLeftOut => Audit?.Value;

    /// <summary>When it was published and what has been corrected since, or null.</summary>
    public Publication? Publication { get; init; }

    /// <summary>
    /// What may be told of whether it was worth it; null when it is not asked for. It stands beside the gathering and not in its log, so
    /// the caller sets it, and only in the archive.
    /// </summary>
    public Evaluation? Evaluation { get; init; }

    private Lazy<NobodyLeftOut?>? Audit { get; init; }

    private ImmutableList<ReportPromise> MadePromises { get; init; } = [];

    /// <summary>Makes the report of a gathering as it is.</summary>
    /// <param name="gathering">The gathering.</param>
    /// <param name="attributed">True for the archive, with who wrote what; false for the publication.</param>
    public static GatheringReport Of(Gathering gathering, bool attributed)
    {
        var whole = gathering;
        gathering = ConsentFilter.Of(gathering, attributed);
        var notes = NoteCollection.Of(gathering);
        return new(
            gathering.Facts,
            gathering.ReportTexts.Where(text => !text.Value.IsEmpty).ToImmutableSortedDictionary(),
            gathering.Blocks,
            gathering.Workshop.Theme,
            ReportGroup.AllOf(gathering, attributed),
            SectionsOf(gathering, attributed, notes),
            attributed ? notes.InOrder : notes.WithoutOrigin,
            attributed)
        {
            Gathering = gathering.Id,
            Face = whole.Face,
            Licence = attributed ? null : gathering.ReportChoices.Licence,
            Welcome = gathering.Welcome,
            Participants = !attributed && !gathering.ReportChoices.Names ? []
                :
                [
                    // The whole gathering tells who was there: pairs that have written nothing may be chosen away from the report.
                    .. gathering.PartiesInOrder.Where(party => party.TookPart is not false && whole.TookPart(whole.Parties[party.Id]))
                        .Select(party => new ReportParticipant(party.Name, party.Kind)),
                ],
            Pictures = gathering.Pictures.FindAll(picture => picture.Consent),
            Themes = ThemeCount.Of(gathering),
            Publication = gathering.Publication,
            // From the whole gathering: content that is deselected for the pages stays in the archive.
            Archive = attributed ? GatheringArchives.Of(whole) : null,
            // What was withheld is gone from the notes that are audited.
            Audit = attributed ? new Lazy<NobodyLeftOut?>(() => Reports.NobodyLeftOut.Of(gathering)) : null,
            MadeAt = whole.MadeAt,
            ChangedAt = ChangedAtOf(whole),
            Withheld = attributed ? ReportWithheld.Of(whole) : ReportWithheld.Nothing,
            Waiting =
                attributed || whole.Publication is not { } published || whole.Consent is not { } round || !round.IsOpen(published.At)
                    ? 0
                    : ConsentFilter.PointsWaiting(whole),
            WaitingUntil = whole.Consent?.Until,
            Commitments = gathering.ReportChoices.Commitments && !attributed ? CommitmentsOf(gathering) : [],
            MadePromises = attributed ? ReportPromise.AllOf(gathering) : [],
            EarlierPromises = gathering.EarlierPromises,
        };
    }

    /// <summary>When the gathering was created here, UTC.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When its content was last changed, answered or published, UTC, as far as the gathering knows.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>What has been left out of the archive, and how much of it is unanswered.</summary>
    public ReportWithheld Withheld { get; init; } = ReportWithheld.Nothing;

    /// <summary>
    /// How many points wait for an answer. More than 0 in a publication that was made before every party had answered; then it says that it
    /// is provisional.
    /// </summary>
    public int Waiting { get; init; }

    /// <summary>How long they wait, UTC, or null.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>
    /// The commitments, in alphabetical order, so that the order does not reveal who made them. Only in the publication, and when chosen.
    /// </summary>
    public ImmutableList<Commitment> Commitments { get; init; } = [];

    /// <summary>
    /// The promises as rows, for sheets: in the archive each with its party, in the publication the commitments that it tells of.
    /// </summary>
    public ImmutableList<ReportPromise> Promises =>
        Attributed ? MadePromises : Commitments.ConvertAll(commitment => new ReportPromise(commitment, "", [], null));

    /// <summary>What became of the promises of an earlier gathering, in figures; null when the report does not tell.</summary>
    public EarlierPromises? EarlierPromises { get; init; }

    /// <summary>A running text, or empty.</summary>
    public PlainText Text(ReportText part) => Texts.GetValueOrDefault(part);

    /// <summary>What stands in the way, in order.</summary>
    public ImmutableList<ReportPoint> Barriers => Points(Section.Barriers);

    /// <summary>What could open up, in order.</summary>
    public ImmutableList<ReportPoint> Opportunities => Points(Section.Opportunities);

    /// <summary>What is asked of national bodies, in order.</summary>
    public ImmutableList<ReportPoint> Asks => Points(Section.Asks);

    /// <summary>The points of a section, in order.</summary>
    public ImmutableList<ReportPoint> Points(Id<Section> section) => Sections.Find(there => there.Id == section)?.Points ?? [];

    internal static DateTimeOffset ChangedAtOf(Gathering gathering) => new DateTimeOffset?[]
    {
        gathering.MadeAt,
        gathering.Workshop.ClosedAt,
        gathering.Publication?.At,
        gathering.Consent?.AskedAt,
        gathering.Consent?.CalledOffAt,
        gathering.Consent?.Answers.Values.Select(answers => (DateTimeOffset?)answers.At).Max(),
        gathering.Workshop.Work.Values.SelectMany(work => work.Notes).Select(note => (DateTimeOffset?)note.At).Max(),
    }.Max()!.Value;

    private static ImmutableList<Commitment> CommitmentsOf(Gathering gathering) =>
    [
        .. gathering.Workshop.Work.Values.SelectMany(work => work.Promises)
            .Select(promise => promise.Commitment with { Owner = "" }).OrderBy(commitment => commitment.What),
    ];

    internal static ImmutableList<ReportSection> SectionsOf(Gathering gathering, bool attributed, NoteCollection notes)
    {
        var points = gathering.Points.ToLookup(point => point.Section, point => new ReportPoint(
            point.Id, point.Text, attributed ? [.. point.Sources.Select(notes.Find).OfType<ReportNote>()] : []));
        return
        [
            .. Section.AlwaysThere.Select(id => new ReportSection(id, "", [.. points[id]])),
            .. gathering.Sections.Select(section => new ReportSection(section.Id, section.Title, [.. points[section.Id]])),
        ];
    }
}

/// <summary>What an archive says of what is not in it, and why.</summary>
/// <param name="Words">How many of the parties' words are withheld, softened and not answered for.</param>
/// <param name="Points">How many points are out, since they say what somebody has withheld.</param>
/// <param name="Unnamed">Those who do not want to be named in the publication: the archive names them all the same.</param>
public sealed record ReportWithheld(ConsentTally Words, int Points, ImmutableList<PlainText> Unnamed)
{
    /// <summary>Nobody has been asked.</summary>
    public static readonly ReportWithheld Nothing = new(default, 0, []);

    internal static ReportWithheld Of(Gathering gathering) => gathering.Consent is null
        ? Nothing
            : new(
                ConsentFilter.TallyOf(gathering),
                ConsentFilter.PointsWithheld(gathering),
                [.. ConsentFilter.Unnamed(gathering).Select(party => party.Name)]
            );
}

/// <summary>One who took part.</summary>
/// <param name="Name">The name it had at the gathering, or the one it wants to be named by.</param>
/// <param name="Kind">What sort of organisation it is.</param>
public sealed record ReportParticipant(PlainText Name, PartyKind Kind);

/// <summary>A section of points.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">What the organiser calls it; empty for those that are always there.</param>
/// <param name="Points">Its points, in order.</param>
public sealed record ReportSection(Id<Section> Id, PlainText Title, ImmutableList<ReportPoint> Points);

/// <summary>A line of a section.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Text">What it says.</param>
/// <param name="Sources">The notes behind it that are still on a board; only in the attributed archive.</param>
public sealed record ReportPoint(Id<Point> Id, PlainText Text, ImmutableList<ReportNote> Sources);
