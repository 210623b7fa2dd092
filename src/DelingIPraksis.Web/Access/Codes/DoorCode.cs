using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>
/// The code that is read from a wall and typed on a phone: eight symbols of thirty-two, which is forty bits. The alphabet is Crockford's:
/// digits and letters without I, L, O and U, so that no two look alike and no code is a word by accident.
/// </summary>
public readonly partial record struct DoorCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8;
    private const int LongestTyped = 4_000;

    private readonly string? _symbols;

    private DoorCode(string symbols) => _symbols = symbols;

    /// <summary>The code in addresses and in the database.</summary>
    public string Symbols => _symbols ?? "";

    /// <summary>The code as displayed: two groups of four.</summary>
    public string Shown => _symbols is null ? "" : $"{_symbols[..4]} {_symbols[4..]}";

    /// <summary>A new random code.</summary>
    public static DoorCode Make() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>
    /// Parses what a user typed or pasted: any case; with spaces, hyphens, dots or invisible characters; O for zero, I or L for one, U for
    /// V; a link with the code in it, also in angle brackets or inside the address of a mail filter; «Kode:» before the code.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out DoorCode code)
    {
        code = default;
        if (string.IsNullOrEmpty(typed) || typed.Length > LongestTyped) return false;
        // A mail filter escapes the whole link and puts it into its own address.
        foreach (var text in new[] { typed, Uri.UnescapeDataString(typed) })
        {
            if (LinkPattern().Match(text) is { Success: true } link)
                return TryRead(Uri.UnescapeDataString(link.Groups[1].Value.Replace('+', ' ')), out code);
        }

        // «KODE 1234» is a valid code too.
        return TryRead(typed, out code) || TryRead(LabelPattern().Replace(typed, ""), out code);
    }

    private static bool TryRead(string text, out DoorCode code)
    {
        code = default;
        var symbols = new char[Length];
        var count = 0;
        foreach (var letter in text)
        {
            // An accent makes a letter another letter. All other characters are separators.
            if (!char.IsLetter(letter) && !char.IsNumber(letter) && !IsMark(letter)) continue;
            var symbol = Meant(char.ToUpperInvariant(letter));
            if (count == Length || !Alphabet.Contains(symbol, StringComparison.Ordinal)) return false;
            symbols[count++] = symbol;
        }

        if (count != Length) return false;
        code = new(new string(symbols));
        return true;
    }

    public override string ToString() => Shown;

    private static bool IsMark(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static char Meant(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        'U' => 'V',
        _ => letter,
    };

    [GeneratedRegex(@"(?:/k/|[?&]kode=)([^/?#&\s<>\[\]()|""`]+)", RegexOptions.IgnoreCase)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^\W*(?:koden?|code)\b(?:\s+(?:er|is)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex LabelPattern();
}
