using System.Security.Cryptography;
using System.Text;

namespace DelingIPraksis.Domain;

/// <summary>
/// Makes ids from the hash (SHA-256) of a source. The same source gives the same id, so a change that is submitted twice is done once. No
/// other code may make an id from bytes: <c>BannedSymbols.txt</c> forbids it.
/// </summary>
public static class DerivedId
{
    /// <summary>The id of a source: a UUID of version 8 (RFC 9562), the version for ids that an application derives itself.</summary>
    public static Guid Of(string source) => Of(Encoding.UTF8.GetBytes(source));

    /// <inheritdoc cref="Of(string)"/>
    public static Guid Of(ReadOnlySpan<byte> source)
    {
        Span<byte> hashed = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hashed);
        hashed[6] = (byte)((hashed[6] & 0x0F) | 0x80);
        hashed[8] = (byte)((hashed[8] & 0x3F) | 0x80);
        return Made(hashed[..16], bigEndian: true);
    }

    /// <summary>
    /// The id of a source as versions before 29 November 2026 made it. It has no UUID version, so one in sixteen looks like version 8. Use
    /// it only to find ids that those versions wrote to logs, files, cookies or links; each caller says where. New ids are made by <see
    /// cref="Of(string)"/>.
    /// </summary>
    public static Guid Unversioned(string source) => Unversioned(Encoding.UTF8.GetBytes(source));

    /// <inheritdoc cref="Unversioned(string)"/>
    public static Guid Unversioned(ReadOnlySpan<byte> source)
    {
        Span<byte> hashed = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hashed);
        return Made(hashed[..16], bigEndian: false);
    }

#pragma warning disable RS0030 // Banned everywhere else.
    private static Guid Made(ReadOnlySpan<byte> bytes, bool bigEndian) => new(bytes, bigEndian);
#pragma warning restore RS0030
}
