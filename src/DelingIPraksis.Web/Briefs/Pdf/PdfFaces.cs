using System.Collections.Concurrent;
using DelingIPraksis.Web.Reporting.Word;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace DelingIPraksis.Web.Briefs.Pdf;

/// <summary>
/// Gives PDFsharp the typefaces that are embedded in the program, the same as in the Word document. The machine's own fonts are never asked
/// for, so the file is the same everywhere.
/// </summary>
internal sealed class PdfFaces : IFontResolver
{
    private const string Serif = "source-serif-4-regular";
    private const string Sans = "atkinson-hyperlegible-next-regular";
    private const string Bold = "atkinson-hyperlegible-next-bold";

    private static readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    // The library has one resolver for the whole process, and it must be there before the first font.
    static PdfFaces() => GlobalFontSettings.FontResolver = new PdfFaces();

    private PdfFaces()
    {
    }

    /// <summary>A typeface in a size in points.</summary>
    public static XFont Font(bool serif, bool bold, double size) =>
        new(serif ? WordLook.Serif : WordLook.Sans, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(familyName == WordLook.Serif ? Serif : isBold ? Bold : Sans);

    public byte[] GetFont(string faceName) => _files.GetOrAdd(faceName, static name =>
    {
        using var file = typeof(PdfFaces).Assembly.GetManifestResourceStream($"font/{name}.ttf")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    });
}
