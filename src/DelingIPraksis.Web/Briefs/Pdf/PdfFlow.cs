using DelingIPraksis.Domain.Gatherings;
using PdfSharp.Drawing;

namespace DelingIPraksis.Web.Briefs.Pdf;

/// <summary>A line with its place on a page, in points from the upper left corner to the base line.</summary>
internal readonly record struct PdfLine(double X, double Y, string Text);

/// <summary>The lines of one paragraph, or of the part of it that stands on one page.</summary>
/// <param name="Style">How it looks, and what it is.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Language">Its language, when that is not the language of the document.</param>
internal sealed record PdfPiece(PdfStyle Style, List<PdfLine> Lines, Language? Language = null)
{
    /// <summary>The sign before an item of a list, or the label of a fact.</summary>
    public PdfPiece? Mark { get; init; }

    /// <summary>A line drawn under the piece, from the upper edge of the page; null for none.</summary>
    public double? Rule { get; set; }
}

/// <summary>
/// Breaks paragraphs into lines, and lines into pages. A heading stands on the page of what follows it, and a paragraph is divided so that
/// at least two of its lines are on each page.
/// </summary>
internal sealed class PdfFlow(XGraphics measure)
{
    public const double Width = 595.28, Height = 841.89, Margin = 70.9, Bottom = Height - 66;
    private const double Top = 65, Indent = 21, LabelWidth = 130;

    private readonly List<List<PdfPiece>> _pages = [[]];
    private readonly List<(PdfStyle Style, IReadOnlyList<string> Lines)> _held = [];
    private double _y = Top;

    public IReadOnlyList<IReadOnlyList<PdfPiece>> Pages => _pages;

    private bool AtTop => _pages[^1].Count == 0;

    /// <summary>A paragraph. A line break in the text is a line break on the page.</summary>
    public void Add(PdfStyle style, string text, Language? language = null)
    {
        var lines = Wrap(style, text, Width - (2 * Margin));
        if (style.KeepNext)
        {
            _held.Add((style, lines));
            return;
        }

        Release(style, lines.Count);
        Place(style, lines, Margin, language, mark: null);
    }

    /// <summary>An item of a list.</summary>
    public void AddItem(string sign, string text, Language? language = null)
    {
        var style = PdfStyle.Item;
        var lines = Wrap(style, text, Width - (2 * Margin) - Indent);
        Release(style, lines.Count);
        Place(style, lines, Margin + Indent, language, sign);
    }

    /// <summary>A row of the table of facts, with a thin line under it.</summary>
    public void AddFact(string label, string text)
    {
        var labels = Wrap(PdfStyle.FactLabel, label, LabelWidth - 10);
        var lines = Wrap(PdfStyle.Fact, text, Width - (2 * Margin) - LabelWidth);
        var height = (Math.Max(labels.Count, lines.Count) * PdfStyle.Fact.Line) + 7;
        if (_y + height > Bottom) Turn();
        _y += 3.5;
        var piece = new PdfPiece(PdfStyle.Fact, LinesOf(PdfStyle.Fact, lines, Margin + LabelWidth, _y))
        {
            Mark = new PdfPiece(PdfStyle.FactLabel, LinesOf(PdfStyle.FactLabel, labels, Margin, _y)),
            Rule = _y + height - 3.5,
        };
        _pages[^1].Add(piece);
        _y += height - 3.5;
    }

    // The headings that wait must have room together with the first two lines of what follows.
    private void Release(PdfStyle style, int lines)
    {
        var height = _held.Sum(held => held.Style.Before + (held.Lines.Count * held.Style.Line) + held.Style.After)
            + style.Before + (Math.Min(lines, 2) * style.Line);
        if (_held.Count > 0 && _y + height > Bottom && !AtTop) Turn();
        foreach (var (heldStyle, heldLines) in _held) Place(heldStyle, heldLines, Margin, language: null, mark: null);
        _held.Clear();
    }

    private void Place(PdfStyle style, IReadOnlyList<string> lines, double x, Language? language, string? mark)
    {
        if (!AtTop) _y += style.Before;
        for (var next = 0; next < lines.Count;)
        {
            var room = (int)((Bottom - _y) / style.Line);
            var count = Math.Min(room, lines.Count - next);
            // One line alone, at the foot of a page or at the head of the next, is hard to read.
            if (lines.Count - next - count == 1 && count > 2) count--;
            if (count < Math.Min(2, lines.Count - next) && !AtTop)
            {
                Turn();
                continue;
            }

            count = Math.Max(count, 1);
            var piece = new PdfPiece(style, LinesOf(style, [.. lines.Skip(next).Take(count)], x, _y), language)
            {
                Mark = mark is null || next > 0 ? null : new PdfPiece(style, LinesOf(style, [mark], x - Indent, _y)),
            };
            _pages[^1].Add(piece);
            _y += count * style.Line;
            next += count;
            if (next < lines.Count) Turn();
        }

        _y += style.After;
    }

    private static List<PdfLine> LinesOf(PdfStyle style, IReadOnlyList<string> lines, double x, double y) =>
        [.. lines.Select((line, index) => new PdfLine(x, y + (index * style.Line) + style.Rise, line))];

    private void Turn()
    {
        _pages.Add([]);
        _y = Top;
    }

    private List<string> Wrap(PdfStyle style, string text, double width)
    {
        var lines = new List<string>();
        foreach (var written in text.Split('\n'))
        {
            var line = "";
            var words = written.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in words.SelectMany(word => Cut(style, word, width)))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && style.WidthOf(longer, measure) > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = longer;
                }
            }

            lines.Add(line);
        }

        return lines;
    }

    // An address may be longer than a line.
    private IEnumerable<string> Cut(PdfStyle style, string word, double width)
    {
        while (word.Length > 1 && style.WidthOf(word, measure) > width)
        {
            var (fits, tooMany) = (1, word.Length);
            while (tooMany - fits > 1)
            {
                var middle = (fits + tooMany) / 2;
                if (style.WidthOf(word[..middle], measure) <= width) fits = middle;
                else tooMany = middle;
            }

            if (char.IsHighSurrogate(word[fits - 1]) && fits > 1) fits--;
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
