using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Promises;

/// <summary>A party says what became of its promises by its link: a plain form, in a browser that has never been here.</summary>
public sealed partial class PromisesSectionTests : IAsyncDisposable
{
    private readonly TestApplication _app = TestApplication.Started();
    private readonly Id<Promise> _promise = new(Guid.CreateVersion7());
    private readonly HttpClient _phone;

    public PromisesSectionTests() => _phone = new HttpClient(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
    })
    { BaseAddress = _app.Address };

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task One_press_says_what_became_of_it_and_why()
    {
        var (gathering, link) = await GivenPromiseAsync();
        Assert.Contains("Kartlegge lagerplass", await ReadAsync(link), StringComparison.Ordinal);
        var answer = await PressAsync(link, await FormAsync(link), PromiseState.Dropped, "Budsjettet røk");
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var kept = (await _app.Rooms.ReadAsync(gathering.Id)).Workshop.WorkOf(gathering.Seats[0].Party).Promises[0].Answer;
        Assert.Equal((PromiseState.Dropped, "Budsjettet røk"), (kept!.State, kept.Why.Value));
    }

    [Fact]
    public async Task The_one_who_answers_last_of_two_is_told_and_loses_nothing()
    {
        var (gathering, link) = await GivenPromiseAsync();
        var (one, other) = (await FormAsync(link), await FormAsync(link));
        await PressAsync(link, one, PromiseState.Done, "");
        var answer = await PressAsync(link, other, PromiseState.Dropped, "Vi rakk det ikke");
        Assert.Contains("har svart «Gjort» i mellomtiden", answer.Page, StringComparison.Ordinal);
        Assert.Contains("Vi rakk det ikke", answer.Page, StringComparison.Ordinal);
        Assert.Equal(PromiseState.Done, await StateAsync(gathering));
    }

    [Fact]
    public async Task A_link_that_is_revoked_opens_nothing_and_the_new_one_opens_the_same()
    {
        var (gathering, link) = await GivenPromiseAsync();
        var links = _app.Services.GetRequiredService<IPartyLinks>();
        await links.RevokeAsync(gathering.Id, gathering.Seats[0].Party);
        using var old = await _phone.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        Assert.Contains("Kartlegge lagerplass", await ReadAsync(await LinkAsync(gathering)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_has_the_day_seven_weeks_later_and_a_gathering_that_is_erased_has_no_page()
    {
        var (gathering, link) = await GivenPromiseAsync();
        Assert.Contains("DTSTART;VALUE=DATE:20270112", await ReadAsync($"{link}/oppfolging.ics"), StringComparison.Ordinal);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringErased());
        using var gone = await _phone.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task<(TestGathering Gathering, string Link)> GivenPromiseAsync()
    {
        var gathering = await _app.Rooms.GivenBoardAsync();
        var board = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Board);
        var last = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Summary);
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new PhaseEntered(board, last));
        await _app.Rooms.MustKeepAsync(
            gathering.Id, gathering.Seats[0].Actor, new PromisePut(_promise, new("Kartlegge lagerplass", "Eiendomssjefen", null)));
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new WorkshopClosed());
        return (gathering, await LinkAsync(gathering));
    }

    private async Task<string> LinkAsync(TestGathering gathering)
    {
        var party = gathering.Seats[0].Party;
        return Addresses.Followup((await _app.Services.GetRequiredService<IPartyLinks>().OfPartiesAsync(gathering.Id, [party]))[party]);
    }

    private async Task<PromiseState?> StateAsync(TestGathering gathering) =>
        (await _app.Rooms.ReadAsync(gathering.Id)).Workshop.WorkOf(gathering.Seats[0].Party).Promises[0].Answer?.State;

    private async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(
        await _phone.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    private async Task<List<KeyValuePair<string, string>>> FormAsync(string link)
    {
        var page = await ReadAsync(link);
        var form = page[page.IndexOf("value=\"lofter\"", StringComparison.Ordinal)..];
        return
        [
            new("_handler", "lofter"),
            new("__RequestVerificationToken", TokenPattern().Match(form).Groups[1].Value),
            new($"lest-{_promise}", ReadPattern().Match(page).Groups[1].Value),
        ];
    }

    private async Task<(HttpStatusCode Status, string Page)> PressAsync(
        string link, List<KeyValuePair<string, string>> form, PromiseState state, string why)
    {
        using var content = new FormUrlEncodedContent([.. form, new("svar", $"{_promise}/{state}"), new($"hvorfor-{_promise}", why)]);
        using var answer = await _phone.PostAsync(new Uri(link, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();

    [GeneratedRegex("name=\"lest-[0-9a-f]+\" value=\"([^\"]+)\"")]
    private static partial Regex ReadPattern();
}
