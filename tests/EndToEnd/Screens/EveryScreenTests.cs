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
            ("personvern", "/personvern"),
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

    [Fact]
    public async Task What_the_one_who_leads_sees()
    {
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.Page.GotoAsync("/samlinger");
        await _album.LookAsync(organiser.Page, "samlinger");
        await organiser.Page.GotoAsync("/samlinger/hent-inn");
        await _album.LookAsync(organiser.Page, "hent-inn");
        await organiser
            .Page.Locator("#fil")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "feil.json",
                    MimeType = "application/json",
                    Buffer = "{ \"format\": \"noe annet\" }"u8.ToArray(),
                }
            );
        await organiser.Page.PressAsync(Words.Import("TakeIn"));
        await Expect(organiser.Page.Locator(".faults li")).ToBeVisibleAsync();
        await _album.LookAsync(organiser.Page, "hent-inn-feil");
        var code = await organiser.MakeGatheringAsync("Alle skjermer for den som leder", "Stad", "Arendal", "Bergen");
        await _album.LookAsync(organiser.Page, "konsoll-tom");
        var people = new List<Participant>();
        foreach (var party in new[] { "Stad", "Arendal", "Bergen" }) people.Add(await theatre.NewParticipantAsync(code, party));
        await organiser.Page.PressAsync(Words.Console("Propose"));
        await Expect(organiser.Page.GetByRole(AriaRole.Button, new() { Name = Words.Console("ShowPairs") })).ToBeVisibleAsync();
        await _album.LookAsync(organiser.Page, "konsoll-forslag");
        await organiser.Page.GetByText(Words.Console("MetTitle"), new() { Exact = true }).ClickAsync();
        await organiser.Page.GetByText(Words.Console("RoundsTitle"), new() { Exact = true }).ClickAsync();
        await organiser.Page.PressAsync(Words.Console("RoundsPlan"));
        await Expect(organiser.Page.Locator(".rounds-ahead ol li").First).ToBeVisibleAsync();
        await organiser.OpenToolAsync("more");
        await organiser.Page.PressAsync(Words.Conducting("DoingsTitle"));
        await Expect(organiser.Page.Locator("#doings li").First).ToBeVisibleAsync();
        await _album.LookAsync(organiser.Page, "konsoll-parene-over-tid");
        await organiser.Page.PressAsync(Words.Console("ShowPairs"));
        await organiser.GoToAsync(PhaseKind.Board);
        await people[0].IsAtAsync(PhaseKind.Board);
        var sheets = await organiser.Page.Context.NewPageAsync();
        await sheets.GotoAsync($"{organiser.Gathering}/ark");
        await Expect(sheets.Locator(".paper")).ToHaveCountAsync(1);
        await _album.LookAsync(sheets, "ark");
        await sheets.CloseAsync();
        await people[0].AddNoteAsync(NoteKind.Barrier, "Vi mangler et lager");
        await people[0].AddNoteAsync(NoteKind.Opportunity, "Spør vaktmesteren først");
        await people[1].Page.GetByRole(AriaRole.Button, new() { Name = Words.Board("HelpAsk") }).ClickAsync();
        await people[1].Page.Locator("#help li button").First.ClickAsync();
        await Expect(organiser.Page.Locator(".queue")).ToBeVisibleAsync();
        await _album.LookAsync(organiser.Page, "konsoll");
        await organiser.Page.Locator("[data-pair]").First.ClickAsync();
        await _album.LookAsync(organiser.Page, "konsoll-les-paret");
        await organiser.Page.Locator("#reading button[aria-keyshortcuts=Escape]").ClickAsync();
        await organiser.Page.PressAsync(Words.Console("ShowCode"));
        await Expect(organiser.Page.Locator(".mud-dialog")).ToBeVisibleAsync();
        await _album.LookAsync(organiser.Page, "konsoll-kode");
        await organiser.Page.Keyboard.PressAsync("Escape");

        var wall = await organiser.OpenBesideAsync("vegg");
        await _album.LookAsync(wall, "vegg");
        await organiser.OpenToolAsync("wall");
        await organiser.Page.GetByLabel(Words.Conducting("WallShowNotes")).CheckAsync();
        await organiser.Page.GetByLabel(Words.Conducting("WallShowNames")).CheckAsync();
        await Expect(wall.Locator(".wall-note .by").First).ToBeVisibleAsync();
        await _album.LookAsync(wall, "vegg-lapper");
        await _album.LookAsync(organiser.Page, "konsoll-vegg");
        await organiser.Page.Locator("[data-pair]").First.ClickAsync();
        await organiser.Page.GetByRole(AriaRole.Button, new() { Name = Words.Conducting("PairMoreTime") }).ClickAsync();
        await _album.LookAsync(organiser.Page, "konsoll-eget-steg");
        await organiser.Page.Keyboard.PressAsync("Escape");
        await organiser.EndAsync();
        await _album.LookAsync(organiser.Page, "konsoll-slutt");
        await _album.LookAsync(wall, "vegg-slutt");
        await wall.GotoAsync($"{organiser.Gathering}/etterpa");
        // A step of less than a minute has no line, and on a quick machine none took longer.
        await Expect(wall.Locator("[aria-labelledby=who] table")).ToBeVisibleAsync();
        await _album.LookAsync(wall, "etterpa");

        await organiser.OpenAsync("rapport");
        await _album.LookAsync(organiser.Page, "rapport-lapper");
        await organiser.Page.PressAsync(Words.Desk("UseAll", 2));
        await Expect(organiser.Page.Locator(".card.is-opportunity")).ToHaveCountAsync(1);
        await _album.LookAsync(organiser.Page, "rapport");
        await organiser.Page.PressAsync(Words.Desk("ViewPreview"));
        await Expect(organiser.Page.Locator("article")).ToBeVisibleAsync();
        await _album.LookAsync(organiser.Page, "rapport-forhandsvisning");
        _album.MustBeFine();
    }

    [Fact]
    public async Task What_the_one_who_sets_up_sees()
    {
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.MakeGatheringAsync("Alle skjermer for den som setter opp", "Stad", "Arendal", "Bergen");
        await organiser.Page.GotoAsync("/samlinger");
        await organiser.Page.Locator("[name=tittel]").FillAsync("Limt inn fra en e-post");
        await organiser.Page.Locator("[name=nettverk]").FillAsync("Kortreist Kvalitet");
        await organiser.Page.Locator("[name=dato]").FillAsync("2027-06-07");
        await organiser.Page.Locator("[name=tema]").FillAsync("sirkulærøkonomi");
        await organiser
            .Page.Locator("[name=deltakere]")
            .FillAsync("Hei Astrid,\n1. Stad kommune\n* Arrendal\nBergen; Tønsberg\n--\nMvh Per");
        await organiser.Page.PressAsync(Words.Access("MakeGathering"));
        await Expect(organiser.Page.Locator(".unknown input[type=checkbox]")).ToHaveCountAsync(3);
        await _album.LookAsync(organiser.Page, "ny-samling-ukjente");
        await organiser.OpenAsync("program");
        await _album.LookAsync(organiser.Page, "program");
        await organiser.Page.Locator("#dato").FillAsync("7.6.20021");
        await organiser.Page.Locator("#ny-bolk").FillAsync("Bolk 1: Kortreiste sirkler");
        await organiser.Page.PressAsync(Words.Programme("AddBlock"));
        await organiser.Page.GetByText(Words.Programme("PasteTitle")).ClickAsync();
        await organiser.Page.Locator("#liste").FillAsync("Hei!\n1. Bodø\nHerøy\nKari <kari@tromso.kommune.no>");
        await organiser.Page.Locator(".phases .chip").Nth(2).ClickAsync();
        await organiser.Page.PressAsync(Words.Programme("MakeColleagueLink"));
        await Expect(organiser.Page.Locator(".staff [data-copy]")).ToBeVisibleAsync();
        var colleague = await organiser.Page.Locator(".staff [data-copy]").GetAttributeAsync("data-copy");
        await organiser.Page.Locator("#sok-part").FillAsync("tra");
        await Expect(organiser.Page.Locator(".hits [role=option]").First).ToBeVisibleAsync();
        await Expect(organiser.Page.Locator("#dato-error")).ToHaveTextAsync(Words.Refusal("ImplausibleDate"));
        await organiser.Page.Locator("#alt-lagres").SelectOptionAsync("24");
        await Expect(organiser.Page.Locator("#oppbevaring-sum")).ToContainTextAsync(Words.Retention("AllGoes").Split('{')[0]);
        await organiser.Page.PressAsync(Words.Retention("Delete"));
        await _album.LookAsync(organiser.Page, "program-full-og-feil");
        await organiser.OpenAsync("invitasjon");
        await Expect(organiser.Page.Locator(".links [data-copy]").First).ToBeVisibleAsync();
        await _album.LookAsync(organiser.Page, "invitasjon");
        var own = await organiser.Page.Locator(".links li [data-copy]").First.GetAttributeAsync("data-copy");
        await organiser.Page.GotoAsync("/kommuneregister");
        await organiser.Page.LiveAsync();
        await organiser
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "feil.csv",
                    MimeType = "text/csv",
                    Buffer = "code;name\n0301;Oslo"u8.ToArray(),
                }
            );
        await Expect(organiser.Page.Locator("#register-error")).ToContainTextAsync(Words.Programme("RegisterTooFew", 1));
        await _album.LookAsync(organiser.Page, "kommuneregister-feil");
        await organiser.Page.GotoAsync("/drift");
        await _album.LookAsync(organiser.Page, "drift");
        await organiser.Page.GotoAsync("/konto");
        await _album.LookAsync(organiser.Page, "konto");
        var visitor = await theatre.NewPageAsync();
        foreach (var (name, address) in new[] { ("egen-lenke", own!), ("medarrangor", colleague!) })
        {
            await visitor.GotoAsync(address);
            await _album.LookAsync(visitor, name);
        }

        _album.MustBeFine();
    }
}
