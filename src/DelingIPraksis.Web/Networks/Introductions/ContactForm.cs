using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Networks.Introductions;

/// <summary>Reads a contact card as it was typed.</summary>
internal static class ContactForm
{
    private const int LongestPhone = 40;

    /// <summary>The card, or the key of the text that says what is wrong.</summary>
    public static (ContactWords? Words, string? Fault) Read(string? name, string? email, string? phone)
    {
        var (who, number) = (OnOneLine(name), OnOneLine(phone));
        if (who.Length == 0) return (null, "WriteName");
        if (who.Length > Limits.Name || number.Length > LongestPhone) return (null, "TooLong");
        if (string.IsNullOrWhiteSpace(email) && number.Length == 0) return (null, "WriteWay");
        var address = string.IsNullOrWhiteSpace(email) ? "" : EmailAddresses.Read(email);
        if (address is null) return (null, "NoAddress");
        return number.Length > 0 && !number.Any(char.IsAsciiDigit) ? (null, "NoPhone") : (new(who, address, number), null);
    }

    private static string OnOneLine(string? typed) => new PlainText(typed ?? "").OnOneLine.Value;
}
