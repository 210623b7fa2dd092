using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;

namespace DelingIPraksis.Domain.Reports;

/// <summary>Something to check before a report is published. It never blocks publication.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Where">The heading or title where it is; empty when the kind alone is enough.</param>
/// <param name="Part">The running text where it is, or null.</param>
/// <param name="List">The list of points where it is, or null; an organiser's section is given by its name.</param>
/// <param name="Count">A number, where the kind has one.</param>
public sealed record ReportFlaw(FlawKind Kind, PlainText Where, ReportText? Part = null, NoteKind? List = null, int Count = 0)
{
    /// <summary>The block where it is, or null.</summary>
    public Id<Block>? Block { get; init; }

    /// <summary>The talk where it is, or null.</summary>
    public Id<Talk>? Talk { get; init; }

    /// <summary>The words that it is about, each on a line of its own; empty for most kinds.</summary>
    public PlainText Found { get; init; }

    /// <summary>The point where it is, or null.</summary>
    public Id<Point>? Point { get; init; }

    /// <summary>The picture where it is, or null.</summary>
    public Id<ReportPicture>? Picture { get; init; }

    /// <summary>What those who are left out have in common, or null.</summary>
    public MissingVoice? Voice { get; init; }
}

/// <summary>The kinds of flaw that are looked for.</summary>
public enum FlawKind
{
    /// <summary>A talk without a link to its presentation.</summary>
    MissingPresentation,

    /// <summary>A year with one digit too many, such as 20021.</summary>
    ImplausibleYear,

    /// <summary>The gathering has not been held yet.</summary>
    NotHeldYet,

    /// <summary>A running text, or what a talk said, is not written.</summary>
    EmptyText,

    /// <summary>Words that were to be replaced, such as «Bildetekst».</summary>
    Placeholder,

    /// <summary>A list of points is empty.</summary>
    EmptyList,

    /// <summary>Notes that are not in any point.</summary>
    UnusedNotes,

    /// <summary>A day that does not exist in the month, such as 31 June.</summary>
    ImplausibleDay,

    /// <summary>A link is shown as its address. Words that say where it leads are easier to read; it is no fault.</summary>
    BareAddress,

    /// <summary>A block with neither an introduction, a talk nor the group work.</summary>
    EmptyBlock,

    /// <summary>The report quotes the parties, and they have not been asked.</summary>
    ConsentNotAsked,

    /// <summary>A party has not answered about its quotes in the publication.</summary>
    UnapprovedQuotes,

    /// <summary>
    /// A point is left out of the report because it says what a party has withheld, or not approved, nearly word for word.
    /// </summary>
    SilencedPoint,

    /// <summary>
    /// Words that a party has withheld, or not approved, are removed from a title or a text that the organiser has written.
    /// </summary>
    SilencedWords,

    /// <summary>A point has the words of one of several notes that say different things. It has not been written yet.</summary>
    UnwrittenPoint,

    /// <summary>A picture says nothing to those who cannot see it.</summary>
    MissingAlternative,

    /// <summary>A picture is left out, since nobody has said that those in it have agreed.</summary>
    PictureWithoutConsent,

    /// <summary>As many parties as a point's share have notes in common, and none of them stands behind a point.</summary>
    LeftOut,

    /// <summary>Something that looks like an identity number.</summary>
    IdentityNumber,

    /// <summary>Something that looks like a telephone number.</summary>
    Telephone,

    /// <summary>Something that looks like an e-mail address.</summary>
    Email,

    /// <summary>Something that looks like a bank account number.</summary>
    AccountNumber,

    /// <summary>Something that looks like where somebody lives.</summary>
    StreetAddress,

    /// <summary>What looks like the name of somebody who is not among the speakers.</summary>
    PersonName,
}

/// <summary>Checks a report before it is published.</summary>
public static partial class Preflight
{
    private const int MostVoices = 5;

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
    public static ImmutableList<ReportFlaw> Check(Gathering gathering, DateTimeOffset now, DateOnly today) =>
    [
        .. Check(GatheringReport.Of(gathering, attributed: false), today),
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

    private static IEnumerable<ReportFlaw> UnwrittenFlaws(Gathering gathering)
    {
        var coverage = Coverage.Of(gathering);
        return gathering
            .Points.Where(coverage.IsUnwritten)
            .Select(point => new ReportFlaw(FlawKind.UnwrittenPoint, point.Text) { Point = point.Id });
    }

    // The largest voices: when one of them gets a point, the next is told.
    private static IEnumerable<ReportFlaw> VoiceFlaws(Gathering gathering) => (NobodyLeftOut.Of(gathering)?.Missing ?? [])
        .Take(MostVoices)
        .Select(voice => new ReportFlaw(FlawKind.LeftOut, voice.Text, Count: voice.Parties.Count) { Voice = voice });

    private static IEnumerable<ReportFlaw> ConsentFlaws(Gathering gathering, DateTimeOffset now)
    {
        if (gathering.Consent is not { CalledOffAt: null } round)
        {
            var verbatim = gathering.Points.Count(point =>
                point.Sources.Exists(source =>
                    Rules.FindNote(gathering, source) is { Deleted: false } note
                    && new Wording(note.Text).IsContainedIn(new Wording(point.Text))
                )
            );
            if (verbatim > 0) yield return new(FlawKind.ConsentNotAsked, "", Count: verbatim);
            foreach (var flaw in ConsentFilter.Flaws(gathering)) yield return flaw;
            yield break;
        }

        foreach (var flaw in ConsentFilter.Flaws(gathering)) yield return flaw;
        // The parties were told what silence means. When the deadline has passed, silence is their answer.
        if (round.SilenceMeansYes && !round.IsOpen(now)) yield break;
        foreach (var party in gathering.PartiesInOrder)
            if (
                Quotes.Of(gathering, party.Id).Count(quote => quote is { InPublication: true, Verdict: QuoteVerdict.Open })
                is > 0
                    and var open
            )
                yield return new(FlawKind.UnapprovedQuotes, party.Name, Count: open);
    }

    private static IEnumerable<ReportFlaw> TextFlaws(PlainText text, PlainText where, ReportText? part)
    {
        if (LongYear().IsMatch(text.Value)) yield return new(FlawKind.ImplausibleYear, where, part);
        if (ImpossibleDay().IsMatch(text.Value)) yield return new(FlawKind.ImplausibleDay, where, part);
        if (Placeholder().IsMatch(text.Value)) yield return new(FlawKind.Placeholder, where, part);
        if (TextLinks.In(text.Value).Any(link => link.IsBare)) yield return new(FlawKind.BareAddress, where, part);
        foreach (var flaw in PersonalFlaws(text, where, part)) yield return flaw;
    }

    private static IEnumerable<ReportFlaw> PersonalFlaws(PlainText text, PlainText where, ReportText? part) =>
        PersonalData
            .Find(text)
            .GroupBy(find => find.Kind)
            .OrderBy(same => same.Key)
            .Select(same => new ReportFlaw(
                same.Key switch
                {
                    PersonalDataKind.IdentityNumber => FlawKind.IdentityNumber,
                    PersonalDataKind.Telephone => FlawKind.Telephone,
                    PersonalDataKind.Email => FlawKind.Email,
                    PersonalDataKind.AccountNumber => FlawKind.AccountNumber,
                    PersonalDataKind.StreetAddress => FlawKind.StreetAddress,
                    _ => FlawKind.PersonName,
                },
                where,
                part
            )
            {
                Found = string.Join('\n', same.Select(find => text.Value.Substring(find.Start, find.Length)).Distinct()),
            });

    // A report names its speakers, and tells of them in its texts.
    private static bool IsOfSpeaker(ReportFlaw flaw, HashSet<string> speakers) =>
        flaw.Kind == FlawKind.PersonName
        && flaw.Found.Value.Split('\n').All(name => speakers.Contains(name) || (name.EndsWith('s') && speakers.Contains(name[..^1])));

    private static HashSet<string> NamesOfSpeakers(GatheringReport report) =>
    [
        .. report.Blocks.SelectMany(block => block.Talks).SelectMany(talk => talk.Speakers).Concat(report.Welcome.Speakers)
            .SelectMany(speaker => speaker.Name.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(speaker.Name.Value)),
    ];

    /// <summary>«7. juni 20021»: a year with one digit too many. Only after a month, because other numbers can be anything.</summary>
    [GeneratedRegex(
        @"\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june|july"
            + @"|october|december|år|året|year)\s+(?:19|20)\d{3,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex LongYear();

    /// <summary>«31. juni», «30. februar», «45. mai».</summary>
    [GeneratedRegex(
        @"\b(?:(?:3[2-9]|[4-9]\d)\.\s*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)|31\.\s*"
            + @"(?:april|juni|september|november)|3[01]\.\s*februar)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex ImpossibleDay();

    /// <summary>Placeholder texts of page builders and templates.</summary>
    [GeneratedRegex(
        @"\b(?:bildetekst|billedtekst|lorem ipsum|created with sketch|skriv her|fyll inn|xxx+|todo|tbd|placeholder)\b"
            + @"|\[\s*(?:…|\.\.\.|\?+)\s*\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Placeholder();
}
