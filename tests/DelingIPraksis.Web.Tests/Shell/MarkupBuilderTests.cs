using AngleSharp.Html.Parser;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>Words that are put into markup are words, also in an attribute; only markup is markup.</summary>
public sealed class MarkupBuilderTests
{
    private const string Hostile = "<script>alert(1)</script> & \"onload=\"x\" 'æøå' </p>";

    [Fact]
    public void Words_are_encoded_in_text_and_in_attributes()
    {
        var made = MarkupBuilder.Of($"""<p title="{Hostile}">{Hostile}</p>""");
        Assert.DoesNotContain("<script", made.Value, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", made.Value, StringComparison.Ordinal);
        Assert.Contains("&amp; &quot;onload=&quot;", made.Value, StringComparison.Ordinal);
        var read = Assert.Single(new HtmlParser().ParseDocument(made.Value).Body!.Children);
        Assert.Equal((Hostile, Hostile, 1), (read.TextContent, read.GetAttribute("title"), read.Attributes.Length));
    }

    [Fact]
    public void Markup_goes_in_as_it_is()
    {
        var inner = MarkupBuilder.Of($"<b>{"a & b"}</b>");
        Assert.Equal("<p><b>a &amp; b</b></p>", MarkupBuilder.Of($"<p>{inner}{default(MarkupString)}{null}</p>").Value);
    }
}
