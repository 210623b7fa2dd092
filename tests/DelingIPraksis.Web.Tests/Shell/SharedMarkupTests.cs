using System.Globalization;
using Bunit;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>A part of a component that is kept as one string is the same HTML as its elements would have been.</summary>
public class SharedMarkupTests : BunitContext
{
    private static readonly RenderFragment _part = builder =>
    {
        builder.OpenElement(0, "label");
        builder.AddAttribute(1, "class", "a \"b\" <c> & 'd'");
        builder.AddAttribute(2, "b-scope");
        builder.AddAttribute(3, "hidden", false);
        builder.AddAttribute(4, "data-number", 1234.5);
        builder.OpenElement(5, "input");
        builder.AddAttribute(6, "type", "radio");
        builder.AddAttribute(7, "checked", true);
        builder.CloseElement();
        builder.AddContent(8, "Våler & Herøy <b>");
        builder.AddMarkupContent(9, "<i aria-hidden=\"true\"></i>");
        builder.AddContent(10, (RenderFragment)(inner => inner.AddContent(0, "ČÁŽ 👩‍🚒")));
        builder.CloseElement();
        builder.AddContent(11, 7);
    };

    [Theory, InlineData("nb-NO"), InlineData("en-GB")]
    public void The_string_is_the_html_that_the_elements_are(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var elements = Render(_part);

        var text = Render(builder => builder.AddContent(0, SharedMarkup.Of(_part)));

        text.MarkupMatches(elements.Markup);
        Assert.True(text.Find("label").HasAttribute("b-scope"));
    }

    [Fact]
    public void The_same_content_is_the_same_string() =>
        Assert.Same(SharedMarkup.Of(_part).Value, SharedMarkup.Of(_part).Value);

    [Fact]
    public void A_part_that_acts_cannot_be_a_string()
    {
        Assert.Throws<NotSupportedException>(() => SharedMarkup.Of(builder =>
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => { }));
            builder.CloseElement();
        }));
        Assert.Throws<NotSupportedException>(() => SharedMarkup.Of(builder =>
        {
            builder.OpenComponent<PairMark>(0);
            builder.CloseComponent();
        }));
        Assert.Throws<NotSupportedException>(() => SharedMarkup.Of(builder =>
        {
            builder.OpenElement(0, "p");
            builder.AddElementReferenceCapture(1, _ => { });
            builder.CloseElement();
        }));
    }
}
