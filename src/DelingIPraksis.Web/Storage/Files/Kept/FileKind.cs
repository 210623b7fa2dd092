using System.Collections.Immutable;

namespace DelingIPraksis.Web.Storage;

/// <summary>What a kept file is for. It decides how large it may be, and of which formats. Stored by name: never rename one.</summary>
internal enum FileKind
{
    /// <summary>The logo of a network, encoded anew by us.</summary>
    Logo,

    /// <summary>A picture in a report, encoded anew by us.</summary>
    Picture,

    /// <summary>What a speaker has shown.</summary>
    Presentation,

    /// <summary>The report of an earlier gathering, as it was uploaded.</summary>
    Original,
}

internal static class FileKinds
{
    private const long Megabyte = 1024 * 1024;

    private static readonly ImmutableArray<FileFormat> _pictures = [FileFormat.Png, FileFormat.Jpeg, FileFormat.Webp];
    private static readonly ImmutableArray<FileFormat> _presentations = [FileFormat.Pdf, FileFormat.Pptx, FileFormat.Odp];
    private static readonly ImmutableArray<FileFormat> _originals =
    [
        FileFormat.Docx, FileFormat.Odt, FileFormat.Pdf, FileFormat.Html, FileFormat.Text, FileFormat.Markdown,
    ];

    /// <summary>The most bytes of a file. The browser may be told the same limit.</summary>
    public static long Limit(this FileKind kind) => kind switch
    {
        FileKind.Logo or FileKind.Picture => 200 * 1024,
        FileKind.Presentation => 50 * Megabyte,
        _ => 32 * Megabyte,
    };

    public static ImmutableArray<FileFormat> Formats(this FileKind kind) => kind switch
    {
        FileKind.Logo or FileKind.Picture => _pictures,
        FileKind.Presentation => _presentations,
        _ => _originals,
    };

    /// <summary>The extensions that a file field may offer: <c>.pdf,.pptx,.odp</c>. What is chosen is checked by its bytes.</summary>
    public static string Accept(this FileKind kind) => string.Join(',', kind.Formats().Select(format => format.Extension()));
}
