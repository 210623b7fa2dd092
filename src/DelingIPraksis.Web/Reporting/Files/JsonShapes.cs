using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>Converts the domain's types to the types that are written as JSON.</summary>
internal static class JsonShapes
{
    public static IReadOnlyList<string> Plain(this IEnumerable<PlainText> texts) => [.. texts.Select(text => text.Value)];

    public static ImmutableSortedDictionary<string, string> ToSorted(this IEnumerable<KeyValuePair<string, string>> texts) =>
        texts.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The texts of fields.</summary>
    public static ImmutableSortedDictionary<TKey, string> Words<TKey>(this ImmutableSortedDictionary<TKey, WrittenText> texts)
        where TKey : notnull => texts.ToImmutableSortedDictionary(text => text.Key, text => text.Value.Text.Value);

    /// <summary>The texts of fields, or null when there are none, so that the field is left out.</summary>
    public static ImmutableSortedDictionary<TKey, string>? WordsOrNothing<TKey>(this ImmutableSortedDictionary<TKey, WrittenText> texts)
        where TKey : notnull => texts.IsEmpty ? null : texts.Words();

    /// <summary>The language of a text, or null when it is the language of the report.</summary>
    public static string? LanguageOf(PlainText text, Language report) =>
        LanguageDetector.Of(text, report) is var written && written != report ? written.Code() : null;

    public static string? OrNothing(PlainText text) => text.IsEmpty ? null : text.Value;
}
