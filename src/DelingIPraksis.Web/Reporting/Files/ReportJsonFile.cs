using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The report and all notes as JSON, for other programs.</summary>
internal sealed class ReportJsonFile : IReportFile
{
    public static readonly JsonSerializerOptions Options = new(GatheringJson.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public string Format => "json";

    public string ContentType => "application/json";

    public Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(stream, Of(report), Options, cancellation);

    public static ReportJson Of(GatheringReport report) => new(
        ReportJson.FormatName,
        ReportJson.CurrentVersion,
        ReportEditions.NameOf(report.Attributed),
        FactsOf(report.Facts),
        new Dictionary<string, string>(report.Texts.Select(text => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(text.Key.ToString()), text.Value.Value)))
            .ToSorted(),
        [.. report.Blocks.Select(BlockOf)],
        new WorkshopJson(report.Theme.Value, [.. report.Groups.Select(group => GroupOf(group, report.Attributed))]),
        [.. report.Barriers.Select(point => PointOf(point, report.Attributed))],
        [.. report.Opportunities.Select(point => PointOf(point, report.Attributed))],
        [.. report.Asks.Select(point => PointOf(point, report.Attributed))],
        [.. report.Sections.Where(section => !Section.AlwaysThere.Contains(section.Id)).Select(section => SectionOf(section, report.Attributed))],
        [.. report.Notes.Select(NoteOf)]);

    private static GatheringJsonFacts FactsOf(GatheringFacts facts) => new(
        facts.Network.Value, facts.NetworkAbout.Value, facts.Title.Value, facts.Number, facts.Date, facts.Host.Value, facts.Place.Value, facts.Language.Code());

    private static BlockJson BlockOf(Block block) => new(
        block.Title.Value, block.Introduction.Value, block.HasWorkshop,
        [.. block.Talks.Select(talk => new TalkJson(
            talk.Title.Value,
            [.. talk.Speakers.Select(speaker => new SpeakerJson(speaker.Name.Value, speaker.Organisation.Value))],
            talk.Summary.Value,
            talk.Presentation is { IsAbsoluteUri: true, Scheme: "http" or "https" } address ? address.AbsoluteUri : null))]);

    private static GroupJson GroupOf(ReportGroup group, bool attributed) =>
        new(group.Members.Plain(), attributed ? [.. group.Contributions.Select(ContributionOf)] : null);

    private static ContributionJson ContributionOf(ReportContribution contribution) => new(
        contribution.Party.Value,
        contribution.Texts.ToDictionary(text => text.Key, text => text.Value.Value).ToSorted(),
        [.. contribution.Feedback.Select(feedback => new FeedbackJson(
            feedback.From.Value, feedback.Replies.ToDictionary(reply => reply.Key, reply => reply.Value.Value).ToSorted(), feedback.Answer.Value))],
        contribution.Commitment is { } commitment ? new CommitmentJson(commitment.What.Value, commitment.Owner.Value, commitment.By) : null);

    private static SectionJson SectionOf(ReportSection section, bool attributed) =>
        new(Section.NameOf(section.Id), section.Title.Value, [.. section.Points.Select(point => PointOf(point, attributed))]);

    private static PointJson PointOf(ReportPoint point, bool attributed) =>
        new(point.Text.Value, attributed ? [.. point.Sources.Select(source => source.Origin!.Id.ToString())] : null);

    private static NoteJson NoteOf(ReportNote note) => new(
        note.Kind, note.Text.Value, OrNothing(note.Theme), note.To, note.Votes,
        [.. note.UsedIn.Select(place => new PointPlaceJson(Section.NameOf(place.Section), place.Number))],
        note.Origin is { } origin
            ? new NoteOriginJson(origin.Id.ToString(), origin.Party.Value, OrNothing(origin.WrittenBy), origin.Group.Plain(), origin.At, origin.AgreedBy.Plain())
            : null);

    private static string? OrNothing(PlainText text) => text.IsEmpty ? null : text.Value;
}
