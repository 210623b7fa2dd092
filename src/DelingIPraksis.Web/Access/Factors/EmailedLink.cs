using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// A link for a new password that is sent by e-mail. It is sealed and not stored, and holds the security stamp of the account: the new
/// password changes the stamp, so the link works once.
/// </summary>
internal sealed class EmailedLink(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a link works. A mailbox may be read by others later.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int Longest = 1_000;

    private readonly IDataProtector _seal = protection.CreateProtector("DelingIPraksis.EmailedLink.v1");

    /// <summary>Whether an account may choose a new password by e-mail: it has one, and nobody has closed it.</summary>
    public static bool MayHave(AppUser user) => user is { PasswordHash: not null, IsClosed: false };

    /// <summary>A new link for an account.</summary>
    public string Make(AppUser user) => Base64Url.EncodeToString(_seal.Protect(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{user.Id:N} {(time.GetUtcNow() + Lifetime).UtcTicks} {user.SecurityStamp}"))));

    /// <summary>The account that a link names while its hour lasts, and the stamp that it was made with. Null for anything else.</summary>
    public (Guid User, string Stamp)? Read(string token)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token)) return null;
        try
        {
            var sealedText = Encoding.UTF8.GetString(_seal.Unprotect(Base64Url.DecodeFromChars(token)));
            return sealedText.Split(' ', 3) is [var id, var until, var stamp]
                && new DateTimeOffset(long.Parse(until, CultureInfo.InvariantCulture), TimeSpan.Zero) > time.GetUtcNow()
                    ? (Guid.Parse(id), stamp)
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
