using System.Buffers.Binary;
using System.Text;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Tells the formats that are zip packages apart by the names in the package. Nothing is decompressed, so a bomb in the package does no
/// harm here.
/// </summary>
/// <remarks>The zip format: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.</remarks>
internal static class PackageNames
{
    // A presentation of 50 MB has some hundred names. A directory larger than this is no office file.
    private const int LargestDirectory = 4 * 1024 * 1024;

    private const int EndLength = 22, LongestComment = 65_535, DirectoryEntry = 46;
    private const uint EndMark = 0x06054B50, EntryMark = 0x02014B50;

    /// <param name="file">The whole file.</param>
    /// <param name="start">Its first bytes.</param>
    public static FileFormat? Of(Stream file, ReadOnlySpan<byte> start)
    {
        // OpenDocument 1.3, part 2, section 3.3: the first name is «mimetype», stored and not compressed.
        if (MimeType(start) is { } open) return open;
        var names = In(file);
        if (!names.Contains("[Content_Types].xml")) return null;
        return names.Contains("word/document.xml") ? FileFormat.Docx
            : names.Contains("ppt/presentation.xml") ? FileFormat.Pptx
            : null;
    }

    private static FileFormat? MimeType(ReadOnlySpan<byte> start)
    {
        const int Header = 30;
        if (start.Length < Header) return null;
        var (stored, size) = (BinaryPrimitives.ReadUInt16LittleEndian(start[8..]), BinaryPrimitives.ReadUInt32LittleEndian(start[22..]));
        var (name, extra) = (BinaryPrimitives.ReadUInt16LittleEndian(start[26..]), BinaryPrimitives.ReadUInt16LittleEndian(start[28..]));
        if (stored != 0 || name != 8 || size > 80 || Header + name + extra + size > start.Length) return null;
        if (!start.Slice(Header, name).SequenceEqual("mimetype"u8)) return null;
        var type = start.Slice(Header + name + extra, (int)size);
        return type.SequenceEqual("application/vnd.oasis.opendocument.text"u8) ? FileFormat.Odt
            : type.SequenceEqual("application/vnd.oasis.opendocument.presentation"u8) ? FileFormat.Odp
            : null;
    }

    /// <summary>The names in the directory at the end of the package; none when it has no directory that can be read.</summary>
    private static HashSet<string> In(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var directory = Directory(file);
        for (var at = 0; at + DirectoryEntry <= directory.Length;)
        {
            var entry = directory.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntryMark) break;
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            if (DirectoryEntry + length > entry.Length) break;
            names.Add(Encoding.UTF8.GetString(entry.Slice(DirectoryEntry, length)));
            at += DirectoryEntry
                + length
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }

        return names;
    }

    private static byte[] Directory(Stream file)
    {
        var end = new byte[Math.Min(file.Length, EndLength + LongestComment)];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        for (var at = end.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at)) != EndMark) continue;
            var (size, from) = (
                BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 12)),
                BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 16))
            );
            if (size > LargestDirectory || from + (long)size > file.Length) return [];
            var directory = new byte[size];
            file.Position = from;
            file.ReadExactly(directory);
            return directory;
        }

        return [];
    }
}
