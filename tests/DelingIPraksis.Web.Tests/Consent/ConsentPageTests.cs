using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Consent;

/// <summary>A party answers by the link from a letter: a plain form, in a browser that has never been here.</summary>
public sealed partial class ConsentPageTests : IAsyncDisposable
{
    private const string Hard = "Ledelsen hos oss vil ikke bruke penger på dette";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly TestApplication _app;
    private readonly HttpClient _phone;

    public ConsentPageTests()
    {
        _app = TestApplication.Started(time: _time);
        _phone = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = _app.Address,
        };
    }

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task The_party_reads_its_own_words_and_what_silence_means_and_nobody_elses()
    {
        var (gathering, link) = await GivenAskedAsync(silenceMeansYes: false);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new WorkshopReopened(AsItWas: true));
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[1].Actor, GatheringVerbs.ANote("Partnerens lapp"));
        var page = await ReadAsync(link);
        Assert.Contains(Hard, page, StringComparison.Ordinal);
        Assert.Contains("Det dere ikke svarer på, står ikke i den publiserte rapporten.", page, StringComparison.Ordinal);
        Assert.Contains("til og med tirsdag 1. desember", page, StringComparison.Ordinal);
        Assert.Contains("står nesten ordrett i ett punkt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Partnerens lapp", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_press_approves_everything()
    {
        var (gathering, link) = await GivenAskedAsync();
        var answer = await SendAsync(link, ("alt", "ja"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("Svaret er lagret", await ReadAsync(answer.To!), StringComparison.Ordinal);
        Assert.All(await QuotesAsync(gathering), quote => Assert.Equal(QuoteVerdict.Approved, quote.Verdict));
    }

    [Fact]
    public async Task Other_words_take_the_place_of_the_quote_and_what_is_withheld_is_gone()
    {
        var (gathering, link) = await GivenAskedAsync();
        var note = await FieldAsync(link, "Note");
        await SendAsync(link, (note, "Softened"), (InsteadOf(note), "Det er vanskelig å få penger"));
        Assert.Equal(["Det er vanskelig å få penger"], (await ReportAsync(gathering)).Barriers.Select(point => point.Text.Value));
        await SendAsync(link, (note, "Withheld"));
        Assert.Empty((await ReportAsync(gathering)).Barriers);
    }

    [Fact]
    public async Task An_answer_that_comes_while_the_report_is_published_is_kept_and_is_in_the_next_edition()
    {
        var (gathering, link) = await GivenAskedAsync();
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new PointPut(
            new Point(new Id<Point>(Guid.NewGuid()), NoteKind.Barrier, "Noe annet", [])));
        var (note, form) = (await FieldAsync(link, "Note"), await FormAsync(link));
        var answering = SendAsync(link, form, (note, "Withheld"));
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished());
        Assert.Equal(HttpStatusCode.SeeOther, (await answering).Status);
        Assert.Equal(QuoteVerdict.Withheld, (await QuotesAsync(gathering)).Single(quote => quote.Ref.Kind == QuoteKind.Note).Verdict);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ReportPublished("Et punkt er tatt ut"));
        var slug = await _app.Services.GetRequiredService<IPublishedReports>().SlugOfAsync(gathering.Id);
        var page = await ReadAsync($"/rapporter/{slug}");
        Assert.Contains("Noe annet", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Hard, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_quote_and_the_other_answers_stand()
    {
        var (gathering, link) = await GivenAskedAsync();
        var (note, name) = (await FieldAsync(link, "Note"), await FieldAsync(link, "Name"));
        var answer = await SendAsync(link, (note, "Softened"), (InsteadOf(note), " "), (name, "Withheld"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Skriv hva som skal stå i stedet.", answer.Page, StringComparison.Ordinal);
        Assert.Matches($"name=\"{name}\" value=\"Withheld\" checked", answer.Page);
        Assert.All(await QuotesAsync(gathering), quote => Assert.Equal(QuoteVerdict.Open, quote.Verdict));
    }

    [Fact]
    public async Task An_answer_is_never_taken_to_be_of_other_words_than_those_that_were_read()
    {
        var (gathering, link) = await GivenAskedAsync();
        var note = await FieldAsync(link, "Note");
        var form = await FormAsync(link);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new WorkshopReopened(AsItWas: true));
        var quote = (await QuotesAsync(gathering)).Single(quote => quote.Ref.Kind == QuoteKind.Note);
        await _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Seats[0].Actor,
            new NoteEdited(new Id<Note>(quote.Ref.Of), "Helt andre ord", 0)
        );
        var answer = await SendAsync(link, form, (note, "Approved"));
        Assert.Contains("Ordene er endret siden dere leste dem.", answer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_deadline_the_answers_are_shown_and_taken_no_more()
    {
        var (gathering, link) = await GivenAskedAsync();
        var note = await FieldAsync(link, "Note");
        var form = await FormAsync(link);
        _time.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain("type=\"radio\"", await ReadAsync(link), StringComparison.Ordinal);
        var answer = await SendAsync(link, form, (note, "Withheld"));
        Assert.Contains("Fristen er ute.", answer.Page, StringComparison.Ordinal);
        Assert.Single((await ReportAsync(gathering)).Barriers);
    }

    [Fact]
    public async Task A_link_is_short_is_the_same_each_time_and_one_that_was_sent_before_it_was_short_opens_still()
    {
        var (gathering, link) = await GivenAskedAsync();
        Assert.InRange(link.Length, 20, 40);
        var links = _app.Services.GetRequiredService<IPartyLinks>();
        var all = await links.OfPartiesAsync(gathering.Id, [.. gathering.Seats.Select(seat => seat.Party)]);
        Assert.Equal(link, Addresses.Quotes(all[gathering.Seats[0].Party]));
        Assert.NotEqual(all[gathering.Seats[0].Party], all[gathering.Seats[1].Party]);
        var earlier = _app
            .Services.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector(PartyLinks.SealOfEarlier)
            .ToTimeLimitedDataProtector()
            .Protect($"{gathering.Id} {gathering.Seats[0].Party}", TimeSpan.FromDays(400));
        Assert.Contains(Hard, await ReadAsync(Addresses.Quotes(earlier)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Called_off_the_page_says_so_and_takes_nothing()
    {
        var (gathering, link) = await GivenAskedAsync();
        var (note, form) = (await FieldAsync(link, "Note"), await FormAsync(link));
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new ConsentCalledOff());
        Assert.Contains("Arrangøren kalte spørsmålet tilbake 30. november.", await ReadAsync(link), StringComparison.Ordinal);
        await SendAsync(link, form, (note, "Withheld"));
        Assert.Single((await ReportAsync(gathering)).Barriers);
    }

    [Fact]
    public async Task A_deadline_in_hours_is_told_with_its_hour()
    {
        var (gathering, link) = await GivenAskedAsync(silenceMeansYes: false);
        await _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new ConsentAsked(new DateTimeOffset(2026, 12, 1, 10, 30, 0, TimeSpan.Zero), false)
        );
        var page = await ReadAsync(link);
        Assert.Contains("til og med tirsdag 1. desember kl. 11:30", page, StringComparison.Ordinal);
        Assert.Contains("Fristen var først tirsdag 1. desember.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sitater/ingenting")]
    [InlineData("/tavle/0192f0c1-0000-7000-8000-000000000000/sitater")]
    public async Task A_link_that_is_not_ours_opens_nothing(string address)
    {
        using var answer = await _phone.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_is_kept_in_no_cache()
    {
        var (_, link) = await GivenAskedAsync();
        using var answer = await _phone.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private async Task<(TestGathering Gathering, string Link)> GivenAskedAsync(bool silenceMeansYes = true)
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        var note = GatheringVerbs.ANote(Hard);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, note);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new PointPut(
            new Point(new Id<Point>(Guid.NewGuid()), NoteKind.Barrier, Hard, [new NoteRef(gathering.Seats[0].Party, note.Note)])));
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new WorkshopClosed());
        await _app.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new ConsentAsked(new DateTimeOffset(2026, 12, 1, 22, 59, 59, TimeSpan.Zero), silenceMeansYes)
        );
        return (
            gathering,
            Addresses.Quotes(
                (await _app.Services.GetRequiredService<IPartyLinks>().OfPartiesAsync(gathering.Id, [gathering.Seats[0].Party]))[
                    gathering.Seats[0].Party
                ]
            )
        );
    }

    private async Task<IReadOnlyList<Quote>> QuotesAsync(TestGathering gathering) =>
        GatheringView.For(await _app.Rooms.ReadAsync(gathering.Id), gathering.Seats[0].Actor).OwnQuotes;

    private async Task<GatheringReport> ReportAsync(TestGathering gathering) =>
        GatheringReport.Of(await _app.Rooms.ReadAsync(gathering.Id), attributed: false);

    private async Task<string> ReadAsync(string address) =>
        WebUtility.HtmlDecode(
            await _phone.GetStringAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken)
        );

    private async Task<string> FieldAsync(string link, string kind) => VerdictField(kind).Match(await ReadAsync(link)).Value;

    private static string InsteadOf(string verdict) => "ord-" + verdict[5..verdict.LastIndexOf('-')];

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> FormAsync(string link)
    {
        var page = await ReadAsync(link);
        var form = page[page.IndexOf("value=\"sitater\"", StringComparison.Ordinal)..];
        return [new("_handler", "sitater"), new("__RequestVerificationToken", TokenPattern().Match(form).Groups[1].Value)];
    }

    private async Task<Answer> SendAsync(string link, params (string Name, string Value)[] fields) =>
        await SendAsync(link, await FormAsync(link), fields);

    private async Task<Answer> SendAsync(
        string link,
        IReadOnlyList<KeyValuePair<string, string>> form,
        params (string Name, string Value)[] fields
    )
    {
        using var content = new FormUrlEncodedContent(form.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        using var answer = await _phone.PostAsync(new Uri(link, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return new(
            answer.StatusCode,
            answer.Headers.Location?.OriginalString,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );
    }

    private static Regex VerdictField(string kind) => new($"valg-{kind}-[^\"]+");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();

    private sealed record Answer(HttpStatusCode Status, string? To, string Page);
}
