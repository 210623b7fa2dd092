using System.Text;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Tests.Shell;

public sealed class TextFileTests
{
    private const string Parties = "party;Færder\nparty;Våler\nparty;Bø\nparty;Ås\nparty;Østre Toten\n«Å være» – é\n";

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Parties) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Parties)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Parties)] },
        { "UTF-16, big-endian", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Parties)] },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Parties) },
        { "UTF-16, big-endian, without a mark", Encoding.BigEndianUnicode.GetBytes(Parties) },
        { "UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Parties)] },
        { "Windows-1252", In(1252) },
        { "Mac Roman", In(10000) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Reads_what_Norwegian_spreadsheets_and_editors_save(string name, byte[] bytes)
    {
        Assert.Equal(Parties, TextFile.Read(bytes));
        Assert.Equal(Parties, Encoding.UTF8.GetString(TextFile.ToUtf8(bytes).Span));
        Assert.NotEmpty(name);
    }

    // One word may be all there is to tell by.
    [Theory]
    [InlineData("Færder")]
    [InlineData("Bø")]
    [InlineData("Ås")]
    [InlineData("ÅS")]
    [InlineData("Sør-Varanger")]
    [InlineData("Målselv")]
    [InlineData("Ørland")]
    [InlineData("Bærum, Tromsø og Råde")]
    public void Tells_the_two_apart_by_a_single_name(string name)
    {
        foreach (var page in new[] { 1252, 10000 })
            Assert.Equal(name, TextFile.Read(CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(name)));
    }

    [Fact]
    public async Task Says_when_there_is_more_than_there_is_room_for()
    {
        Assert.Null(await TextFile.BytesAsync(new MemoryStream(new byte[11]), 10));
        Assert.Equal(10, (await TextFile.BytesAsync(new MemoryStream(new byte[10]), 10))!.Length);
    }

    private static byte[] In(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(Parties);
}
