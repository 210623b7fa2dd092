using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>From the domain's types to those that are written down.</summary>
internal static class JsonShapes
{
    public static IReadOnlyList<string> Plain(this IEnumerable<PlainText> texts) => [.. texts.Select(text => text.Value)];

    public static ImmutableSortedDictionary<string, string> ToSorted(this IEnumerable<KeyValuePair<string, string>> texts) =>
        texts.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The words of fields.</summary>
    public static ImmutableSortedDictionary<TKey, string> Words<TKey>(this ImmutableSortedDictionary<TKey, WrittenText> texts)
        where TKey : notnull => texts.ToImmutableSortedDictionary(text => text.Key, text => text.Value.Text.Value);

    /// <summary>The words of fields, or null when there are none: then the field is left out.</summary>
    public static ImmutableSortedDictionary<TKey, string>? WordsOrNothing<TKey>(this ImmutableSortedDictionary<TKey, WrittenText> texts)
        where TKey : notnull => texts.IsEmpty ? null : texts.Words();

    public static string? OrNothing(PlainText text) => text.IsEmpty ? null : text.Value;
}
