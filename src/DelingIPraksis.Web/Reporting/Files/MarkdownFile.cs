using System.Globalization;
using System.Text;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The report as Markdown (headings, lists and links), to paste into other publishing tools.</summary>
internal sealed class MarkdownFile(ReportAssets? assets = null) : IReportFile
{
    public string Format => "md";

    public string ContentType => "text/markdown; charset=utf-8";

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        foreach (var piece in PiecesOf(ReportLayout.Of(report), assets)) await writer.WriteAsync(piece.AsMemory(), cancellation);
    }

    /// <summary>The whole text as one string, to compare the content of two reports.</summary>
    public static string TextOf(ReportDocument document) => string.Concat(PiecesOf(document, null));

    private static IEnumerable<string> PiecesOf(ReportDocument document, ReportAssets? assets)
    {
        var words = new ReportWords(document.Language);
        yield return $"# {MarkdownText.Inline(document.Title.Value)}\n\n{MarkdownText.Line(document.Meta)}\n";
        if (!document.Ingress.IsEmpty) yield return $"\n{MarkdownText.Linked(document.Ingress)}\n";
        foreach (var block in document.Parts.Concat(document.Appendix).SelectMany(part => BlocksOf(part, words, assets)))
            yield return $"\n{block}\n";
        yield return $"\n{MarkdownText.Line(words["MadeWith"])}\n";
    }

    private static IEnumerable<string> BlocksOf(ReportPart part, ReportWords words, ReportAssets? assets) => part switch
    {
        ReportPart.Heading heading => [Heading(heading)],
        ReportPart.Notice notice => [$"**{MarkdownText.Inline(notice.Text)}**"],
        ReportPart.Prose prose => [MarkdownText.Linked(prose.Text)],
        ReportPart.Byline byline => [MarkdownText.Line(byline.Text)],
        ReportPart.Presentation link => [MarkdownText.Link(link.Words, link.Address)],
        ReportPart.KeptPresentation kept =>
            [assets?.To(kept.Address) is { } address ? MarkdownText.Link(kept.Words, address) : MarkdownText.Line(kept.Words)],
        ReportPart.Picture picture => Picture(picture),
        ReportPart.GroupList list =>
        [
            MarkdownText.Line(list.Introduction),
                List(list.Groups.Select(group => MarkdownText.Line(group.Names))),
            ],
        ReportPart.PlainList list => [MarkdownText.Line(list.Introduction), List(list.Lines.Select(MarkdownText.Line))],
        ReportPart.PointList list => [Heading(list.Title), MarkdownText.Line(list.Introduction), List(list.Points.Select(Point))],
        ReportPart.ThemePicture picture => [MarkdownText.Line(picture.Note), List(picture.Rows.Select(row => Theme(row, words)))],
        ReportPart.Labelled labelled => [$"**{MarkdownText.Inline(labelled.Label)}**", MarkdownText.Linked(labelled.Text)],
        ReportPart.NoteTable table => table.Notes.Select((note, index) => Note(note, index + 1, words)),
        _ => throw new NotSupportedException(part.GetType().Name),
    };

    // The picture lies beside the file in the bundle. Alone, its words say what it shows.
    private static IEnumerable<string> Picture(ReportPart.Picture picture)
    {
        yield return $"![{MarkdownText.Inline(picture.Alternative)}]({KeptNames.Of(picture.What)})";
        if (picture.Caption.Length > 0) yield return MarkdownText.Line(picture.Caption);
    }

    private static string Heading(ReportPart.Heading heading) =>
        $"{new string('#', heading.Level + 1)} {MarkdownText.Inline(heading.Text)}";

    private static string List(IEnumerable<string> items) => string.Join('\n', items.Select(item => $"- {item}"));

    private static string Point(ReportPoint point) =>
        MarkdownText.Linked(point.Text, "  ") + string.Concat(point.Sources.Select(source =>
            $"\n  - {MarkdownText.Line(source.Origin?.Party.OneLine() ?? "")}: {MarkdownText.Block(source.Text, "    ")}"));

    private static string Theme(ThemeRow row, ReportWords words) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{MarkdownText.Line(row.Label)}: {words["Barriers"]} {row.Barriers}, {words["Opportunities"]} {row.Opportunities}"
        );

    // A numbered list and not a table: a note may have several lines, and a table cell cannot.
    private static string Note(ReportNote note, int number, ReportWords words)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{number}. ");
        var indent = new string(' ', mark.Length);
        return $"{mark}**{Facts(note, words)}**\n\n{indent}{MarkdownText.Block(note.Text, indent)}";
    }

    private static string Facts(ReportNote note, ReportWords words) => MarkdownText.Inline(string.Join(" · ", new[]
    {
        words[note.Kind == NoteKind.Barrier ? "Barrier" : "Opportunity"],
        note.Origin?.Party.OneLine() ?? "",
        note.Origin is { Group.Count: > 1 } origin ? ReportLayout.NamesOf(origin.Group) : "",
        note.Origin is { } place ? words.Moment(place.At) : "",
                    note.Origin is { AgreedBy.IsEmpty: false } agreed
                        ? $"{words["ColumnAgreed"]}: {string.Join(", ", agreed.AgreedBy.Select(name => name.OneLine()))}"
                        : "",
        note.Votes > 0 ? $"{words["ColumnVotes"]}: {note.Votes}" : "",
        note.UsedIn.IsEmpty ? "" : $"{words["ColumnUsed"]}: {string.Join(", ", note.UsedIn.Select(words.Place))}",
    }.Where(fact => fact.Length > 0)));
}
