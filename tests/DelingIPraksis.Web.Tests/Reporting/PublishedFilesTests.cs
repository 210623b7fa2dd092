using System.Net;
using System.Text.Json;
using CsCheck;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Article;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Published;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>What stands beside a published report: its page for leaders, its data, its licence and its picture.</summary>
public sealed class PublishedFilesTests : IAsyncDisposable
{
    private static readonly Id<Point> _point = new(Guid.Parse("60000000-0000-0000-0000-000000000001"));

    private readonly TestApplication _app = TestApplication.Started();
    private readonly HttpClient _reader;

    public PublishedFilesTests() =>
        _reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _app.Address };

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_point_keeps_its_address_when_it_is_corrected_and_the_page_for_leaders_leads_to_it()
    {
        var (gathering, address) = await GivenPublishedAsync();
        Assert.Contains($"id=\"{PointAnchor.Of(_point)}\"", await ReadAsync(address), StringComparison.Ordinal);
        await PutAsync(gathering, _point, "Helt andre ord");
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished("Ordene"));
        var corrected = await ReadAsync(address);
        var at = corrected.IndexOf($"id=\"{PointAnchor.Of(_point)}\"", StringComparison.Ordinal);
        Assert.Contains("Helt andre ord", corrected[at..(at + 600)], StringComparison.Ordinal);
        Assert.Contains($"href=\"{address.TrimStart('/')}/leder\"", corrected, StringComparison.Ordinal);
        var leader = await ReadAsync($"{address}/leder");
        Assert.Contains($"href=\"{address.TrimStart('/')}#{PointAnchor.Of(_point)}\"", leader, StringComparison.Ordinal);
        Assert.Contains("Helt andre ord", leader, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_are_for_everybody_say_what_the_page_says_and_go_with_it()
    {
        var (gathering, address) = await GivenPublishedAsync();
        string[] files = [PublishedFiles.Data, PublishedFiles.Markdown, PublishedFiles.LeaderWord,
            PublishedFiles.LeaderHtml, PublishedFiles.Picture];
        foreach (var file in files)
        {
            using var answer = await _reader.GetAsync(
                new Uri($"{address}/fil/{file}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("Hemmelig lapp", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            Assert.NotNull(answer.Headers.ETag);
        }

        using var data = JsonDocument.Parse(await ReadAsync($"{address}/fil/{PublishedFiles.Data}"));
        Assert.Equal("publisering", data.RootElement.GetProperty("edition").GetString());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{address}/fil/arkiv.json"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/rapporter/finnes-ikke/fil/{PublishedFiles.Data}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/rapporter/finnes-ikke/leder"));

        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportWithdrawn());
        foreach (var file in files) Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{address}/fil/{file}"));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync($"{address}/leder"));
    }

    [Fact]
    public async Task The_licence_that_is_chosen_stands_on_the_page_and_in_its_data_for_catalogues()
    {
        var (gathering, address) = await GivenPublishedAsync();
        Assert.DoesNotContain("rel=\"license", await ReadAsync(address), StringComparison.Ordinal);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner,
            new ReportChosen(ReportChoices.Usual with { Licence = Licence.Nlod }));
        // What is chosen after the publication is in the next one.
        Assert.DoesNotContain("rel=\"license", await ReadAsync(address), StringComparison.Ordinal);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished("Lisens"));
        var page = await ReadAsync(address);
        Assert.Contains("NLOD 2.0", page, StringComparison.Ordinal);
        Assert.Contains("\"license\":\"https://data.norge.no/nlod/en/2.0\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($"{address}/fil/bilde.png", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Samling")]
    [InlineData("Kortreist kvalitet – femte nettverkssamling om ombruk av bygg og det som står i veien i elleve kommuner på Vestlandet")]
    [InlineData("Etveldiglangtordutenmellomromsomaldritarsluttogsomikkefårplasspåenlinjeuansetthvorliteskriftener")]
    [InlineData("")]
    [InlineData("שלום 😀🏳️‍🌈 e\u0301")]
    public void The_picture_has_its_size_and_no_metadata_whatever_the_title(string title)
    {
        var png = SharePicture.Png(title, "Kortreist Kvalitet", "7. juni 2021 · Stad kommune · Nordfjordeid", null, null);
        using var bitmap = SKBitmap.Decode(png);
        Assert.Equal((SharePicture.Width, SharePicture.Height), (bitmap.Width, bitmap.Height));
        Assert.InRange(png.Length, 1_000, 200_000);
        Assert.DoesNotContain("tEXt", System.Text.Encoding.Latin1.GetString(png), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_for_leaders_has_at_most_350_words_whatever_the_report_has()
    {
        var words = Gen.Select(Gen.Int[0, 120], Gen.Int[1, 40])
            .Select((count, length) => string.Join(' ', Enumerable.Repeat(new string('o', length), count)));
        Gen.Select(words.List[0, 6], words.List[0, 8], words.List[0, 8], words).Sample((points, asks, promises, title) =>
        {
            var report = new GatheringReport(
                new GatheringFacts(title, "", title, null, new DateOnly(2021, 6, 7), title, title, default),
                System.Collections.Immutable.ImmutableSortedDictionary<ReportText, PlainText>.Empty,
                [],
                title,
                [],
                [Of(Section.Barriers, points), Of(Section.Opportunities, points), Of(Section.Asks, asks)],
                [],
                false)
            {
                Commitments = [.. promises.Select(text => new Commitment(text, "", new DateOnly(2022, 1, 1)))],
                EarlierPromises = new(new DateOnly(2020, 6, 8), new(1_000, 300, 300, 200, 300)),
            };
            return LeaderLayout.CountOf(LeaderLayout.Of(report)) <= LeaderLayout.MostWords;
        });

        static ReportSection Of(Id<Section> section, IEnumerable<string> texts) =>
            new(section, "", [.. texts.Select(text => new ReportPoint(new(Guid.NewGuid()), text, []))]);
    }

    private async Task<(TestGathering Gathering, string Address)> GivenPublishedAsync()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote("Hemmelig lapp"));
        await PutAsync(gathering, _point, "Ingen eier ombruket");
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        var slug = await _app.Services.GetRequiredService<IPublishedReports>().SlugOfAsync(gathering.Id);
        return (gathering, $"/rapporter/{slug}");
    }

    private Task PutAsync(TestGathering gathering, Id<Point> id, string text) =>
        _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new PointPut(new Point(id, NoteKind.Barrier, text, [])));

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await _reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private Task<string> ReadAsync(string address) => _reader.GetStringAsync(address, TestContext.Current.CancellationToken);
}
