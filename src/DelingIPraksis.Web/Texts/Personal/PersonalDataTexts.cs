using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Texts;

/// <summary>What a text seems to have in it that may point at one person.</summary>
public sealed class PersonalDataTexts;

/// <summary>Words for what <see cref="Domain.Reports.PersonalData"/> finds.</summary>
public static class PersonalHints
{
    // A note is looked at each time its column is drawn, on the screen of everybody in the party.
    private const int MostRemembered = 5_000;
    private static readonly ConcurrentDictionary<string, string[]> _seen = new(StringComparer.Ordinal);

    /// <summary>A soft hint for those who write on a board, or null.</summary>
    public static string? HintOnBoard(this IStringLocalizer<PersonalDataTexts> texts, PlainText text) => Hint(texts, "OnBoard", text);

    /// <summary>A hint for those who write the report, or null.</summary>
    public static string? HintInReport(this IStringLocalizer<PersonalDataTexts> texts, PlainText text) => Hint(texts, "InReport", text);

    private static string? Hint(IStringLocalizer<PersonalDataTexts> texts, string sentence, PlainText text)
    {
        if (text.IsEmpty) return null;
        if (!_seen.TryGetValue(text.Value, out var kinds))
        {
            if (_seen.Count >= MostRemembered) _seen.Clear();
            _seen[text.Value] = kinds = [.. Domain.Reports.PersonalData.In(text).Select(kind => kind.ToString())];
        }

        return kinds.Length == 0
            ? null
            : texts[sentence, string.Join(", ", kinds.Select(kind => texts[kind].Value))].Value;
    }
}
