using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Screens;

/// <summary>U1: every screen of those who come, in its states, light and dark, wide and narrow, without a violation.</summary>
public sealed class EveryScreenTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private readonly VisualChecks _album = new();

    [Fact]
    public async Task What_anybody_sees()
    {
        var page = await theatre.NewPageAsync();
        (string Name, string Address)[] screens =
        [
            ("forside", "/"),
            ("bli-med", "/bli-med"),
            ("bli-med-feil", "/bli-med?kode=7K4M2QXR"),
            ("logg-inn", "/logg-inn"),
            ("rapporter", "/rapporter"),
            ("personvern", "/personvern"), ("tilgjengelighet", "/tilgjengelighet"), ("glemt-passord", "/logg-inn/glemt"),
            ("prov", "/prov"), ("finnes-ikke", "/finnes-ikke"), ("lenken-virker-ikke", "/inn/AAAAAAAAAAAAAAAAAAAAAA"),
        ];
        foreach (var (name, address) in screens)
        {
            await page.GotoAsync(address);
            await _album.LookAsync(page, name);
        }

        await page.GotoAsync("/prov");
        await page.Locator("main a[href^='rapporter/']").First.ClickAsync();
        await Expect(page.Locator("article h2").First).ToBeVisibleAsync();
        await _album.LookAsync(page, "publisert");
        _album.MustBeFine();
        Assert.Equal(screens.Length + 1, _album.Looked);
    }

    [Fact]
    public async Task What_a_participant_sees_from_the_door_to_the_end()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Alle skjermer for deltakere", "Stad", "Arendal", "Bergen");
        var door = await theatre.NewPageAsync();
        await door.GotoAsync($"/k/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await _album.LookAsync(door, "velg-kommune");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await _album.LookAsync(stad.Page, "tavle-0-venter");
        await organiser.PairAsync();

        await AtAsync(PhaseKind.CheckIn, "tavle-1-innsjekk");
        await AtAsync(PhaseKind.Writing, "tavle-2-skriving-tom");
        foreach (var who in new[] { stad, arendal })
        {
            await who.WriteAsync(Words.Board("Challenge"), "Byggeprosjekt kaster brukbare materialer, og ingen vet hvor de kan lagres.");
            await who.WriteAsync(Words.Board("Solutions"), "Et felles lager med frivilligsentralen.");
        }

        await _album.LookAsync(stad.Page, "tavle-2-skriving");
        await AtAsync(PhaseKind.Presentation, "tavle-3-presentasjon");
        var (listener, presenter) = await stad.PresentsAsync() ? (arendal, stad) : (stad, arendal);
        await listener.Page.Locator("textarea[id^=field-listening]").PressSequentiallyAsync("Spør hvem som eier lageret");
        await presenter.Page.PressAsync(Words.Board("TurnPresentsNow", listener.Party));
        await Expect(listener.Page.Locator(".next-bar")).ToBeVisibleAsync();
        await _album.LookAsync(listener.Page, "tavle-3-presentasjon-lytter");
        await listener.Page.PressAsync(Words.Board("NextMove"));
        await AtAsync(PhaseKind.Feedback, "tavle-4-tilbakemelding");
        await arendal.IsAtAsync(PhaseKind.Feedback);
        await arendal.WriteAsync(Words.Board("PromptRecognise"), "Slik er det hos oss også.");
        await arendal.Page.PressAsync(Words.Board("HandOver"));
        await Expect(arendal.Page.Locator("#open-questions")).ToBeVisibleAsync();
        await _album.LookAsync(arendal.Page, "tavle-4-tilbakemelding-apne-sporsmal");
        await arendal.Page.PressAsync(Words.Exchange("HandOverWait"));
        await arendal.HandOverAsync();
        await Expect(stad.Page.Locator("#received")).ToContainTextAsync("Slik er det hos oss også.");
        await stad.WriteAsync(Words.Board("AnswerLabel"), "Vi spør eiendomssjefen allerede i morgen.");
        await _album.LookAsync(stad.Page, "tavle-4-tilbakemelding-mottatt");
        await Expect(arendal.Page.Locator(".giving .answer")).ToBeVisibleAsync();
        await _album.LookAsync(arendal.Page, "tavle-4-tilbakemelding-besvart");
        await AtAsync(PhaseKind.Board, "tavle-5-tavle-tom");
        await arendal.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, "Vi mangler et sted å lagre materialer mellom riving og nybygg");
        await stad.AddNoteAsync(NoteKind.Opportunity, "Frivilligsentralen har både folk og lokaler");
        await arendal.AddNoteAsync(NoteKind.Barrier, "Ingen vet hvor mye som blir brukt om igjen");
        await arendal.AddNoteAsync(NoteKind.Opportunity, "La klimabudsjettet telle det vi kjøper inn");
        await stad.SeesNoteAsync(NoteKind.Opportunity, "La klimabudsjettet telle det vi kjøper inn");
        await _album.LookAsync(stad.Page, "tavle-5-tavle");
        await stad.Page.Locator("#new-barrier").FillAsync(new string('x', 2_100));
        await stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await _album.LookAsync(stad.Page, "tavle-5-tavle-feil");
        await stad.Page.Locator("#new-barrier").FillAsync("");
        // One's own opportunity answers the partner's barrier, and both see it.
        await stad.Page.Locator(".note-opportunity [data-focus-key^='more:']").ClickAsync();
        await stad.Page.Locator("[data-focus-key='to:Others']").ClickAsync();
        await stad.Page.Locator("[data-focus-key^='theme:']").First.ClickAsync();
        await stad
            .Page.GetByLabel(Words.Board("AnswersLabel"))
            .SelectOptionAsync(new SelectOptionValue { Label = "Ingen vet hvor mye som blir brukt om igjen" });
        await Expect(stad.Page.Locator(".note-opportunity .about")).ToBeVisibleAsync();
        await _album.LookAsync(stad.Page, "tavle-5-lappens-meny");
        await stad.Page.Keyboard.PressAsync("Escape");
        await Expect(arendal.Page.Locator(".note-opportunity .answers"))
            .ToHaveTextAsync(Words.Board("AnswersOf", "Ingen vet hvor mye som blir brukt om igjen"));
        await Expect(arendal.Page.Locator(".unanswered li"))
            .ToHaveTextAsync(["Vi mangler et sted å lagre materialer mellom riving og nybygg"]);
        await _album.LookAsync(stad.Page, "tavle-5-tavle-svar");
        // The other tab, one screen for both, and one who has said far more than the other.
        await stad.Page.PressAsync(Words.Note("OneScreen"));
        for (var number = 1; number <= 6; number++) await stad.AddNoteAsync(NoteKind.Barrier, $"Stad har mye på hjertet, lapp {number}");
        await stad.Page.Locator("[data-focus-key^='more:']").First.FocusAsync();
        await stad.Page.Keyboard.PressAsync("Delete");
        await Expect(stad.Page.Locator("[data-focus-key^='undo:']")).ToBeFocusedAsync();
        await stad.Page.Locator("#tab-opportunity").EvaluateAsync("tab => tab.click()");
        await _album.LookAsync(stad.Page, "tavle-5-full");
        await stad.Page.PressAsync(Words.Note("OneScreen"));
        await stad.Page.GetByRole(AriaRole.Button, new() { Name = Words.Board("HelpAsk") }).ClickAsync();
        await Expect(stad.Page.Locator("#help")).ToBeVisibleAsync();
        await _album.LookAsync(stad.Page, "tavle-5-hjelp");
        await stad.Page.Keyboard.PressAsync("Escape");
        await AtAsync(PhaseKind.Prioritising, "tavle-6-prioritering");
        await stad.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Words.Board("BringIt")}") }).First.ClickAsync();
        await AtAsync(PhaseKind.Plenary, "tavle-7-plenum");
        await AtAsync(PhaseKind.Summary, "tavle-8-oppsummering");
        await stad.Page.GotoAsync($"{stad.Page.Url.Split('#')[0]}/min-lenke");
        await _album.LookAsync(stad.Page, "min-lenke");
        await stad.Page.GotoAsync($"{stad.Page.Url.Split('#')[0].Replace("min-lenke", "ga-ut", StringComparison.Ordinal)}");
        await _album.LookAsync(stad.Page, "ga-ut");
        await organiser.EndAsync();
        await Expect(arendal.Page.Locator(".over")).ToBeVisibleAsync();
        await _album.LookAsync(arendal.Page, "tavle-9-slutt");
        _album.MustBeFine();

        async Task AtAsync(PhaseKind phase, string name)
        {
            await organiser.GoToAsync(phase);
            await stad.IsAtAsync(phase);
            await _album.LookAsync(stad.Page, name);
        }
    }

    [Fact]
    public async Task What_one_sees_at_a_guarded_door_and_when_one_comes_late_or_wrong()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Alle skjermer ved døra", "Stad", "Arendal");
        await organiser.SetDoorAsync("Guarded");
        var door = await theatre.NewPageAsync();
        await door.GotoAsync($"/k/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await _album.LookAsync(door, "velg-kommune-vakt");
        await door.GetByLabel("Stad", new() { Exact = true }).CheckAsync();
        await door.PressAsync(Words.Door("Knock"));
        await door.ComesToAsync("venter/*");
        await door.LiveAsync();
        await _album.LookAsync(door, "ved-dora");
        await Expect(organiser.Page.Locator("#knocks-title")).ToBeVisibleAsync();
        await _album.LookAsync(organiser.Page, "konsoll-ved-dora");
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = Words.Door("Decline") }).ClickAsync();
        await Expect(door.Locator("h1")).ToHaveTextAsync(Words.Door("DeclinedTitle"));
        await _album.LookAsync(door, "ved-dora-nei");

        await organiser.SetDoorAsync("Open");
        await theatre.NewParticipantAsync(code, "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Feedback);
        var late = await theatre.NewParticipantAsync(code, "Stad");
        await Expect(late.Page.Locator(".late")).ToBeVisibleAsync();
        await _album.LookAsync(late.Page, "tavle-kommer-sent");
        await stad.Page.GetByRole(AriaRole.Link, new() { Name = Words.Exchange("WrongParty") }).ClickAsync();
        await stad.Page.ComesToAsync("tavle/*/bytt");
        await _album.LookAsync(stad.Page, "feil-kommune");
        _album.MustBeFine();
    }
}
