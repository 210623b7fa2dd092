using System.Buffers;
using System.Net.Mail;
using DelingIPraksis.Domain;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// The one reader of e-mail addresses: those that are typed in a field, and those that stand in pasted text. What an address may hold is
/// <see cref="MailAddress"/>'s to say. A part of an address is never taken for the whole: that is somebody else's address.
/// </summary>
internal static class EmailAddresses
{
    /// <summary>The longest that is kept.</summary>
    public const int Longest = 200;

    private const string Prefix = "mailto:";

    // None of them can stand in an address as people have it; all of them stand between addresses.
    private static readonly SearchValues<char> Between = SearchValues.Create(" \t\r\n,;:|<>()[]\"«»“”\u00A0");

    /// <summary>
    /// The address in a field, or null when it is none. Blanks, angles, «mailto:» and what is not seen come along when one pastes.
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
    /// All that stand in a text, in order: where, as what, and as which address; none when it has a sign in it that no address has.
    /// </summary>
    public static IReadOnlyList<EmailInText> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<EmailInText>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start + (text.AsSpan(start).IndexOfAny(Between) is >= 0 and var length ? length : text.Length - start);
            var (from, to) = (start, end);
            // A sentence ends in a full stop, and a list puts its addresses between single quotes or slashes.
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

    // In running text an address has a domain with a dot in it.
    private static string? Whole(string piece) =>
        Read(piece) is { } address
        && address[(address.LastIndexOf('@') + 1)..] is var domain
        && domain.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
        && dot < domain.Length - 1
            ? address
            : null;
}

/// <summary>What looks like an address in a text.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Written">As it stands there.</param>
/// <param name="Address">The address, or null when it is none.</param>
internal sealed record EmailInText(int At, string Written, string? Address)
{
    /// <summary>What follows the @, in small letters.</summary>
    public string? Domain => Address?[(Address.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
