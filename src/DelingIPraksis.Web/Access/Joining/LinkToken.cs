using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// The secret in a link: 128 bits that nobody can foresee. Only its hash is kept, so a copy of the database opens nothing.
/// </summary>
internal static class LinkToken
{
    private const int Bytes = 16;
    private const int Length = 22;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it, or null when this is no token at all.</summary>
    public static string? Hash(string? token) =>
        token is { Length: Length } && Base64Url.IsValid(token)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
            : null;
}
