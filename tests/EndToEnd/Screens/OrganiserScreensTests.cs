using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Screens;

/// <summary>U1: every screen of those who organise and lead, in its states, light and dark, wide and narrow, without a violation.</summary>
public sealed class OrganiserScreensTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private readonly VisualChecks _album = new();

    [Fact]
    public async Task What_the_one_at_the_desk_sees()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Alle skjermer ved bordet", "Stad", "Arendal");
        var people = new[] { await theatre.NewParticipantAsync(code, "Stad"), await theatre.NewParticipantAsync(code, "Arendal") };
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await people[0].IsAtAsync(PhaseKind.Board);
        await organiser.OpenAsync("rapport");
        var desk = organiser.Page;
        // The desk measures once whether there is room beside the report. Before that, no other size is tried on it.
        await desk.WaitForFunctionAsync("() => document.documentElement.style.getPropertyValue('--status') !== ''");
        await _album.LookAsync(desk, "bord-tomt");
        await people[0].AddManyAsync(ManyNotes.Of(24));
        await people[1].AddNoteAsync(NoteKind.Opportunity, "<script>alert('fjord')</script> שלום " + new string('å', 300));
        await people[1].AddNoteAsync(NoteKind.Barrier, "Anskaffelser tar lang tid hos oss i sentrum");
        await desk.HasNotesAsync(26);
        await _album.LookAsync(desk, "bord-lapper");
        await desk.PressAsync(Words.Sorting("FindAlike"));
        await Expect(desk.Locator(".alike")).ToBeVisibleAsync();
        await _album.LookAsync(desk, "bord-like");
        await desk.PressAsync(Words.Sorting("SuggestThemes"));
        await desk.GetByText(Words.Sorting("ThemeNotes")).First.ClickAsync();
        await _album.LookAsync(desk, "bord-temaer");
        await desk.Locator(".themes .btn-solid").ClickAsync();
        await Expect(desk.Locator(".undo")).ToBeVisibleAsync();
        await desk.PressAsync(Words.Sorting("PointsOfGroups"));
        await desk.PressAsync(Words.Sorting("FetchAsks"));
        await desk.Locator(".pane .note .box").First.ClickAsync();
        await desk.Keyboard.PressAsync("g");
        await desk.GetByText(Words.Sorting("MoreFilters")).ClickAsync();
        await desk.GetByText(Words.Sorting("Shortcuts")).ClickAsync();
        await desk.Locator(".pane .mud-menu button").First.ClickAsync();
        await _album.LookAsync(desk, "bord-grupper");
        await desk.Locator(".card").First.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Words.Common("Edit")}") }).ClickAsync();
        await desk.PressAsync(Words.Sorting("NewSection"));
        await _album.LookAsync(desk, "bord-punkt");
        await desk.Locator("#note-search").FillAsync("finnes ikke");
        await Expect(desk.Locator(".pane .none")).ToBeVisibleAsync();
        await _album.LookAsync(desk, "bord-sok-tomt");
        await desk.PressAsync(Words.Lexicon("Title"));
        await Expect(desk.Locator(".lexicon")).ToBeVisibleAsync();
        await _album.LookAsync(desk, "bord-ordene");
        await desk.Locator(".in-place textarea").First.FillAsync("Kommunene møttes for å lære av hverandre.");
        foreach (var place in new[] { "samtykke", "publisering" })
        {
            await organiser.OpenPlaceAsync(place);
            await _album.LookAsync(desk, $"bord-{place}");
        }

        await desk.PressAsync(Words.Desk("ViewPreview"));
        await Expect(desk.Locator("figure.themes")).ToBeVisibleAsync();
        await _album.LookAsync(desk, "bord-forhandsvisning");
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
