using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Duties;
using DelingIPraksis.Web.Shell.Pages;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Networks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.Duties;

/// <summary>What the law asks of whoever runs the service: accessibility, the officer's pack, and the list of cookies.</summary>
public sealed partial class DutiesTests : IAsyncLifetime
{
    private const string Password = "fjorden er blå i dag";

    private readonly TestApplication _web = new(settings:
    [
        ("Service:ControllerName", "Stad kommune"), ("Service:PrivacyContact", "ombud@stad.example"),
        ("Service:FeedbackAddress", "hjelp@stad.example"), ("Smtp:Host", "post.stad.example"), ("Smtp:From", "ikke-svar@stad.example"),
    ]);

    private Browser _browser = null!;

    public ValueTask InitializeAsync()
    {
        _web.Start();
        _browser = new Browser(_web.Address);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task The_page_about_accessibility_tells_every_criterion_as_the_documentation_does()
    {
        var page = await _browser.GetAsync("/tilgjengelighet");
        Assert.Contains("mailto:hjelp@stad.example", page.Html, StringComparison.Ordinal);
        Assert.Equal((30, 20), (Count("A"), Count("AA")));
        Assert.All(AccessibilityCriteria.All, criterion => Assert.Contains($">{criterion.Number} ", page.Html, StringComparison.Ordinal));
        var documented = Documented()
            .Matches(await File.ReadAllTextAsync(
                Path.Combine(Sources.Root, "docs", "accessibility.md"), TestContext.Current.CancellationToken))
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value}");
        Assert.Equal(
            AccessibilityCriteria.All.Select(criterion => $"{criterion.Number} {criterion.Level} {string.Join(", ", criterion.Ways)}"),
            documented);

        static int Count(string level) => AccessibilityCriteria.All.Count(criterion => criterion.Level == level);
    }

    [Theory]
    [InlineData("nb", "Behandlingsansvarlig")]
    [InlineData("nn", "Behandlingsansvarleg")]
    public async Task The_officers_pack_is_written_from_what_runs_and_is_a_valid_document(string language, string label)
    {
        using var administrator = await GivenSignedInAsync(administrator: true);
        var page = await administrator.GetAsync("/personvern/pakke");
        Assert.Contains($"personvern/pakke/{language}.docx", page.Html, StringComparison.Ordinal);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _web.Address };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", administrator.Cookies.Select(one => $"{one.Name}={one.Value}")));
        await using var file = new MemoryStream(await client.GetByteArrayAsync(
            new Uri($"personvern/pakke/{language}.docx", UriKind.Relative), TestContext.Current.CancellationToken));
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
            .Validate(document, TestContext.Current.CancellationToken).Select(fault => fault.Description));
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        foreach (var held in new[] { label, "Stad kommune", "ombud@stad.example", "post.stad.example", _web.Data, "deltaker", "steg" })
            Assert.Contains(held, text, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pack_is_for_those_who_administrate_the_service_or_own_a_network()
    {
        Assert.Equal(HttpStatusCode.Found, (await _browser.GetAsync("/personvern/pakke")).Status);
        Assert.Equal(HttpStatusCode.Found, (await _browser.GetAsync("/personvern/pakke/nb.docx")).Status);
        using var other = await GivenSignedInAsync(administrator: false);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/personvern/pakke")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/personvern/pakke/nn.docx")).Status);
        using var owner = await GivenSignedInAsync(administrator: false, network: "Klimanettverket");
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/personvern/pakke")).Status);
    }

    /// <summary>Whatever a browser is given on its way through the service stands on the page about privacy.</summary>
    [Fact]
    public async Task Every_cookie_that_is_set_is_listed_and_every_one_listed_is_set()
    {
        var (user, _) = await GivenAccountAsync();
        var gathering = await _web.Rooms.GivenGatheringAsync("Stad", "Arendal");
        var code = await _web.Services.GetRequiredService<DelingIPraksis.Web.Access.Codes.JoinCodes>().IssueAsync(gathering.Id);
        var page = await _browser.GetAsync("/logg-inn");
        await PostAsync("/logg-inn/passnokkel");
        await PostAsync("/innstillinger/sprak", ("value", "nn"));
        await PostAsync("/innstillinger/tema", ("value", "dark"));
        await _browser.SubmitAsync(page, "logg-inn", ("epost", user.Email!), ("passord", Password));
        var door = await _browser.GetAsync($"/k/{code.Symbols}");
        await _browser.SubmitAsync(door, "bli-med", ("kommune", gathering.Seats[0].Party.ToString()), ("navn", "Anne"));
        Assert.Equal(
            PrivacyCookies.All.Select(cookie => cookie.Name).Where(name => name != "steg-…").Order(StringComparer.Ordinal),
            _browser.Cookies.Select(cookie => cookie.Name).Distinct().Order(StringComparer.Ordinal));

        Task<Page> PostAsync(string path, params (string Name, string Value)[] fields) => _browser.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(fields
                    .Append(("__RequestVerificationToken", Token().Match(page.Html).Groups[1].Value))
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
            });
    }

    private async Task<(AppUser User, Guid Id)> GivenAccountAsync(bool administrator = false)
    {
        await using var scope = _web.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var email = string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}@kommune.example");
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = "Kari" };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        if (administrator) await users.AddClaimAsync(user, Administrators.Claim);
        return (user, user.Id);
    }

    private async Task<Browser> GivenSignedInAsync(bool administrator, string? network = null)
    {
        var (user, id) = await GivenAccountAsync(administrator);
        if (network is not null) await _web.MakeAsync(new Actor.Account(new(id)), network);
        var browser = new Browser(_web.Address);
        await browser.SubmitAsync(await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", user.Email!), ("passord", Password));
        return browser;
    }

    [GeneratedRegex(@"^\| ([0-9.]+) [^|]+ \| (A{1,2}) \| ([A-Za-z, ]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Documented();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
