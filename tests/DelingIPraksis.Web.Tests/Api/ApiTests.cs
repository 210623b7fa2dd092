using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DelingIPraksis.Web.Api;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Api;

/// <summary>The HTTP interface for other programs: what a key opens, and that it opens nothing else.</summary>
[Collection(AccessTogether.Name)]
public sealed class ApiTests(AccessApplication application)
{
    private const string Base = "api/v1";

    [Fact]
    public async Task A_key_reads_the_gatherings_the_programme_the_reports_and_the_archive_of_its_network()
    {
        var site = await NetworkSite.GivenAsync(application);
        var gathering = await site.GivenGatheringAsync(-3, "Den siste samlingen", new Uri("https://video.example/rom"));
        await site.PublishAsync(gathering);
        using var client = await ClientAsync(site, ApiScope.Programme | ApiScope.Reports | ApiScope.Archive);

        Assert.Equal("Klimanettverket", (await JsonAsync(client, "network")).GetProperty("name").GetString());
        var first = (await JsonAsync(client, "gatherings")).GetProperty("items")[0];
        Assert.Equal("Den siste samlingen", first.GetProperty("title").GetString());
        Assert.True(first.GetProperty("isPublished").GetBoolean());
        var id = first.GetProperty("id").GetString();
        var programme = await client.GetStringAsync(new Uri($"{Base}/gatherings/{id}/programme", UriKind.Relative));
        Assert.Contains("Den siste samlingen", programme, StringComparison.Ordinal);
        Assert.DoesNotContain("video.example", programme, StringComparison.Ordinal);
        var archive = await JsonAsync(client, $"gatherings/{id}/archive");
        Assert.Equal("arkiv", archive.GetProperty("edition").GetString());
        var report = (await JsonAsync(client, "reports")).GetProperty("items")[0];
        var published = await JsonAsync(client, $"reports/{report.GetProperty("slug").GetString()}");
        Assert.Equal("publisering", published.GetProperty("edition").GetString());
        Assert.Equal("Ingen eier ombruket", published.GetProperty("barriers")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_key_of_one_network_opens_nothing_of_another()
    {
        var (mine, theirs) = (await NetworkSite.GivenAsync(application), await NetworkSite.GivenAsync(application));
        var secret = await theirs.GivenGatheringAsync(-3, "Den hemmelige");
        await theirs.PublishAsync(secret);
        using var client = await ClientAsync(mine, ApiScope.Programme | ApiScope.Reports | ApiScope.Archive);
        using var other = await ClientAsync(theirs, ApiScope.Reports);
        var slug = (await JsonAsync(other, "reports")).GetProperty("items")[0].GetProperty("slug").GetString();
        foreach (var path in new[] { $"gatherings/{secret}/programme", $"gatherings/{secret}/archive", $"reports/{slug}" })
        {
            using var answer = await client.GetAsync(new Uri($"{Base}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.DoesNotContain(
            "hemmelige", await client.GetStringAsync(new Uri($"{Base}/gatherings", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ApiScope.Programme, "gatherings", "")]
    [InlineData(ApiScope.Reports, "reports", "gatherings")]
    [InlineData(ApiScope.Archive, "network", "reports")]
    internal async Task A_key_opens_only_its_scopes(ApiScope scope, string open, string closed)
    {
        var site = await NetworkSite.GivenAsync(application);
        using var client = await ClientAsync(site, scope);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, open)).Status);
        var (status, body) = await GetAsync(client, closed.Length > 0 ? closed : $"gatherings/{Guid.NewGuid()}/archive");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("needs the scope", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_with_a_wrong_one_after_its_end_and_when_it_is_taken_away_nothing_is_opened()
    {
        var site = await NetworkSite.GivenAsync(application);
        var tokens = application.Get<ApiTokens>();
        var over = await tokens.MakeAsync(
            site.Id, "Over", ApiScope.Programme, site.Owner.User, DateTimeOffset.UtcNow.AddSeconds(-1));
        foreach (var key in new[] { null, "dip_", "dip_AAAAAAAAAAAAAAAAAAAAAA", over, "' or 1=1 --" })
        {
            using var client = Client(key);
            Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(client, "gatherings")).Status);
        }

        using var open = await ClientAsync(site, ApiScope.Programme);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(open, "gatherings")).Status);
        foreach (var token in await tokens.OfAsync(site.Id)) await tokens.EndAsync(site.Id, token.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(open, "gatherings")).Status);
        // A sign-in is no key.
        using var owner = await application.GivenSignedInAsync(site.OwnerUser);
        Assert.Equal(HttpStatusCode.Unauthorized, (await owner.GetAsync($"/{Base}/gatherings")).Status);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again_and_a_long_list_comes_in_pages()
    {
        var site = await NetworkSite.GivenAsync(application);
        for (var day = 1; day <= 4; day++) await site.GivenGatheringAsync(day, $"Samling {day}");
        using var client = await ClientAsync(site, ApiScope.Programme);
        using var first = await client.GetAsync(
            new Uri($"{Base}/gatherings?size=2", UriKind.Relative), TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Base}/gatherings?size=2");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);

        var titles = new List<string?>();
        for (var next = $"{Base}/gatherings?size=2"; next is not null;)
        {
            using var answer = await client.GetAsync(new Uri(next, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
            var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
            Assert.Equal(5, page.GetProperty("total").GetInt32());
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()));
            var links = answer.Headers.TryGetValues("Link", out var said) ? said.Single().Split(", ") : [];
            next = links.FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
        }

        Assert.Equal(5, titles.Distinct().Count());
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(client, "gatherings?page=0")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(client, "gatherings?size=1000")).Status);
    }

    [Fact]
    public async Task A_key_is_made_on_the_page_of_the_network_is_shown_once_and_stands_nowhere_in_the_database()
    {
        var site = await NetworkSite.GivenAsync(application);
        using var owner = await application.GivenSignedInAsync(site.OwnerUser);
        var address = $"{await site.AddressAsync()}/grensesnitt";
        var refused = await owner.SubmitAsync(await owner.GetAsync(address), "ny-nokkel", ("navn", ""), ("til", "2020-01-01"));
        Assert.Contains("Skriv hva programmet heter.", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Velg minst én ting", refused.Html, StringComparison.Ordinal);
        Assert.Contains("Velg en dag fra i morgen", refused.Html, StringComparison.Ordinal);
        var made = await owner.SubmitAsync(
            refused, "ny-nokkel", ("navn", "Nettsiden vår"), ("apner", "Programme"), ("til", NetworkSite.Day(30)));
        var key = System.Text.RegularExpressions.Regex.Match(made.Html, "dip_[A-Za-z0-9_-]{22}").Value;
        using var client = Client(key);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "gatherings")).Status);

        var wrong = await owner.SubmitAsync(made, "ny-mottaker", ("adresse", "http://mottak.example/"));
        Assert.Contains("Skriv en adresse som begynner med https://", wrong.Html, StringComparison.Ordinal);
        var added = await owner.SubmitAsync(wrong, "ny-mottaker", ("adresse", "https://mottak.invalid/"));
        Assert.Contains("whsec_", added.Html, StringComparison.Ordinal);
        var later = await owner.GetAsync(address);
        Assert.Contains("https://mottak.invalid/", later.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", later.Html, StringComparison.Ordinal);
        Assert.Contains("Nettsiden vår", later.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(key, later.Html, StringComparison.Ordinal);
        await using var scope = application.Web.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ApiToken>()
            .Where(token => token.Network == site.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(key[4..], Assert.Single(rows).TokenHash, StringComparison.Ordinal);

        var gathering = await site.GivenGatheringAsync(3);
        var colleague = await site.GivenColleagueAsync(gathering, DelingIPraksis.Domain.Gatherings.Role.Organiser);
        using var other = await application.GivenSignedInAsync(colleague);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_description_names_every_operation_and_only_those()
    {
        using var client = Client(null);
        var described = await JsonAsync(client, "openapi.json");
        Assert.StartsWith("3.", described.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            [
                "/api/v1/gatherings", "/api/v1/gatherings/{id}/archive", "/api/v1/gatherings/{id}/programme", "/api/v1/network",
                "/api/v1/reports", "/api/v1/reports/{slug}", "/api/v1/webhooks", "/api/v1/webhooks/{id}",
            ],
            described.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        var (status, body) = await GetAsync(client, "finnes-ikke");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("\"status\":404", body, StringComparison.Ordinal);
    }

    /// <summary>The sample in the documentation is run as it stands.</summary>
    [Fact]
    public async Task The_sample_client_prints_every_published_report()
    {
        var site = await NetworkSite.GivenAsync(application);
        foreach (var (days, title) in new[] { (-3, "Vårsamlingen"), (-200, "Høstsamlingen") })
            await site.PublishAsync(await site.GivenGatheringAsync(days, title));
        var key = await application.Get<ApiTokens>()
            .MakeAsync(site.Id, "Prøven", ApiScope.Reports, site.Owner.User, DateTimeOffset.UtcNow.AddDays(1));
        using var node = Process.Start(new ProcessStartInfo("node",
        [
            Path.Combine(Sources.Root, "docs", "sample-client.mjs"), application.Web.Address.ToString(), key, "1",
        ])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("Vårsamlingen", lines[0], StringComparison.Ordinal);
        Assert.Contains("Ingen eier ombruket", lines[1], StringComparison.Ordinal);
    }

    private HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = application.Web.Address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private async Task<HttpClient> ClientAsync(NetworkSite site, ApiScope scopes) => Client(await application.Get<ApiTokens>()
        .MakeAsync(site.Id, "Nettsiden", scopes, site.Owner.User, DateTimeOffset.UtcNow.AddDays(1)));

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri($"{Base}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        var (status, body) = await GetAsync(client, path);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonDocument.Parse(body).RootElement;
    }
}
