using System.Globalization;
using System.Text;

namespace DelingIPraksis.Web.Storage;

/// <summary>Names for addresses: lower-case a–z and digits with hyphens, made from text that people wrote.</summary>
internal static class Slug
{
    private const int Longest = 80;

    /// <summary>The title and year as an address; «samling» when the title has no usable letter.</summary>
    public static string Of(string title, int year)
    {
        var name = OfName(title);
        var ending = year.ToString(CultureInfo.InvariantCulture);
        if (name.Length == 0) name = "samling";
        return name.EndsWith(ending, StringComparison.Ordinal) ? name : $"{name}-{ending}";
    }

    /// <summary>A name as part of an address; empty when it has no usable letter.</summary>
    public static string OfName(string name)
    {
        var words = new StringBuilder();
        foreach (
            var letter in name.ToLowerInvariant()
                .Replace("æ", "ae", StringComparison.Ordinal)
                .Replace("ø", "o", StringComparison.Ordinal)
                .Normalize(NormalizationForm.FormD)
        )
        {
            if (char.IsAsciiLetterOrDigit(letter)) words.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && words.Length > 0 && words[^1] != '-')
                words.Append('-');
            if (words.Length == Longest) break;
        }

        return words.ToString().Trim('-');
    }

    /// <summary>The first of <paramref name="wanted"/>, <c>wanted-2</c>, <c>wanted-3</c> … that is free.</summary>
    public static string FirstFree(string wanted, IReadOnlySet<string> taken)
    {
        var candidate = wanted;
        for (var number = 2; taken.Contains(candidate); number++) candidate = $"{wanted}-{number.ToString(CultureInfo.InvariantCulture)}";
        return candidate;
    }
}
