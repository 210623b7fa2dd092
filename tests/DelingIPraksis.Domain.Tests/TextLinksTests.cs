using CsCheck;

namespace DelingIPraksis.Domain.Tests;

public sealed class TextLinksTests
{
    [Theory]
    [InlineData("Les https://stad.kommune.no/plan.", "Les |https://stad.kommune.no/plan|.")]
    [InlineData("Se www.stad.kommune.no, og ring", "Se |www.stad.kommune.no|, og ring")]
    [InlineData("Se [nettsiden](https://stad.kommune.no) vår", "Se |nettsiden| vår")]
    [InlineData("[Én](https://a.no)[To](https://b.no)", "|Én||To|")]
    [InlineData("(https://no.wikipedia.org/wiki/Stad_(kommune))", "(|https://no.wikipedia.org/wiki/Stad_(kommune)|)")]
    [InlineData("«https://a.no/b»", "«|https://a.no/b|»")]
    [InlineData("https://a.no/b?c=d&e=%20f#g", "|https://a.no/b?c=d&e=%20f#g|")]
    public void A_link_is_found_where_it_stands(string text, string shown) => Assert.Equal(
        shown, string.Concat(TextLinks.Runs(text).Select(run => run.Address is null ? run.Words : $"|{run.Words}|")));

    [Theory]
    [InlineData("[trykk](javascript:alert(1))")]
    [InlineData("[trykk](data:text/html,x)")]
    [InlineData("javascript:alert(1)")]
    [InlineData("[trykk](https://bank.no@example.org/)")]
    [InlineData("kari@www.stad.kommune.no")]
    [InlineData("[](https://)")]
    [InlineData("https://")]
    [InlineData("www.")]
    [InlineData("[fil](file:///etc/passwd)")]
    [InlineData("[1] og (2) er ingen lenker")]
    public void What_leads_to_no_page_stays_as_it_was_written(string text) => Assert.Equal([new TextRun(text, null)], TextLinks.Runs(text));

    [Fact]
    public void Nothing_that_was_written_is_lost() => Hostile.Sample(text =>
    {
        var read = 0;
        foreach (var link in TextLinks.In(text))
        {
            Assert.InRange(link.Start, read, text.Length);
            Assert.InRange(link.End, link.Start + 1, text.Length);
            Assert.Equal(link.Words, text.Substring(link.WordsStart, link.Words.Length));
            Assert.Contains(link.Address.Scheme, (string[])["http", "https"]);
            read = link.End;
        }

        Assert.All(TextLinks.Runs(text), run => Assert.NotEmpty(run.Words));
    });

    [Theory]
    [InlineData("Se planen", "https://a.no/b", "[Se planen](https://a.no/b)")]
    [InlineData("Se [planen]\nher", "https://a.no/b_(c)", "[Se planen her](https://a.no/b_%28c%29)")]
    [InlineData("  ", "https://a.no/", "https://a.no/")]
    public void A_link_that_is_made_is_a_link_that_is_found(string words, string address, string written)
    {
        Assert.Equal(written, TextLinks.Write(words, new Uri(address)));
        Assert.Single(TextLinks.In(written));
    }

    [Theory]
    [InlineData("Se nettsiden vår.", "nettsiden", "Se [nettsiden](https://a.no/) vår.")]
    [InlineData("Se [nettsiden](https://b.no) og nettsiden", "nettsiden", "Se [nettsiden](https://b.no) og [nettsiden](https://a.no/)")]
    [InlineData("Se oss.", "nettsiden", "Se oss. [nettsiden](https://a.no/)")]
    [InlineData("Se oss.", "", "Se oss. https://a.no/")]
    [InlineData("", "nettsiden", "[nettsiden](https://a.no/)")]
    public void A_link_is_put_where_its_words_stand_or_last(string text, string words, string after) =>
        Assert.Equal(after, TextLinks.Insert(text, words, new Uri("https://a.no")));

    private static readonly string[] _pieces =
    [
        "[", "]", "(", ")", "https://", "www.", "a.no", "/", "x", " ", "\n", "](", "http://a.no", "@", ".", "\u202E", "«", "%20", "#", "?",
    ];

    private static readonly Gen<string> Hostile = Gen.Int[0, _pieces.Length - 1].Select(piece => _pieces[piece]).List[0, 24]
        .Select(string.Concat);
}
