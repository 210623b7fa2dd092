using System.IO.Compression;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Earlier.Formats;

/// <summary>A report as paragraphs, or why it could not be read.</summary>
/// <param name="Document">The paragraphs, or null.</param>
/// <param name="Fault">The name of a sentence in <see cref="EarlierTexts"/>, or null.</param>
/// <param name="Figures">The values in the sentence.</param>
internal sealed record SourceResult(SourceDocument? Document, string? Fault, params object[] Figures)
{
    /// <summary>The media type that the content has, whatever the file is called.</summary>
    public string MediaType { get; init; } = "application/octet-stream";

    public static SourceResult Wrong(string fault, params object[] figures) => new(null, fault, figures);
}

/// <summary>
/// Reads the file of a report by what is in it: a page named .docx is read as a page. The cost is limited before the reading begins: by
/// size, and by what an archive holds when it is unpacked.
/// </summary>
internal sealed partial class ReportSource(Office office, PdfText pdf)
{
    /// <summary>The largest file, in bytes, as for an archive.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>The longest text, in characters: about 600 pages.</summary>
    public const int LongestText = 2_000_000;

    // All the text of a document, unpacked. The pictures do not count: they are not unpacked.
    private const long LargestUnpacked = 100_000_000;
    private const int MostEntries = 5_000;

    private static readonly byte[][] _pictures =
    [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], "GIF8"u8.ToArray(), "RIFF"u8.ToArray(), "II*\0"u8.ToArray(), "MM\0*"u8.ToArray(),
            "BM"u8.ToArray(),
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="content">All of it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<SourceResult> ReadAsync(byte[] content, CancellationToken cancellation)
    {
        if (content.Length > LargestFile) return SourceResult.Wrong("TooLarge", LargestFile / 1024 / 1024);
        var read = await ByContentAsync(content, cancellation);
        if (read.Document is null) return read;
        if (!read.Document.HasWords) return SourceResult.Wrong(read.MediaType is "text/plain" or "text/html" ? "NoWords" : "IsPicture");
        return read.Document.Paragraphs.Sum(paragraph => (long)paragraph.Text.Length) > LongestText
            ? SourceResult.Wrong("TooLong", LongestText / 1000)
            : read;
    }

    /// <summary>Reads what was pasted: text, Markdown or the source of a page.</summary>
    public static SourceResult Pasted(string? text)
    {
        if (text is null || !text.Any(char.IsLetter)) return SourceResult.Wrong("NoWords");
        if (text.Length > LongestText) return SourceResult.Wrong("TooLong", LongestText / 1000);
        var document = IsPage(text) ? HtmlSource.Read(text) : TextSource.Read(text);
        return document.HasWords ? new(document, null) { MediaType = IsPage(text) ? "text/html" : "text/plain" }
            : SourceResult.Wrong("NoWords");
    }

    /// <summary>The name of a file with the extension of what it is: a page named .docx is kept as a page.</summary>
    public static string NameOf(string name, SourceResult read) => read.MediaType switch
    {
        "text/html" when Path.GetExtension(name).ToLowerInvariant() is not (".html" or ".htm") => Path.ChangeExtension(name, ".html"),
        "text/plain" when Path.GetExtension(name).ToLowerInvariant() is not (".txt" or ".md" or ".markdown") =>
            Path.ChangeExtension(name, ".txt"),
        _ => name,
    };

    private async Task<SourceResult> ByContentAsync(byte[] content, CancellationToken cancellation)
    {
        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8)) return await PackedAsync(content, cancellation);
        if (content.AsSpan(0, Math.Min(content.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
            return (await pdf.ReadAsync(content, cancellation)) with { MediaType = "application/pdf" };
        // What the old Word and WordPad write is not among the formats that are kept.
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || content.AsSpan().StartsWith("{\\rtf"u8))
            return SourceResult.Wrong("OldWord");
        if (Array.Exists(_pictures, start => content.AsSpan().StartsWith(start))) return SourceResult.Wrong("IsPicture");
        var text = TextFile.Read(content);
        // A text has few control characters; anything else is a program's file.
        if (text.Length > 0 && text
            .Count(letter => letter == '\0' || (char.IsControl(letter) && !char.IsWhiteSpace(letter))) * 100 > text.Length)
            return SourceResult.Wrong("NotAReport");
        if (OwnArchive().IsMatch(text)) return SourceResult.Wrong("IsArchive");
        return Pasted(text);
    }

    private async Task<SourceResult> PackedAsync(byte[] content, CancellationToken cancellation)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            if (zip.Entries.Count > MostEntries || !await IsBearableAsync(zip, cancellation)) return SourceResult
                .Wrong("TooLarge", LargestUnpacked / 1_000_000);
            if (zip.GetEntry("word/document.xml") is not null
                || zip.Entries.Any(entry => entry.FullName.StartsWith("word/document", StringComparison.Ordinal)))
                return new(WordSource.Read(content),
                    null)
                { MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };
            if (zip.GetEntry("mimetype") is { } kind && await KindOfAsync(kind) == "application/vnd.oasis.opendocument.text")
                return await ConvertedAsync(content, cancellation);
            return SourceResult.Wrong("NotAReport");
        }
        catch (InvalidDataException)
        {
            return SourceResult.Wrong("Broken");
        }
    }

    private async Task<SourceResult> ConvertedAsync(byte[] content, CancellationToken cancellation)
    {
        if (!office.IsAvailable) return SourceResult.Wrong("NoOffice");
        try
        {
            return new(WordSource.Read(await office.ConvertAsync(content, "docx", "docx", cancellation, "odt")), null)
            {
                MediaType = "application/vnd.oasis.opendocument.text",
            };
        }
        catch (OfficeBusyException)
        {
            return SourceResult.Wrong("Busy");
        }
        catch (Exception fault) when (fault is OfficeException or InvalidDataException)
        {
            return SourceResult.Wrong("Broken");
        }
    }

    // Hazard: what an archive says of the size of its entries may be a lie, so they are unpacked and counted.
    private static async Task<bool> IsBearableAsync(ZipArchive zip, CancellationToken cancellation)
    {
        var (left, buffer) = (LargestUnpacked, new byte[81_920]);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            await using var stream = await entry.OpenAsync(cancellation);
            for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
                if ((left -= read) < 0) return false;
        }

        return true;
    }

    private static async Task<string> KindOfAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync());
        var kind = new char[100];
        return new string(kind, 0, await reader.ReadBlockAsync(kind)).Trim();
    }

    private static bool IsPage(string text) => Page().IsMatch(text.Length > 20_000 ? text[..20_000] : text);

    [GeneratedRegex(
        @"^\s*<(?:!doctype\s+html|html|\?xml|body|meta|head)|<(?:p|h[1-6]|div|ul|ol|table|article|section|"
            + @"span)\b[^>]*>[\s\S]*?</(?:p|h[1-6]|div|ul|ol|table|article|section|span)>",
                RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex(@"^\s*\{\s*""format""\s*:\s*""deling", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OwnArchive();
}
