using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>
/// The code that is read off a wall and typed on a phone: eight symbols of thirty-two, which is forty bits. The alphabet is Crockford's:
/// digits and letters without I, L, O and U, so that no two of them look alike and no code spells a word by accident.
/// </summary>
public readonly partial record struct DoorCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8;
    private const int LongestTyped = 4_000;

    private readonly string? _symbols;

    private DoorCode(string symbols) => _symbols = symbols;

    /// <summary>As it stands in an address and in the database.</summary>
    public string Symbols => _symbols ?? "";

    /// <summary>As it is shown to people: two groups of four.</summary>
    public string Shown => _symbols is null ? "" : $"{_symbols[..4]} {_symbols[4..]}";

    /// <summary>A new code that nobody can foresee.</summary>
    public static DoorCode Make() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>
    /// Takes what somebody typed or pasted: any case, with spaces, hyphens, dots or marks that are not seen, O for zero, I or L for one, U
    /// for V;
    /// the link that has the code in it, also between angles or inside the address that a mail filter put round it; the code with
    /// «Kode:» before it.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out DoorCode code)
    {
        code = default;
        if (string.IsNullOrEmpty(typed) || typed.Length > LongestTyped) return false;
        // A mail filter escapes the whole link and puts it into an address of its own.
        foreach (var text in new[] { typed, Uri.UnescapeDataString(typed) })
        {
            if (LinkPattern().Match(text) is { Success: true } link)
                return TryRead(Uri.UnescapeDataString(link.Groups[1].Value.Replace('+', ' ')), out code);
        }

        // «KODE 1234» is a code too.
        return TryRead(typed, out code) || TryRead(LabelPattern().Replace(typed, ""), out code);
    }

    private static bool TryRead(string text, out DoorCode code)
    {
        code = default;
        var symbols = new char[Length];
        var count = 0;
        foreach (var letter in text)
        {
            // A mark over a letter makes it another letter; all other signs stand round a code or between its groups.
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
