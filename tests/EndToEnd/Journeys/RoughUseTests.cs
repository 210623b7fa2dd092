using System.Globalization;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// Browsers, phones and hands as they are: nothing kept, asleep, back and forward, pressed twice, two windows, everything pasted in at
/// once.
/// </summary>
public sealed class RoughUseTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task A_browser_that_keeps_nothing_lets_one_join_and_write_and_says_that_the_words_are_only_on_the_page()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Ingenting blir husket", "Stad", "Arendal");
        var stad = new Participant(await theatre.NewPageAsync(), "Stad");
        await stad.Page.AddInitScriptAsync("""
            for (const name of ['localStorage', 'sessionStorage'])
              Object.defineProperty(window, name, {
                get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); }
              });
            """);
        // Pressed twice in the same moment: one person has come.
        await stad.Page.GotoAsync($"/k/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await stad.Page.GetByLabel("Stad", new() { Exact = true }).CheckAsync();
        await stad.Page.GetByRole(AriaRole.Button, new() { Name = Words.Access("Join"), Exact = true }).DblClickAsync();
        await stad.Page.ComesToAsync("tavle/*");
        await stad.Page.LiveAsync();
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await arendal.IsAtAsync(PhaseKind.Board);
        await Expect(stad.Page.Locator(".here-bar")).ToContainTextAsync(Words.Board("HereNow", Words.Board("You")));

        await stad.Page.Locator("#new-barrier").PressSequentiallyAsync("Vi mangler");
        await Expect(stad.Page.Locator(".when-fragile")).ToHaveTextAsync(Words.Common("Fragile"));
        await Expect(stad.Page.Locator(".when-fragile")).ToBeVisibleAsync();
        await stad.Page.Locator("#new-barrier").PressSequentiallyAsync(" lager");
        await stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await arendal.SeesNoteAsync(NoteKind.Barrier, "Vi mangler lager");
        await Expect(stad.Page.Locator(".when-fragile")).ToBeHiddenAsync();
        await stad.Page.Locator("[data-focus-key=done]").ClickAsync();
        await Expect(stad.Page.Locator("[data-focus-key=done]")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task A_phone_that_slept_comes_back_by_itself_and_one_who_was_shown_out_meanwhile_still_has_the_words()
    {
        await using var line = new FaultyConnection(theatre.Application.Address);
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Telefonen sov", "Stad", "Arendal");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        var stad = new Participant(await theatre.NewPageAsync(line.Address, Screen.Phone), "Stad");
        await stad.JoinAsync(code);
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await arendal.IsAtAsync(PhaseKind.Board);
        var composer = stad.Page.Locator("#new-barrier");
        await composer.PressSequentiallyAsync("Skrevet før");

        var phone = await stad.Page.Context.NewCDPSessionAsync(stad.Page);
        await LifeAsync("frozen");
        line.Cut();
        await arendal.AddNoteAsync(NoteKind.Barrier, "Sagt mens telefonen sov");
        line.Mend();
        await LifeAsync("active");
        await stad.SeesNoteAsync(NoteKind.Barrier, "Sagt mens telefonen sov");
        await Expect(stad.Band).ToBeHiddenAsync();
        await Expect(composer).ToHaveValueAsync("Skrevet før");
        await composer.PressAsync("End");
        await composer.PressSequentiallyAsync(" og etter");
        await composer.PressAsync("Enter");
        await arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet før og etter");
        await Expect(arendal.Page.Locator(".note")).ToHaveCountAsync(2);

        line.Cut();
        await composer.FillAsync("Rakk ikke fram");
        await composer.PressAsync("Enter");
        await organiser.OpenToolAsync("door");
        await organiser.Page.Locator("[aria-controls=people]").ClickAsync();
        await organiser.Page.Locator(".people > li").Filter(new() { HasText = "Stad" }).GetByRole(AriaRole.Button).ClickAsync();
        await organiser.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Words.Console("ShowOutSure")}") }).ClickAsync();
        await Expect(organiser.Page.Locator(".people")).Not.ToContainTextAsync("Stad");
        line.Mend();
        await Expect(stad.Page.Locator("h1")).ToHaveTextAsync(Words.Board("ShownOutTitle"));
        await Expect(stad.Page.Locator("dip-unsent [data-words]:visible")).ToHaveTextAsync("Rakk ikke fram");
        await Expect(stad.Page.Locator("dip-unsent [data-copy]:visible")).ToHaveTextAsync(Words.Line("UnsentCopy"));

        Task LifeAsync(string state) => phone.SendAsync("Page.setWebLifecycleState", new() { ["state"] = state });
    }

    [Fact]
    public async Task Back_and_forward_two_windows_and_a_whole_page_pasted_into_a_note_lose_nothing()
    {
        var (_, stad, arendal) = await BoardScene.OpenAsync(theatre, "Frem og tilbake");
        var page = stad.Page;
        var composer = page.Locator("#new-barrier");
        await composer.PressSequentiallyAsync("Halvt skrevet");
        await page.GetByRole(AriaRole.Link, new() { Name = Words.Board("OwnLink") }).First.ClickAsync();
        await page.ComesToAsync("min-lenke");
        await page.GoBackAsync();
        await page.LiveAsync();
        await Expect(composer).ToHaveValueAsync("Halvt skrevet");

        // Another window of the same person: each has its own words, and what is put forward is there once.
        var other = new Participant(await page.Context.NewPageAsync(), "Stad");
        await other.Page.GotoAsync(page.Url);
        await other.Page.LiveAsync();
        await other.AddNoteAsync(NoteKind.Barrier, "Fra det andre vinduet");
        await Expect(composer).ToHaveValueAsync("Halvt skrevet");
        await composer.PressAsync("Enter");
        await other.SeesNoteAsync(NoteKind.Barrier, "Halvt skrevet");
        await Expect(arendal.Page.Locator(".note")).ToHaveCountAsync(2);
        // And both word the same note anew at once.
        foreach (var (window, words) in new[] { (page, " av Kari"), (other.Page, "Nesten h") })
        {
            await window.Locator(".note").Filter(new() { HasText = "Halvt skrevet" }).Locator("[data-focus-key^='more:']").ClickAsync();
            await window.Locator("[data-focus-key^='edit:']").ClickAsync();
            await window.Locator("textarea[data-focus-key^='edit/']").PressAsync(words[0] == ' ' ? "Control+End" : "Control+Home");
            if (words[0] != ' ') await window.Keyboard.PressAsync("Delete");
            await window.Keyboard.TypeAsync(words);
        }

        await page.Keyboard.PressAsync("Enter");
        await arendal.SeesNoteAsync(NoteKind.Barrier, "Halvt skrevet av Kari");
        await other.Page.Keyboard.PressAsync("Enter");
        await arendal.SeesNoteAsync(NoteKind.Barrier, "Nesten halvt skrevet av Kari");

        // Five thousand characters, some of them of several units, some from right to left.
        var pasted = string.Concat(Enumerable.Repeat("Riv 🧑‍🔧 שלום עולם og æøå. ", 250))[..5_000];
        await composer.FocusAsync();
        await page.Keyboard.InsertTextAsync(pasted);
        var over = pasted.Trim().Length - Limits.Note;
        await Expect(page.Locator("#new-barrier-trouble"))
            .ToHaveTextAsync(Words.Refusal("TooLongBy", over.ToString("N0", CultureInfo.GetCultureInfo("nb-NO"))));
        await composer.PressAsync("Enter");
        await page.ReloadAsync();
        await page.LiveAsync();
        await Expect(composer).ToHaveValueAsync(pasted);
        await composer.FillAsync(pasted[..(Limits.Note - 10)]);
        await Expect(page.Locator("#new-barrier-trouble")).ToBeEmptyAsync();
        await composer.PressAsync("Enter");
        await Expect(arendal.Page.Locator(".note")).ToHaveCountAsync(3);
        await Expect(arendal.Page.Locator(".note .text").First).ToHaveTextAsync(pasted[..(Limits.Note - 10)].Trim());
    }
}
