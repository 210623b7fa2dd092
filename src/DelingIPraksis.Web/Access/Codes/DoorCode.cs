using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace DelingIPraksis.Web.Access.Codes;

/// <summary>
/// The code that is read off a wall and typed on a phone: eight symbols of thirty-two, which is forty bits. The alphabet is Crockford's:
/// digits and letters without I, L, O and U, so that no two of them look alike and no code spells a word by accident.
/// </summary>
public readonly record struct DoorCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8;

    private readonly string? _symbols;

    private DoorCode(string symbols) => _symbols = symbols;

    /// <summary>As it stands in an address and in the database.</summary>
    public string Symbols => _symbols ?? "";

    /// <summary>As it is shown to people: two groups of four.</summary>
    public string Shown => _symbols is null ? "" : $"{_symbols[..4]} {_symbols[4..]}";

    /// <summary>A new code that nobody can foresee.</summary>
    public static DoorCode Make() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Takes what somebody typed: any case, with spaces, hyphens or dots, O for zero, I or L for one, U for V.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out DoorCode code)
    {
        code = default;
        var symbols = new char[Length];
        var count = 0;
        foreach (var letter in typed ?? "")
        {
            if (char.IsWhiteSpace(letter) || char.IsPunctuation(letter) || letter is '\u00AD' or '\u200B') continue;
            var symbol = Meant(char.ToUpperInvariant(letter));
            if (count == Length || !Alphabet.Contains(symbol, StringComparison.Ordinal)) return false;
            symbols[count++] = symbol;
        }

        if (count != Length) return false;
        code = new(new string(symbols));
        return true;
    }

    public override string ToString() => Shown;

    private static char Meant(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        'U' => 'V',
        _ => letter,
    };
}
