using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using DelingIPraksis.Support;
using Microsoft.Playwright;
using static DelingIPraksis.Domain.Gatherings.Change;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// What is promised is followed: made on a phone, answered by the link eight weeks later, and met again at the next gathering of the
/// network, whose report tells the figures.
/// </summary>
public sealed class FromTalkToDecisionTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private static readonly string[] Promises = ["Kartlegge lagerplass", "Kreve ombruk i neste plan", "Dele lageret med Bergen"];

    private readonly VisualChecks _album = new();

    [Fact]
    public async Task Promises_of_one_gathering_are_answered_eight_weeks_later_and_open_the_next()
    {
        await using var scene = await NetworkScene.OpenAsync();
        var (first, code) = await scene.GatherAsync("Samling om ombruk");
        await GivenWorkAsync(scene, first);
        var phone = new Participant(await theatre.NewPageAsync(scene.App.Address, Screen.Phone), "Stad");
        await phone.JoinAsync(code);
        foreach (var promise in Promises) await PromiseAsync(phone.Page, promise);
        await GivenAnotherPromiseAndWitnessAsync(scene, first);
        await Expect(phone.Page.Locator(".kept")).ToContainTextAsync("Vitne: Arendal");
        await _album.LookAsync(phone.Page, "tavle-lofter");
        await scene.DoAsync(first.Id, first.Owner, new WorkshopClosed());

        scene.Clock.Move(TimeSpan.FromDays(56));
        var organiser = new Organiser(await theatre.NewPageAsync(scene.App.Address));
        await organiser.SignInAsync();
        await organiser.Page.GotoAsync($"samling/{first.Id}/lofter");
        await Expect(FiguresOf(organiser.Page)).ToHaveTextAsync(["4", "0", "0", "0", "4"]);
        await _album.LookAsync(organiser.Page, "lofter");
        await AnswerByLinkAsync(scene, first);
        await ShareContactsAsync(scene, first, organiser);
        await organiser.Page.GotoAsync($"samling/{first.Id}/lofter");
        await Expect(FiguresOf(organiser.Page)).ToHaveTextAsync(["4", "2", "1", "0", "2"]);

        var (next, door) = await scene.GatherAsync("Neste samling");
        var again = new Participant(await theatre.NewPageAsync(scene.App.Address, Screen.Phone), "Stad");
        await again.JoinAsync(door);
        await MeetLastPromisesAsync(again.Page);
        await TellInReportAsync(organiser, next);
        _album.MustBeFine();
    }

    // What Stad asks for and Bergen offers, who are in no pair, and the last step on the boards.
    private static async Task GivenWorkAsync(NetworkScene scene, TestGathering gathering)
    {
        await scene.GoToAsync(gathering, -1, PhaseKind.Board);
        var stad = gathering.Seats[0];
        await scene.DoAsync(gathering.Id, stad.Actor, new TextWritten(
            TextField.Asks, "Et sted å lagre brukte byggevarer mellom riving og nybygg", 0));
        await scene.DoAsync(gathering.Id, gathering.Seats[2].Actor, new TextWritten(
            TextField.Offers, "Lagerhall til leie for brukte byggevarer, med vekt og truck", 0));
        await scene.GoToAsync(gathering, PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Board), PhaseKind.Summary);
    }

    private static async Task PromiseAsync(IPage phone, string what)
    {
        await phone.Locator("#home-what").FillAsync(what);
        await phone.Locator("#home-owner").FillAsync("Eiendomssjefen");
        await phone.Locator("[data-focus-key=home-put]").ClickAsync();
        await Expect(phone.Locator(".kept .said").GetByText(what, new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task GivenAnotherPromiseAndWitnessAsync(NetworkScene scene, TestGathering gathering)
    {
        var (stad, arendal, bergen) = (gathering.Seats[0], gathering.Seats[1], gathering.Seats[2]);
        var promise = (await scene.App.Rooms.ReadAsync(gathering.Id)).Workshop.WorkOf(stad.Party).Promises[0].Id;
        await scene.DoAsync(gathering.Id, arendal.Actor, new PromiseWitnessed(stad.Party, promise, IsWitness: true));
        await scene.DoAsync(gathering.Id, bergen.Actor, new PromisePut(
            new(Guid.CreateVersion7()), new("Leie ut hallen i helgene", "Havnesjefen", scene.Clock.Today.AddDays(100))));
    }

    // Two taps: one says what became of the first, one of the second. The third stays open.
    private async Task AnswerByLinkAsync(NetworkScene scene, TestGathering gathering)
    {
        var phone = await theatre.NewPageAsync(scene.App.Address, Screen.Phone);
        await phone.GotoAsync(await scene.LinkAsync(gathering, "Stad"));
        await Expect(phone.Locator("fieldset.promise legend")).ToHaveTextAsync(Promises);
        await PressAsync(0, "StateDone");
        await PressAsync(1, "StateBegun");
        await Expect(phone.Locator(".used")).ToContainTextAsync(Words.Evaluation("AskUsed"));
        await _album.LookAsync(phone, "etter");
        foreach (var language in new[] { "nn-NO", "en-GB" })
        {
            var other = await theatre.NewPageAsync(scene.App.Address, language: language);
            await other.GotoAsync(await scene.LinkAsync(gathering, "Stad"));
            await _album.LookAsync(other, $"etter-{language[..2]}");
        }

        async Task PressAsync(int promise, string state)
        {
            var button = phone.Locator("fieldset.promise").Nth(promise)
                .GetByRole(AriaRole.Button, new() { Name = Words.Promise(state), Exact = true });
            await button.ClickAsync();
            await Expect(phone.Locator(".promises .saved")).ToBeVisibleAsync();
            await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        }
    }

    // Both say yes, and each has the card of the other; those who organise see that, and no card.
    private async Task ShareContactsAsync(NetworkScene scene, TestGathering gathering, Organiser organiser)
    {
        var stad = await theatre.NewPageAsync(scene.App.Address, Screen.Phone);
        var bergen = await theatre.NewPageAsync(scene.App.Address);
        await SayYesAsync(stad, "Stad", "Bergen", "Kari Nordfjord");
        await Expect(stad.Locator(".introductions .given")).ToHaveTextAsync(Words.Introduction("WaitsForThem", "Bergen"));
        await SayYesAsync(bergen, "Bergen", "Stad", "Ola Berg");
        await Expect(bergen.Locator(".introductions .card")).ToContainTextAsync("Kari Nordfjord");
        await stad.ReloadAsync();
        await Expect(stad.Locator(".introductions .card")).ToContainTextAsync("Ola Berg");
        await _album.LookAsync(stad, "etter-kontakt");

        var page = organiser.Page;
        await page.GotoAsync("samlinger");
        await page.Locator(".networks").GetByRole(AriaRole.Link, new() { Name = NetworkScene.Network }).ClickAsync();
        await page.ComesToAsync("nettverk/*");
        await page.GotoAsync($"{page.Url.Split('?')[0]}/sok-og-tilbyr");
        await Expect(page.Locator(".links li").First).ToContainTextAsync(Words.Introduction("StateBoth"));
        await Expect(page.GetByText("Nordfjord")).ToHaveCountAsync(0);
        await _album.LookAsync(page, "sok-og-tilbyr");

        async Task SayYesAsync(IPage page, string own, string other, string name)
        {
            await page.GotoAsync(await scene.LinkAsync(gathering, own));
            await page.Locator("#kontakt-navn").FillAsync(name);
            await page.Locator("#kontakt-tlf").FillAsync("57 88 50 00");
            await page.PressAsync(Words.Introduction("SayYes", other));
            await Expect(page.Locator(".introductions .saved")).ToBeVisibleAsync();
        }
    }

    // Before anything else: what was promised last, with what has been answered already.
    private async Task MeetLastPromisesAsync(IPage board)
    {
        await Expect(board.Locator("#last-promises-title")).ToBeVisibleAsync();
        var asked = board.Locator(".last-promises fieldset");
        await Expect(asked.Locator("legend")).ToHaveTextAsync(Promises);
        await Expect(asked.Nth(0).Locator("[aria-pressed=true]")).ToHaveTextAsync(Words.Exchange("PromiseDone"));
        await _album.LookAsync(board, "tavle-forrige-lofter");
        var dropped = asked.Nth(2).GetByRole(AriaRole.Button, new() { Name = Words.Exchange("PromiseDropped"), Exact = true });
        await dropped.ClickAsync();
        await Expect(dropped).ToHaveAttributeAsync("aria-pressed", "true");
        await board.PressAsync(Words.Exchange("LastGoOn"));
        await Expect(board.Locator(".last-promises")).ToHaveCountAsync(0);
    }

    // The desk shows what adds up, and the report tells the same.
    private async Task TellInReportAsync(Organiser organiser, TestGathering gathering)
    {
        var page = organiser.Page;
        await page.GotoAsync($"samling/{gathering.Id}/rapport");
        await page.LiveAsync();
        await organiser.OpenPlaceAsync("publisering");
        await Expect(FiguresOf(page)).ToHaveTextAsync(["4", "2", "1", "1", "1"]);
        await page.GetByLabel(Words.Desk("EarlierPromisesTell")).CheckAsync();
        await _album.LookAsync(page, "bord-forrige-lofter");
        await page.PressAsync(Words.Desk("ViewPreview"));
        var report = page.Locator("article");
        foreach (var line in new[] { "Vedtatt eller i gang: 2, av dem gjort: 1", "Lagt bort: 1", "Ikke hørt noe om ennå: 1" })
            await Expect(report).ToContainTextAsync(line);
    }

    private static ILocator FiguresOf(IPage page) => page.Locator("table:has(th:text-is('Lovet')) tbody td");
}
