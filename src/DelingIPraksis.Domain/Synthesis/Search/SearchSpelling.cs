using System.Buffers;
using System.Globalization;
using System.Text;

namespace DelingIPraksis.Domain.Searching;

/// <summary>
/// One spelling for words that people type in several ways: small letters, no accents, Sami letters as the letters that stand for them on
/// a Norwegian keyboard («Gáivuotna» and «gaivuotna»). The letters æ, ø and å are letters of their own and stay.
/// </summary>
internal static class SearchSpelling
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzæøå0123456789");

    /// <summary>The word as it is compared. May be empty when it has only marks.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        if (lower.AsSpan().IndexOfAnyExcept(Plain) < 0) return lower;
        var folded = new StringBuilder(lower.Length);
        foreach (var letter in lower.Normalize(NormalizationForm.FormC))
        {
            if (Plain.Contains(letter)) folded.Append(letter);
            else if (Other(letter) is { } other) folded.Append(other);
            else AppendBase(folded, letter);
        }

        return folded.ToString();
    }

    // Letters that Unicode does not take apart, and the two that Swedish and German write for æ and ø.
    private static string? Other(char letter) => letter switch
    {
        'ä' => "æ",
        'ö' => "ø",
        'đ' or 'ð' => "d",
        'ŋ' => "n",
        'ŧ' or 'þ' => "t",
        'ß' => "ss",
        _ => null,
    };

    private static void AppendBase(StringBuilder folded, char letter)
    {
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                folded.Append(part);
    }
}
