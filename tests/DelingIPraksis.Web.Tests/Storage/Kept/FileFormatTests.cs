using System.Text;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Tests.Storage.Kept;

/// <summary>A file is what its bytes are, not what it is called.</summary>
public sealed class FileFormatTests
{
    public static TheoryData<string, byte[], string?> Files() => new()
    {
        { "notat.pdf", Samples.Pdf(), "Pdf" },
        { "notat.docx", Samples.Docx(), "Docx" },
        { "visning.pptx", Samples.Pptx(), "Pptx" },
        { "notat.odt", Samples.Open("application/vnd.oasis.opendocument.text"), "Odt" },
        { "visning.odp", Samples.Open("application/vnd.oasis.opendocument.presentation"), "Odp" },
        { "bilde.png", Samples.Png(), "Png" },
        { "bilde.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "Jpeg" },
        { "bilde.webp", [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8], "Webp" },
        { "rapport.html", "<!doctype html><p>Rapport"u8.ToArray(), "Html" },
        { "rapport.TXT", "Rapport frå samling"u8.ToArray(), "Text" },
        { "rapport.txt", Encoding.Latin1.GetBytes("Rapport fra Ålesund"), "Text" },
        { "rapport.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Rapport")], "Text" },
        { "rapport.md", "# Rapport"u8.ToArray(), "Markdown" },
        // What it is counts: people change endings.
        { "bilde.pdf", Samples.Png(), "Png" },
        { "rapport.txt", Samples.Pdf(), "Pdf" },
        // What pretends.
        { "rapport.pdf", "<!doctype html><script>alert(1)</script>"u8.ToArray(), null },
        { "rapport.pdf", [.. "<script>alert(1)</script>"u8, .. Samples.Pdf()], null },
        { "bilde.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), null },
        { "visning.pptx", Samples.Package("[Content_Types].xml", "xl/workbook.xml"), null },
        { "visning.pptx", Samples.Package("evil.exe"), null },
        { "visning.odp", Samples.Open("application/x-msdownload"), null },
        { "visning.pptx", Samples.Pptx()[..40], null },
        { "visning.pptx", "PK\u0003\u0004"u8.ToArray(), null },
        { "program.txt", [.. "MZ"u8, 0, 1, 2], null },
        { "program.exe", "MZ program"u8.ToArray(), null },
        { "uten-endelse", "tekst"u8.ToArray(), null },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Is_told_by_its_bytes(string name, byte[] bytes, string? format)
    {
        using var file = new MemoryStream(bytes);
        Assert.Equal(format, FileFormats.Of(file, name)?.ToString());
    }

    [Fact]
    public void A_package_that_lies_about_its_directory_is_none_of_ours()
    {
        var random = new Random(13);
        for (var trial = 0; trial < 5_000; trial++)
        {
            var bytes = Samples.Pptx();
            for (var change = random.Next(1, 6); change > 0; change--) bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            using var file = new MemoryStream(bytes);
            Assert.True(FileFormats.Of(file, "x.pptx") is null or FileFormat.Pptx);
        }
    }

    /// <summary>The slide is 64 MB when it is unpacked, and 64 kB as it is sent.</summary>
    [Fact]
    public void A_bomb_in_a_presentation_is_told_by_its_names_and_never_unpacked()
    {
        var bomb = Samples.Bomb(64_000_000);
        Assert.InRange(bomb.Length, 1, 200_000);
        using var file = new MemoryStream(bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(FileFormat.Pptx, FileFormats.Of(file, "visning.pptx"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void What_is_served_is_from_a_closed_list_and_html_is_never_in_it() =>
        Assert.Equal(
            [
                "application/pdf",
                "application/vnd.oasis.opendocument.presentation",
                "application/vnd.oasis.opendocument.text",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "image/jpeg",
                "image/png",
                "image/webp",
                "text/plain; charset=utf-8",
            ],
            Enum.GetValues<FileFormat>().Select(format => format.MediaType()).Distinct().Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("rapport.pdf", "rapport.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\kari\Møtet i Stad.pdf", "Møtet i Stad.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie: x=1.pdf")]
    [InlineData("ann\u202Efdp.exe", "annfdp.exe")]
    [InlineData("\0\u0007", "fil")]
    [InlineData("...", "fil")]
    [InlineData(null, "fil")]
    public void A_name_is_shown_without_what_hides_it(string? raw, string clean) => Assert.Equal(clean, FileNames.Clean(raw));

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var clean = FileNames.Clean(new string('å', 300) + "🙂.pdf");
        Assert.Equal(FileNames.Longest, clean.Length);
        Assert.EndsWith(".pdf", clean, StringComparison.Ordinal);
        // Smileys are two units each, and a cut between the two would leave half a one.
        Assert.True(char.IsLowSurrogate(FileNames.Clean("x" + string.Concat(Enumerable.Repeat("🙂", 200)))[^1]));
    }

    [Theory]
    [InlineData("Møtet i Stad.exe", "motet-i-stad.pdf")]
    [InlineData("\"; filename=\"x.html", "filename-x.pdf")]
    [InlineData("漢字.pdf", "fil.pdf")]
    public void It_is_saved_under_letters_digits_and_the_ending_of_what_it_is(string name, string saved) =>
        Assert.Equal(saved, new FileRow
        {
            Id = Guid.Empty,
            Hash = "",
            Kind = FileKind.Presentation,
            Format = FileFormat.Pdf,
            Name = name,
            Size = 1,
            At = default,
        }.SafeName);
}
