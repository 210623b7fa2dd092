using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The line goes, the service dies or is restarted while people write: what they wrote is there, in its field, on both screens, once.
/// </summary>
[Collection(nameof(Alone))]
public sealed class LostConnectionTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>, IAsyncLifetime
{
    private readonly RunningApplication _application = new();
    private Organiser _organiser = null!;
    private Participant _stad = null!;
    private Participant _arendal = null!;
    private FaultyConnection _line = null!;

    public async ValueTask InitializeAsync()
    {
        await _application.StartAsync();
        _organiser = new Organiser(await theatre.NewPageAsync(_application.Address));
        await _organiser.BecomeFirstAsync(_application.FirstOrganiserLink());
        var code = await _organiser.MakeGatheringAsync("Uten nett", "Stad", "Arendal");
        _line = new FaultyConnection(_application.Address);
        _stad = new Participant(await theatre.NewPageAsync(_line.Address), "Stad");
        await _stad.JoinAsync(code);
        _arendal = new Participant(await theatre.NewPageAsync(_application.Address), "Arendal");
        await _arendal.JoinAsync(code);
        await _organiser.PairAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task What_is_written_while_the_service_is_gone_is_kept_and_sent_once_when_it_is_back()
    {
        await _organiser.GoToAsync(PhaseKind.Board);
        await _stad.IsAtAsync(PhaseKind.Board);
        await _stad.AddNoteAsync(NoteKind.Barrier, "Skrevet før strømmen gikk");

        await _application.StopAsync();
        await Expect(_stad.Band).ToBeVisibleAsync();
        await _stad.Page.Locator("#new-barrier").FillAsync("Skrevet mens strømmen var borte");
        await _stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await _stad.Page.Locator("#new-barrier").FillAsync("Og én til");
        await _stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await _stad.Page.Locator("#new-barrier").PressSequentiallyAsync("Begynt på");
        await _stad.Page.Locator("#new-opportunity").PressSequentiallyAsync("Halvferdig");
        await Expect(_stad.Page.Locator(".waiting-note .said")).ToHaveTextAsync(["Og én til", "Skrevet mens strømmen var borte"]);
        foreach (var state in await _stad.Page.Locator(".waiting-note .state").AllAsync())
            await Expect(state).ToHaveTextAsync(Words.Common("Waiting"));

        await _application.StartAsync();
        await _arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet før strømmen gikk");
        await _stad.SeesNoteAsync(NoteKind.Barrier, "Skrevet mens strømmen var borte");
        await _arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet mens strømmen var borte");
        await _arendal.SeesNoteAsync(NoteKind.Barrier, "Og én til");
        await Expect(_stad.Page.Locator("#new-opportunity")).ToHaveValueAsync("Halvferdig");
        await Expect(_stad.Page.Locator("#new-opportunity")).ToBeFocusedAsync();
        await Expect(_stad.Page.Locator("#new-barrier")).ToHaveValueAsync("Begynt på");
        await Expect(_stad.Page.Locator(".waiting-note")).ToHaveCountAsync(0);
        await Expect(_stad.Page.Locator(".note")).ToHaveCountAsync(3);
        await Expect(_arendal.Page.Locator(".note")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_service_that_is_restarted_in_order_is_hardly_noticed_and_who_lags_behind_stays_on_her_step()
    {
        await _organiser.GoToAsync(PhaseKind.Writing);
        await _stad.IsAtAsync(PhaseKind.Writing);
        var field = _stad.Page.GetByLabel(Words.Board("Challenge"), new() { Exact = true });
        await field.ClickAsync();
        await field.PressSequentiallyAsync("Vi har lite");
        await _organiser.GoToAsync(PhaseKind.Presentation);
        await Expect(_stad.Page.Locator(".next-bar")).ToBeVisibleAsync();
        await _stad.Page.EvaluateAsync(
            "() => { window.sameDocument = true; const pause = Blazor.pauseCircuit; Blazor.pauseCircuit = () => { window.wasAsked = true; "
                + "return pause(); }; }"
        );

        Assert.Equal(0, await _application.RestartAsync(async () =>
        {
            // The page is asked to pause before its line is cut: what was sent first arrives first, also at a slow browser.
            await _stad.Page.WaitForFunctionAsync("() => window.wasAsked === true");
            await field.PressSequentiallyAsync(" plass og");
        }));

        await Expect(_stad.Band).ToBeHiddenAsync();
        Assert.True(await _stad.Page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was fetched anew.");
        await Expect(_stad.Page.Locator(".next-bar")).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync("Vi har lite plass og");
        await Expect(field).ToBeFocusedAsync();
        await _stad.Page.Keyboard.TypeAsync(" mindre tid");
        await _stad.SavedAsync(Words.Board("Challenge"), "Vi har lite plass og mindre tid");
        Assert.True(await _stad.Page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was fetched anew.");
        await Expect(_stad.Page.Locator("dip-unsent")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_tab_that_is_killed_in_the_middle_of_a_word_has_it_when_it_is_opened_again_and_only_once()
    {
        await _organiser.GoToAsync(PhaseKind.Board);
        await _stad.IsAtAsync(PhaseKind.Board);
        await _stad.Page.Locator("#new-barrier").PressSequentiallyAsync("Vi mang");
        var address = _stad.Page.Url;
        var context = _stad.Page.Context;
        // No unload event, no farewell: as when a phone takes the memory back.
        await Task.WhenAny(_stad.Page.GotoAsync("chrome://crash"), Task.Delay(2_000));
        await _stad.Page.CloseAsync();

        var again = new Participant(await context.NewPageAsync(), "Stad");
        await again.Page.GotoAsync(address);
        await again.Page.LiveAsync();
        var composer = again.Page.Locator("#new-barrier");
        await Expect(composer).ToHaveValueAsync("Vi mang");
        await composer.ClickAsync();
        await composer.PressAsync("End");
        await composer.PressSequentiallyAsync("ler lager");
        await composer.PressAsync("Enter");
        await again.SeesNoteAsync(NoteKind.Barrier, "Vi mangler lager");
        await again.Page.ReloadAsync();
        await again.Page.LiveAsync();
        await Expect(composer).ToHaveValueAsync("");
        await Expect(again.Page.Locator(".note")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Notes_put_forward_without_a_network_are_there_after_the_tab_was_killed_and_each_arrives_once()
    {
        await _organiser.GoToAsync(PhaseKind.Board);
        await _stad.IsAtAsync(PhaseKind.Board);
        await _stad.Page.Locator("#new-barrier").PressSequentiallyAsync("Sendt uten ");
        _line.Cut();
        await Expect(_stad.Band).ToBeVisibleAsync();
        var composer = _stad.Page.Locator("#new-barrier");
        await composer.PressSequentiallyAsync("nett A");
        await composer.PressAsync("Enter");
        await Expect(composer).ToHaveValueAsync("");
        await composer.PressSequentiallyAsync("Sendt uten nett B");
        await composer.PressAsync("Enter");
        await composer.PressSequentiallyAsync("Begynt på C");
        await Expect(_stad.Page.Locator(".waiting-note .said")).ToHaveTextAsync(["Sendt uten nett B", "Sendt uten nett A"]);
        var address = _stad.Page.Url;
        var context = _stad.Page.Context;
        await Task.WhenAny(_stad.Page.GotoAsync("chrome://crash"), Task.Delay(2_000));
        await _stad.Page.CloseAsync();
        _line.Mend();

        var again = new Participant(await context.NewPageAsync(), "Stad");
        await again.Page.GotoAsync(address);
        await again.Page.LiveAsync();
        await Expect(_arendal.Page.Locator(".note-barrier .text")).ToHaveTextAsync(["Sendt uten nett B", "Sendt uten nett A"]);
        await Expect(again.Page.Locator("#new-barrier")).ToHaveValueAsync("Begynt på C");
        await Expect(again.Page.Locator(".waiting-note")).ToHaveCountAsync(0);
        await Expect(again.Page.Locator(".note")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_line_that_dies_without_a_word_is_found_out_said_and_mended()
    {
        await _organiser.GoToAsync(PhaseKind.Board);
        await _stad.IsAtAsync(PhaseKind.Board);
        _line.FallSilent();
        var composer = _stad.Page.Locator("#new-barrier");
        await composer.PressSequentiallyAsync("Skrevet i heisen");
        await composer.PressAsync("Enter");
        await Expect(_stad.Band).ToContainTextAsync(Words.Shell("LinkLost"));
        await Expect(_stad.Page.Locator(".save-state")).ToContainTextAsync(Words.Common("Waiting"));
        var album = new VisualChecks();
        await album.LookAsync(_stad.Page, "tavle-uten-nett");
        album.MustBeFine();
        _line.Mend();
        await _stad.SeesNoteAsync(NoteKind.Barrier, "Skrevet i heisen");
        await _arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet i heisen");
        await Expect(_stad.Band).ToBeHiddenAsync();
        await Expect(_stad.Page.Locator(".note")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_page_that_is_fetched_without_a_network_says_so_shows_the_words_and_comes_back_by_itself()
    {
        await _organiser.GoToAsync(PhaseKind.Writing);
        await _stad.IsAtAsync(PhaseKind.Writing);
        await _stad.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        _line.Cut();
        await _stad.Page.GetByLabel(Words.Board("Challenge"), new() { Exact = true }).FillAsync("Skrevet i tunnelen");
        await _stad.Page.ReloadAsync();
        await Expect(_stad.Page.Locator("h1")).ToHaveTextAsync(Words.Line("OfflineTitle"));
        await Expect(_stad.Page.Locator("dip-unsent [data-words]:visible")).ToHaveTextAsync("Skrevet i tunnelen");
        var album = new VisualChecks();
        await album.LookAsync(_stad.Page, "uten-nett");
        album.MustBeFine();

        _line.Mend();
        await _stad.IsAtAsync(PhaseKind.Writing);
        await _stad.SavedAsync(Words.Board("Challenge"), "Skrevet i tunnelen");
    }

    [Fact]
    public async Task Words_for_a_step_that_has_passed_meanwhile_reach_the_partner_all_the_same()
    {
        await _organiser.GoToAsync(PhaseKind.Writing);
        await _stad.IsAtAsync(PhaseKind.Writing);
        await _arendal.IsAtAsync(PhaseKind.Writing);
        _line.Cut();
        await _stad.Page.GetByLabel(Words.Board("Challenge"), new() { Exact = true }).FillAsync("Skrevet før de andre gikk videre");
        var address = _stad.Page.Url;
        // The page itself is gone, too: nothing but the browser's storage knows the words.
        await _stad.Page.GotoAsync("about:blank");
        await _organiser.GoToAsync(PhaseKind.Feedback);
        _line.Mend();
        await _stad.Page.GotoAsync(address);
        await _stad.IsAtAsync(PhaseKind.Feedback);
        await Expect(_arendal.Page.GetByText("Skrevet før de andre gikk videre").First).ToBeVisibleAsync();
        await Expect(_stad.Page.Locator("dip-unsent")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_pressed_while_the_line_is_gone_waits_where_it_was_pressed_and_is_done_once_when_it_is_back()
    {
        await _organiser.GoToAsync(PhaseKind.Board);
        await _stad.IsAtAsync(PhaseKind.Board);
        await _arendal.IsAtAsync(PhaseKind.Board);
        await _arendal.AddNoteAsync(NoteKind.Barrier, "Ingen måler ombruk");
        foreach (var text in new[] { "Skal slettes", "Skal merkes", "Er egentlig en mulighet" })
            await _stad.AddNoteAsync(NoteKind.Barrier, text);
        var page = _stad.Page;
        await More("Skal merkes").ClickAsync();
        await Expect(page.Locator("dip-note-menu")).ToBeVisibleAsync();

        _line.Cut();
        await Expect(_stad.Band).ToBeVisibleAsync();
        await page.Locator("[data-focus-key='to:State']").ClickAsync();
        await Expect(page.Locator("[data-focus-key='to:State']")).ToHaveAttributeAsync("data-waits", Words.Line("ActWaiting"));
        await page.Locator("[data-focus-key^='theme:']").First.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await More("Skal slettes").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await More("egentlig").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowRight");
        await page.Locator("[data-focus-key^='agree:']").ClickAsync();
        await Expect(page.Locator(".note[data-waits]")).ToHaveCountAsync(4);
        await page.Locator("[data-focus-key=done]").ClickAsync();
        await page.Locator("[data-focus-key=help]").ClickAsync();
        await page.PressAsync(Words.Board("HelpMoreTime"));
        foreach (var key in new[] { "done", "help" })
            await Expect(page.Locator($"[data-focus-key={key}]")).ToHaveAttributeAsync("data-waits", Words.Line("ActWaiting"));
        // What only the server can show says so, and is pressed again later.
        await More("egentlig").ClickAsync();
        await Expect(More("egentlig")).ToHaveAttributeAsync("data-waits", Words.Line("NeedsLine"));
        await Expect(page.Locator("#live-region")).ToContainTextAsync(Words.Line("NeedsLine"));
        await page.Locator("html").EvaluateAsync("page => page.scrollTo(0, 0)");
        await page.ScreenshotAsync(new() { Path = VisualChecks.PathOf("tavle-trykket-uten-nett") });

        _line.Mend();
        await _stad.SeesNoteAsync(NoteKind.Opportunity, "Er egentlig en mulighet");
        await Expect(page.Locator("[data-focus-key=done]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("[data-waits]")).ToHaveCountAsync(0);
        await Expect(_arendal.Page.Locator(".note-barrier .text")).ToHaveTextAsync(["Skal merkes", "Ingen måler ombruk"]);
        await Expect(_arendal.Page.Locator(".note-barrier .about")).ToContainTextAsync("til staten");
        await Expect(_arendal.Page.Locator(".agreed")).ToHaveTextAsync("Enig 1");
        await Expect(_organiser.Page.Locator(".queue li")).ToHaveCountAsync(1);
        await Expect(page.Locator("dip-unsent")).ToBeHiddenAsync();

        // Votes, too; also when the page is fetched anew before the line is back.
        await _organiser.GoToAsync(PhaseKind.Prioritising);
        await _stad.IsAtAsync(PhaseKind.Prioritising);
        _line.Cut();
        await Expect(_stad.Band).ToBeVisibleAsync();
        await page.Locator("[data-focus-key^='vote:']").First.ClickAsync();
        await Expect(page.Locator(".note[data-waits]")).ToHaveCountAsync(1);
        var address = page.Url;
        await page.GotoAsync("about:blank");
        _line.Mend();
        await page.GotoAsync(address);
        await Expect(page.Locator("[data-focus-key^='vote:'][aria-pressed=true]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".votes")).ToContainTextAsync(Words.Board("VotesLeft", 2, 3));

        ILocator More(string text) => page.Locator(".note").Filter(new() { HasText = text }).Locator("[data-focus-key^='more:']");
    }

    [Fact]
    public async Task When_the_group_work_is_closed_while_words_wait_they_are_shown_and_can_be_copied()
    {
        await _organiser.GoToAsync(PhaseKind.Board);
        await _stad.IsAtAsync(PhaseKind.Board);
        _line.Cut();
        await _stad.Page.Locator("#new-barrier").FillAsync("Rakk det ikke");
        await _stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await _stad.Page.Locator("#new-opportunity").FillAsync("Halvt skrevet");
        await _organiser.EndAsync();
        _line.Mend();
        var words = _stad.Page.Locator("dip-unsent [data-words]:visible");
        await Expect(words).ToHaveTextAsync(["Rakk det ikke", "Halvt skrevet"]);
        await _stad.Page.ReloadAsync();
        await _stad.Page.LiveAsync();
        await Expect(words).ToHaveTextAsync(["Rakk det ikke", "Halvt skrevet"]);
        await _stad.Page.GetByRole(AriaRole.Button, new() { Name = Words.Line("UnsentRemove") }).First.PressAsync("Enter");
        await Expect(words).ToHaveTextAsync(["Halvt skrevet"]);
        var album = new VisualChecks();
        await album.LookAsync(_stad.Page, "tavle-rakk-ikke");
        album.MustBeFine();
    }
}
