using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>The secret of a link: 128 random bits. Only its hash is stored, so a copy of the database gives no access.</summary>
internal static class LinkToken
{
    private const int Bytes = 16;
    private const int Length = 22;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash of a token, or null when it is not a token.</summary>
    public static string? Hash(string? token) =>
        token is { Length: Length } && Base64Url.IsValid(token)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
            : null;
}
