using CsCheck;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  Stad \r\n kommune\r", "Stad \n kommune")]
    [InlineData("a\0b\u0007c\u000Bd", "abcd")]
    [InlineData("\uFFFEx\uFFFF\uFDD0", "x")]
    [InlineData("e\u0301", "é")]
    [InlineData("👩‍👩‍👧 Ŧ שלום", "👩‍👩‍👧 Ŧ שלום")]
    public void Keeps_what_people_write_and_nothing_that_breaks_a_store_or_a_file(string raw, string kept) => Assert.Equal(kept, new PlainText(raw).Value);

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", new PlainText("a\uD800b").Value);

    [Fact]
    public void Is_the_same_when_taken_again_and_survives_being_written_down_and_xml() => Gen.String[Gen.Char, 0, 60].Sample(raw =>
    {
        var text = new PlainText(raw);
        Assert.Equal(text, new PlainText(text.Value));
        Assert.Equal(text, GatheringJson.Read<PlainText>(GatheringJson.Write(text)));
        Assert.True(text.Value.All(System.Xml.XmlConvert.IsXmlChar) || text.Value.Any(char.IsSurrogate));
    });
}
