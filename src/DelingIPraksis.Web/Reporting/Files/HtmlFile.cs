using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Colours;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// The report as one page of plain, semantic HTML without classes or script. Its content can be pasted into a municipality's web pages and
/// gets their style. Opened directly, the page has its own readable style.
/// </summary>
internal sealed class HtmlFile(LogoFiles? logos = null, Func<GatheringReport, ReportDocument>? layout = null) : IReportFile
{
    private const string Look =
        "body{max-width:42rem;margin:3rem auto;padding:0 1.25rem;color:#14292e;background:#fffefb;"
            + "font:1.0625rem/1.6 Georgia,serif;overflow-wrap:anywhere}"
        + "h1,h2,h3,h4,table,header h1+p{font-family:system-ui,sans-serif}"
        + "h1{font-size:2.1rem;line-height:1.15;margin:0 0 .5rem}"
        + "h2{font-size:1.5rem;margin:2.6rem 0 .5rem}"
        + "h3{font-size:1.15rem;margin:1.8rem 0 .3rem}"
        + "h4{font-size:1rem;margin:1.4rem 0 .2rem}"
        + "header h1+p{color:#4d6167}"
        + "a{color:#0b5563}"
        + "li{margin:.3rem 0}"
        + "table{width:100%;border-collapse:collapse;font-size:.94rem}"
        + "caption{color:#4d6167;text-align:start;padding-bottom:.4rem}"
        + "th,td{padding:.4rem .6rem .4rem 0;border-bottom:1px solid #d9d6cc;text-align:start;vertical-align:top}"
        + "tbody th{font-weight:400}"
        + "@media print{body{margin:0 auto}h2,h3,h4{break-after:avoid}li,tr{break-inside:avoid}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string Format => "html";

    public string ContentType => "text/html; charset=utf-8";

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        foreach (var line in LinesOf((layout ?? ReportLayout.Of)(report), logos?.Of(report.Face)))
        {
            await writer.WriteAsync(line.AsMemory(), cancellation);
            await writer.WriteAsync("\n".AsMemory(), cancellation);
        }
    }

    private static IEnumerable<string> LinesOf(ReportDocument document, Logo? logo)
    {
        var words = new ReportWords(document.Language);
        yield return "<!DOCTYPE html>";
        yield return $"<html lang=\"{document.Language.Code()}\">";
        yield return "<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + $"<title>{Text(document.Title.Value)}</title><style>{Look}{FaceLook(document.Face)}</style></head>";
        yield return "<body><article>";
        yield return $"<header>{LogoOf(document, logo)}<h1{Direction(document.Title.Value)}>{Text(document.Title.Value)}</h1>"
            + $"<p>{Text(document.Meta)}</p>{Prose(document.Ingress, document.Language)}</header>";
        foreach (var part in document.Parts.Concat(document.Appendix)) yield return Part(part, words);
        yield return $"<footer><p><small>{Text(words["MadeWith"])}</small></p></footer>";
        yield return "</article></body>";
        yield return "</html>";
    }

    // The values are written by us from parsed colours. The page has a light ground in every reader.
    private static string FaceLook(NetworkFace? face) =>
        (Colour.TryParse(face?.Primary, out var text) ? $"a,h3{{color:{text}}}" : "")
        + (Colour.TryParse(face?.Secondary ?? face?.Primary, out var line)
            ? $"header{{border-top:4px solid {line};padding-top:1.2rem}}"
            : "");

    // In the page itself, so that the file is whole wherever it is sent.
    private static string LogoOf(ReportDocument document, Logo? logo)
    {
        if (logo is null || document.Face is not { } face) return "";
        var alternative = face.LogoText.IsEmpty ? document.Network.Value : face.LogoText.OneLine();
        return $"<p><img src=\"data:{logo.Format.MediaType()};base64,{Convert.ToBase64String(logo.Bytes)}\" alt=\"{Text(alternative)}\" "
            + "style=\"max-height:5rem;max-width:100%\"></p>";
    }

    private static string Part(ReportPart part, ReportWords words) => part switch
    {
        ReportPart.Heading heading => Heading(heading),
        ReportPart.Notice notice => $"<p><strong>{Text(notice.Text)}</strong></p>",
        ReportPart.Prose prose => Prose(prose.Text, words.Language),
        ReportPart.Byline byline => $"<p{Direction(byline.Text)}>{Text(byline.Text)}</p>",
        ReportPart.Presentation link => $"<p>{Anchor(link.Words, link.Address)}</p>",
        ReportPart.GroupList list =>
            $"<p>{Text(list.Introduction)}</p>{Items(list.Groups.Select(group => group.Names))}",
        ReportPart.PlainList { Introduction: "" } list => Items(list.Lines),
        ReportPart.PlainList list =>
            $"<p>{Text(list.Introduction)}</p>{Items(list.Lines)}",
        ReportPart.PointList list =>
            $"{Heading(list.Title)}<p>{Text(list.Introduction)}</p>{List("ul", list.Points.Select(point => Point(point, words.Language)))}",
        ReportPart.ThemePicture picture => ThemeTable(picture, words),
        ReportPart.Labelled labelled => $"<p><strong>{Text(labelled.Label)}</strong></p>{Prose(labelled.Text, words.Language)}",
        ReportPart.NoteTable table => NoteTable(table, words),
        _ => throw new NotSupportedException(part.GetType().Name),
    };

    private static string Heading(ReportPart.Heading heading) =>
        $"<h{heading.Level + 1} id=\"{heading.Anchor}\"{Direction(heading.Text)}>{Text(heading.Text)}</h{heading.Level + 1}>";

    // The item has the language of the point. The content under it has its own language attribute.
    private static string Point(ReportPoint point, Language language) => point.Sources.IsEmpty
        ? $"<li{Written(point.Text, language)}>{Linked(point.Text.Lines())}</li>"
        : $"<li{Direction(point.Text.Value)}><span{WrittenIn(point.Text, language)}>{Linked(point.Text.Lines())}</span>"
            + $"{List("ul", point.Sources.Select(source => Source(source, language)))}</li>";

    private static string Source(ReportNote source, Language language) =>
        $"<li{Direction(source.Text.Value)}>{Text(source.Origin?.Party.OneLine() ?? "")}: "
        + $"<span{WrittenIn(source.Text, language)}>{Lines(source.Text.Lines())}</span></li>";

    // The picture needs our style sheet, and web publishing systems remove drawings. The table has the same figures.
    private static string ThemeTable(ReportPart.ThemePicture picture, ReportWords words)
    {
        var rows = picture.Rows.Select(row => string.Create(
            CultureInfo.InvariantCulture,
            $"<tr><th scope=\"row\"{Direction(row.Label)}>{Text(row.Label)}</th><td>{row.Barriers}</td><td>{row.Opportunities}</td></tr>"));
        return Table(picture.Note, [words["ColumnTheme"], words["Barriers"], words["Opportunities"]], rows);
    }

    private static string NoteTable(ReportPart.NoteTable table, ReportWords words)
    {
        var rows = table.Notes.Select(note =>
            $"<tr><td>{Text(words[note.Kind == NoteKind.Barrier ? "Barrier" : "Opportunity"])}</td>"
            + $"<td{Written(note.Text, words.Language)}>{Lines(note.Text.Lines())}</td>"
            + $"<td>{Text(note.Origin?.Party.OneLine() ?? "")}</td></tr>");
        return Table(table.Title, [words["ColumnKind"], words["ColumnNote"], words["ColumnParty"]], rows);
    }

    private static string Table(string caption, string[] columns, IEnumerable<string> rows) =>
        $"<table><caption>{Text(caption)}</caption><thead><tr>"
        + $"{string.Concat(columns.Select(column => $"<th scope=\"col\">{Text(column)}</th>"))}"
        + $"</tr></thead><tbody>{string.Concat(rows)}</tbody></table>";

    private static string Items(IEnumerable<string> lines) =>
        List("ul", lines.Select(line => $"<li{Direction(line)}>{Text(line)}</li>"));

    private static string List(string element, IEnumerable<string> items) => $"<{element}>{string.Concat(items)}</{element}>";

    private static string Prose(PlainText text, Language language) =>
        string.Concat(text.Paragraphs().Select(lines => $"<p{Direction(lines[0])}{WrittenIn(text, language)}>{Linked(lines)}</p>"));

    private static string Written(PlainText text, Language language) => Direction(text.Value) + WrittenIn(text, language);

    private static string WrittenIn(PlainText text, Language language) =>
        JsonShapes.LanguageOf(text, language) is { } code ? $" lang=\"{code}\"" : "";

    private static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Text));

    private static string Linked(IEnumerable<string> lines) => string.Join("<br>", lines.Select(line => string.Concat(
        TextLinks.Runs(line).Select(run => run.Address is { } address ? Anchor(run.Words, address) : Text(run.Words)))));

    private static string Anchor(string words, Uri address) => $"<a href=\"{Text(address.AbsoluteUri)}\">{Text(words)}</a>";

    private static string Direction(string text) => text.RunsRightToLeft() ? " dir=\"rtl\"" : "";

    private static string Text(string text) => Encoder.Encode(text);
}
