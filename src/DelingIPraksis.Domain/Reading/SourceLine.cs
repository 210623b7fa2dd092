using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reading;

/// <summary>A line of a paragraph, with the marks in front of it taken apart.</summary>
/// <param name="Paragraph">The number of the paragraph.</param>
/// <param name="Original">All of it.</param>
/// <param name="Text">Without number, time and bullet.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Level">The level of a heading, or 0.</param>
/// <param name="IsStrong">Whether it is in bold type.</param>
/// <param name="Links">Its links.</param>
internal sealed record SourceLine(
    int Paragraph,
    string Original,
    string Text,
    ParagraphShape Shape,
    int Level,
    bool IsStrong,
    ImmutableList<SourceLink> Links)
{
    /// <summary>Whether a time of day stood in front: it is a line of a programme.</summary>
    public bool HasTime { get; init; }

    /// <summary>Whether a number such as «3.1» stood in front and it is no item of a list.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>The cells of a row.</summary>
    public IReadOnlyList<string> Cells => Shape == ParagraphShape.Row ? Text.Split('\t') : [Text];

    /// <summary>Whether it is written in capitals only.</summary>
    public bool IsCapitals => Text.Count(char.IsLetter) > 3 && !Text.Any(char.IsLower);

    /// <summary>Whether it is a heading by its form, whatever it says.</summary>
    public bool IsMarked => Shape == ParagraphShape.Heading || (Shape == ParagraphShape.Text && (IsStrong || IsNumbered || IsCapitals));
}

/// <summary>Makes the lines of a document.</summary>
internal static partial class SourceLines
{
    public static List<SourceLine> Of(SourceDocument document)
    {
        var lines = new List<SourceLine>();
        foreach (var (number, paragraph) in document.Paragraphs.Index())
        {
            // A list that is one paragraph: «• en • to», or lines with bullets in front.
            var written = paragraph.Shape == ParagraphShape.Row
                ? [paragraph.Text.Replace('\n', ' ')]
                : BetweenBullets().Replace(paragraph.Text, "\n")
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var line in written)
            {
                var links = written.Length == 1
                    ? paragraph.Links
                    : paragraph.Links.FindAll(link =>
                        line.Contains(link.Words.Length > 0 ? link.Words : link.Address.OriginalString, StringComparison.Ordinal));
                var bulleted = TextSource.Bulleted(line, out var item) && paragraph.Shape != ParagraphShape.Heading;
                lines.Add(new(
                    number,
                    line,
                    bulleted ? item : line,
                    bulleted && paragraph.Shape == ParagraphShape.Text ? ParagraphShape.Item : paragraph.Shape,
                    paragraph.Level,
                    paragraph.IsStrong,
                    links));
            }
        }

        Count(lines);
        return lines;
    }

    // Numbers that follow each other without anything between are a list. Others belong to headings.
    private static void Count(List<SourceLine> lines)
    {
        var numbers = lines.ConvertAll(line => line.Shape is ParagraphShape.Text or ParagraphShape.Heading ? NumberOf(line.Text) : null);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (Time().Match(line.Text) is { Success: true } time && time.Length < line.Text.Length)
                lines[at] = line with { Text = line.Text[time.Length..].Trim(' ', '\t', '|', ':', '–', '-'), HasTime = true };
            if (numbers[at] is not { } number) continue;
            var inList = line.Shape == ParagraphShape.Text && number.Depth == 1
                && (IsNext(numbers[at], at + 1 < lines.Count ? numbers[at + 1] : null) || (at > 0 && IsNext(numbers[at - 1], number)));
            var words = line.Text[number.Length..].Trim();
            lines[at] = lines[at] with
            {
                Text = words,
                Shape = inList ? ParagraphShape.Item : line.Shape,
                IsNumbered = !inList,
                Level = line.Level > 0 || inList ? line.Level : number.Depth,
            };
        }
    }

    private static bool IsNext((int Depth, int Last, int Length)? one, (int Depth, int Last, int Length)? other) =>
        one is { Depth: 1 } first && other is { Depth: 1 } second && second.Last == first.Last + 1;

    private static (int Depth, int Last, int Length)? NumberOf(string text)
    {
        if (Letter().Match(text) is { Success: true } letter) return (1, letter.Groups[1].Value[0], letter.Length);
        var number = Number().Match(text);
        if (!number.Success || DateReader.StartsDate(text)) return null;
        var parts = number.Groups[1].Value.Split('.');
        // «12 kommuner deltok» is a sentence: a single number needs its mark.
        if (parts.Length == 1 && number.Groups[2].Length == 0) return null;
        return (parts.Length, int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture), number.Length);
    }

    [GeneratedRegex(@"(?<=\S)[ \t]+(?=[•●▪◦‣]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenBullets();

    [GeneratedRegex(
        @"^(?:kl\.?\s*)?(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9](?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?(?:[01]?[0-9]|"
            + @"2[0-3])[.:][0-5][0-9])?(?=[\s:|–-])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex(@"^([0-9]{1,2}(?:\.[0-9]{1,2}){0,3})([.)]?)\s+(?=[\p{L}«""])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^([a-h])\)\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();
}
