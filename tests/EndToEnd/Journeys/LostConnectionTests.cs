using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The line goes, or the service dies, while people write: what they wrote is there, in its field, on both screens, once.
/// </summary>
public sealed class LostConnectionTests(JourneyFixture theatre) : LostConnectionScene(theatre), IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task What_is_written_while_the_service_is_gone_is_kept_and_sent_once_when_it_is_back()
    {
        await Leader.GoToAsync(PhaseKind.Board);
        await Stad.IsAtAsync(PhaseKind.Board);
        await Stad.AddNoteAsync(NoteKind.Barrier, "Skrevet før strømmen gikk");

        await Application.StopAsync();
        await Expect(Stad.Band).ToBeVisibleAsync();
        await Stad.Page.Locator("#new-barrier").FillAsync("Skrevet mens strømmen var borte");
        await Stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await Stad.Page.Locator("#new-barrier").FillAsync("Og én til");
        await Stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await Stad.Page.Locator("#new-barrier").PressSequentiallyAsync("Begynt på");
        await Stad.Page.Locator("#new-opportunity").PressSequentiallyAsync("Halvferdig");
        await Expect(Stad.Page.Locator(".waiting-note .said")).ToHaveTextAsync(["Og én til", "Skrevet mens strømmen var borte"]);
        foreach (var state in await Stad.Page.Locator(".waiting-note .state").AllAsync())
            await Expect(state).ToHaveTextAsync(Words.Common("Waiting"));

        await Application.StartAsync();
        await Arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet før strømmen gikk");
        await Stad.SeesNoteAsync(NoteKind.Barrier, "Skrevet mens strømmen var borte");
        await Arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet mens strømmen var borte");
        await Arendal.SeesNoteAsync(NoteKind.Barrier, "Og én til");
        await Expect(Stad.Page.Locator("#new-opportunity")).ToHaveValueAsync("Halvferdig");
        await Expect(Stad.Page.Locator("#new-opportunity")).ToBeFocusedAsync();
        await Expect(Stad.Page.Locator("#new-barrier")).ToHaveValueAsync("Begynt på");
        await Expect(Stad.Page.Locator(".waiting-note")).ToHaveCountAsync(0);
        await Expect(Stad.Page.Locator(".note")).ToHaveCountAsync(3);
        await Expect(Arendal.Page.Locator(".note")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_tab_that_is_killed_in_the_middle_of_a_word_has_it_when_it_is_opened_again_and_only_once()
    {
        await Leader.GoToAsync(PhaseKind.Board);
        await Stad.IsAtAsync(PhaseKind.Board);
        await Stad.Page.Locator("#new-barrier").PressSequentiallyAsync("Vi mang");
        var address = Stad.Page.Url;
        var context = Stad.Page.Context;
        // No unload event, no farewell: as when a phone takes the memory back.
        await Task.WhenAny(Stad.Page.GotoAsync("chrome://crash"), Task.Delay(2_000));
        await Stad.Page.CloseAsync();

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
        await Leader.GoToAsync(PhaseKind.Board);
        await Stad.IsAtAsync(PhaseKind.Board);
        await Stad.Page.Locator("#new-barrier").PressSequentiallyAsync("Sendt uten ");
        Line.Cut();
        await Expect(Stad.Band).ToBeVisibleAsync();
        var composer = Stad.Page.Locator("#new-barrier");
        await composer.PressSequentiallyAsync("nett A");
        await composer.PressAsync("Enter");
        await Expect(composer).ToHaveValueAsync("");
        await composer.PressSequentiallyAsync("Sendt uten nett B");
        await composer.PressAsync("Enter");
        await composer.PressSequentiallyAsync("Begynt på C");
        await Expect(Stad.Page.Locator(".waiting-note .said")).ToHaveTextAsync(["Sendt uten nett B", "Sendt uten nett A"]);
        var address = Stad.Page.Url;
        var context = Stad.Page.Context;
        await Task.WhenAny(Stad.Page.GotoAsync("chrome://crash"), Task.Delay(2_000));
        await Stad.Page.CloseAsync();
        Line.Mend();

        var again = new Participant(await context.NewPageAsync(), "Stad");
        await again.Page.GotoAsync(address);
        await again.Page.LiveAsync();
        await Expect(Arendal.Page.Locator(".note-barrier .text")).ToHaveTextAsync(["Sendt uten nett B", "Sendt uten nett A"]);
        await Expect(again.Page.Locator("#new-barrier")).ToHaveValueAsync("Begynt på C");
        await Expect(again.Page.Locator(".waiting-note")).ToHaveCountAsync(0);
        await Expect(again.Page.Locator(".note")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_line_that_dies_without_a_word_is_found_out_said_and_mended()
    {
        await Leader.GoToAsync(PhaseKind.Board);
        await Stad.IsAtAsync(PhaseKind.Board);
        Line.FallSilent();
        var composer = Stad.Page.Locator("#new-barrier");
        await composer.PressSequentiallyAsync("Skrevet i heisen");
        await composer.PressAsync("Enter");
        await Expect(Stad.Band).ToContainTextAsync(Words.Shell("LinkLost"));
        await Expect(Stad.Page.Locator(".save-state")).ToContainTextAsync(Words.Common("Waiting"));
        var album = new VisualChecks();
        await album.LookAsync(Stad.Page, "tavle-uten-nett");
        album.MustBeFine();
        Line.Mend();
        await Stad.SeesNoteAsync(NoteKind.Barrier, "Skrevet i heisen");
        await Arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet i heisen");
        await Expect(Stad.Band).ToBeHiddenAsync();
        await Expect(Stad.Page.Locator(".note")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_page_that_is_fetched_without_a_network_says_so_shows_the_words_and_comes_back_by_itself()
    {
        await Leader.GoToAsync(PhaseKind.Writing);
        await Stad.IsAtAsync(PhaseKind.Writing);
        await Stad.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        Line.Cut();
        await Stad.Page.GetByLabel(Words.Board("Challenge"), new() { Exact = true }).FillAsync("Skrevet i tunnelen");
        await Stad.Page.ReloadAsync();
        await Expect(Stad.Page.Locator("h1")).ToHaveTextAsync(Words.Line("OfflineTitle"));
        await Expect(Stad.Page.Locator("dip-unsent [data-words]:visible")).ToHaveTextAsync("Skrevet i tunnelen");
        var album = new VisualChecks();
        await album.LookAsync(Stad.Page, "uten-nett");
        album.MustBeFine();

        Line.Mend();
        await Stad.IsAtAsync(PhaseKind.Writing);
        await Stad.SavedAsync(Words.Board("Challenge"), "Skrevet i tunnelen");
    }

    [Fact]
    public async Task Words_for_a_step_that_has_passed_meanwhile_reach_the_partner_all_the_same()
    {
        await Leader.GoToAsync(PhaseKind.Writing);
        await Stad.IsAtAsync(PhaseKind.Writing);
        await Arendal.IsAtAsync(PhaseKind.Writing);
        Line.Cut();
        await Stad.Page.GetByLabel(Words.Board("Challenge"), new() { Exact = true }).FillAsync("Skrevet før de andre gikk videre");
        var address = Stad.Page.Url;
        // The page itself is gone, too: nothing but the browser's storage knows the words.
        await Stad.Page.GotoAsync("about:blank");
        await Leader.GoToAsync(PhaseKind.Feedback);
        Line.Mend();
        await Stad.Page.GotoAsync(address);
        await Stad.IsAtAsync(PhaseKind.Feedback);
        await Expect(Arendal.Page.GetByText("Skrevet før de andre gikk videre").First).ToBeVisibleAsync();
        await Expect(Stad.Page.Locator("dip-unsent")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_pressed_while_the_line_is_gone_waits_where_it_was_pressed_and_is_done_once_when_it_is_back()
    {
        await Leader.GoToAsync(PhaseKind.Board);
        await Stad.IsAtAsync(PhaseKind.Board);
        await Arendal.IsAtAsync(PhaseKind.Board);
        await Arendal.AddNoteAsync(NoteKind.Barrier, "Ingen måler ombruk");
        foreach (var text in new[] { "Skal slettes", "Skal merkes", "Er egentlig en mulighet" })
            await Stad.AddNoteAsync(NoteKind.Barrier, text);
        var page = Stad.Page;
        await More("Skal merkes").ClickAsync();
        await Expect(page.Locator("dip-note-menu")).ToBeVisibleAsync();

        Line.Cut();
        await Expect(Stad.Band).ToBeVisibleAsync();
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

        Line.Mend();
        await Stad.SeesNoteAsync(NoteKind.Opportunity, "Er egentlig en mulighet");
        await Expect(page.Locator("[data-focus-key=done]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("[data-waits]")).ToHaveCountAsync(0);
        await Expect(Arendal.Page.Locator(".note-barrier .text")).ToHaveTextAsync(["Skal merkes", "Ingen måler ombruk"]);
        await Expect(Arendal.Page.Locator(".note-barrier .about")).ToContainTextAsync("til staten");
        await Expect(Arendal.Page.Locator(".agreed")).ToHaveTextAsync("Enig 1");
        await Expect(Leader.Page.Locator(".queue li")).ToHaveCountAsync(1);
        await Expect(page.Locator("dip-unsent")).ToBeHiddenAsync();

        // Votes, too; also when the page is fetched anew before the line is back.
        await Leader.GoToAsync(PhaseKind.Prioritising);
        await Stad.IsAtAsync(PhaseKind.Prioritising);
        Line.Cut();
        await Expect(Stad.Band).ToBeVisibleAsync();
        await page.Locator("[data-focus-key^='vote:']").First.ClickAsync();
        await Expect(page.Locator(".note[data-waits]")).ToHaveCountAsync(1);
        var address = page.Url;
        await page.GotoAsync("about:blank");
        Line.Mend();
        await page.GotoAsync(address);
        await Expect(page.Locator("[data-focus-key^='vote:'][aria-pressed=true]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".votes")).ToContainTextAsync(Words.Board("VotesLeft", 2, 3));

        ILocator More(string text) => page.Locator(".note").Filter(new() { HasText = text }).Locator("[data-focus-key^='more:']");
    }

    [Fact]
    public async Task When_the_group_work_is_closed_while_words_wait_they_are_shown_and_can_be_copied()
    {
        await Leader.GoToAsync(PhaseKind.Board);
        await Stad.IsAtAsync(PhaseKind.Board);
        Line.Cut();
        await Stad.Page.Locator("#new-barrier").FillAsync("Rakk det ikke");
        await Stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await Stad.Page.Locator("#new-opportunity").FillAsync("Halvt skrevet");
        await Leader.EndAsync();
        Line.Mend();
        var words = Stad.Page.Locator("dip-unsent [data-words]:visible");
        await Expect(words).ToHaveTextAsync(["Rakk det ikke", "Halvt skrevet"]);
        await Stad.Page.ReloadAsync();
        await Stad.Page.LiveAsync();
        await Expect(words).ToHaveTextAsync(["Rakk det ikke", "Halvt skrevet"]);
        await Stad.Page.GetByRole(AriaRole.Button, new() { Name = Words.Line("UnsentRemove") }).First.PressAsync("Enter");
        await Expect(words).ToHaveTextAsync(["Halvt skrevet"]);
        var album = new VisualChecks();
        await album.LookAsync(Stad.Page, "tavle-rakk-ikke");
        album.MustBeFine();
    }
}
