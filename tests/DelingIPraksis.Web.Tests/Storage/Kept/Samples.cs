using System.IO.Compression;
using System.Text;

namespace DelingIPraksis.Web.Tests.Storage.Kept;

/// <summary>Small files of each format, made as the programs make them that people use.</summary>
internal static class Samples
{
    public static byte[] Pdf(string words = "") => Encoding.Latin1.GetBytes($"%PDF-1.7\n%âãÏÓ\n{words}\n%%EOF\n");

    public static byte[] Png(int bytes = 64) => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[bytes - 8]];

    public static byte[] Docx() => Package("[Content_Types].xml", "word/document.xml");

    public static byte[] Pptx() => Package("[Content_Types].xml", "ppt/presentation.xml", "ppt/slides/slide1.xml");

    /// <summary>A presentation with a slide of blanks.</summary>
    public static byte[] Bomb(int size)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<x/>", CompressionLevel.Fastest);
            Write(zip, "ppt/presentation.xml", "<x/>", CompressionLevel.Fastest);
            Write(zip, "ppt/slides/slide1.xml", new string(' ', size), CompressionLevel.Optimal);
        }

        return bytes.ToArray();
    }

    public static byte[] Open(string type)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "mimetype", type, CompressionLevel.NoCompression);
            Write(zip, "content.xml", "<x/>", CompressionLevel.Fastest);
        }

        return bytes.ToArray();
    }

    public static byte[] Package(params IEnumerable<string> names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names) Write(zip, name, "<x/>", CompressionLevel.Fastest);
        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text, CompressionLevel level)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name, level).Open(), new UTF8Encoding(false));
        entry.Write(text);
    }
}
