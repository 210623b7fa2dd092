using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Screens;

/// <summary>
/// U4: the exchange as it is heard by one who does not see it: the parts of the page, the headings in order, and a name for each thing to
/// press.
/// </summary>
public sealed class HeardTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task The_presentation_and_the_board_as_a_screen_reader_tells_them()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Bare hørt", "Stad", "Arendal");
        var people = new[] { await theatre.NewParticipantAsync(code, "Stad"), await theatre.NewParticipantAsync(code, "Arendal") };
        await organiser.PairAsync();
        // Who was here before the pairs were shown is here after, too.
        foreach (var (who, partner) in people.Zip(people.Reverse()))
            await Expect(who.Page.Locator(".partners-now")).ToHaveTextAsync(Words.Exchange("DoingHere", partner.Party));
        await organiser.GoToAsync(PhaseKind.Writing);
        foreach (var who in people) await who.WriteAsync(Words.Board("Challenge"), $"{who.Party} mangler lager.");
        await organiser.GoToAsync(PhaseKind.Presentation);
        foreach (var who in people) await who.IsAtAsync(PhaseKind.Presentation);
        var (presenter, listener) = await people[0].PresentsAsync() ? (people[0], people[1]) : (people[1], people[0]);

        await Expect(listener.Page.Locator("main")).ToMatchAriaSnapshotAsync($"""
            - main:
              - navigation "Hvor vi er":
                - list:
                  - listitem: /Innsjekk/
                  - listitem: /Utfordring og løsning/
                  - listitem: /Presentasjon.*her er vi/
              - timer /Tid igjen/
              - heading "Lytt til {presenter.Party}" [level=1]
              - region "Hvem sin tur det er":
                - list:
                  - listitem: {presenter.Party} presenterer
                  - listitem: {listener.Party} presenterer
                - timer /Tid igjen/
                - button "Gi ordet til {listener.Party}"
              - article "{presenter.Party}":
                - heading "{presenter.Party}" [level=2]
                - heading "Utfordring" [level=3]
                - paragraph: {presenter.Party} mangler lager.
                - heading "Løsningsforslag" [level=3]
                - paragraph: Ikke skrevet noe her ennå.
              - region "Notatene deres":
                - heading "Notatene deres" [level=2]
                - textbox "Mens {presenter.Party} legger fram"
              - paragraph: Alt er lagret
              - button "Spør fasilitator"
              - button "Vi er ferdige"
            """);

        await organiser.GoToAsync(PhaseKind.Board);
        foreach (var who in people) await who.IsAtAsync(PhaseKind.Board);
        await people[1].AddNoteAsync(NoteKind.Barrier, "Ingen måler");
        await people[0].SeesNoteAsync(NoteKind.Barrier, "Ingen måler");
        await people[0].AddNoteAsync(NoteKind.Barrier, "Vi mangler lager");
        await people[0].AddNoteAsync(NoteKind.Barrier, "Skal bort");
        var page = people[0].Page;
        await page.Locator(".note").Filter(new() { HasText = "Skal bort" }).Locator("[data-focus-key^='more:']").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator("#live-region")).ToContainTextAsync(Words.Note("SayDeleted"));
        await Expect(page.Locator(".board .page")).ToMatchAriaSnapshotAsync("""
            - region "Barrierer 2":
              - heading "Barrierer 2" [level=2]
              - textbox "Skriv en barriere"
              - button "Legg til"
              - list "Barrierer 2":
                - listitem:
                  - text: Lappen er slettet. Skal bort
                  - button "Angre Skal bort"
                - listitem:
                  - text: Vi mangler lager
                  - paragraph:
                    - text: Stad
                    - button "Mer om lappen Vi mangler lager"
                - listitem:
                  - text: Ingen måler
                  - paragraph:
                    - text: Arendal
                    - button "Enig Ingen måler"
            - region "Muligheter 0":
              - heading "Muligheter 0" [level=2]
              - textbox "Skriv en mulighet"
              - button "Legg til"
            """);
        await page.Locator("[data-focus-key^='more:']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Mer om lappen Vi mangler lager" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        // The step ends under one who stands on something that is not in the next: reading goes on at the new question.
        await page.Locator("[data-focus-key^='agree:']").FocusAsync();
        await organiser.GoToAsync(PhaseKind.Prioritising);
        await people[0].IsAtAsync(PhaseKind.Prioritising);
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await Expect(page.Locator("#live-region")).ToContainTextAsync(Words.Board("SayPhase", Words.Phase("Prioritising")));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ta med Ingen måler" })).ToHaveAttributeAsync("aria-pressed", "false");
    }
}
