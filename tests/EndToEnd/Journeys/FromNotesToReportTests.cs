using System.Globalization;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The organiser's evening: 120 notes in two written languages become a published report and its files, and a colleague helps.
/// </summary>
public sealed class FromNotesToReportTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    // A press, a key, and a text however long, are one each.
    private int _interactions;

    [Fact]
    public async Task A_hundred_and_twenty_notes_become_a_published_report_and_all_its_files_in_fewer_than_forty_interactions()
    {
        const string Title = "Blåbær på sjøen";
        var organiser = await DeskWithAsync(Title, 120);
        var desk = organiser.Page;
        await GroupAndMakePointsAsync(desk);
        await WordTwoPointsAsync(desk);
        await LeaveOutTheRestAsync(desk);
        // Every note is accounted for.
        Assert.Equal(120, (await desk.Locator(".fate b").AllInnerTextsAsync()).Sum(int.Parse));

        await PressAsync(desk.Locator("#felt-About"));
        await WriteAsync(desk.Locator("#felt-About"), "Kommunene møttes for å lære av hverandre.");
        await PressAsync(desk.Locator("#place-publisering"));
        await PressAsync(desk, Words.Desk("PublishReport"));
        await PressAsync(
            desk.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words.Desk("PublishReport"), Exact = true })
        );
        var files = await FetchAllFilesAsync(desk, $"{Organiser.Day} {Title}");
        var page = await desk.Context.RunAndWaitForPageAsync(() => PressAsync(desk.Locator(".publish a[href^='rapporter/']").First));
        await Expect(page.Locator("h1")).ToContainTextAsync(Title);
        await Expect(page.GetByText("Punkt 1, med egne ord")).ToBeVisibleAsync();
        await Expect(page.GetByText("Kommunene møttes for å lære av hverandre.")).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{_interactions} interactions from 120 notes to a published page and {files.Count} files"
        );
        Assert.True(_interactions < 40, $"{_interactions} interactions");

        await TakeInAgainAsync(desk, files.Single(file => file.Key.EndsWith("(arkiv).json", StringComparison.Ordinal)).Value, Title);
    }

    // Themes: looked over, and applied. Points of all groups in one press; what is asked of the state in another.
    private async Task GroupAndMakePointsAsync(IPage desk)
    {
        await PressAsync(desk, Words.Sorting("SuggestThemes"));
        await Expect(desk.Locator(".because mark").First).ToBeVisibleAsync();
        await PressAsync(
            desk,
            new Regex($"^{Regex.Escape(Words.Sorting("ApplyThemes", "#")).Replace("\\#", @"\d+", StringComparison.Ordinal)}$")
        );
        await Expect(desk.Locator(".undo")).ToBeVisibleAsync();
        var groups = await desk.Locator(".pane .mud-menu").CountAsync();
        Assert.True(groups >= 5, $"Only {groups} themes were found.");
        await Expect(desk.Locator(".pane .part h3").Last).ToContainTextAsync(Words.Sorting("NoGroup"));
        await PressAsync(desk, Words.Sorting("PointsOfGroups"));
        await Expect(desk.Locator(".card.is-barrier").First).ToBeVisibleAsync();
        await PressAsync(desk, Words.Sorting("FetchAsks"));
        await Expect(desk.Locator(".asks")).ToHaveCountAsync(0);
    }

    private async Task WordTwoPointsAsync(IPage desk)
    {
        for (var point = 0; point < 2; point++)
        {
            var card = desk.Locator(".card.is-barrier").Nth(point);
            await PressAsync(card.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Words.Common("Edit")}") }));
            await WriteAsync(desk.Locator(".card textarea"), $"Punkt {point + 1}, med egne ord");
            await KeyAsync(desk, "Control+Enter");
            await Expect(card.Locator(".said").First).ToHaveTextAsync($"Punkt {point + 1}, med egne ord");
        }
    }

    // What is left is found by pressing it, and left out with keys.
    private async Task LeaveOutTheRestAsync(IPage desk)
    {
        await PressAsync(desk.Locator(".fate").Nth(4));
        await Expect(desk).ToHaveURLAsync(new Regex("status=NotYet"));
        var left = int.Parse(await desk.Locator(".fate b").Nth(4).InnerTextAsync(), CultureInfo.InvariantCulture);
        Assert.InRange(left, 1, 40);
        // The address is new before the list is.
        await Expect(desk.Locator(".pane .note")).ToHaveCountAsync(left);
        await PressAsync(desk.Locator(".pane .note .box").First);
        for (var note = 1; note < left; note++) await KeyAsync(desk, "Shift+ArrowDown");
        await Expect(desk.Locator(".chosen")).ToContainTextAsync($"{left}");
        await KeyAsync(desk, "u");
        await Expect(desk.Locator(".fate").Nth(4)).ToContainTextAsync("0");
        // The notes that had the focus are out of sight now; it stands where one can go on, also after the page is fetched anew.
        await Expect(desk.Locator("#notes-title")).ToBeFocusedAsync();
        await desk.ReloadAsync();
        await desk.LiveAsync();
        await Expect(desk.Locator(".fate[aria-pressed=true]")).ToHaveCountAsync(1);
    }

    private async Task<Dictionary<string, string>> FetchAllFilesAsync(IPage desk, string name)
    {
        // The list is drawn with the line; asked for at once, it may not be there yet.
        await Expect(desk.Locator(".files a[download]").First).ToBeVisibleAsync();
        var links = await desk.Locator(".files a[download]").AllAsync();
        var files = new Dictionary<string, string>();
        // LibreOffice is given 90 seconds for a document, and the bundle has two of them.
        var patience = new PageRunAndWaitForDownloadOptions { Timeout = 180_000 };
        foreach (var link in links)
        {
            var download = await desk.RunAndWaitForDownloadAsync(() => PressAsync(link), patience);
            Assert.StartsWith(name, download.SuggestedFilename, StringComparison.Ordinal);
            var file = await download.PathAsync();
            // Nobody promised anything, and that file has its headings.
            Assert.True(new FileInfo(file).Length > 40, download.SuggestedFilename);
            files[download.SuggestedFilename] = file;
        }

        Assert.Equal(links.Count, files.Count);
        return files;
    }

    // The archive is all that a gathering can be made of again; never in place of the one that is there.
    private static async Task TakeInAgainAsync(IPage desk, string archive, string title)
    {
        await desk.GotoAsync("/samlinger/hent-inn");
        await desk.Locator("#fil").SetInputFilesAsync(archive);
        await desk.PressAsync(Words.Import("TakeIn"));
        await Expect(desk.Locator(".faults li")).ToHaveTextAsync(Words.Import("Exists", title));
        await desk.GetByLabel(Words.Import("Copy")).CheckAsync();
        await desk.Locator("#fil").SetInputFilesAsync(archive);
        await desk.PressAsync(Words.Import("TakeIn"));
        await desk.ComesToAsync("rapport");
        await Expect(desk.Locator(".card .said").First).ToHaveTextAsync("Punkt 1, med egne ord");
    }

    [Fact]
    public async Task What_is_at_the_desk_is_drawn_to_its_place_with_the_mouse_and_with_a_finger()
    {
        var desk = (await DeskWithAsync("Med hånda", 12)).Page;
        var (notes, cards) = (desk.Locator(".pane .note"), desk.Locator(".writing .card"));
        var (barriers, opportunities, asks) = (Section(desk, "barrier"), Section(desk, "opportunity"), Section(desk, "ask"));
        await notes.First.Locator(".end button").ClickAsync();
        await Expect(cards).ToHaveCountAsync(1);
        await DrawAsync(notes.Nth(1).Locator(".note-words"), cards);
        await Expect(cards.Locator("[aria-expanded]")).ToHaveTextAsync(Words.Desk("Sources", 2));

        // A point to a section without points, by its words, and on to one with another, by its grip.
        await DrawAsync(cards.Locator(".said"), opportunities);
        await Expect(opportunities.Locator(".card")).ToHaveCountAsync(1);
        await notes.Nth(2).Locator(".end button").ClickAsync();
        await Expect(cards).ToHaveCountAsync(2);
        await DrawAsync(opportunities.Locator(".card").Filter(new() { HasText = Words.Desk("Sources", 2) }).Locator("[data-grip]"), asks);
        await Expect(asks.Locator(".card")).ToHaveCountAsync(1);
        await Expect(asks.Locator(".card [aria-expanded]")).ToHaveTextAsync(Words.Desk("Sources", 2));

        // With a finger, and on a phone, where a section is out of sight below.
        await desk.TouchDragAsync(asks.Locator("[data-grip]"), barriers);
        await Expect(barriers.Locator(".card")).ToHaveCountAsync(1);
        await desk.SetViewportSizeAsync(360, 740);
        await desk.TouchDragAsync(barriers.Locator("[data-grip]").First, asks);
        await Expect(asks.Locator(".card")).ToHaveCountAsync(1);
        await Expect(desk.Locator("[data-over], [data-held]")).ToHaveCountAsync(0);

        static ILocator Section(IPage desk, string name) => desk.Locator($".writing .column[aria-labelledby=section-{name}]");
    }

    [Fact]
    public async Task Two_at_the_desk_see_each_other_and_neither_loses_a_word()
    {
        var astrid = await DeskWithAsync("To ved samme bord", 12);
        var colleague = await theatre.NewOrganiserAsync();
        await colleague.Page.GotoAsync(astrid.Page.Url);
        await colleague.Page.LiveAsync();
        await astrid.Page.Locator(".pane .note .end button").First.ClickAsync();
        var (mine, theirs) = (astrid.Page.Locator(".card"), colleague.Page.Locator(".card"));
        await Expect(theirs).ToHaveCountAsync(1);
        var text = await mine.Locator(".said").InnerTextAsync();

        await Edit(mine).ClickAsync();
        await Expect(theirs.Locator(".company")).ToBeVisibleAsync();
        await Edit(theirs).ClickAsync();
        await mine.Locator("textarea").FillAsync($"Først: {text}");
        await theirs.Locator("textarea").FillAsync($"{text} og til slutt");
        await theirs.GetByRole(AriaRole.Button, new() { Name = Words.Common("Save"), Exact = true }).ClickAsync();
        await Expect(theirs.Locator(".said")).ToHaveTextAsync($"{text} og til slutt");
        await mine.GetByRole(AriaRole.Button, new() { Name = Words.Common("Save"), Exact = true }).ClickAsync();
        foreach (var card in new[] { mine, theirs }) await Expect(card.Locator(".said")).ToHaveTextAsync($"Først: {text} og til slutt");

        // One groups while the other writes a point over notes: both stand.
        await astrid.Page.Locator(".pane .note .box").Nth(1).ClickAsync();
        await colleague.Page.Locator(".pane .note .box").Nth(2).ClickAsync();
        foreach (var page in new[] { astrid.Page, colleague.Page }) await Expect(page.Locator(".chosen")).ToBeVisibleAsync();
        await astrid.Page.Keyboard.PressAsync("g");
        await astrid.Page.Locator("#group-name").FillAsync("Haster");
        await astrid.Page.Keyboard.PressAsync("Enter");
        await colleague.Page.Keyboard.PressAsync("p");
        await colleague.Page.Locator("#point-text").FillAsync("Et nytt punkt");
        await colleague.Page.Keyboard.PressAsync("Control+Enter");
        foreach (var page in new[] { astrid.Page, colleague.Page })
        {
            await Expect(page.Locator(".card")).ToHaveCountAsync(2);
            await Expect(page.Locator(".pane .part h3").First).ToContainTextAsync("Haster");
        }

        static ILocator Edit(ILocator card) => card.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Words.Common("Edit")}") });
    }

    // As a hand does it: more than one move over the place, and not let go before the place has said that it takes it.
    private static async Task DrawAsync(ILocator from, ILocator to)
    {
        await from.HoverAsync();
        var held = (await from.BoundingBoxAsync())!;
        await from.Page.Mouse.DownAsync();
        // The draw begins where it was pressed, before the page is scrolled to the place.
        await from.Page.Mouse.MoveAsync(held.X + (held.Width / 2) + 5, held.Y + (held.Height / 2) + 5, new() { Steps = 3 });
        await to.HoverAsync(new() { Position = new() { X = 20, Y = 12 } });
        await to.HoverAsync(new() { Position = new() { X = 24, Y = 14 } });
        await Expect(to.Page.Locator("[data-over]")).ToHaveCountAsync(1);
        await from.Page.Mouse.UpAsync();
    }

    private async Task<Organiser> DeskWithAsync(string title, int notes)
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync(title, "Stad", "Arendal");
        var people = new[] { await theatre.NewParticipantAsync(code, "Stad"), await theatre.NewParticipantAsync(code, "Arendal") };
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        foreach (var person in people) await person.IsAtAsync(PhaseKind.Board);
        var all = ManyNotes.Of(notes);
        await people[0].AddManyAsync(all.Take(notes / 2));
        await people[1].AddManyAsync(all.Skip(notes / 2));
        await organiser.OpenAsync("rapport");
        await organiser.Page.HasNotesAsync(notes);
        return organiser;
    }

    private Task PressAsync(IPage page, string words) => PressAsync(page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }));

    private Task PressAsync(IPage page, Regex words) => PressAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = words }));

    private Task PressAsync(ILocator control)
    {
        _interactions++;
        return control.ClickAsync();
    }

    private Task WriteAsync(ILocator field, string text)
    {
        _interactions++;
        return field.FillAsync(text);
    }

    private Task KeyAsync(IPage page, string key)
    {
        _interactions++;
        return page.Keyboard.PressAsync(key);
    }
}
