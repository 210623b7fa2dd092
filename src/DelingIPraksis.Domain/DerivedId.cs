using System.Security.Cryptography;
using System.Text;

namespace DelingIPraksis.Domain;

/// <summary>
/// Ids that are made from the hash (SHA-256) of a source: the same source gives the same id, so that what is tried twice is done once.
/// This is the only place where an id is made from bytes; <c>BannedSymbols.txt</c> keeps it so.
/// </summary>
public static class DerivedId
{
    /// <summary>The id of a source: a UUID of version 8 (RFC 9562), which is for such use.</summary>
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
    /// The id of a source as editions before 29 November 2026 made it: without a version, so that one in sixteen looks like version 8.
    /// It is only for ids of those editions that are still looked for, in logs, files, cookies or links. Each caller says where. New ids
    /// are made by <see cref="Of(string)"/>.
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
