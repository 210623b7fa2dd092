using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Language = DelingIPraksis.Domain.Gatherings.Language;

namespace DelingIPraksis.Web.Reporting.Word;

/// <summary>Text as runs and paragraphs. Each run has its language and its direction.</summary>
internal sealed class WordText(Language language, OpenXmlPart part)
{
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    public Language Language { get; } = language;

    /// <summary>A text of the tool, or a name, in the language of the report.</summary>
    public Paragraph Line(string style, string text) => Make(style, null, text, [text], Language);

    /// <summary>One paragraph that a person wrote, with its line breaks.</summary>
    public static Paragraph Words(string? style, IReadOnlyList<string> lines, Language written, int? list = null) =>
        Make(style, list, lines.Count > 0 ? lines[0] : "", lines, written);

    /// <summary>A text that people wrote, with the same paragraphs, in the language in which it was written.</summary>
    public IEnumerable<Paragraph> Block(string? style, PlainText text)
    {
        var written = LanguageDetector.Of(text, Language);
        return text.Paragraphs().Select(lines => Linked(style, lines, written));
    }

    /// <summary>One paragraph that a person wrote, with its line breaks and its links.</summary>
    public Paragraph Linked(string? style, IReadOnlyList<string> lines, Language written, int? list = null)
    {
        if (lines.All(line => TextLinks.In(line).Count == 0)) return Words(style, lines, written, list);
        var paragraph = Words(style, [lines[0]], written, list);
        paragraph.RemoveAllChildren<Run>();
        for (var index = 0; index < lines.Count; index++)
        {
            if (index > 0) paragraph.Append(new Run(new Break()));
            foreach (var run in TextLinks.Runs(lines[index]))
                paragraph.Append(run.Address is { } address ? Link(run.Words, address, written) : Run(run.Words, written));
        }

        return paragraph;
    }

    /// <summary>A link. The same address is one relation of the document, however often it stands in it.</summary>
    public Hyperlink Link(string words, Uri address, Language written)
    {
        if (!_links.TryGetValue(address.AbsoluteUri, out var id))
            _links[address.AbsoluteUri] = id =
                part.AddHyperlinkRelationship(address, isExternal: true, $"rLink{(_links.Count + 1).ToText()}").Id;
        return new Hyperlink(Run(words, written, WordStyles.Link)) { Id = id, History = true };
    }

    /// <summary>A run. Line breaks and tabs become elements of the format.</summary>
    public static Run Run(string text, Language language, string? style = null) => Run([text], language, style);

    private static Paragraph Make(string? style, int? list, string first, IReadOnlyList<string> lines, Language language)
    {
        var properties = new ParagraphProperties();
        if (style is not null) properties.Append(new ParagraphStyleId { Val = style });
        if (list is { } number)
            properties.Append(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = number }));
        if (first.RunsRightToLeft()) properties.Append(new BiDi());
        return new Paragraph(properties, Run(lines, language, null));
    }

    private static Run Run(IReadOnlyList<string> lines, Language language, string? style)
    {
        var properties = new RunProperties();
        if (style is not null) properties.Append(new RunStyle { Val = style });
        if (lines.Count > 0 && lines[0].RunsRightToLeft()) properties.Append(new RightToLeftText());
        properties.Append(new Languages { Val = language.Culture() });
        var run = new Run(properties);
        for (var index = 0; index < lines.Count; index++)
        {
            if (index > 0) run.Append(new Break());
            var pieces = lines[index].Split('\t');
            for (var piece = 0; piece < pieces.Length; piece++)
            {
                if (piece > 0) run.Append(new TabChar());
                if (pieces[piece].Length > 0) run.Append(new Text(pieces[piece]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }
}

/// <summary>Formats numbers for attributes.</summary>
internal static class WordNumbers
{
    public static string ToText(this int number) => number.ToString(CultureInfo.InvariantCulture);
}
