using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Programme.Blocks;

namespace DelingIPraksis.Web.Tests.Programme;

public sealed class LinkLinesTests
{
    [Theory]
    [InlineData("https://stad.no/a", "|https://stad.no/a")]
    [InlineData("stad.kommune.no/kretslop.pdf", "|https://stad.kommune.no/kretslop.pdf")]
    [InlineData("https://a.no/1 https://a.no/2", "|https://a.no/1 |https://a.no/2")]
    [InlineData("https://a.no/1\nhttps://a.no/2", "|https://a.no/1 |https://a.no/2")]
    [InlineData("Dahl: https://a.no/1\nAndersson – https://a.no/2", "Dahl|https://a.no/1 Andersson|https://a.no/2")]
    [InlineData("Dahl\nhttps://a.no/1\nAndersson\nhttps://a.no/2", "Dahl|https://a.no/1 Andersson|https://a.no/2")]
    [InlineData("https://a.no/1 Kristine Dahl\nhttps://a.no/2", "Kristine Dahl|https://a.no/1 |https://a.no/2")]
    [InlineData("[Se Dahls](https://a.no/1)", "Se Dahls|https://a.no/1")]
    [InlineData("• Dahl <https://a.no/1>", "Dahl|https://a.no/1")]
    [InlineData("Dahl www.a.no/1", "Dahl|https://www.a.no/1")]
    [InlineData("", "")]
    [InlineData(" \n\n ", "")]
    public void Links_are_understood_as_people_write_and_paste_them(string text, string links) =>
        Assert.Equal(links, string.Join(' ', LinkLines.Read(text)!.Select(link => $"{link.Words}|{link.Address.AbsoluteUri}")));

    [Theory]
    [InlineData("Se hele presentasjonen")]
    [InlineData("javascript:alert(1)")]
    [InlineData("Dahl https://a.no/1\nog så Andersson")]
    public void Words_without_an_address_are_no_link(string text) => Assert.Null(LinkLines.Read(text));

    [Theory]
    [InlineData("Dahl: https://a.no/1\nhttps://a.no/2")]
    [InlineData("a.no/1")]
    [InlineData("Se hele presentasjonen")]
    public void What_is_shown_again_is_understood_as_the_same(string text)
    {
        var form = LinkLines.Form(text);
        Assert.Equal(form, LinkLines.Form(form));
        Assert.Equal(LinkLines.Read(text) ?? [], LinkLines.Read(form) ?? []);
    }

    [Fact]
    public void A_link_from_an_archive_is_shown_on_one_line() =>
        Assert.Equal("To linjer https://a.no/", LinkLines.Write([new Link("To\nlinjer", new("https://a.no/"))]));
}
