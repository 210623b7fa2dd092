using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Tests.Access;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.Promises;

/// <summary>Reminders from the page of promises, by a real mail server: on the day, stopped, and now.</summary>
public sealed class RemindersTests : IAsyncDisposable
{
    private const string Password = "fjorden er blank i dag";
    private const string Waits = "påminnelsen sendes";
    private readonly MailServer _server = MailServer.Started();
    private readonly TestApplication _app;

    public RemindersTests() => _app = new TestApplication(settings: _server.Settings).Start();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _server.Dispose();
    }

    [Fact]
    public async Task They_wait_for_the_day_and_who_has_answered_everything_gets_none()
    {
        var (gathering, promise) = await GivenPromisesAsync();
        using var organiser = await SignedInAsync(gathering);
        var page = await SendAsync(organiser, gathering, "dagen");
        Assert.Contains("Påminnelsene sendes på oppfølgingsdagen.", page.Html, StringComparison.Ordinal);
        Assert.Equal(2, CountOf(page));

        var stad = gathering.Seats[0].Party;
        var links = await _app.Services.GetRequiredService<IPartyLinks>().OfPartiesAsync(gathering.Id, [stad]);
        using var phone = new Browser(_app.Address);
        var link = $"/{Addresses.Followup(links[stad])}";
        await phone.SubmitAsync(await phone.GetAsync(link), "lofter", ("svar", $"{promise}/Done"));
        Assert.Equal(1, CountOf(await organiser.GetAsync(Addresses.Promises(gathering.Id))));
        Assert.Equal(0, CountOf(await SendAsync(organiser, gathering, "stopp")));
        Assert.Empty(_server.Taken);

        await SendAsync(organiser, gathering, "na");
        await Until.SoAsync(() => _server.Taken.Count > 0);
        Assert.Equal(["post@arendal.example"], _server.Taken.Select(taken => taken.To));
    }

    [Fact]
    public async Task Without_any_address_it_is_told_whom_there_is_to_send_to()
    {
        var (gathering, _) = await GivenPromisesAsync();
        using var organiser = await SignedInAsync(gathering);
        var answer = await organiser.SubmitAsync(await organiser.GetAsync(Addresses.Promises(gathering.Id)), "brev", ("gjor", "na"));
        Assert.Contains("Det er ingen å sende til", answer.Html, StringComparison.Ordinal);
    }

    private static int CountOf(Page page) => page.Html.Split(Waits).Length - 1;

    private static async Task<Page> SendAsync(Browser organiser, TestGathering gathering, string what)
    {
        var answer = await organiser.SubmitAsync(
            await organiser.GetAsync(Addresses.Promises(gathering.Id)),
            "brev",
            ($"epost-{gathering.Seats[0].Party}", "post@stad.example"),
            ($"epost-{gathering.Seats[1].Party}", "post@arendal.example"),
            ("gjor", what));
        return await organiser.GetAsync(answer.Location!.Split('#')[0]);
    }

    // A gathering of today, so that the day to ask on is to come.
    private async Task<(TestGathering Gathering, Id<Promise> Promise)> GivenPromisesAsync()
    {
        var (rooms, gathering) = (_app.Rooms, await _app.Rooms.GivenBoardAsync());
        var facts = (await rooms.ReadAsync(gathering.Id)).Facts with { Date = DateOnly.FromDateTime(DateTime.UtcNow) };
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new GatheringDescribed(facts));
        var board = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Board);
        var last = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Summary);
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new PhaseEntered(board, last));
        var promise = new Id<Promise>(Guid.CreateVersion7());
        await rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, new PromisePut(promise, new("Kartlegge lager", "Rektor", null)));
        await rooms.MustKeepAsync(
            gathering.Id, gathering.Seats[1].Actor, new PromisePut(new(Guid.CreateVersion7()), new("Kreve ombruk", "Plansjefen", null)));
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new WorkshopClosed());
        return (gathering, promise);
    }

    private async Task<Browser> SignedInAsync(TestGathering gathering)
    {
        await _app.MakeAccountAsync(gathering.Owner, "astrid@nettverket.example", Password);
        var browser = new Browser(_app.Address);
        await browser.SubmitAsync(
            await browser.GetAsync("/logg-inn"), "logg-inn", ("epost", "astrid@nettverket.example"), ("passord", Password));
        return browser;
    }
}
