using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Word;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Language = DelingIPraksis.Domain.Gatherings.Language;

namespace DelingIPraksis.Web.Briefs.Pdf;

/// <summary>
/// A brief as a PDF, with headings, lists, table and language for a screen reader, and the product's typefaces. LibreOffice makes
/// one document at a time and lets four wait; here hundreds may ask at once (<c>docs/decisions/0032-a-pdf-without-libreoffice.md</c>).
/// </summary>
internal static class PdfBrief
{
    public const string ContentType = "application/pdf";

    // PDFsharp keeps its fonts for the whole process and does not promise that two threads may use them.
    private static readonly Lock _one = new();

    /// <summary>The file. It is never the same bytes twice: the format has a random identity.</summary>
    public static byte[] Make(CouncilBrief brief, Language language)
    {
        var document = BriefLayout.Of(brief, language);
        lock (_one)
        {
            using var pdf = new PdfDocument();
            var access = UAManager.ForDocument(pdf);
            access.SetDocumentLanguage(language.Culture());
            pdf.Info.Title = document.Body.Title.OneLine();
            pdf.Info.Author = document.Body.Network.OneLine();
            pdf.Info.Subject = document.Body.Meta;
            pdf.Info.Creator = "Deling i praksis";
            pdf.Info.CreationDate = brief.ChangedAt.UtcDateTime;
            pdf.Info.ModificationDate = brief.ChangedAt.UtcDateTime;
            using var measure = XGraphics.CreateMeasureContext(
                new XSize(PdfFlow.Width, PdfFlow.Height), XGraphicsUnit.Point, XPageDirection.Downwards);
            var flow = new PdfFlow(measure);
            Lay(flow, document);
            var words = new ReportWords(language);
            for (var page = 0; page < flow.Pages.Count; page++)
                Draw(pdf, access.StructureBuilder, flow.Pages[page], document, words["PageOf", page + 1, flow.Pages.Count]);
            using var file = new MemoryStream();
            pdf.Save(file, closeStream: false);
            return file.ToArray();
        }
    }

    private static void Lay(PdfFlow flow, BriefDocument document)
    {
        flow.Add(PdfStyle.Sender, document.Body.Network.OneLine());
        flow.Add(PdfStyle.Title, document.Body.Title.OneLine());
        flow.Add(PdfStyle.Meta, document.Body.Meta);
        foreach (var (label, text) in document.Facts) flow.AddFact(label, text);
        foreach (var part in document.Body.Parts) Lay(flow, part, document.Body.Language);
        flow.Add(PdfStyle.Foot, document.Foot);
    }

    private static void Lay(PdfFlow flow, ReportPart part, Language language)
    {
        switch (part)
        {
            case ReportPart.Heading heading:
                flow.Add(heading.Level == 1 ? PdfStyle.Heading : PdfStyle.SubHeading, heading.Text);
                break;
            case ReportPart.Prose prose:
                Lay(flow, prose.Text, language);
                break;
            case ReportPart.Labelled labelled:
                flow.Add(PdfStyle.Label, labelled.Label);
                Lay(flow, labelled.Text, language);
                break;
            case ReportPart.PlainList list:
                foreach (var line in list.Lines) flow.AddItem("–", Plain(line));
                break;
            case ReportPart.PointList points:
                flow.Add(PdfStyle.SubHeading, points.Title.Text);
                if (points.Introduction.Length > 0) flow.Add(PdfStyle.Hint, points.Introduction);
                foreach (var point in points.Points)
                    flow.AddItem(
                        // The typeface has no square. The heading says which kind it is.
                        points.Kind == NoteKind.Opportunity ? "•" : "–",
                        string.Join('\n', point.Text.Paragraphs().SelectMany(lines => lines).Select(Plain)),
                        LanguageOf(point.Text, language));
                break;
            default:
                throw new NotSupportedException(part.GetType().Name);
        }
    }

    private static void Lay(PdfFlow flow, PlainText text, Language language)
    {
        foreach (var lines in text.Paragraphs())
            flow.Add(PdfStyle.Body, string.Join('\n', lines.Select(Plain)), LanguageOf(text, language));
    }

    private static Language? LanguageOf(PlainText text, Language language) =>
        LanguageDetector.Of(text, language) is var written && written != language ? written : null;

    // On paper a link is read: its words, and where it leads.
    private static string Plain(string line) => TextLinks.In(line).Count == 0 ? line : string.Concat(TextLinks.Runs(line).Select(run =>
        run.Address is { } address && !run.Words.Contains(address.Host, StringComparison.OrdinalIgnoreCase)
            ? $"{run.Words} ({address.AbsoluteUri})"
            : run.Words));

    private static void Draw(
        PdfDocument pdf,
        StructureBuilder structure,
        IReadOnlyList<PdfPiece> pieces,
        BriefDocument document,
        string number)
    {
        var page = pdf.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(PdfFlow.Width), XUnit.FromPoint(PdfFlow.Height));
        using var pen = XGraphics.FromPdfPage(page);
        PdfBlockLevelElementTag? open = null;
        foreach (var piece in pieces)
        {
            PdfBlockLevelElementTag? around = piece.Style.Tag switch
            {
                PdfBlockLevelElementTag.ListBody => PdfBlockLevelElementTag.List,
                PdfBlockLevelElementTag.TableDataCell => PdfBlockLevelElementTag.Table,
                _ => null,
            };
            if (open != around)
            {
                if (open is not null) structure.End();
                if (around is { } next) structure.BeginElement(next);
                open = around;
            }

            DrawPiece(pen, structure, piece, around);
        }

        if (open is not null) structure.End();
        structure.BeginArtifact();
        var foot = PdfFlow.Height - 36;
        var (font, colour) = (PdfStyle.Page.Font, PdfStyle.Page.Colour);
        pen.DrawString(number, font, colour, PdfFlow.Width - PdfFlow.Margin, foot, XStringFormats.BaseLineRight);
        pen.DrawString(document.Body.Network.OneLine(), font, colour, PdfFlow.Margin, foot);
        structure.End();
    }

    private static void DrawPiece(XGraphics pen, StructureBuilder structure, PdfPiece piece, PdfBlockLevelElementTag? around)
    {
        if (around is { } outer)
            structure.BeginElement(
                outer == PdfBlockLevelElementTag.List ? PdfBlockLevelElementTag.ListItem : PdfBlockLevelElementTag.TableRow);
        if (piece.Mark is { } mark)
            DrawLines(pen, structure, mark, around == PdfBlockLevelElementTag.List ? PdfBlockLevelElementTag.Label : mark.Style.Tag);
        DrawLines(pen, structure, piece, piece.Style.Tag);
        if (around is not null) structure.End();
        if (piece.Rule is not { } rule) return;
        structure.BeginArtifact();
        pen.DrawLine(new XPen(PdfStyle.Of(WordLook.Line).Color, 0.6), PdfFlow.Margin, rule, PdfFlow.Width - PdfFlow.Margin, rule);
        structure.End();
    }

    private static void DrawLines(XGraphics pen, StructureBuilder structure, PdfPiece piece, PdfBlockLevelElementTag tag)
    {
        structure.BeginElement(tag);
        if (piece.Language is { } language) structure.SetLanguage(language.Culture());
        foreach (var line in piece.Lines)
            if (line.Text.Length > 0)
                pen.DrawString(line.Text, piece.Style.Font, piece.Style.Colour, line.X, line.Y);
        structure.End();
    }
}
