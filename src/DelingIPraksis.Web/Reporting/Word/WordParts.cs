using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>The parts of a <see cref="ReportDocument"/> as paragraphs and tables.</summary>
internal sealed class WordParts(WordText text, ReportWords words, MainDocumentPart main, WordFace face)
{
    private int _bookmarks;
    private uint _charts;
    private uint _marks;

    public IEnumerable<OpenXmlElement> Of(ReportPart part) => part switch
    {
        ReportPart.Heading heading => [Heading(heading, null)],
        ReportPart.Notice notice => [text.Line(WordStyles.Notice, notice.Text)],
        ReportPart.Prose prose => text.Block(null, prose.Text),
        ReportPart.Byline byline => [text.Line(WordStyles.Byline, byline.Text)],
        ReportPart.Presentation link => [new Paragraph(text.Link(link.Words, link.Address, text.Language))],
        ReportPart.GroupList list => [text.Line(WordStyles.Introduction, list.Introduction), .. list.Groups.Select(Group)],
        ReportPart.PlainList { Introduction: "" } list => list.Lines.Select(Item),
        ReportPart.PlainList list => [text.Line(WordStyles.Introduction, list.Introduction), .. list.Lines.Select(Item)],
        ReportPart.PointList list => Points(list),
        ReportPart.ThemePicture picture => Themes(picture),
        ReportPart.Labelled labelled => [text.Line(WordStyles.Label, labelled.Label), .. text.Block(null, labelled.Text)],
        _ => throw new NotSupportedException(part.GetType().Name),
    };

    /// <summary>The table of contents: links to the headings, in a field that Word can update with page numbers.</summary>
    public IEnumerable<OpenXmlElement> Contents(ReportDocument document)
    {
        var headings = document.Contents.ToList();
        if (headings.Count < 3) yield break;
        yield return text.Line(WordStyles.ContentsTitle, words["Contents"]);
        for (var index = 0; index < headings.Count; index++)
        {
            var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Contents }));
            if (index == 0)
                paragraph.Append(
                    Mark(FieldCharValues.Begin),
                    new Run(new FieldCode(@" TOC \o ""1-1"" \n \h \z ") { Space = SpaceProcessingModeValues.Preserve }),
                    Mark(FieldCharValues.Separate)
                );
            paragraph.Append(
                new Hyperlink(WordText.Run(headings[index].Text, text.Language)) { Anchor = BookmarkOf(headings[index]), History = true }
            );
            if (index == headings.Count - 1) paragraph.Append(Mark(FieldCharValues.End));
            yield return paragraph;
        }
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static string BookmarkOf(ReportPart.Heading heading) => $"_Toc_{heading.Anchor.Replace('-', '_')}";

    private Paragraph Heading(ReportPart.Heading heading, string? color)
    {
        var paragraph = text.Line(WordStyles.Heading(heading.Level), heading.Text);
        if (color is not null)
        {
            paragraph.GetFirstChild<Run>()!.RunProperties!.Color = new Color { Val = color };
            paragraph.ParagraphProperties!.ParagraphBorders = new ParagraphBorders(
                new BottomBorder
                {
                    Val = BorderValues.Single,
                    Size = 8,
                    Space = 4,
                    Color = color,
                }
            );
        }

        if (heading.Level > 1) return paragraph;
        var id = (++_bookmarks).ToText();
        paragraph.InsertAfter(new BookmarkStart { Id = id, Name = BookmarkOf(heading) }, paragraph.ParagraphProperties);
        paragraph.Append(new BookmarkEnd { Id = id });
        return paragraph;
    }

    // The pair mark, and the names beside it. Not a table: LibreOffice leaves a heading before a table alone at the bottom of a page.
    private Paragraph Group(GroupLine group)
    {
        var paragraph = WordText.Words(WordStyles.Group, [group.Names], text.Language, WordNumbering.Drawn);
        paragraph.InsertAfter(new Run(new TabChar()), paragraph.ParagraphProperties);
        paragraph.InsertAfter(WordMark.Beside(main, group.Trio, ++_marks, face), paragraph.ParagraphProperties);
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> Themes(ReportPart.ThemePicture picture)
    {
        var figures = new WordTable([WordLook.Measure - 3200, 1600, 1600]);
        yield return WordChart.Paragraph(main, picture, words, ++_charts);
        yield return new Table(
        [
            .. figures.Properties(picture.Title, picture.Note),
            figures.Head(text, [words["ColumnTheme"], words["Barriers"], words["Opportunities"]]),
            .. picture.Rows.Select(row => figures.Row(
            [
                (text.Line(WordStyles.Cell, row.Label), null),
                (text.Line(WordStyles.Cell, row.Barriers.ToText()), WordLook.StoneWash),
                (text.Line(WordStyles.Cell, row.Opportunities.ToText()), WordLook.MossWash),
            ])),
        ]);
        yield return text.Line(WordStyles.After, picture.Note);
    }

    private Paragraph Item(string line) => WordText.Words(WordStyles.Bullet, [line], text.Language, WordNumbering.Plain);

    private IEnumerable<OpenXmlElement> Points(ReportPart.PointList list)
    {
        yield return Heading(list.Title, WordLook.ColorOf(list.Kind));
        yield return text.Line(WordStyles.Introduction, list.Introduction);
        foreach (var point in list.Points)
        {
            var lines = point.Text.Paragraphs().SelectMany(paragraph => paragraph).ToList();
            yield return text.Linked(
                WordStyles.Bullet,
                lines,
                LanguageDetector.Of(point.Text, text.Language),
                WordNumbering.Of(list.Kind)
            );
            foreach (var source in point.Sources) yield return Source(source);
        }
    }

    private Paragraph Source(ReportNote source)
    {
        var lines = source.Text.Paragraphs().SelectMany(paragraph => paragraph);
        var paragraph = WordText.Words(WordStyles.Source, [.. lines], LanguageDetector.Of(source.Text, text.Language));
        paragraph.InsertAfter(WordText.Run($"{source.Origin?.Party.OneLine()}: ", text.Language), paragraph.ParagraphProperties);
        return paragraph;
    }
}
