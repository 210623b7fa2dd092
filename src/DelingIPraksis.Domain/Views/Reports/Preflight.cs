using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>Checks a report before it is published.</summary>
public static partial class Preflight
{
    private static readonly ImmutableArray<ReportText> Expected =
    [
        ReportText.About,
        ReportText.Welcome,
        ReportText.Workshop,
        ReportText.Closing,
    ];

    /// <summary>The flaws found, in the order of the report, and last those about consent.</summary>
    /// <param name="gathering">The gathering whose report it is.</param>
    /// <param name="now">When the check is made.</param>
    /// <param name="today">The day of the check, where the gathering is held.</param>
    /// <param name="report">Its publication, when it is made already.</param>
    public static ImmutableList<ReportFlaw> Check(
        Gathering gathering, DateTimeOffset now, DateOnly today, GatheringReport? report = null) =>
    [
        .. Check(report ?? GatheringReport.Of(gathering, attributed: false), today),
        .. gathering.Pictures.Where(picture => !picture.Consent)
            .Select(picture => new ReportFlaw(FlawKind.PictureWithoutConsent, NameOf(picture)) { Picture = picture.Id }),
        .. UnwrittenFlaws(gathering),
        .. VoiceFlaws(gathering),
        .. ConsentFlaws(gathering, now),
    ];

    /// <summary>The flaws found in what the report says, in the order of the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="today">The day of the check.</param>
    public static ImmutableList<ReportFlaw> Check(GatheringReport report, DateOnly today)
    {
        var speakers = NamesOfSpeakers(report);
        return [.. All(report, today).Where(flaw => !IsOfSpeaker(flaw, speakers))];
    }

    /// <summary>
    /// Whether somebody must have looked at a kind of flaw before the report is published: numbers and addresses of persons. A name is told
    /// too, but a report names people, and they are told of by what they did.
    /// </summary>
    public static bool MustBeSeen(FlawKind kind) => kind is FlawKind.IdentityNumber or FlawKind.Telephone or FlawKind.Email
        or FlawKind.AccountNumber or FlawKind.StreetAddress;

    private static IEnumerable<ReportFlaw> All(GatheringReport report, DateOnly today) =>
    [
        .. report.Facts.Date > today ? [new ReportFlaw(FlawKind.NotHeldYet, report.Facts.Title)] : Enumerable.Empty<ReportFlaw>(),
        .. TextFlaws(report.Facts.Title, report.Facts.Title, null),
            .. new[]
            {
                report.Facts.Network,
                report.Facts.NetworkAbout,
                report.Facts.Ingress,
                report.Facts.Host,
                report.Facts.Place,
                report.Theme,
            }.SelectMany(text => PersonalFlaws(text, text, null)),
        .. Expected.SelectMany(part => ProseFlaws(report, part)),
        .. PersonalFlaws(InLines(report.Welcome.Speakers, report.Welcome.Links), "", ReportText.Welcome),
        .. report.Blocks.SelectMany(BlockFlaws),
        .. report.Pictures.SelectMany(PictureFlaws),
        .. ListFlaws(report),
    ];

    private static IEnumerable<ReportFlaw> PictureFlaws(ReportPicture picture) =>
        (picture.Alternative.IsEmpty ? [new(FlawKind.MissingAlternative, NameOf(picture))] : Enumerable.Empty<ReportFlaw>())
            .Concat(TextFlaws($"{picture.Caption}\n{picture.Alternative}", NameOf(picture), null))
            // Whoever took a picture is to be named.
            .Concat(TextFlaws(picture.Credit, NameOf(picture), null).Where(flaw => flaw.Kind != FlawKind.PersonName))
            .Select(flaw => flaw with { Picture = picture.Id });

    private static PlainText NameOf(ReportPicture picture) => picture.Caption.IsEmpty ? picture.Credit : picture.Caption;

    private static IEnumerable<ReportFlaw> ProseFlaws(GatheringReport report, ReportText part) =>
        report.Text(part) is { IsEmpty: false } text ? TextFlaws(text, "", part)
        : IsSaidElsewhere(report, part) ? []
        : [new ReportFlaw(FlawKind.EmptyText, "", part)];

    // The introduction of the block with the group work often tells how it was done, and a talk after the points is how it ended.
    private static bool IsSaidElsewhere(GatheringReport report, ReportText part) => part switch
    {
        ReportText.Workshop => report.Blocks.Exists(block => block is { HasWorkshop: true, Introduction.IsEmpty: false }),
        ReportText.Closing => report.Blocks.Exists(block => block.AfterPoints),
        _ => false,
    };

    private static IEnumerable<ReportFlaw> BlockFlaws(Block block) =>
        TextFlaws(block.Title, block.Title, null)
            .Concat(TextFlaws(block.Introduction, block.Title, null))
            .Concat(
                block is { IsTalk: false, HasWorkshop: false, Talks.IsEmpty: true, Introduction.IsEmpty: true }
                    ? [new ReportFlaw(FlawKind.EmptyBlock, block.Title)]
                    : []
            )
            .Select(flaw => flaw with { Block = block.Id })
            .Concat(
                from talk in block.Talks
                from flaw in TalkFlaws(talk, covered: !block.Introduction.IsEmpty)
                select flaw with { Talk = talk.Id });

    // An introduction of the block is enough for a talk: many reports have one text for all the talks of a block.
    private static IEnumerable<ReportFlaw> TalkFlaws(Talk talk, bool covered)
    {
        if (talk.Summary.IsEmpty && !covered) yield return new(FlawKind.EmptyText, talk.Title);
        if (talk.Links.IsEmpty && talk.Files.IsEmpty) yield return new(FlawKind.MissingPresentation, talk.Title);
        foreach (var flaw in TextFlaws($"{talk.Title}\n{talk.Summary}", talk.Title, null)) yield return flaw;
        foreach (var flaw in PersonalFlaws(InLines(talk.Speakers, talk.Links), talk.Title, null)) yield return flaw;
    }

    private static PlainText InLines(IEnumerable<Speaker> speakers, IEnumerable<Link> links) => string.Join(
        '\n', speakers.Select(speaker => $"{speaker.Name}\n{speaker.Organisation}").Concat(links.Select(link => link.Words.Value)));

    private static IEnumerable<ReportFlaw> ListFlaws(GatheringReport report)
    {
        foreach (var section in report.Sections)
        {
            // Not every gathering has requests to the state. A section that the organiser named is expected to have points.
            if (section.Points.IsEmpty && section.Id != Section.Asks)
                yield return new(FlawKind.EmptyList, section.Title, List: Section.KindOf(section.Id));
            foreach (
                var flaw in section
                    .Points.SelectMany(point => TextFlaws(point.Text, point.Text, null).Select(flaw => flaw with { Point = point.Id }))
                    .Concat(TextFlaws(section.Title, section.Title, null))
            )
                yield return flaw;
        }

        // The notes are published too, in the data files.
        foreach (var flaw in report.Notes.SelectMany(note => PersonalFlaws(note.Text, note.Text, null))) yield return flaw;
        foreach (var flaw in report.Commitments.SelectMany(commitment => PersonalFlaws(commitment.What, commitment.What, null)))
            yield return flaw;
        foreach (
            var flaw in (report.Publication?.Corrections ?? []).SelectMany(correction =>
                PersonalFlaws(correction.What, correction.What, null)
            )
        )
            yield return flaw;
        if (report.Notes.Count(note => note.UsedIn.IsEmpty) is > 0 and var unused)
            yield return new(FlawKind.UnusedNotes, "", Count: unused);
    }
}
