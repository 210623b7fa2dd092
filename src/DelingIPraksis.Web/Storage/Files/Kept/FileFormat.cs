namespace DelingIPraksis.Web.Storage;

/// <summary>The formats of files that are kept. The list is closed: nothing else is stored, and nothing else is served.</summary>
internal enum FileFormat
{
    Png,
    Jpeg,
    Webp,
    Pdf,
    Docx,
    Pptx,
    Odt,
    Odp,
    Html,
    Text,
    Markdown,
}

/// <summary>How each format is told from others, and how it is served.</summary>
internal static class FileFormats
{
    /// <summary>The extension of the format, with its dot.</summary>
    public static string Extension(this FileFormat format) => format switch
    {
        FileFormat.Jpeg => ".jpg",
        FileFormat.Text => ".txt",
        FileFormat.Markdown => ".md",
        _ => $".{format.ToString().ToLowerInvariant()}",
    };

    /// <summary>The media type that the format is served with, whatever the user's browser called it.</summary>
    /// <remarks>Hazard: HTML that a user has uploaded must never be served as HTML from our own host. It is shown as its source.</remarks>
    public static string MediaType(this FileFormat format) => format switch
    {
        FileFormat.Png => "image/png",
        FileFormat.Jpeg => "image/jpeg",
        FileFormat.Webp => "image/webp",
        FileFormat.Pdf => "application/pdf",
        FileFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileFormat.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileFormat.Odt => "application/vnd.oasis.opendocument.text",
        FileFormat.Odp => "application/vnd.oasis.opendocument.presentation",
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>Whether a browser may show it in a page. All other formats are saved as files.</summary>
    public static bool IsPicture(this FileFormat format) => format is FileFormat.Png or FileFormat.Jpeg or FileFormat.Webp;

    /// <summary>
    /// The format of a file by its own bytes. Only formats of plain text need the extension, because their bytes do not tell them apart.
    /// Null when it is none of ours.
    /// </summary>
    /// <param name="file">The whole file; it is read from the start, and its position is changed.</param>
    /// <param name="name">What the user calls it.</param>
    public static FileFormat? Of(Stream file, string name)
    {
        var start = new byte[FileStart.Length];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (FileStart.Of(start) is { } told) return told;
        if (FileStart.IsZip(start)) return PackageNames.Of(file, start);
        return ByExtension(name) is { } text && IsText(file) ? text : null;
    }

    private static FileFormat? ByExtension(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" => FileFormat.Text,
        ".md" or ".markdown" => FileFormat.Markdown,
        ".html" or ".htm" => FileFormat.Html,
        _ => null,
    };

    // Text in any single-byte or UTF-8 encoding has no NUL. UTF-16 has, and is told by its mark.
    private static bool IsText(Stream file)
    {
        file.Position = 0;
        var block = new byte[64 * 1024];
        var read = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        if (read >= 2 && block is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return true;
        for (; read > 0; read = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false))
            if (block.AsSpan(0, read).Contains((byte)0)) return false;
        return true;
    }
}

/// <summary>The formats that their first bytes tell.</summary>
internal static class FileStart
{
    /// <summary>How many bytes are needed.</summary>
    public const int Length = 128;

    public static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Null when the first bytes do not tell.</summary>
    public static FileFormat? Of(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return FileFormat.Png;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileFormat.Jpeg;
        if (start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8)) return FileFormat.Webp;
        // Readers accept the mark anywhere in the first kilobyte. We do not, because such a file may also be something else.
        return start.StartsWith("%PDF-"u8) ? FileFormat.Pdf : null;
    }
}
