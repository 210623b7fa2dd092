using System.Net;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Tests.Shell;

/// <summary>Language and theme are chosen by a form with a token, never by following a link.</summary>
public sealed class PreferenceFormTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task A_choice_is_kept_and_leads_back()
    {
        var answer = await host.PostAsync(Addresses.LanguageForm, ("value", "nn"), ("returnUrl", "/personvern?a=1"));
        Assert.Equal("/personvern?a=1", answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            cookie => cookie.StartsWith("sprak=nn", StringComparison.Ordinal)
        );
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(Addresses.LanguageForm, "klingon")]
    [InlineData(Addresses.ThemeForm, "purple")]
    public async Task A_choice_that_does_not_exist_changes_nothing(string form, string value)
    {
        var answer = await host.PostAsync(form, ("value", value), ("returnUrl", "/personvern"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Never_leads_to_another_host()
    {
        var answer = await host.PostAsync(Addresses.ThemeForm, ("value", "dark"), ("returnUrl", "//elsewhere.example"));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_changed()
    {
        using var reader = host.Reader();
        using var form = new FormUrlEncodedContent([new("value", "nn"), new("returnUrl", "/")]);
        var answer = await reader.PostAsync(Addresses.LanguageForm, form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "Skjemaet kom ikke fram",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "sprak=",
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join(' ', cookies) : "",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Following_a_link_changes_nothing()
    {
        using var reader = host.Reader();
        var answer = await reader.GetAsync(Addresses.LanguageForm + "?value=nn");
        Assert.False(answer.IsSuccessStatusCode);
        Assert.DoesNotContain(
            "sprak=",
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join(' ', cookies) : "",
            StringComparison.Ordinal
        );
    }
}
