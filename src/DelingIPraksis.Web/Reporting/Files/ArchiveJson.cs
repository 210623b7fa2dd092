using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Reporting.Form;
using static DelingIPraksis.Web.Reporting.Files.JsonShapes;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// The parts of the JSON that only the archive edition has: who took part, and who wrote what. <see cref="Import.ArchiveReader"/> reads
/// them.
/// </summary>
internal sealed class ArchiveJson(GatheringArchive archive)
{
    private readonly ArchiveKeys _keys = new(archive);
    private readonly Dictionary<Id<Party>, PartyWork> _work = archive.Work.ToDictionary(work => work.Party);
    private readonly ILookup<Id<Party>, (Id<Party> From, Feedback Given)> _feedback = archive.Work
        .SelectMany(work => work.Feedback.Select(given => (To: given.Key, Given: (work.Party, given.Value))))
        .ToLookup(given => given.To, given => given.Given);

    public ChoicesJson Choices =>
        new(
            archive.Choices.Names,
            archive.Choices.Feedback,
            archive.Choices.Votes,
            archive.Choices.EmptyGroups,
            archive.Choices.Commitments,
            archive.Choices.Licence
        );

    public IReadOnlyList<PartyJson> Parties =>
        [
            .. archive.Parties.Select(party => new PartyJson(
                _keys.Of(party.Id) == party.Name.Value ? null : _keys.Of(party.Id),
                party.Name.Value,
                party.RegisterNumber,
                party.Kind,
                MunicipalityRegister.Current.CountyOn(party, archive.Facts.Date),
                party.TookPart
            )),
        ];

    public WorkshopJson Workshop => new(
        archive.Theme.Value,
            [
                .. archive.Plan.Select(phase => new PhaseJson(
                    phase.Kind,
                    phase.Minutes,
                    OrNothing(phase.ForPresenter),
                    OrNothing(phase.ForCommenter)
                )
                { NewRound = phase.NewRound ? true : null }),
            ],
        archive.ClosedAt,
        Groups());

    private List<GroupJson> Groups()
    {
        // What a party contributed stands once: in the first of its groups.
        var told = new HashSet<Id<Party>>();
        var several = Domain.GroupWork.Workshop.RoundAt(archive.Plan, archive.Plan.Count) > 0;
        var groups = archive.Pairs
            .Select(pair => Group(pair.Members, pair.Members.FindAll(told.Add)) with { Round = several ? pair.Round + 1 : null }).ToList();
        groups.AddRange(Alone().Select(party => Group([party], [party])));
        return groups;
    }

    public IReadOnlyList<NoteGroupJson> NoteGroups =>
        [.. archive.Groups.Select(group => new NoteGroupJson(group.Name.Value, [.. group.Notes.Select(_keys.Of)]))];

    public IReadOnlyList<string> LeftOut => [.. archive.LeftOut.Select(_keys.Of)];

    public IReadOnlyList<PointJson> Points(Id<Section> section) =>
        [.. archive.Points.Where(point => point.Section == section).Select(point => new PointJson(
                    point.Text.Value,
                    [.. point.Sources.Select(_keys.Of)],
                    point.Confirmed ? true : null,
                    LanguageOf(point.Text, archive.Facts.Language)
                )),
        ];

    /// <summary>The consent round, with the number of texts without an answer; null when the parties were not asked.</summary>
    public ConsentJson? Consent(int unanswered) => archive.Consent is { } round ? new ConsentToJson(round, _keys).Of(unanswered) : null;

    /// <summary>Whether the points leave anybody out.</summary>
    public NobodyLeftOutJson NobodyLeftOut(NobodyLeftOut audit) => new(
        audit.Parties,
        audit.Points,
        audit.Share,
        [
            .. audit.Missing.Select(voice => new MissingVoiceJson(
                voice.Theme?.In(archive.Facts.Language.Code()), [.. voice.Parties.Select(_keys.Of)], _keys.Of(voice.Note))),
        ]);

    /// <summary>The notes in the order in which they were written, with their origin.</summary>
    public IReadOnlyList<NoteJson> Notes()
    {
        var groups = archive
            .Pairs.SelectMany(pair =>
                pair.Members.Select(member =>
                    (Key: (member, pair.Round), Names: (IReadOnlyList<string>)[.. pair.Members.Select(_keys.Of)]))
            )
            .ToDictionary(group => group.Key, group => group.Names);
        var places = archive.Points
            .GroupBy(point => point.Section)
            .SelectMany(section =>
                section.SelectMany(
                    (point, index) =>
                        point
                            .Sources.Distinct()
                            .Select(source => (source, Place: new PointPlaceJson(Section.NameOf(section.Key), index + 1)))
                )
            )
            .ToLookup(use => use.source, use => use.Place);
        return [.. ArchiveKeys.InOrder(archive).Select(there => new NoteJson(
                    there.Note.Kind,
                    there.Note.Text.Value,
                    OrNothing(there.Note.Theme),
                    there.Note.To,
                    there.Note.Votes.Count,
                    [.. places[there.Where]],
            there.Note.Answers is { } barrier ? _keys.Of(barrier) : null,
            new NoteOriginJson(
                _keys.Of(there.Where),
                _keys.Of(there.Where.Party),
                there.Note.WrittenBy is { } writer ? _keys.Of(writer) : null,
                groups.GetValueOrDefault((there.Where.Party, there.Note.Round)) ?? [_keys.Of(there.Where.Party)],
                there.Note.At,
                _keys.Of(there.Note.AgreedBy),
                there.Note.Votes.IsEmpty ? null : _keys.Of(there.Note.Votes))
            { Round = there.Note.Round == 0 ? null : there.Note.Round + 1 },
            LanguageOf(there.Note.Text, archive.Facts.Language)))];
    }

    private IEnumerable<Id<Party>> Alone()
    {
        var paired = archive.Pairs.SelectMany(pair => pair.Members).ToHashSet();
        return archive
            .Parties.Select(party => party.Id)
            .Where(party => !paired.Contains(party) && Contribution(party) is not { Texts.Count: 0, Feedback.Count: 0, Commitment: null });
    }

    private GroupJson Group(IReadOnlyList<Id<Party>> members, IReadOnlyList<Id<Party>> told) =>
        new([.. members.Select(_keys.Of)], [.. told.Select(Contribution)]);

    private ContributionJson Contribution(Id<Party> party)
    {
        var work = _work.GetValueOrDefault(party) ?? PartyWork.Nothing(party);
        var feedback = _feedback[party].Select(by => new FeedbackJson(
            _keys.Of(by.From),
            by.Given.Replies.Words(),
            by.Given.OnChallenge.WordsOrNothing(),
            by.Given.OnSolutions.WordsOrNothing(),
            by.Given.Answer.Text.Value,
            by.Given.HandedOverAt
        ));
        return new(
            _keys.Of(party), work.Texts.Words(), [.. feedback],
            work.Commitment is { } commitment ? new CommitmentJson(commitment.What.Value, commitment.Owner.Value, commitment.By) : null);
    }
}
