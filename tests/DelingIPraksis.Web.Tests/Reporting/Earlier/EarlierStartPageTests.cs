using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Tests.Access;

namespace DelingIPraksis.Web.Tests.Reporting.Earlier;

[Collection(AccessTogether.Name)]
public sealed class EarlierStartPageTests(AccessApplication application)
{
    [Fact]
    public async Task A_pasted_report_of_33_megabytes_is_told_its_limit_and_stands_in_the_field()
    {
        using var organiser = await application.GivenSignedInAsync();
        var page = await organiser.GetAsync($"/{Addresses.Earlier}");
        var form = Regex.Matches(page.Html, "<form.*?</form>", RegexOptions.Singleline)
            .Single(form => form.Value.Contains("enctype", StringComparison.Ordinal)).Value;
        using var content = new MultipartFormDataContent();
        foreach (Match hidden in Regex.Matches(form, "<input type=\"hidden\"[^>]*value=[^>]*>"))
            content.Add(new StringContent(Browser.Attribute(hidden.Value, "value")), Browser.Attribute(hidden.Value, "name"));
        content.Add(new StringContent(new string('a', 33 * 1024 * 1024) + " sist"), "tekst");
        var answer = await organiser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/{Addresses.Earlier}") { Content = content });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Den kan være inntil 2000 tusen tegn.", answer.Html, StringComparison.Ordinal);
        Assert.Contains(" sist</textarea>", answer.Html, StringComparison.Ordinal);
    }
}
