using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reading;

/// <summary>
/// Reads plain text and Markdown into paragraphs: lines that a program has broken are joined, and marks of headings, lists, tables, bold
/// type and links become structure.
/// </summary>
public static partial class TextSource
{
    // A text that was broken by a program has lines up to about this long; longer lines are whole paragraphs.
    private const int WidestBroken = 110;
    private const int NarrowestBroken = 50;

    /// <summary>Reads a text.</summary>
    /// <param name="text">Plain text or Markdown.</param>
    public static SourceDocument Read(string? text)
    {
        string[] lines = [.. new PlainText(text).Value.Split('\n').Select(line => line.TrimEnd())];
        var width = BrokenAt(lines);
        var paragraphs = ImmutableList.CreateBuilder<SourceParagraph>();
        for (var at = 0; at < lines.Length && paragraphs.Count < SourceDocument.MostParagraphs; at++)
        {
            var line = lines[at];
            if (line.Trim().Length == 0 || Rule().IsMatch(line)) continue;
            // A bullet on a line of its own belongs to the next line: so a PDF writes its lists.
            if (LoneBullet().IsMatch(line) && at + 1 < lines.Length && lines[at + 1].Trim().Length > 0)
                line = $"{line.Trim()} {lines[++at].Trim()}";
            while (at + 1 < lines.Length && GoesOn(lines, at, line, width)) line = $"{line} {lines[++at].Trim()}";
            var under = at + 1 < lines.Length && line.Trim().Length <= 120 && Underline().IsMatch(lines[at + 1])
                ? lines[++at].Trim()[0]
                : ' ';
            paragraphs.Add(Paragraph(line, under));
        }

        return new(paragraphs.ToImmutable());
    }

    private static SourceParagraph Paragraph(string line, char underline)
    {
        if (MarkedHeading().Match(line) is { Success: true } heading)
            return Inline(heading.Groups[2].Value, ParagraphShape.Heading, heading.Groups[1].Length);
        if (underline != ' ') return Inline(line.Trim(), ParagraphShape.Heading, underline == '=' ? 1 : 2);
        if (TableRow().IsMatch(line))
            return Inline(
                string.Join('\t', line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())), ParagraphShape.Row, 0);
        if (line.Trim().Contains('\t', StringComparison.Ordinal) && !Bulleted(line, out _))
            return Inline(string.Join('\t', line.Trim().Split('\t').Select(cell => cell.Trim())), ParagraphShape.Row, 0);
        return Bulleted(line, out var item) ? Inline(item, ParagraphShape.Item, 0) : Inline(line.Trim(), ParagraphShape.Text, 0);
    }

    /// <summary>Whether a line is an item of a list by a bullet or a dash, and what stands behind the mark.</summary>
    internal static bool Bulleted(string line, out string item)
    {
        var bullet = Bullet().Match(line);
        item = bullet.Success ? line[bullet.Length..].Trim() : line;
        return bullet.Success && item.Length > 0;
    }

    // Markdown inside a line: links, bold and italic type. An address alone is a link too.
    private static SourceParagraph Inline(string text, ParagraphShape shape, int level)
    {
        var links = ImmutableList.CreateBuilder<SourceLink>();
        var plain = MarkedLink().Replace(text, link =>
        {
            if (SourceLink.To(link.Groups[1].Value, link.Groups[2].Value) is not { } found) return link.Value;
            links.Add(found);
            return link.Groups[1].Value;
        });
        foreach (Match bare in Address().Matches(plain))
        {
            var address = bare.Value.TrimEnd('.', ',', ';', ')', '>');
            if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) address = $"https://{address}";
            if (SourceLink.To("", address) is { } found) links.Add(found);
        }

        var strong = AllStrong().Match(plain.Trim());
        plain = Emphasis().Replace(strong.Success ? strong.Groups[2].Value : plain, "$2$3");
        return new(plain.Trim(), shape, level, strong.Success && strong.Groups[1].Length > 1, links.ToImmutable());
    }

    // The width that a program has broken the lines at, or 0 when each line is a paragraph.
    private static int BrokenAt(string[] lines)
    {
        var longest = lines.Max(line => line.Length);
        if (longest is < NarrowestBroken or > WidestBroken) return 0;
        var full = lines.Zip(lines.Skip(1)).Count(pair =>
            pair.First.Length > longest * 0.7
            && FirstWord(pair.Second) is { Length: > 0 } word
            && pair.First.Length + 1 + word.Length > longest
            && !"-•*#|".Contains(word[0], StringComparison.Ordinal));
        return full >= 3 ? longest : 0;
    }

    private static bool GoesOn(string[] lines, int at, string soFar, int width)
    {
        var (here, next) = (lines[at], lines[at + 1]);
        if (next.Trim().Length == 0 || Rule().IsMatch(next) || Underline().IsMatch(next)) return false;
        if (MarkedHeading().IsMatch(here) || MarkedHeading().IsMatch(next) || TableRow().IsMatch(here)
            || TableRow().IsMatch(next)) return false;
        if (here.Trim().Contains('\t', StringComparison.Ordinal) || next.Trim().Contains('\t', StringComparison.Ordinal)) return false;
        if (Bulleted(next, out _) || LoneBullet().IsMatch(next) || Counted().IsMatch(next) || Address().IsMatch(next)) return false;
        // In a text that a program has broken, the next line is the same paragraph when its first word had no room in this one.
        if (width > 0 && here.Length + 1 + FirstWord(next).Length > width) return true;
        var goesOn = char.IsLower(next.TrimStart()[0]) && !EndsSentence(here);
        return goesOn && (here.Length >= NarrowestBroken || (Bulleted(soFar, out _) && next[0] == ' '));
    }

    private static bool EndsSentence(string line) => line.TrimEnd() is [.., '.' or '!' or '?' or ':'];

    private static string FirstWord(string line) => line.TrimStart().Split(' ', 2)[0];

    [GeneratedRegex(@"^\s{0,3}(#{1,6})\s+(.+?)\s*#*$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedHeading();

    [GeneratedRegex(@"^\s*(={3,}|-{3,})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    // A line of marks alone separates, and so does the line under a table's head.
    [GeneratedRegex(@"^[\s\-–—_=*•|:.·~+]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\|.*\|\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^\s*(?:[•‣◦▪▫●○■□►▶➢➤✓✔☐☑·∙\uF000-\uF0FF]\s*|[-–—*+o](?:\s+|$)|[-–—](?=\p{L})|§\t\s*|\[[ xX]?\]\s+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*[•‣◦▪▫●○■□►▶➢➤✓✔·∙\uF000-\uF0FF]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LoneBullet();

    [GeneratedRegex(@"^\s*(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|[a-zæøå]\))\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"!?\[([^\]\n]{0,300})\]\(([^)\s]{1,2000})\)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedLink();

    [GeneratedRegex(@"(?:https?://|\bwww\.(?=[\p{L}\p{N}-]+\.))[^\s<>""«»]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    internal static partial Regex Address();

    [GeneratedRegex(@"^(\*{1,3}|__?)([^*_]+)\1:?$", RegexOptions.CultureInvariant)]
    private static partial Regex AllStrong();

    [GeneratedRegex(@"(\*{1,3})([^*\n]+?)\1|(?<!\w)__?([^_\n]+?)__?(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();
}
