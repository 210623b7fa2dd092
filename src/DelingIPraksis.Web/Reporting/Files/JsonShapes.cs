using System.Collections.Immutable;
using DelingIPraksis.Domain;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>From the domain's types to those that are written down.</summary>
internal static class JsonShapes
{
    public static ImmutableArray<string> Plain(this IEnumerable<PlainText> texts) => [.. texts.Select(text => text.Value)];

    public static ImmutableSortedDictionary<TKey, string> ToSorted<TKey>(this IEnumerable<KeyValuePair<TKey, string>> texts)
        where TKey : notnull => texts.ToImmutableSortedDictionary(Comparer<TKey>.Default);

    public static ImmutableSortedDictionary<string, string> ToSorted(this IEnumerable<KeyValuePair<string, string>> texts) =>
        texts.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
