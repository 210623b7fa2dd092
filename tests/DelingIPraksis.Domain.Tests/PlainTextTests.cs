using System.Text.Json;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Tests;

public sealed class PlainTextTests
{
    // tests/js/text.test.mjs reads the same file: what the browser takes for the same, the server must.
    public static IEnumerable<TheoryDataRow<string, string>> Corpus() =>
        from line in JsonSerializer.Deserialize<CorpusLine[]>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "corpus", "plain-text.json")),
            JsonSerializerOptions.Web
        )!
        select new TheoryDataRow<string, string>(line.Raw, line.Plain) { TestDisplayName = line.Name };

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Keeps_what_people_write_and_nothing_that_breaks_a_store_or_a_file(string raw, string kept) =>
        Assert.Equal(kept, new PlainText(raw).Value);

    [Fact]
    public void A_field_of_one_line_has_spaces_for_breaks() =>
        Assert.Equal("Plan for areal og klima", new PlainText("Plan for areal\u2028og\u000Bklima").OnOneLine.Value);

    [Fact]
    public void Two_words_are_never_glued_together_by_what_stood_between_them() => Gen.Char['\u0001', '\uFFFF'].Sample(between =>
    {
        if (
            char.IsSurrogate(between)
            || TextMarks.IsInvisible(between)
            || between is '\u001F'
            || char.IsControl(between) && !TextMarks.IsBreak(between)
        )
            return;
        if (between is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF') return;
        Assert.NotEqual("entre", new PlainText($"en{between}tre").Value);
    });

    [Theory]
    [InlineData("4WR6\u200E QCSG", "4WR6 QCSG")]
    [InlineData("\u200F\u2060\uFEFFStad\u00ADlandet", "Stadlandet")]
    [InlineData("Nord\u2212Aurdal", "Nord-Aurdal")]
    [InlineData("Nord\u2011Aurdal \u2013 by", "Nord-Aurdal - by")]
    [InlineData(" d\u2019Angelo\u00A0\u2028 Stad ", "d'Angelo Stad")]
    public void Folds_what_is_not_seen_and_what_looks_the_same(string written, string folded) =>
        Assert.Equal(folded, TextMarks.Fold(written));

    [Fact]
    public void Is_in_the_order_of_the_norwegian_alphabet()
    {
        PlainText[] texts = ["Åpne data", "Aasen", "Zoom", "areal", "Økonomi", "Ærlig", "Areal", "ås", "bil"];
        Assert.Equal(
            ["areal", "Areal", "bil", "Zoom", "Ærlig", "Økonomi", "Åpne data", "ås", "Aasen"],
            texts.Order().Select(text => text.Value)
        );
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", new PlainText("a\uD800b").Value);

    [Fact]
    public void A_text_that_is_cut_ends_in_a_whole_letter()
    {
        const string Family = "👩\u200D👩\u200D👧\u200D👦";
        Assert.Equal("aaa", TextTruncation.Truncate($"aaa{Family}", 8));
        Assert.Equal($"aaa{Family}", TextTruncation.Truncate($"aaa{Family}b", 3 + Family.Length));
        Assert.Equal("aaaa …", TextTruncation.Shorten("aaaa😀bbbb", 7));
        Assert.Equal("aaaa😀", TextTruncation.Shorten("aaaa😀", 6));
        Assert.Equal("e\u0323", TextTruncation.Truncate("e\u0323\u0302x", 2));
    }

    [Fact]
    public void Cutting_never_makes_a_letter_that_was_not_there() =>
        Gen.Select(Gen.String[Gen.Char["a\u200D\uD83D\uDC69\uFE0F\u0301 "], 0, 40], Gen.Int[0, 45])
            .Sample(
                (raw, most) =>
    {
        var text = new PlainText(raw).Value;
        var cut = TextTruncation.Truncate(text, most);
        Assert.True(cut.Length <= most || text.Length <= most);
        Assert.StartsWith(cut, text, StringComparison.Ordinal);
        Assert.False(cut.Length > 0 && char.IsHighSurrogate(cut[^1]));
        Assert.True(
            TextTruncation.Shorten(text, Math.Max(2, most)).Length
                <= Math.Max(text.Length <= most ? text.Length : 0, Math.Max(2, most))
        );
    });

    [Fact]
    public void Is_the_same_when_taken_again_and_survives_being_written_down_and_xml() => Gen.String[Gen.Char, 0, 60].Sample(raw =>
    {
        var text = new PlainText(raw);
        Assert.Equal(text, new PlainText(text.Value));
        Assert.Equal(text, GatheringJson.Read<PlainText>(GatheringJson.Write(text)));
        Assert.True(text.Value.All(System.Xml.XmlConvert.IsXmlChar) || text.Value.Any(char.IsSurrogate));
    });

    private sealed record CorpusLine(string Name, string Raw, string Plain);
}
