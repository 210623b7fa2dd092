using System.Buffers;
using System.Net.Mail;
using DelingIPraksis.Domain;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// The only parser of e-mail addresses, in a field and in pasted text. <see cref="MailAddress"/> decides what an address may contain. A
/// part of an address is never accepted as an address, because it may be another person's address.
/// </summary>
internal static class EmailAddresses
{
    /// <summary>The longest address that is stored.</summary>
    public const int Longest = 200;

    private const string Prefix = "mailto:";

    // No usual address contains these characters. All of them occur between addresses.
    private static readonly SearchValues<char> Between = SearchValues.Create(" \t\r\n,;:|<>()[]\"«»“”\u00A0");

    /// <summary>
    /// The address in a field, or null. Pasted text often also has blanks, angle brackets, «mailto:» and invisible characters.
    /// </summary>
    public static string? Read(string? typed)
    {
        var text = TextMarks.Fold(typed);
        if (text is ['<', .. var inner, '>']) text = inner;
        if (text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) text = text[Prefix.Length..];
        return
            text.Length <= Longest
            && !text.AsSpan().ContainsAny(Between)
            && MailAddress.TryCreate(text, out var mail)
            && mail.Address == text
            ? text
            : null;
    }

    /// <summary>
    /// All addresses in a text, in order, with position and original spelling. Empty when the text has a character that no address has.
    /// </summary>
    public static IReadOnlyList<EmailInText> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<EmailInText>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start + (text.AsSpan(start).IndexOfAny(Between) is >= 0 and var length ? length : text.Length - start);
            var (from, to) = (start, end);
            // A sentence ends with a full stop. A list may put its addresses in single quotes or between slashes.
            while (to > from && text[to - 1] is '.' or '!' or '?' or '\'' or '’' or '/' or '*' or '…') to--;
            while (from < to && text[from] is '\'' or '‘' or '’' or '/' or '*' or '•' or '·') from++;
            foreach (
                var piece in text[from..to].Split('/') is { } pieces
                && pieces.Count(piece => piece.Contains('@', StringComparison.Ordinal)) > 1
                    ? pieces
                    : [text[from..to]]
            )
            {
                if (piece.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < piece.Length - 1)
                    found.Add(new(text.IndexOf(piece, from, StringComparison.Ordinal), piece, Whole(piece)));
            }
        }

        return found;
    }

    // In running text only a domain with a dot makes an address.
    private static string? Whole(string piece) =>
        Read(piece) is { } address
        && address[(address.LastIndexOf('@') + 1)..] is var domain
        && domain.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        && dot < domain.Length - 1
            ? address
            : null;
}

/// <summary>A possible address in a text.</summary>
/// <param name="At">The start position.</param>
/// <param name="Written">The original spelling.</param>
/// <param name="Address">The address, or null when the text is not a valid address.</param>
internal sealed record EmailInText(int At, string Written, string? Address)
{
    /// <summary>The part after the @, in lower case.</summary>
    public string? Domain => Address?[(Address.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
