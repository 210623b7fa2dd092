using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class PublishedReportTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly TestApplication _app;
    private readonly HttpClient _reader;

    public PublishedReportTests()
    {
        _app = TestApplication.Started(time: _time);
        _reader = new HttpClient { BaseAddress = _app.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_page_shows_what_was_published_until_the_correction_is()
    {
        var (gathering, address) = await GivenPublishedAsync("Det første punktet");
        Assert.Contains("Publisert 23. november 2026", await ReadAsync(address), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(2));
        await PutPointAsync(gathering, "Det andre punktet");
        Assert.DoesNotContain("Det andre punktet", await ReadAsync(address), StringComparison.Ordinal);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        var corrected = await ReadAsync(address);
        Assert.Contains("Det andre punktet", corrected, StringComparison.Ordinal);
        Assert.Contains("rettet 25. november 2026", corrected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_named_for_what_they_wrote_and_no_note_is_on_the_page()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote("Hemmelig lapp"));
        await PutPointAsync(gathering, "Et punkt");
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        Assert.DoesNotContain("Hemmelig lapp", await ReadAsync(await AddressAsync(gathering)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_withdrawn_is_gone_and_one_that_never_was_is_not_found()
    {
        var (gathering, address) = await GivenPublishedAsync("Punkt");
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportWithdrawn());
        using var gone = await GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains(
            "trukket tilbake",
            await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        using var never = await GetAsync("/rapporter/finnes-ikke");
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    /// <summary>What was withdrawn may be the very title, so it is told that and when, and nothing of what it said.</summary>
    [Fact]
    public async Task Those_who_follow_a_network_are_told_that_its_only_report_is_withdrawn_and_when()
    {
        var (gathering, address) = await GivenPublishedAsync("Punkt");
        var title = (await _app.Rooms.ReadAsync(gathering.Id)).Facts.Title.Value;
        var feed = System.Text.RegularExpressions.Regex.Match(await ReadAsync(address), "rapporter/nettverk/[^\"]+?(?=/atom.xml)").Value;
        feed = $"/{feed}";
        using var before = await GetAsync($"{feed}/atom.xml");
        _time.Advance(TimeSpan.FromDays(2));
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportWithdrawn());
        foreach (var there in new[] { address, feed, $"{feed}/atom.xml" })
        {
            using var answer = await GetAsync(there);
            Assert.Equal(there == address ? HttpStatusCode.Gone : HttpStatusCode.OK, answer.StatusCode);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains("25. november 2026", page, StringComparison.Ordinal);
            Assert.DoesNotContain(title, page, StringComparison.Ordinal);
            Assert.NotEqual(before.Headers.ETag, answer.Headers.ETag);
        }

        Assert.Contains("<at:deleted-entry", await ReadAsync($"{feed}/atom.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_comes_back_is_told_that_nothing_has_changed_and_then_that_it_has()
    {
        var (gathering, address) = await GivenPublishedAsync("Punkt");
        using var first = await GetAsync(address);
        var tag = first.Headers.ETag!.ToString();
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true, NoStore: false });
        using var again = await GetAsync(address, tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        using var corrected = await GetAsync(address, tag);
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
    }

    [Fact]
    public async Task The_page_is_small_needs_no_script_and_is_in_the_reports_language()
    {
        var (_, address) = await GivenPublishedAsync("Punkt");
        using var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Headers = { { "Accept-Encoding", "br" }, { "Accept-Language", "en" } },
        };
        using var response = await _reader.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 500, 20_000);
        var page = await ReadAsync(address);
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.Contains(
            "<article class=\"report has-contents\" lang=\"nb\"",
            System.Text.RegularExpressions.Regex.Replace(page, " b-[a-z0-9]+", ""),
            StringComparison.Ordinal
        );
        Assert.Contains("property=\"og:title\" content=\"Pr&#xF8;vesamling\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_text_on_the_page_and_in_the_feed()
    {
        var clean = Tags(await ReadAsync((await GivenPublishedAsync("Punkt")).Address));
        var published = 1;
        foreach (string text in HostileTexts.All)
        {
            var page = await ReadAsync((await GivenPublishedAsync(text)).Address);
            Assert.Equal((text, clean), (text, Tags(page)));
            Assert.DoesNotContain(
                "javascript:",
                page.Replace("(javascript:", "", StringComparison.Ordinal).Replace("]: javascript:", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            published++;
        }

        Assert.Equal(
            published,
            System
                .Xml.Linq.XDocument.Parse(await ReadAsync("/rapporter/atom.xml"))
                .Root!.Elements("{http://www.w3.org/2005/Atom}entry")
                .Count()
        );

        static string Tags(string page) => string.Join(
            ' ',
            System
                .Text.RegularExpressions.Regex.Matches(page, "<([a-z0-9]+)")
                .Select(match => match.Groups[1].Value)
                .Where(tag => tag is not ("br" or "span"))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_was_corrected_stands_on_the_page_with_its_day()
    {
        var (gathering, address) = await GivenPublishedAsync("Punkt");
        _time.Advance(TimeSpan.FromDays(2));
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished("Navnet på en kommune"));
        var page = await ReadAsync(address);
        Assert.Contains(
            "Rettet 25. november 2026:</b> <span dir=\"auto\">Navnet p&#xE5; en kommune",
            Plain(page),
            StringComparison.Ordinal
        );
    }

    /// <summary>
    /// P11: the page, its styles, its script and its sign, as they come over the wire; the two fonts come apart, once, and are kept for a
    /// year.
    /// </summary>
    [Fact]
    public async Task A_report_of_ordinary_length_weighs_no_more_than_sixty_kilobytes_over_the_wire()
    {
        var (gathering, address) = await GivenPublishedAsync("Punkt");
        var about = string.Concat(
            Enumerable.Repeat("Denne rapporten er en sammenstilling av innleggene og gruppearbeidet på samlingen. ", 12)
        );
        foreach (var part in Enum.GetValues<ReportText>())
            await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportTextWritten(part, about));
        for (var point = 0; point < 20; point++)
            await PutPointAsync(gathering, $"Punkt {point}: det er vanskelig å få til samarbeid på tvers når mange aktører er med.");
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished("Flere punkt"));
        var page = await ReadAsync(address);
        var needed = System
            .Text.RegularExpressions.Regex.Matches(page, "(?:<link rel=\"(?:stylesheet|icon)\"[^>]*href|<script[^>]*src)=\"([^\"]+)\"")
            .Select(match => "/" + match.Groups[1].Value.TrimStart('/'))
            .ToList();
        Assert.True(needed.Count >= 4, string.Join(' ', needed));
        var bytes = await WeightAsync(address);
        foreach (var file in needed) bytes += await WeightAsync(file);
        Assert.InRange(bytes, 5_000, 60_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/nettverk/provenettverket")]
    public async Task The_feed_is_whole_and_follows_its_own_rules(string network)
    {
        var (_, address) = await GivenPublishedAsync("Et punkt & <et til>");
        using var answer = await GetAsync($"/rapporter{network}/atom.xml");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.Public);
        System.Xml.Linq.XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = System.Xml.Linq.XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        var entry = Assert.Single(feed.Elements(atom + "entry"));
        Assert.All(
            [feed, entry],
            element =>
                Assert.All(
                    ["id", "title", "updated"],
                    required => Assert.NotEqual("", Assert.Single(element.Elements(atom + required)).Value)
                )
        );
        Assert.Equal("Prøvenettverket", entry.Element(atom + "author")!.Element(atom + "name")!.Value);
        Assert.Contains(entry.Elements(atom + "link"), link => link.Attribute("href")!.Value == new Uri(_app.Address, address).AbsoluteUri);
        Assert.Contains(
            feed.Elements(atom + "link"),
            link =>
                link.Attribute("rel")!.Value == "self"
                && link.Attribute("href")!.Value.EndsWith($"{network}/atom.xml", StringComparison.Ordinal)
        );
        Assert.Equal("Et punkt & <et til>", entry.Element(atom + "summary")!.Value);
        using var again = await GetAsync($"/rapporter{network}/atom.xml", answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_network_has_an_address_with_its_own_reports()
    {
        var (_, address) = await GivenPublishedAsync("Punkt");
        using var old = await GetAsync("/rapporter/nettverk/provenettverket");
        // It leads on to the network's own page. Those who follow the feed there go on with it.
        Assert.StartsWith("/nettverk/provenettverket-", old.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains($"href=\"{address[1..]}\"", await old.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(address, await ReadAsync("/rapporter/nettverk/provenettverket/atom.xml"), StringComparison.Ordinal);
        Assert.Contains("href=\"rapporter/nettverk/provenettverket\"", await ReadAsync(address), StringComparison.Ordinal);
        using var other = await GetAsync("/rapporter/nettverk/finnes-ikke");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task What_a_party_has_withheld_is_in_no_byte_of_the_page_or_the_feed()
    {
        const string Hard = "Ledelsen vil ikke bruke penger på dette";
        var gathering = await _app.Rooms.GivenBoardAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, GatheringVerbs.ANote(Hard));
        await PutPointAsync(gathering, Hard);
        await PutPointAsync(gathering, "Noe annet");
        await _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new ReportTextWritten(ReportText.About, $"En sa: {Hard}. Slik var det.")
        );
        await _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new ConsentAsked(_time.GetUtcNow().AddDays(3), SilenceMeansYes: true)
        );
        var quotes = GatheringView.For(await _app.Rooms.ReadAsync(gathering.Id), gathering.Seats[0].Actor).OwnQuotes;
        await _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Seats[0].Actor,
            new ConsentGiven([.. quotes.Select(quote => new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words))])
        );
        await _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new BlockPut(new Block(new Id<Block>(Guid.NewGuid()), $"Bolk 1: {Hard}", "", [], HasWorkshop: true))
        );
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished($"Vi har tatt ut «{Hard}»"));
        var said = new List<string> { await ReadAsync(await AddressAsync(gathering)), await ReadAsync("/rapporter/atom.xml") };
        Assert.All(said, text => Assert.DoesNotContain("bruke penger", text, StringComparison.Ordinal));
        Assert.Contains("Noe annet", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_published_stands_in_the_list()
    {
        var (_, address) = await GivenPublishedAsync("Punkt");
        Assert.Contains($"href=\"{address[1..]}\"", await ReadAsync("/rapporter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_one_day_stand_in_the_order_of_the_alphabet_in_both_lists()
    {
        foreach (var title in new[] { "Åsnes", "aasen", "Zurich", "ask", "Øyer" })
        {
            var (gathering, _) = await GivenPublishedAsync("Punkt");
            var facts = (await _app.Rooms.ReadAsync(gathering.Id)).Facts;
            await _app.Rooms.MustKeepAsync(
                gathering.Id,
                gathering.Owner,
                new GatheringDescribed(facts with { Title = title, Date = new(2025, 1, 2) })
            );
        }

        string[] wanted = ["ask", "Zurich", "Øyer", "aasen", "Åsnes"];
        var front = await new GatheringLists(_app.Services.GetRequiredService<Database>()).PublishedAsync();
        var list = await _app.Services.GetRequiredService<IPublishedReports>().ListAsync();
        Assert.Equal(wanted, front.Select(report => report.Title).Where(wanted.Contains));
        Assert.Equal(wanted, list.Select(line => line.Title).Where(wanted.Contains));
    }

    private async Task<(TestGathering Gathering, string Address)> GivenPublishedAsync(string point)
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportTextWritten(ReportText.About, point));
        await PutPointAsync(gathering, point);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        return (gathering, await AddressAsync(gathering));
    }

    private Task PutPointAsync(TestGathering gathering, string text) =>
        _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new PointPut(new Point(new Id<Point>(Guid.NewGuid()), NoteKind.Barrier, text, []))
        );

    private async Task<string> AddressAsync(TestGathering gathering) =>
        $"/rapporter/{await _app.Services.GetRequiredService<IPublishedReports>().SlugOfAsync(gathering.Id)}";

    private async Task<HttpResponseMessage> GetAsync(string address, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await _reader.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<int> WeightAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };
        using var response = await _reader.SendAsync(request, TestContext.Current.CancellationToken);
        return (await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    // Without the marks that tie a style to its component.
    private static string Plain(string page) => System.Text.RegularExpressions.Regex.Replace(page, " b-[a-z0-9]+", "");

    private Task<string> ReadAsync(string address) => _reader.GetStringAsync(address, TestContext.Current.CancellationToken);
}
