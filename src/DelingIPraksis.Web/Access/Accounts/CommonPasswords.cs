using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Refuses easily guessed passwords: common words in any number, the account's own name and address, keyboard runs, years, and repetitions.
/// Something must be left when all these are removed.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<AppUser>
{
    private const int Enough = 6;
    private const int ShortestRun = 4;

    private static readonly string[] _rows = ["qwertyuiopå", "asdfghjkløæ", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyzæøå"];

    private static readonly string[] _words =
    [
        // The passwords that attackers try first, in general and in Norway.
        "password", "passord", "passphrase", "passe", "pass", "hemmelig", "secret", "admin", "administrator", "login", "logginn",
        "logg inn", "innlogging", "welcome", "velkommen",
        "letmein", "slipp meg inn", "iloveyou", "jeg elsker deg", "elsker", "monkey", "dragon", "football", "fotball", "baseball", "master",
        "sunshine", "princess", "prinsesse",
        "shadow", "superman", "batman", "trustno", "starwars", "whatever", "hello", "hallo", "heisann", "qwerty", "azerty", "test",
        "testing", "bruker", "user", "guest", "gjest",
        "default", "changeme", "bytt meg", "nytt", "new", "abc", "correct", "horse", "battery", "staple", "computer", "datamaskin",
        "internet", "internett", "google", "microsoft",
        "windows", "teams", "office", "server", "wifi", "hund", "katt", "hest", "kjæreste", "skatten", "mamma", "pappa", "familie",
        "sommer", "summer", "vinter", "winter", "høst",
        "haust", "autumn", "vår", "spring", "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
        "november", "desember", "mandag",
        "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "norge", "noreg", "norway", "oslo", "bergen", "trondheim",
        "stavanger", "liverpool", "arsenal", "chelsea",
        "manchester", "brann", "rosenborg", "kommune", "fylkeskommune", "kommunen", "samling", "samlinger", "nettverk", "nettverket",
        "deling i praksis", "deling", "praksis",
        "arrangør", "arrangor", "fasilitator", "konsoll", "workshop", "demo", "prøve", "fjord", "fjell",
    ];

    // The longest first, so that «fylkeskommune» is removed as a whole.
    private static readonly string[] _longestFirst = [.. _words.OrderByDescending(word => word.Length)];

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        string[] own = [.. $"{user.Email} {user.DisplayName}".Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries)];
        return Task.FromResult(
            IsCommon(password ?? "", own)
                ? IdentityResult.Failed(new IdentityError { Code = "PasswordCommon", Description = "It is guessed too easily." })
                : IdentityResult.Success
        );
    }

    /// <summary>Whether a password is easy to guess.</summary>
    /// <param name="password">The password.</param>
    /// <param name="own">What is known about the account: name and address.</param>
    public static bool IsCommon(string password, params IReadOnlyList<string> own)
    {
        var text = Once(password.ToLowerInvariant());
        var words = new string([.. text.Select(Plain)]);
        var taken = new bool[text.Length];
        foreach (var word in _longestFirst.Concat(own.Where(word => word.Length >= 3).Select(word => word.ToLowerInvariant())))
            Take(words, word, taken);
        for (var at = 0; at + ShortestRun <= text.Length; at++)
            if (IsRun(text.AsSpan(at, ShortestRun)) || IsYear(text.AsSpan(at, ShortestRun))) taken.AsSpan(at, ShortestRun).Fill(true);
        return text.Where((letter, at) => !taken[at] && !char.IsPunctuation(letter) && !char.IsSymbol(letter) && !char.IsWhiteSpace(letter))
                .Count() < Enough;
    }

    /// <summary>The text with repetitions removed.</summary>
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
            if (text.Select((letter, at) => letter == text[at % length]).All(same => same)) return text[..length];
        return text;
    }

    private static void Take(string text, string word, bool[] taken)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            taken.AsSpan(at, word.Length).Fill(true);
    }

    private static bool IsRun(ReadOnlySpan<char> part)
    {
        if (part.IndexOfAnyExcept(part[0]) < 0) return true;
        Span<char> back = stackalloc char[part.Length];
        part.CopyTo(back);
        back.Reverse();
        foreach (var row in _rows)
            if (row.AsSpan().Contains(part, StringComparison.Ordinal) || row.AsSpan().Contains(back, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> part) =>
        part is ['1', '9', _, _] or ['2', '0', _, _] && char.IsAsciiDigit(part[2]) && char.IsAsciiDigit(part[3]);

    private static char Plain(char letter) => letter switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        _ => letter,
    };
}
