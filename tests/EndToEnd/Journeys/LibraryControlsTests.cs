using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>What the component library draws for those who lead: with keys alone, and where its list opens over the page.</summary>
public sealed class LibraryControlsTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private readonly VisualChecks _album = new();

    [Fact]
    public async Task A_party_is_found_with_keys_alone_and_the_list_is_seen_on_every_screen()
    {
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.MakeGatheringAsync("Søk med tastene", "Stad", "Arendal");
        await organiser.OpenAsync("program");
        var page = organiser.Page;
        var field = page.Locator("#sok-part");
        var options = page.Locator(".hits [role=option]");
        await page.TabToAsync("#sok-part");
        await page.Keyboard.TypeAsync("her");
        await Expect(options.First).ToBeVisibleAsync();
        await _album.LookAsync(page, "program-sok");
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await page.ScreenshotAsync(new() { Path = VisualChecks.PathOf("program-sok-kontrast") });
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });

        // The list follows the arrows, and what is pointed at is told to who listens.
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", (await options.Nth(1).GetAttributeAsync("id"))!);
        await page.Keyboard.PressAsync("Escape");
        await Expect(options).ToHaveCountAsync(0);
        await Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(field).ToBeFocusedAsync();

        // A name that was misspelt is not invited by Enter alone.
        await field.FillAsync("Tronhjæm");
        await Expect(options).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".parties > li")).ToHaveCountAsync(2);
        await field.FillAsync("Trondheim");
        await Expect(options.First).ToContainTextAsync("5001");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".parties > li")).ToHaveCountAsync(3);
        await Expect(field).ToHaveValueAsync("");
        await Expect(field).ToBeFocusedAsync();
        await field.FillAsync("Trond");
        await Expect(options.First).ToBeVisibleAsync();
        await page.Locator("h1").ClickAsync();
        await Expect(options).ToHaveCountAsync(0);
        _album.MustBeFine();
    }

    [Fact]
    public async Task A_group_is_named_and_merged_with_keys_alone()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Gruppens meny", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, "Anskaffelser tar lang tid");
        await stad.AddNoteAsync(NoteKind.Barrier, "Det er ikke penger til ombruk i budsjettet");
        await organiser.OpenAsync("rapport");
        var desk = organiser.Page;
        await desk.HasNotesAsync(2);
        foreach (var (place, name) in new[] { (0, "Først"), (1, "Sist") })
        {
            await desk.Locator(".pane .note .box").Nth(place).CheckAsync();
            await desk.Locator("[aria-keyshortcuts=G]").PressAsync("Enter");
            await desk.Locator("#group-name").FillAsync(name);
            await desk.Keyboard.PressAsync("Enter");
            await Expect(desk.Locator(".pane .part-head h3").Filter(new() { HasText = name })).ToBeVisibleAsync();
            await Expect(desk.Locator(".pane .note .box:checked")).ToHaveCountAsync(0);
        }

        var items = desk.Locator(".mud-popover-open [role=menuitem]");
        await OpenAsync("Først");
        await desk.Keyboard.PressAsync("Escape");
        await Expect(items).ToHaveCountAsync(0);
        await Expect(Button("Først")).ToBeFocusedAsync();
        await OpenAsync("Først");
        await desk.Locator("h1").ClickAsync();
        await Expect(items).ToHaveCountAsync(0);

        await OpenAsync("Først");
        await DownAsync(1);
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator(".part-head input")).ToBeFocusedAsync();
        await desk.Keyboard.PressAsync("End");
        await desk.Keyboard.TypeAsync(" ute");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(Button("Først ute")).ToBeVisibleAsync();

        await OpenAsync("Sist");
        for (var to = 1; to <= 3; to++) await DownAsync(to);
        await Expect(items.Filter(new() { HasText = Words.Sorting("MergeInto") })).ToBeFocusedAsync();
        await desk.Keyboard.PressAsync("Enter");
        await Expect(items.Filter(new() { HasText = "Først ute" })).ToBeVisibleAsync();
        await _album.LookAsync(desk, "bord-gruppemeny");
        await Expect(items.Filter(new() { HasText = "Først ute" })).ToBeFocusedAsync();
        await desk.Keyboard.PressAsync("Enter");
        await Expect(Button("Sist")).ToHaveCountAsync(0);
        await Expect(desk.Locator(".pane .part").Filter(new() { HasText = "Først ute" }).Locator(".note")).ToHaveCountAsync(2);
        _album.MustBeFine();

        async Task OpenAsync(string group)
        {
            await Button(group).FocusAsync();
            await desk.Keyboard.PressAsync("Enter");
            await Expect(items.First).ToBeFocusedAsync();
        }

        async Task DownAsync(int to)
        {
            await desk.Keyboard.PressAsync("ArrowDown");
            await Expect(items.Nth(to)).ToBeFocusedAsync();
        }

        ILocator Button(string group) =>
            desk.GetByRole(AriaRole.Button, new() { Name = Words.Sorting("GroupMenu", group), Exact = true });
    }
}
