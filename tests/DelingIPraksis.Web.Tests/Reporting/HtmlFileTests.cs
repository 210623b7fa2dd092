using AngleSharp.Html.Parser;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class HtmlFileTests
{
    [Fact]
    public async Task Is_one_page_with_headings_in_order_and_every_point_in_its_list()
    {
        var gathering = SampleGathering.Whole().Now;
        var page = new HtmlParser().ParseDocument(await Written.TextAsync(new HtmlFile(), gathering, attributed: false));
        Assert.Equal("nb", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Kortreist samling 7. juni 2021", page.QuerySelector("h1")!.TextContent);
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.TagName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        var items = page.QuerySelectorAll("li").Select(item => item.TextContent).ToList();
        Assert.All(gathering.Points, point => Assert.Contains(point.Text.Value.Replace("\n", "", StringComparison.Ordinal), items));
        Assert.DoesNotContain(page.QuerySelectorAll("*"), element => element.HasAttribute("style") || element.HasAttribute("class"));
    }

    [Fact]
    public async Task The_archive_has_every_note_with_who_wrote_it()
    {
        var gathering = SampleGathering.Whole().Now;
        var page = new HtmlParser().ParseDocument(await Written.TextAsync(new HtmlFile(), gathering, attributed: true));
        Assert.Equal(
            gathering.Workshop.Work.Values.Sum(work => work.Notes.Count(note => !note.Deleted)),
            page.QuerySelectorAll("tbody tr").Length
        );
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public async Task Whatever_was_written_is_words_and_nothing_else(string text)
    {
        var page = new HtmlParser().ParseDocument(await Written.TextAsync(new HtmlFile(), Hostile.Everywhere(text), attributed: true));
        var elements = page.QuerySelectorAll("*").Select(element => element.LocalName).Distinct();
        HashSet<string> expected =
        [
            "html", "head", "meta", "title", "style", "body", "article", "header", "h1", "h2", "h3", "h4", "h5", "p", "br", "ul", "li", "a",
            "strong", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "footer", "small",
        ];
        Assert.Subset(expected, elements.ToHashSet());
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("http", link.GetAttribute("href"), StringComparison.Ordinal));
    }
}
