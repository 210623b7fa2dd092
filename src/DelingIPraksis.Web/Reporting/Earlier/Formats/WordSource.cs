using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelingIPraksis.Web.Reporting.Earlier.Formats;

/// <summary>Reads a Word document into paragraphs: styles, lists, links, tables and text boxes. Nothing of it is run or fetched.</summary>
internal sealed partial class WordSource
{
    /// <summary>The largest part of a document that is read, in characters. The text of 2,000 pages needs less.</summary>
    private const int LargestPart = 40_000_000;

    private readonly MainDocumentPart _main;
    private readonly Dictionary<string, Style> _styles;
    private readonly ImmutableList<SourceParagraph>.Builder _paragraphs = ImmutableList.CreateBuilder<SourceParagraph>();

    private WordSource(MainDocumentPart main)
    {
        _main = main;
        _styles = (main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            .Where(style => style.StyleId?.Value is not null)
            .DistinctBy(style => style.StyleId!.Value)
            .ToDictionary(style => style.StyleId!.Value!);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="InvalidDataException">It is no Word document, or a broken one.</exception>
    public static SourceDocument Read(byte[] document)
    {
        try
        {
            using var stream = new MemoryStream(document, writable: false);
            using var word = WordprocessingDocument
                .Open(stream, false, new OpenSettings { MaxCharactersInPart = LargestPart, AutoSave = false });
            if (word.MainDocumentPart is not { Document.Body: { } body } main) throw new InvalidDataException("The document has no body.");
            var source = new WordSource(main);
            source.TakeAll(body, 0);
            return new(source._paragraphs.ToImmutable());
        }
        // The library tells of broken documents with any of these.
        catch (Exception fault) when (fault is OpenXmlPackageException or System.Xml.XmlException or FormatException or ArgumentException
            or InvalidOperationException or KeyNotFoundException or IOException or UriFormatException)
        {
            throw new InvalidDataException("The document cannot be read.", fault);
        }
    }

    private void TakeAll(OpenXmlElement parent, int depth)
    {
        if (depth > 50) return;
        foreach (var element in parent.ChildElements)
        {
            if (_paragraphs.Count >= SourceDocument.MostParagraphs) return;
            switch (element)
            {
                case Paragraph paragraph:
                    Take(paragraph, depth);
                    break;
                case Table table:
                    TakeTable(table, depth);
                    break;
                case SdtBlock { SdtContentBlock: { } content }:
                    TakeAll(content, depth + 1);
                    break;
                case CustomXmlBlock or InsertedRun:
                    TakeAll(element, depth + 1);
                    break;
                default:
                    break;
            }
        }
    }

    private void Take(Paragraph paragraph, int depth)
    {
        var line = new Line(_main);
        line.Through(paragraph);
        var text = line.Text.ToString();
        var (shape, level) = ShapeOf(paragraph);
        if (shape == ParagraphShape.Contents) text = PageNumber().Replace(text, "");
        var trimmed = text.Trim();
        if (trimmed.Length > 0)
        {
            if (shape == ParagraphShape.Text && trimmed.Contains('\t', StringComparison.Ordinal)) shape = ParagraphShape.Row;
            // A line break may stand between a title in bold type and what follows it.
            var lines = shape == ParagraphShape.Text ? trimmed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                : [trimmed.Replace('\n', ' ')];
            foreach (var one in lines)
                _paragraphs.Add(new(
                    one.Trim(),
                    shape,
                    level,
                    shape == ParagraphShape.Text && line.IsStrong(one),
                    lines.Length == 1 ? [.. line.Links]
                        : [.. line.Links.Where(link => one.Contains(link.Words, StringComparison.Ordinal))]));
        }

        foreach (var box in line.Boxes) TakeAll(box, depth + 1);
    }

    private void TakeTable(Table table, int depth)
    {
        foreach (var row in table.Elements<TableRow>())
        {
            var cells = row.Elements<TableCell>().ToList();
            var isLayout = cells.Count < 2 || cells.Exists(cell => cell.Descendants<Table>().Any()
                || cell.Elements<Paragraph>().Count(inside => ShapeOf(inside).Shape is ParagraphShape.Heading or ParagraphShape.Item) > 1);
            if (isLayout)
            {
                foreach (var cell in cells) TakeAll(cell, depth + 1);
                continue;
            }

            var (text, links) = (new List<string>(), ImmutableList.CreateBuilder<SourceLink>());
            foreach (var cell in cells)
            {
                var lines = cell.Descendants<Paragraph>().Select(paragraph =>
                {
                    var line = new Line(_main);
                    line.Through(paragraph);
                    links.AddRange(line.Links);
                    return line.Text.ToString().Replace('\t', ' ').Replace('\n', ' ').Trim();
                });
                text.Add(string.Join(' ', lines.Where(line => line.Length > 0)));
            }

            if (text.Exists(cell => cell.Length > 0)) _paragraphs
                .Add(new(string.Join('\t', text), ParagraphShape.Row, 0, false, links.ToImmutable()));
        }
    }

    private (ParagraphShape Shape, int Level) ShapeOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties;
        var level = own?.OutlineLevel?.Val?.Value;
        var numbered = own?.NumberingProperties?.NumberingId?.Val?.Value is > 0;
        var removed = own?.NumberingProperties?.NumberingId?.Val?.Value == 0;
        var id = own?.ParagraphStyleId?.Val?.Value;
        for (var steps = 0; id is not null && steps < 10; steps++)
        {
            if (!_styles.TryGetValue(id, out var style)) break;
            var name = style.StyleName?.Val?.Value ?? "";
            if (name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase)) return (ParagraphShape.Contents, 0);
            if (name.Equals("Title", StringComparison.OrdinalIgnoreCase)) return (ParagraphShape.Heading, 1);
            if (HeadingName().Match(name) is { Success: true } heading) return (ParagraphShape.Heading, heading.Groups[1].Value[0] - '0');
            level ??= style.StyleParagraphProperties?.OutlineLevel?.Val?.Value;
            numbered |= !removed && style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value is > 0;
            id = style.BasedOn?.Val?.Value;
        }

        // A style that the document does not declare may still have a known name.
        if (id is not null && HeadingName().Match(id) is { Success: true } known) return (ParagraphShape.Heading,
            known.Groups[1].Value[0] - '0');
        if (level is >= 0 and < 9) return (ParagraphShape.Heading, level.Value + 1);
        return (numbered ? ParagraphShape.Item : ParagraphShape.Text, 0);
    }

    /// <summary>The text of a paragraph, with its links and what of it is in bold type.</summary>
    private sealed class Line(MainDocumentPart main)
    {
        private readonly StringBuilder _strong = new();
        private string? _field;
        private int _fieldFrom = -1;

        public StringBuilder Text { get; } = new();

        public List<SourceLink> Links { get; } = [];

        public List<OpenXmlElement> Boxes { get; } = [];

        public bool IsStrong(string line) =>
            line.Any(char.IsLetter) && _strong.ToString().Split('\n').Any(strong => strong.Trim() == line.Trim());

        public void Through(OpenXmlElement parent)
        {
            foreach (var element in parent.ChildElements)
                switch (element)
                {
                    case DeletedRun or ParagraphProperties:
                        break;
                    case Hyperlink hyperlink:
                        var from = Text.Length;
                        Through(hyperlink);
                        AddLink(from, AddressOf(hyperlink));
                        break;
                    case SimpleField field:
                        var start = Text.Length;
                        Through(field);
                        AddLink(start, AddressIn(field.Instruction?.Value));
                        break;
                    case Run run:
                        TakeRun(run);
                        break;
                    default:
                        if (element.HasChildren) Through(element);
                        break;
                }
        }

        private void TakeRun(Run run)
        {
            var bold = run.RunProperties?.Bold is { } on && on.Val?.Value != false;
            var strong = bold || run.RunProperties?.RunStyle?.Val?.Value is "Strong" or "Sterk";
            foreach (var part in run.ChildElements)
                switch (part)
                {
                    case Text text:
                        Write(text.Text, strong);
                        break;
                    case TabChar:
                        Write("\t", strong);
                        break;
                    case Break { Type: null } or CarriageReturn:
                        Text.Append('\n');
                        _strong.Append('\n');
                        break;
                    case NoBreakHyphen:
                        Write("-", strong);
                        break;
                    // A note stands where it is referred to, so that its words are not lost.
                    case FootnoteReference { Id.Value: var number }:
                        Note(main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(note => note.Id?.Value == number));
                        break;
                    case EndnoteReference { Id.Value: var number }:
                        Note(main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(note => note.Id?.Value == number));
                        break;
                    case FieldCode code:
                        _field = AddressIn(code.Text) ?? _field;
                        break;
                    case FieldChar { FieldCharType: { } type }:
                        if (type.Value == FieldCharValues.Separate) _fieldFrom = Text.Length;
                        if (type.Value != FieldCharValues.End) break;
                        if (_fieldFrom >= 0) AddLink(_fieldFrom, _field);
                        (_field, _fieldFrom) = (null, -1);
                        break;
                    default:
                        // The fallback of a drawing says the same as the drawing.
                        Boxes.AddRange(part.Descendants<TextBoxContent>().Where(box => !box.Ancestors<AlternateContentFallback>().Any()));
                        break;
                }
        }

        private void Note(OpenXmlElement? note)
        {
            if (note?.InnerText.Trim() is { Length: > 0 } words) Write($" ({words})", false);
        }

        private void Write(string text, bool strong)
        {
            Text.Append(text);
            if (strong || string.IsNullOrWhiteSpace(text)) _strong.Append(text);
            // What is not in bold type keeps the line from being so.
            else _strong.Append('\u0001');
        }

        private void AddLink(int from, string? address)
        {
            if (address is not null && Text.Length > from
                && SourceLink.To(Text.ToString(from, Text.Length - from), address) is { } link) Links.Add(link);
        }

        private string? AddressOf(Hyperlink hyperlink)
        {
            if (hyperlink.Id?.Value is not { } id) return null;
            var relationship = main.HyperlinkRelationships.FirstOrDefault(one => one.Id == id);
            return relationship is null ? null
                : relationship.Uri.IsAbsoluteUri ? relationship.Uri.AbsoluteUri
                : relationship.Uri.OriginalString;
        }

        private static string? AddressIn(string? instruction) =>
            instruction is not null && FieldAddress().Match(instruction) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^(?:heading|overskrift|tittel|rubrik)\s?([1-9])\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();

    [GeneratedRegex(@"HYPERLINK\s+""([^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex FieldAddress();

    [GeneratedRegex(@"\t\s*[0-9ivx]+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
