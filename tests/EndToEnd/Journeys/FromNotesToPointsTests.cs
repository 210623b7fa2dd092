using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The organiser's evening: 120 notes in two written languages become points, and a colleague helps.</summary>
[Collection(nameof(Theatre))]
public sealed class FromNotesToPointsTests(Theatre theatre)
{
    private int _interactions;

    [Fact]
    public async Task A_hundred_and_twenty_notes_become_points_in_few_presses_and_by_the_keyboard()
    {
        var organiser = await DeskWithAsync("Fra lapper til punkter", 120);
        var desk = organiser.Page;

        // Themes: looked over, applied, taken back with a key, applied again.
        await PressAsync(desk, Words.Sorting("SuggestThemes"));
        await Expect(desk.Locator(".because mark").First).ToBeVisibleAsync();
        await PressAsync(desk, new Regex($"^{Regex.Escape(Words.Sorting("ApplyThemes", "#")).Replace("\\#", @"\d+", StringComparison.Ordinal)}$"));
        await Expect(desk.Locator(".undo")).ToBeVisibleAsync();
        var groups = await desk.Locator(".pane .menu").CountAsync();
        Assert.True(groups >= 5, $"Only {groups} themes were found.");
        await Expect(desk.Locator(".pane .part h3").Last).ToContainTextAsync(Words.Sorting("NoGroup"));

        // Points of all groups in one press; what is asked of the state in another.
        await PressAsync(desk, Words.Sorting("PointsOfGroups"));
        await Expect(desk.Locator(".card.is-barrier").First).ToBeVisibleAsync();
        await PressAsync(desk, Words.Sorting("FetchAsks"));
        await Expect(desk.Locator(".asks")).ToHaveCountAsync(0);

        // Two points in words of one's own; what is left, found by pressing it and left out with keys.
        for (var point = 0; point < 2; point++)
        {
            var card = desk.Locator(".card.is-barrier").Nth(point);
            await PressAsync(card.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{Words.Common("Edit")}") }));
            await desk.Locator(".card textarea").FillAsync($"Punkt {point + 1}, med egne ord");
            await KeyAsync(desk, "Control+Enter");
            await Expect(card.Locator(".said").First).ToHaveTextAsync($"Punkt {point + 1}, med egne ord");
        }

        await PressAsync(desk.Locator(".fate").Nth(3));
        await Expect(desk).ToHaveURLAsync(new Regex("status=NotYet"));
        var left = await desk.Locator(".pane .note").CountAsync();
        Assert.InRange(left, 1, 20);
        await desk.Locator(".pane .note .box").First.FocusAsync();
        for (var note = 1; note < left; note++) await KeyAsync(desk, "Shift+ArrowDown");
        await Expect(desk.Locator(".chosen")).ToContainTextAsync($"{left}");
        await KeyAsync(desk, "u");
        await Expect(desk.Locator(".fate").Nth(3)).ToContainTextAsync("0");
        Assert.True(_interactions < 30, $"{_interactions} interactions");
        // The notes that had the focus are out of sight now; it stands where one can go on.
        await Expect(desk.Locator("#notes-title")).ToBeFocusedAsync();

        // Every note is accounted for.
        var fates = await desk.Locator(".fate b").AllInnerTextsAsync();
        Assert.Equal(120, fates.Sum(int.Parse));
        await desk.ReloadAsync();
        await desk.LiveAsync();
        await Expect(desk.Locator(".fate[aria-pressed=true]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_note_is_drawn_with_the_mouse_onto_a_point_and_stands_behind_it()
    {
        var desk = (await DeskWithAsync("Med musa", 12)).Page;
        var (notes, card) = (desk.Locator(".pane .note"), desk.Locator(".column .card"));
        await notes.First.Locator(".end button").ClickAsync();
        await Expect(card).ToHaveCountAsync(1);
        await DrawAsync(notes.Nth(1).Locator(".note-words"), card);
        await Expect(card.GetByRole(AriaRole.Button).First).ToHaveTextAsync(Words.Desk("Sources", 2));
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
        await from.Page.Mouse.DownAsync();
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

    private Task KeyAsync(IPage page, string key)
    {
        _interactions++;
        return page.Keyboard.PressAsync(key);
    }
}
