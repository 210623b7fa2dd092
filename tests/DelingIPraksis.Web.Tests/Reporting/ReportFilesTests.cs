using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed partial class ReportFilesTests : IAsyncDisposable
{
    private const string Password = "fjorden er blank i dag";
    private readonly TestApplication _app = TestApplication.Started();
    private readonly HttpClient _stranger;

    public ReportFilesTests() =>
        _stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _app.Address };

    public async ValueTask DisposeAsync()
    {
        _stranger.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("md", "text/markdown")]
    [InlineData("csv", "text/csv")]
    [InlineData("lofter.csv", "text/csv")]
    [InlineData("json", "application/json")]
    [InlineData("html", "text/html")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("zip", "application/zip")]
    [InlineData("pdf", "application/pdf")]
    [InlineData("odt", "application/vnd.oasis.opendocument.text")]
    public async Task The_organiser_fetches_each_file_by_a_name_made_here(string format, string type)
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        using var owner = await SignedInAsync(gathering.Owner);
        using var response = await GetAsync(owner, $"/samling/{gathering.Id.Value}/filer/{format}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("2026-11-24 Prøvesamling", response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Only_the_archive_tells_who_wrote_what()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote());
        using var owner = await SignedInAsync(gathering.Owner);
        Assert.Contains("Stad", await ReadAsync(owner, gathering, "csv?utgave=arkiv"), StringComparison.Ordinal);
        Assert.DoesNotContain("Stad", await ReadAsync(owner, gathering, "csv?utgave=publisering"), StringComparison.Ordinal);
        Assert.DoesNotContain("Stad", await ReadAsync(owner, gathering, "csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_strangers_and_to_organisers_of_other_gatherings_there_is_nothing_here()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        using var other = await SignedInAsync(new Actor.Account(new(Guid.NewGuid())));
        foreach (var client in (HttpClient[])[_stranger, other])
        {
            using var response = await GetAsync(client, $"/samling/{gathering.Id.Value}/filer/json?utgave=arkiv");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("filer/exe")]
    [InlineData("filer/docx?utgave=alt")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        using var owner = await SignedInAsync(gathering.Owner);
        using var response = await GetAsync(owner, $"/samling/{gathering.Id.Value}/{path}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task<string> ReadAsync(HttpClient client, TestGathering gathering, string file) =>
        client.GetStringAsync(
            new Uri($"/samling/{gathering.Id.Value}/filer/{file}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

    /// <summary>Signs in as a person does: with the form.</summary>
    private async Task<HttpClient> SignedInAsync(Actor.Account account)
    {
        var email = $"{account.User}@nettverket.example";
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
            Assert.True(
                (
                    await users.CreateAsync(
                        new AppUser
                        {
                            Id = account.User.Value,
                            UserName = email,
                            Email = email,
                            DisplayName = "Astrid",
                        },
                        Password
                    )
                ).Succeeded
            );
        }

        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = _app.Address,
        };
        var page = await client.GetStringAsync(new Uri("/logg-inn", UriKind.Relative), TestContext.Current.CancellationToken);
        var fields = HiddenField().Matches(page[page.IndexOf("id=\"epost\"", StringComparison.Ordinal)..])
            .Concat(HiddenField().Matches(page))
            .DistinctBy(field => field.Groups["name"].Value)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        (fields["_handler"], fields["epost"], fields["passord"]) = ("logg-inn", email, Password);
        using var form = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri("/logg-inn", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.SeeOther]);
        return client;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}
