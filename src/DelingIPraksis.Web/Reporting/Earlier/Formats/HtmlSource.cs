using System.Collections.Immutable;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DelingIPraksis.Domain.Reading;

namespace DelingIPraksis.Web.Reporting.Earlier.Formats;

/// <summary>
/// Reads a web page into paragraphs. Hazard: the page is a stranger's. The parser runs no script and fetches nothing, and only text and
/// addresses of the web are taken from it.
/// </summary>
internal static class HtmlSource
{
    // A page may be nested to any depth; no report is nested to more than this.
    private const int Deepest = 200;

    private static readonly HashSet<string> _skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "form", "button", "nav", "footer", "head", "select",
        "input", "textarea", "canvas", "audio", "video", "title",
    };

    private static readonly HashSet<string> _blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "header", "aside", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "thead", "tfoot",
        "blockquote", "pre", "figure", "figcaption", "details", "summary", "address", "body", "html", "hr", "fieldset", "center",
    };

    public static SourceDocument Read(string html)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false }, BrowsingContext.New(Configuration.Default));
        using var page = parser.ParseDocument(html);
        var walk = new Walk();
        if (page.Body is { } body) walk.Through(body, 0);
        walk.End();
        return new(walk.Paragraphs.ToImmutable());
    }

    private sealed class Walk
    {
        private readonly StringBuilder _text = new();
        private readonly List<SourceLink> _links = [];
        private ParagraphShape _shape = ParagraphShape.Text;
        private int _level;
        private int _letters;
        private int _strongLetters;
        private int _strong;

        public ImmutableList<SourceParagraph>.Builder Paragraphs { get; } = ImmutableList.CreateBuilder<SourceParagraph>();

        public void Through(INode node, int depth)
        {
            if (depth > Deepest)
            {
                Write(node.TextContent);
                return;
            }

            foreach (var child in node.ChildNodes)
                switch (child)
                {
                    case IText text:
                        Write(text.Data);
                        break;
                    case IElement element when !_skipped.Contains(element.LocalName) && !IsHidden(element):
                        Take(element, depth + 1);
                        break;
                    default:
                        break;
                }
        }

        // A paragraph ends here, and the next may have another shape.
        public void End(ParagraphShape shape = ParagraphShape.Text, int level = 0)
        {
            var text = string.Join('\t', _text.ToString().Split('\t').Select(cell => cell.Trim()));
            if (text.Any(letter => letter != '\t' && !char.IsWhiteSpace(letter)) && Paragraphs.Count < SourceDocument.MostParagraphs)
                Paragraphs.Add(new(
                    _shape == ParagraphShape.Row ? text : text.Trim(),
                    _shape,
                    _level,
                    _letters > 0 && _strongLetters == _letters && _shape != ParagraphShape.Heading,
                    [.. _links]));
            _text.Clear();
            _links.Clear();
            (_letters, _strongLetters, _shape, _level) = (0, 0, shape, level);
        }

        private void Take(IElement element, int depth)
        {
            switch (element.LocalName)
            {
                case ['h', >= '1' and <= '6' and var level]:
                    Inside(element, depth, ParagraphShape.Heading, level - '0');
                    break;
                case "li":
                    Inside(element, depth, ParagraphShape.Item);
                    break;
                case "tr":
                    TakeRow(element);
                    break;
                case "br":
                    // A line break ends a line that may be a heading in bold type, so each line is a paragraph of its own.
                    End(_shape == ParagraphShape.Item ? ParagraphShape.Item : ParagraphShape.Text);
                    break;
                case "a":
                    var from = _text.Length;
                    Through(element, depth);
                    if (SourceLink.To(Squeezed(_text.ToString(Math.Min(from, _text.Length), Math.Max(0, _text.Length - from))),
                        (element as IHtmlAnchorElement)?.GetAttribute("href")) is { } link)
                        _links.Add(link);
                    break;
                case "b" or "strong" or "u":
                    _strong++;
                    Through(element, depth);
                    _strong--;
                    break;
                case var name when _blocks.Contains(name):
                    var (shape, before) = (_shape, Paragraphs.Count);
                    // The paragraph in an item is the item itself.
                    End(shape is ParagraphShape.Item && name is "p" or "div" ? ParagraphShape.Item : ParagraphShape.Text);
                    Through(element, depth);
                    End();
                    break;
                default:
                    Through(element, depth);
                    break;
            }
        }

        private void Inside(IElement element, int depth, ParagraphShape shape, int level = 0)
        {
            End(shape, level);
            Through(element, depth);
            End();
        }

        private void TakeRow(IElement row)
        {
            var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").ToList();
            // A table with one cell in each row only places things on the page.
            if (cells.Count < 2 || cells.Exists(cell => cell.QuerySelector("p + p, h1, h2, h3, h4, ul, ol, table") is not null))
            {
                foreach (var cell in cells)
                {
                    End();
                    Through(cell, 0);
                    End();
                }

                return;
            }

            End(ParagraphShape.Row);
            foreach (var (place, cell) in cells.Index())
            {
                if (place > 0) _text.Append('\t');
                _text.Append(Squeezed(cell.TextContent));
                foreach (var anchor in cell.QuerySelectorAll("a[href]"))
                    if (SourceLink.To(Squeezed(anchor.TextContent), anchor.GetAttribute("href")) is { } link) _links.Add(link);
            }

            End();
        }

        private void Write(string text)
        {
            foreach (var letter in text)
            {
                if (char.IsWhiteSpace(letter))
                {
                    if (_text.Length > 0 && _text[^1] != ' ') _text.Append(' ');
                    continue;
                }

                _text.Append(letter);
                _letters++;
                if (_strong > 0) _strongLetters++;
            }
        }

        private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        private static bool IsHidden(IElement element) =>
            element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
            || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal)
                .Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;
    }
}
