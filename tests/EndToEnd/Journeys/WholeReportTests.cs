using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The gathering at Stad on 7 June 2021 is typed in as it was held: everything that its first report said can be said. Programme, titles
/// and speakers are facts. The words are made up.
/// </summary>
public sealed class WholeReportTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private const string Slides = "https://stad.example/presentasjon/";

    private static readonly string[] _barriers =
    [
        "Løsninger kommer og blir borte igjen", "Vanskelig å samarbeide på tvers", "Folk kaster stadig mer",
        "For lite kunnskap om det som er mulig", "Mangler gode måter å måle på", "Vil gjerne, men har ikke ressurser til det",
    ];

    private static readonly string[] _opportunities =
    [
        "Koble på frivillige", "Bruke delingsplattformene fra pandemien", "Digital oversikt over det som kan brukes om igjen",
        "Bygge kunnskap hos dem som kjøper inn", "Forankre i planene", "Be Miljødirektoratet om ett felles sett indikatorer",
        "Politikk og administrasjon sammen", "Sirkulært i klimabudsjettet", "Regne med utslippene som skjer andre steder",
    ];

    [Fact]
    public async Task The_gathering_at_Stad_is_told_whole_in_the_order_in_which_it_was_held()
    {
        var album = new VisualChecks();
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.MakeGatheringAsync(
            "Kortreist kvalitetssamling 7. juni 2021 – Stad", "Stad", "Arendal", "Bergen", "Kristiansand", "Asker", "Trondheim", "Hurdal"
        );
        await organiser.OpenAsync("program");
        var page = organiser.Page;
        await WriteProgrammeAsync(page);
        await album.LookAsync(page, "program-hele-stad");
        await organiser.OpenAsync("rapport");
        await WriteReportAsync(page);
        await album.LookAsync(page, "rapport-hele-stad");
        var address = await organiser.PublishAsync();
        var reader = await theatre.NewPageAsync();
        await reader.GotoAsync(address);
        await album.LookAsync(reader, "publisert-hele-stad");
        Assert.Equal(Expected(), await ToldAsync(reader));
        await LookAtOnePageAsync(reader, album);
        album.MustBeFine();
    }

    // The page for leaders: three points, of which each leads to its place in the report.
    private static async Task LookAtOnePageAsync(IPage reader, VisualChecks album)
    {
        await reader.GetByRole(AriaRole.Link, new() { Name = Words.Report("LeaderLink") }).First.ClickAsync();
        var points = reader.Locator("article a.plain");
        await Expect(points).ToHaveCountAsync(3);
        await album.LookAsync(reader, "leder-hele-stad");
        await points.Nth(1).ClickAsync();
        await Expect(reader.Locator("li:target")).ToContainTextAsync(_opportunities[0]);
    }

    private static async Task WriteProgrammeAsync(IPage page)
    {
        foreach (var (field, text) in new[]
        {
            ("#dato", "7.6.2021"), ("#nummer", "5"), ("#sted", "Digitalt"),
            ("#om-nettverket", "Et foregangsnettverk. Les på [nettsiden](https://kortreist.example) og i https://kortreist.example/om."),
            ("#opprinnelig", "https://kortreist.example/rapport-2021"),
            ("#velkommen-hvem", "Alfred Bjørlo, Stad kommune"), ("#velkommen-lenke", Slides + "velkommen"),
        })
            await page.Locator(field).FillAsync(text);

        await AddTalkAsync(page, "Kortreiste kretsløp – muligheter og dilemma", "Hege Westskog, CICERO\nAnders Tønnesen, CICERO",
            "Hva nærhet kan bety for utslippene.", Slides + "kretslop");
        await AddBlockAsync(page, "Bolk 1: Kortreiste sirkler", "Fire innlegg, fra kommunesektoren til en storby.",
            ("Sirkulærøkonomien i et kortreist perspektiv", "Kjetil Bjørklund, KS", Slides + "ks"),
            ("Byutvikling i Hovinbyen i Oslo", "Aasmund Bunkholt, Pådriv", Slides + "hovinbyen"),
            ("Den sirkulære energien", "Tord Peder Rafael Luna Araldsen, Viken fylkeskommune", Slides + "biogass"),
            ("Bergen – nye sirkulære muligheter", "Stina Ellevseth Oseland, Bergen kommune", Slides + "bergen"));
        await page.Locator(".blocks > li").Filter(new() { Has = page.GetByRole(AriaRole.Checkbox) }).First
            .GetByRole(AriaRole.Checkbox).CheckAsync();
        await AddBlockAsync(page, "Bolk 2: Bærekraftig samfunnsutvikling når alt er i spill", "Tre innlegg om store endringer.",
            ("Kommunesammenslåing og ny statlig infrastruktur", "Kristine Dahl, Stad kommune\nJanne Endal Andersson, Stad kommune",
                $"Se hele presentasjonen til Kristine Dahl {Slides}dahl\n"
                    + $"Se hele presentasjonen til Janne Endal Andersson {Slides}andersson"),
            ("Areal og sentre i en sammenslått kommune", "Christina Rasmussen, Kristiansand kommune", Slides + "kristiansand"),
            ("Når ny batterifabrikk etableres i Arendal", "Vanja Grut, Arendal kommune", Slides + "arendal"));
        await AddTalkAsync(page, "Kompetanseutvikling for bærekraftig omstilling", "Nina Solberg",
            "Om et program som kommunene kan lære i sammen.", Slides + "kompetanse");

        // By the keyboard past the points of the group work: it was held after it.
        var closing = page.Locator(".blocks > li").Filter(new() { HasText = "Kompetanseutvikling" });
        await closing.Locator(".bar button").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Alt+Shift+ArrowDown");
        await Expect(page.Locator(".blocks > li").Last).ToContainTextAsync("Kompetanseutvikling");

        foreach (var (one, other) in new[] { ("Stad", "Arendal"), ("Kristiansand", "Bergen") })
        {
            await page.Locator("#sammen-0").SelectOptionAsync(new SelectOptionValue { Label = one });
            await page.Locator("#sammen-1").SelectOptionAsync(new SelectOptionValue { Label = other });
            await page.PressAsync(Words.Programme("SatTogether"));
            await Expect(page.Locator(".pairs")).ToContainTextAsync($"{one} + {other}");
        }

        await page.Locator(".held summary").ClickAsync();
        await page.Locator(".held").GetByLabel("Hurdal").UncheckAsync();
        await Expect(page.Locator(".held summary")).ToContainTextAsync(Words.Programme("AttendedCount", 6, 7));
        await Expect(page.Locator(".save-state .when-up")).ToContainTextAsync(Words.Common("AllSaved"));
    }

    private static async Task AddTalkAsync(IPage page, string title, string speakers, string summary, string link)
    {
        await page.Locator("#nytt-innlegg").FillAsync(title);
        await page.Locator("form:has(#nytt-innlegg) button").ClickAsync();
        var home = page.Locator(".blocks > li").Filter(new() { HasText = title });
        await home.Locator(".talk .chip").ClickAsync();
        await home.GetByLabel(Words.Programme("Speakers")).FillAsync(speakers);
        await home.GetByLabel(Words.Programme("Summary")).FillAsync(summary);
        await home.GetByLabel(Words.Programme("Presentation")).FillAsync(link);
        await Expect(page.Locator(".save-state .when-up")).ToContainTextAsync(Words.Common("AllSaved"));
        await home.Locator(".talk .chip").ClickAsync();
    }

    private static async Task AddBlockAsync(
        IPage page, string title, string introduction, params (string Title, string Speakers, string Links)[] talks)
    {
        await page.Locator("#ny-bolk").FillAsync(title);
        await page.PressAsync(Words.Programme("AddBlock"));
        var block = page.GetByRole(AriaRole.Article, new() { Name = title, Exact = true });
        await block.GetByLabel(Words.Programme("BlockIntroduction")).FillAsync(introduction);
        foreach (var talk in talks)
        {
            await block.Locator(".adding input").FillAsync(talk.Title);
            await block.GetByRole(AriaRole.Button, new() { Name = Words.Programme("AddTalk") }).ClickAsync();
            var card = block.Locator(".talks > li").Filter(new() { HasText = talk.Title });
            await card.Locator(".chip").ClickAsync();
            await card.GetByLabel(Words.Programme("Speakers")).FillAsync(talk.Speakers);
            await card.GetByLabel(Words.Programme("Presentation")).FillAsync(talk.Links);
            await Expect(page.Locator(".save-state .when-up")).ToContainTextAsync(Words.Common("AllSaved"));
            await card.Locator(".chip").ClickAsync();
        }
    }

    private static async Task WriteReportAsync(IPage page)
    {
        await page.Locator("#felt-About").FillAsync("Stad kommune var vert for den femte samlingen. Her er rapporten fra Asker.");
        await page.Locator("#tekst-About").GetByRole(AriaRole.Button, new() { Name = Words.Desk("InsertLink") }).ClickAsync();
        await page.Locator("#felt-About-lenke-ord").FillAsync("rapporten fra Asker");
        await page.Locator("#felt-About-lenke-adresse").FillAsync("kortreist.example/asker");
        await page.PressAsync(Words.Desk("PutLink"));
        await Expect(page.Locator("#felt-About")).ToHaveValueAsync(
            "Stad kommune var vert for den femte samlingen. Her er [rapporten fra Asker](https://kortreist.example/asker).");
        await page.Locator("#felt-Welcome").FillAsync("Ordføreren fortalte om stedet og den nye kommunen.");
        await page.Locator("#felt-Workshop").FillAsync("Kommunene satt sammen to og to.");
        await PasteAsync(page, "barrier", _barriers.Select(line => $"• {line}"), _barriers.Length);
        await PasteAsync(page, "opportunity", _opportunities.Select((line, index) => $"{index + 1}. {line}"),
            _barriers.Length + _opportunities.Length);
    }

    // A pasted list becomes points, one each, and goes in one step back and in again.
    private static async Task PasteAsync(IPage page, string section, IEnumerable<string> lines, int inAll)
    {
        var pasted = string.Join('\n', lines);
        var before = await page.Locator(".card").CountAsync();
        for (var time = 0; time < 2; time++)
        {
            await page.Locator($"[data-focus-key='new-{section}']").ClickAsync();
            await page.Locator("#point-text").FillAsync(pasted);
            await page.PressAsync(Words.Sorting("MakeOfList", inAll - before));
            await Expect(page.Locator(".card")).ToHaveCountAsync(inAll);
            if (time > 0) break;
            await page.Locator("h1").ClickAsync();
            await page.Keyboard.PressAsync("Control+z");
            await Expect(page.Locator(".card")).ToHaveCountAsync(before);
        }
    }

    /// <summary>What the page tells, line by line: headings with their level, links with where they lead.</summary>
    private static async Task<string[]> ToldAsync(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const told = [];
          for (const part of document.querySelectorAll('article.report :is(h1, h2, h3, p, li)')) {
            if (part.closest('nav, .dates, .made, .kicker, .from') || part.querySelector('p, li')) continue;
            const copy = part.cloneNode(true);
            // The address of the point itself.
            copy.querySelector('a.anchor')?.remove();
            for (const link of copy.querySelectorAll('a')) link.textContent = `${link.textContent} → ${link.href}`;
            const level = /^H\d$/.test(part.tagName) ? `${'#'.repeat(part.tagName[1])} ` : '';
            told.push(level + copy.textContent.replace(/\s+/g, ' ').trim());
          }
          return told;
        }
        """);

    private static IEnumerable<string> Expected() =>
    [
        "# Kortreist kvalitetssamling 7. juni 2021 – Stad",
        "Samling nr. 5 · 7. juni 2021 · Vert: Stad kommune · Digitalt",
        "Et foregangsnettverk. Les på nettsiden → https://kortreist.example/ og i "
            + "https://kortreist.example/om → https://kortreist.example/om.",
        "Rapporten slik den først ble publisert → https://kortreist.example/rapport-2021",
        "## Om samlingen og denne rapporten",
        "Stad kommune var vert for den femte samlingen. Her er rapporten fra Asker → https://kortreist.example/asker.",
        "## Velkommen til Stad kommune",
        "Alfred Bjørlo (Stad kommune)",
        "Ordføreren fortalte om stedet og den nye kommunen.",
        $"Presentasjon: Velkommen til Stad kommune → {Slides}velkommen",
        "## Kortreiste kretsløp – muligheter og dilemma",
        "Hege Westskog (CICERO), Anders Tønnesen (CICERO)",
        "Hva nærhet kan bety for utslippene.",
        $"Presentasjon: Kortreiste kretsløp – muligheter og dilemma → {Slides}kretslop",
        "## Bolk 1: Kortreiste sirkler",
        "Fire innlegg, fra kommunesektoren til en storby.",
        "### Sirkulærøkonomien i et kortreist perspektiv",
        "Kjetil Bjørklund (KS)",
        $"Presentasjon: Sirkulærøkonomien i et kortreist perspektiv → {Slides}ks",
        "### Byutvikling i Hovinbyen i Oslo",
        "Aasmund Bunkholt (Pådriv)",
        $"Presentasjon: Byutvikling i Hovinbyen i Oslo → {Slides}hovinbyen",
        "### Den sirkulære energien",
        "Tord Peder Rafael Luna Araldsen (Viken fylkeskommune)",
        $"Presentasjon: Den sirkulære energien → {Slides}biogass",
        "### Bergen – nye sirkulære muligheter",
        "Stina Ellevseth Oseland (Bergen kommune)",
        $"Presentasjon: Bergen – nye sirkulære muligheter → {Slides}bergen",
        "### Gruppearbeid: Deling i praksis",
        "Kommunene satt sammen to og to.",
        "Disse arbeidet sammen:",
        "Stad + Arendal",
        "Kristiansand + Bergen",
        "## Bolk 2: Bærekraftig samfunnsutvikling når alt er i spill",
        "Tre innlegg om store endringer.",
        "### Kommunesammenslåing og ny statlig infrastruktur",
        "Kristine Dahl (Stad kommune), Janne Endal Andersson (Stad kommune)",
        $"Se hele presentasjonen til Kristine Dahl → {Slides}dahl",
        $"Se hele presentasjonen til Janne Endal Andersson → {Slides}andersson",
        "### Areal og sentre i en sammenslått kommune",
        "Christina Rasmussen (Kristiansand kommune)",
        $"Presentasjon: Areal og sentre i en sammenslått kommune → {Slides}kristiansand",
        "### Når ny batterifabrikk etableres i Arendal",
        "Vanja Grut (Arendal kommune)",
        $"Presentasjon: Når ny batterifabrikk etableres i Arendal → {Slides}arendal",
        "## Noen punkt fra gruppearbeidet",
        "### Barrierer for sirkulærøkonomi",
        .. _barriers,
        "### Muligheter for sirkulærøkonomi",
        .. _opportunities,
        "## Kompetanseutvikling for bærekraftig omstilling",
        "Nina Solberg",
        "Om et program som kommunene kan lære i sammen.",
        $"Presentasjon: Kompetanseutvikling for bærekraftig omstilling → {Slides}kompetanse",
        "## Hvem som var med",
        "6 deltakere på samlingen:",
        "Kommuner: Stad, Arendal, Bergen, Kristiansand, Asker, Trondheim",
    ];
}
