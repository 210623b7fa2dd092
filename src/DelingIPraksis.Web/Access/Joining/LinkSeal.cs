using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>Reads the token of a link that was sealed so that it can be shown again.</summary>
internal static class LinkSeal
{
    /// <summary>The token, or null when it was sealed with keys that are gone. The link itself still works.</summary>
    public static string? Open(this IDataProtector seal, string sealedToken)
    {
        try
        {
            return seal.Unprotect(sealedToken);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
