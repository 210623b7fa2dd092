using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The report is edited where it is read: with keys alone, with a pointer, and with a finger.</summary>
public sealed class DeskByHandAndKeyTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task From_notes_to_a_published_report_with_the_keyboard_alone()
    {
        var desk = (await DeskWithAsync("Bare tastene", 6)).Page;
        var (cards, keys) = (desk.Locator(".points .card"), desk.Keyboard);

        // Two points over notes that are chosen with the space bar.
        foreach (var (number, text) in new[] { "Felles lager", "Kortere frister" }.Index())
        {
            await desk.TabToAsync(".pane .note .box");
            for (var step = 0; step < number; step++) await keys.PressAsync("ArrowDown");
            await keys.PressAsync("Space");
            await Expect(desk.Locator(".chosen")).ToBeVisibleAsync();
            await keys.PressAsync("p");
            await Expect(desk.Locator("#point-text")).ToBeFocusedAsync();
            await keys.TypeAsync(text);
            await keys.PressAsync("Control+Enter");
            await Expect(cards).ToHaveCountAsync(number + 1);
            // From the top again: with keys alone there is no other place to begin.
            await desk.ReloadAsync();
            await desk.LiveAsync();
        }

        // Through the points with arrows; the second goes first, and is worded where it stands.
        await desk.TabToAsync(".points .card");
        await keys.PressAsync("End");
        await Expect(cards.Last).ToBeFocusedAsync();
        var moved = await cards.Last.Locator(".said").InnerTextAsync();
        await keys.PressAsync("Alt+ArrowUp");
        await Expect(cards.First.Locator(".said")).ToHaveTextAsync(moved);
        await Expect(cards.First).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(cards.First.Locator("textarea")).ToBeFocusedAsync();
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("Med egne ord");
        await keys.PressAsync("Control+Enter");
        await Expect(cards.First.Locator(".said")).ToHaveTextAsync("Med egne ord");

        // What remains is at the foot. It leads to the publication, and its first line to where it is mended.
        await desk.TabToAsync(".remains button");
        await keys.PressAsync("Enter");
        await Expect(desk.Locator("#publish-title")).ToBeFocusedAsync();
        await desk.TabToAsync(".flaws a");
        await keys.PressAsync("Enter");
        await Expect(desk.Locator("#tekst-About")).ToBeInViewportAsync();
        await desk.TabToAsync(".publish .btn-solid");
        await keys.PressAsync("Enter");
        var publish = desk.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words.Desk("PublishReport"), Exact = true });
        await publish.FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = Words.Desk("Withdraw") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_tools_of_a_point_are_at_the_point_one_is_at()
    {
        var desk = (await DeskWithAsync("Med pekeren", 4)).Page;
        await desk.PressAsync(Words.Desk("UseAll", 4));
        var cards = desk.Locator(".points .card");
        await Expect(cards).ToHaveCountAsync(4);
        await cards.Nth(1).HoverAsync();
        await Expect(cards.Nth(1).Locator(".at")).ToHaveCSSAsync("opacity", "1");
        await Expect(cards.Nth(0).Locator(".at")).ToHaveCSSAsync("opacity", "0");
        await cards.Nth(0).FocusAsync();
        await Expect(cards.Nth(0).Locator(".at")).ToHaveCSSAsync("opacity", "1");

        // A press on the words edits them.
        await cards.Nth(2).Locator(".said").ClickAsync();
        await Expect(cards.Nth(2).Locator("textarea")).ToBeFocusedAsync();
        await desk.PressAsync(Words.Common("Cancel"));

        // On a phone they take room at the point that is touched, and only there.
        await desk.SetViewportSizeAsync(360, 740);
        await Expect(desk.Locator(".points .at:visible")).ToHaveCountAsync(1);
        await cards.Nth(3).FocusAsync();
        await Expect(cards.Nth(3).Locator(".at")).ToBeVisibleAsync();
        await Expect(desk.Locator(".points .at:visible")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(768, 1024)]
    [InlineData(360, 740)]
    public async Task What_remains_is_always_in_sight_and_leads_to_where_it_is_mended(int width, int height)
    {
        var organiser = await DeskWithAsync("Det som gjenstår", 4);
        var desk = organiser.Page;
        await desk.SetViewportSizeAsync(width, height);
        await desk.ReloadAsync();
        await desk.LiveAsync();
        var remains = desk.Locator(".remains button");
        var before = await remains.InnerTextAsync();
        await desk.EvaluateAsync("scrollTo(0, document.body.scrollHeight / 2)");
        await Expect(remains).ToBeInViewportAsync();
        await remains.ClickAsync();
        await Expect(desk.Locator("#publish-title")).ToBeInViewportAsync();
        await desk.Locator(".flaws a[href$='#tekst-Closing']").ClickAsync();
        await Expect(desk.Locator("#felt-Closing")).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await desk.Locator("#felt-Closing").FillAsync("Vi møtes igjen til høsten.");
        await Expect(remains).Not.ToHaveTextAsync(before);
        await Expect(remains).ToBeInViewportAsync();
        await organiser.OpenPlaceAsync("lapper");
        await Expect(desk.Locator("#notes-title")).ToBeInViewportAsync();
        await Expect(desk.Locator("#publish-title")).ToBeHiddenAsync();
        await desk.Locator("#place-lapper").ClickAsync();
        await Expect(desk.Locator("#notes-title")).ToBeHiddenAsync();
        await Expect(desk.Locator("#place-lapper")).ToBeFocusedAsync();
    }

    private async Task<Organiser> DeskWithAsync(string title, int notes)
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync(title, "Stad", "Arendal");
        var people = new[] { await theatre.NewParticipantAsync(code, "Stad"), await theatre.NewParticipantAsync(code, "Arendal") };
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        foreach (var person in people) await person.IsAtAsync(PhaseKind.Board);
        await people[0].AddManyAsync(ManyNotes.Of(notes));
        await organiser.OpenAsync("rapport");
        await organiser.Page.HasNotesAsync(notes);
        return organiser;
    }
}
