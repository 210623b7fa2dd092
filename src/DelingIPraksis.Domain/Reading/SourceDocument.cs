using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Reading;

/// <summary>An earlier report as paragraphs, whatever format it came in. It says what stands there, and nothing of what it means.</summary>
/// <param name="Paragraphs">The paragraphs in order. A paragraph's place in the list is its number in all that is read of it.</param>
public sealed record SourceDocument(ImmutableList<SourceParagraph> Paragraphs)
{
    /// <summary>The largest number of paragraphs that is read. A report of 400 pages has about 8,000.</summary>
    public const int MostParagraphs = 20_000;

    /// <summary>Whether it has any words at all. A scanned report has none.</summary>
    public bool HasWords => Paragraphs.Exists(paragraph => paragraph.Text.Any(char.IsLetter));
}

/// <summary>A paragraph of an earlier report.</summary>
/// <param name="Text">Its text. The cells of a table's row are separated by tabs, the lines of a paragraph by line feeds.</param>
/// <param name="Shape">What it is in the original.</param>
/// <param name="Level">The level of a heading, from 1; 0 when that is not known.</param>
/// <param name="IsStrong">Whether all of it is in bold type, or underlined.</param>
/// <param name="Links">The links in it, in order.</param>
public sealed record SourceParagraph(
    string Text,
    ParagraphShape Shape = ParagraphShape.Text,
    int Level = 0,
    bool IsStrong = false,
    ImmutableList<SourceLink>? Links = null)
{
    /// <summary>The links in it, in order.</summary>
    public ImmutableList<SourceLink> Links { get; init; } = Links ?? [];
}

/// <summary>What a paragraph is in the original.</summary>
public enum ParagraphShape
{
    /// <summary>Ordinary text, or a heading that nothing marks as one.</summary>
    Text,

    /// <summary>A heading by its style or its tag.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A line of a table of contents.</summary>
    Contents,
}

/// <summary>A link in an earlier report.</summary>
/// <param name="Words">The words that are the link.</param>
/// <param name="Address">Where it leads: http or https, nothing else.</param>
public sealed record SourceLink(string Words, Uri Address)
{
    /// <summary>The link to an address, or null when the address is not one of the web.</summary>
    public static SourceLink? To(string words, string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            ? new SourceLink(words.Trim(), uri)
            : null;
}
