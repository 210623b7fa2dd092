using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Reporting.Form;
using static DelingIPraksis.Web.Reporting.Files.JsonShapes;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// The report and all notes as JSON, for other programs. The archive has everything that is needed to create the gathering again.
/// </summary>
internal sealed class ReportJsonFile : IReportFile
{
    public static readonly JsonSerializerOptions Options = new(GatheringJson.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public string Format => "json";

    public string ContentType => "application/json";

    public Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(stream, Of(report), Options, cancellation);

    public static ReportJson Of(GatheringReport report)
    {
        var archive = report.Archive is { } whole ? new ArchiveJson(whole) : null;
        return new(
            null,
            ReportJson.FormatName,
            ReportJson.CurrentVersion,
            ReportEditions.NameOf(report.Attributed),
            archive is null ? null : report.Gathering.ToString(),
            FactsOf(report.Facts),
            report.Texts.Select(text => KeyValuePair.Create(NameOf(text.Key), text.Value.Value)).ToSorted(),
            report.Welcome.IsEmpty ? null : new WelcomeJson(SpeakersOf(report.Welcome.Speakers), LinksOf(report.Welcome.Links)),
            archive?.Choices,
            [.. report.Blocks.Select(BlockOf)],
            archive?.Parties,
            archive is null ? [.. report.Participants.Select(one => new ParticipantJson(one.Name.Value, one.Kind))] : null,
            archive?.Workshop
                ?? new WorkshopJson(
                    report.Theme.Value,
                    null,
                    null,
                    [
                        .. report.Groups.Select(group => new GroupJson(group.Members.Plain(), null)
                        {
                            Round = group.Round == 0 ? null : group.Round,
                        }),
                    ]
                ),
            Points(Section.Barriers),
            Points(Section.Opportunities),
            Points(Section.Asks),
            [
                .. report
                    .Sections.Where(section => !Section.AlwaysThere.Contains(section.Id))
                    .Select(section => new SectionJson(Section.NameOf(section.Id), section.Title.Value, Points(section.Id))),
            ],
            archive?.NoteGroups,
            archive?.LeftOut,
            archive?.Notes() ?? [.. report.Notes.Select(note => Of(note, report.Facts.Language))],
            archive?.Consent(report.Withheld.Words.Open),
            report.NobodyLeftOut is { } audit ? archive?.NobodyLeftOut(audit) : null);

        IReadOnlyList<PointJson> Points(Id<Section> section) =>
            archive?.Points(section)
            ??
            [
                .. report
                    .Points(section)
                    .Select(point => new PointJson(point.Text.Value, null, null, LanguageOf(point.Text, report.Facts.Language))),
            ];
    }

    /// <summary>The JSON name of a running text.</summary>
    public static string NameOf(ReportText part) => JsonNamingPolicy.CamelCase.ConvertName(part.ToString());

    private static NoteJson Of(ReportNote note, Language language) => new(
        note.Kind,
        note.Text.Value,
        OrNothing(note.Theme),
        note.To,
        note.Votes,
        [.. note.UsedIn.Select(place => new PointPlaceJson(Section.NameOf(place.Section), place.Number))],
        null,
        null,
        LanguageOf(note.Text, language)
    );

    private static GatheringJsonFacts FactsOf(GatheringFacts facts) => new(
        facts.Network.Value, facts.NetworkAbout.Value, facts.Title.Value, facts.Number, facts.Date, facts.StartsAt, facts.EndsAt,
        facts.Host.Value, facts.Place.Value, OrNothing(facts.Ingress), facts.Language.Code(),
        facts.OriginalReport?.AbsoluteUri);

    private static BlockJson BlockOf(Block block) => new(
        block.Name.Value, block.Introduction.Value, block.HasWorkshop, [.. block.Talks.Select(TalkOf)],
        block.IsTalk ? true : null, block.AfterPoints ? true : null);

    private static TalkJson TalkOf(Talk talk)
    {
        var only = talk.Links is [{ Words.IsEmpty: true } one] ? one.Address : null;
        return new(
            talk.Title.Value, SpeakersOf(talk.Speakers), talk.Summary.Value, only?.AbsoluteUri,
            talk.Links.IsEmpty || only is not null ? null : LinksOf(talk.Links));
    }

    private static IReadOnlyList<SpeakerJson> SpeakersOf(IEnumerable<Speaker> speakers) =>
        [.. speakers.Select(speaker => new SpeakerJson(speaker.Name.Value, speaker.Organisation.Value))];

    private static IReadOnlyList<LinkJson> LinksOf(IEnumerable<Link> links) =>
        [.. links.Select(link => new LinkJson(OrNothing(link.Words), link.Address.AbsoluteUri))];
}
