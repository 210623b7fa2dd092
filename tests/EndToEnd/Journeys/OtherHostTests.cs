using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The main journey on a name that is not localhost, which browsers give more than any other: over plain http, behind nginx under TLS and
/// in a folder, where WebSockets are blocked, in an old browser, and where the browser keeps nothing.
/// </summary>
public sealed class OtherHostTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private const string Blocked = "window.WebSocket = class { constructor() { throw new Error('blocked'); } };";

    private const string Old = """
        for (const name of ['timeout', 'any']) delete AbortSignal[name];
        for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name];
        for (const name of ['hasOwn', 'groupBy']) delete Object[name];
        for (const name of ['withResolvers', 'try']) delete Promise[name];
        delete String.prototype.at; delete Crypto.prototype.randomUUID;
        delete Element.prototype.checkVisibility; delete window.structuredClone;
        delete window.requestIdleCallback;
        for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name];
        new MutationObserver(() => { for (const one of document.querySelectorAll('[popover]')) one.removeAttribute('popover'); })
          .observe(document, { childList: true, subtree: true });
        """;

    private const string Forgetful = """
        for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get() { throw new DOMException('Access is denied.', 'SecurityError'); } });
        """;

    [Theory]
    [InlineData("plain http", "")]
    [InlineData("WebSockets blocked", Blocked)]
    [InlineData("an old browser", Old)]
    [InlineData("nothing is kept", Forgetful)]
    public async Task The_session_is_alive_over_plain_http_by_another_name(string network, string takenAway)
    {
        var hall = new UriBuilder(theatre.Application.Address) { Host = "hall.test" }.Uri;
        var organiser = new Organiser(await theatre.NewPageAsync(hall, takenAway));
        await organiser.SignInAsync();
        await HoldAsync(organiser, hall, network, takenAway);
    }

    [Theory]
    [InlineData("", "", "Host $http_host", "X-Forwarded-Proto https")] // as the documentation says
    [InlineData("/deling", "/", "Host $host")] // takes the folder off, and loses the port
    [InlineData("/deling", "", "X-Forwarded-For $remote_addr")] // asks for the upstream's own name
    public async Task The_session_is_alive_behind_nginx_under_tls(string folder, string upstream, params string[] headers)
    {
        await using var nginx = new Nginx("hall.test", folder);
        await using var application = new RunningApplication();
        await application.StartAsync("--address", nginx.Address.AbsoluteUri, "--no-demo");
        await nginx.StartAsync(application.Address.GetLeftPart(UriPartial.Authority) + upstream, headers);
        var organiser = new Organiser(await theatre.NewPageAsync(nginx.Address));
        await organiser.BecomeFirstAsync(application.FirstOrganiserLink());
        Assert.Equal("h2", await organiser.Page.EvaluateAsync<string>(
            "() => performance.getEntriesByType('navigation')[0].nextHopProtocol"));
        await HoldAsync(organiser, nginx.Address, $"nginx {folder}", "");
    }

    [Fact]
    public async Task An_old_browser_opens_the_menu_for_help_and_asks()
    {
        var hall = new UriBuilder(theatre.Application.Address) { Host = "hall.test" }.Uri;
        var code = await (await theatre.NewOrganiserAsync()).MakeGatheringAsync("Hjelp på gammel telefon", "Stad", "Arendal");
        var stad = new Participant(await theatre.NewPageAsync(hall, Old), "Stad");
        await stad.JoinAsync(code);
        var menu = stad.Page.Locator("#help");
        await Expect(menu).ToBeHiddenAsync();
        await stad.Page.PressAsync(Words.Board("HelpAsk"));
        await Expect(menu).ToBeVisibleAsync();
        await stad.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeHiddenAsync();
        await stad.Page.PressAsync(Words.Board("HelpAsk"));
        await menu.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(menu).ToBeHiddenAsync();
        await Expect(stad.Page.Locator("[popovertarget=help]").First).ToHaveTextAsync(Words.Board("HelpAsked"));
    }

    [Fact]
    public async Task A_link_is_copied_over_plain_http_by_another_name_or_shown_to_be_copied_by_hand()
    {
        var hall = new UriBuilder(theatre.Application.Address) { Host = "hall.test" }.Uri;
        var organiser = new Organiser(await theatre.NewPageAsync(hall));
        await organiser.SignInAsync();
        await organiser.MakeGatheringAsync("Lenker i hallen", "Stad", "Arendal");
        await organiser.OpenAsync("invitasjon");
        Assert.False(await organiser.Page.EvaluateAsync<bool>("() => 'clipboard' in navigator"));
        var door = organiser.Page.Locator(".door .copy");
        await door.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(door.GetByRole(AriaRole.Status)).ToHaveTextAsync(Words.Common("Copied"));
        await organiser.Page.EvaluateAsync("() => { document.execCommand = () => false; }");
        await door.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(door.GetByRole(AriaRole.Status)).ToHaveTextAsync(Words.Common("CopyByHand"));
        await Expect(door.GetByRole(AriaRole.Textbox)).ToHaveValueAsync(new Regex("^http://.+/k/"));
        Assert.StartsWith(
            "http://",
            await organiser.Page.EvaluateAsync<string>(
                "() => { const { value, selectionStart, selectionEnd } = document.activeElement; "
                    + "return value.slice(selectionStart, selectionEnd); }"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_line_that_was_lost_is_found_again_by_an_old_browser()
    {
        await using var line = new FaultyConnection(theatre.Application.Address);
        var hall = new UriBuilder(line.Address) { Host = "hall.test" }.Uri;
        var code = await (await theatre.NewOrganiserAsync()).MakeGatheringAsync("Gammel telefon", "Stad", "Arendal");
        var stad = new Participant(await theatre.NewPageAsync(hall, Old), "Stad");
        await stad.JoinAsync(code);
        line.Cut();
        await Expect(stad.Band).ToBeVisibleAsync();
        line.Mend();
        await Expect(stad.Band).ToBeHiddenAsync();
        await stad.Page.LiveAsync();
    }

    /// <summary>
    /// A gathering is made and joined, a note comes to the partner's screen, and the wall tells the address that all came by.
    /// </summary>
    private async Task HoldAsync(Organiser organiser, Uri hall, string title, string takenAway)
    {
        var code = await organiser.MakeGatheringAsync($"Over {title}", "Stad", "Arendal");
        var stad = new Participant(await theatre.NewPageAsync(hall, takenAway), "Stad");
        await stad.JoinAsync(code);
        var arendal = new Participant(await theatre.NewPageAsync(hall, takenAway), "Arendal");
        await arendal.JoinAsync(code);

        var wall = await organiser.OpenBesideAsync("vegg");
        await Expect(wall.GetByText($"{hall.Authority}{hall.AbsolutePath}bli-med").First).ToBeVisibleAsync();
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await arendal.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, "Sett fra en annen maskin");
        await arendal.SeesNoteAsync(NoteKind.Barrier, "Sett fra en annen maskin");
        Assert.StartsWith(hall.AbsoluteUri, stad.Page.Url, StringComparison.Ordinal);
    }
}
