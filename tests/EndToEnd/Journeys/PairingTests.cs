using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// The morning's surprises: pairs are prepared and changed with the keyboard, one never comes, one comes late, and it is undone.
/// </summary>
public sealed class PairingTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private readonly VisualChecks _album = new();

    [Fact]
    public async Task Prepared_swapped_by_keyboard_mended_for_a_no_show_and_a_latecomer_and_undone()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var page = organiser.Page;
        var code = await organiser.MakeGatheringAsync("Morgenen", "Stad", "Arendal", "Bergen", "Asker", "Hurdal", "Lillesand");

        // Prepared the evening before, for all who are invited.
        await page.GetByLabel(Words.Console("AttendanceEverybody")).CheckAsync();
        await page.PressAsync(Words.Console("Propose"));
        await Expect(page.Locator(".proposal > li")).ToHaveCountAsync(3);

        // Two change places with the keyboard alone.
        var before = await PairsAsync(page);
        var first = page.Locator(".proposal > li").Nth(0).Locator(".chip-party button").Nth(1);
        await first.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(first).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Locator(".proposal > li").Nth(1).Locator(".chip-party button").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        // The rows stand in the order of those invited, so a swap may leave the first name where it is.
        await UntilAsync(page, before, same: false);
        await page.PressAsync(Words.Conducting("Undo"));
        await UntilAsync(page, before);

        await page.PressAsync(Words.Console("ShowPairs"));
        await Expect(page.Locator("table.pairs tbody tr").First).ToBeVisibleAsync();

        // In the morning one never comes, and the others have begun to write.
        var pairs = before.Select(pair => pair.Split('+')).ToList();
        var noShow = pairs[0][0];
        var people = new Dictionary<string, Participant>();
        foreach (var party in pairs.SelectMany(pair => pair).Where(party => party != noShow))
            people[party] = await theatre.NewParticipantAsync(code, party);
        await organiser.GoToAsync(PhaseKind.Writing);
        var alone = people[pairs[0][1]];
        await alone.IsAtAsync(PhaseKind.Writing);
        await alone.WriteAsync(Words.Board("Challenge"), "Dette følger kommunen, hvem vi enn deler med");
        await page.PressAsync(Words.Console("NewPairs"));
        await Expect(page.Locator(".outsiders")).ToContainTextAsync(noShow);
        await page.PressAsync(Words.Console("Mend"));
        await Expect(page.Locator(".ways")).ToContainTextAsync(alone.Party);
        await _album.LookAsync(page, "konsoll-noen-mangler");
        Assert.InRange(await page.Locator(".ways > ol > li").CountAsync(), 1, 3);
        await page.Locator(".ways > ol > li").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".proposal > li")).ToHaveCountAsync(2);
        await page.PressAsync(Words.Console("ShowPairs"));
        // Whoever was alone has two to share with, and every word it had written.
        await Expect(alone.Page.Locator("header .who")).ToContainTextAsync(" og ");
        await alone.SavedAsync(Words.Board("Challenge"), "Dette følger kommunen, hvem vi enn deler med");

        // The missing one comes after all.
        var late = await theatre.NewParticipantAsync(code, noShow);
        await Expect(page.Locator(".outsiders")).ToContainTextAsync(noShow);
        await page.Locator(".outsiders button").ClickAsync();
        await page.PressAsync(Words.Console("Mend"));
        await Expect(page.Locator(".ways > ol > li").First).ToContainTextAsync(noShow);
        await page.Locator(".ways > ol > li").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".proposal > li")).ToHaveCountAsync(3);
        await page.PressAsync(Words.Console("ShowPairs"));
        await Expect(late.Page.Locator("header .who")).ToContainTextAsync("sammen med");

        // And it is undone: the latecomer waits again, the others are back where they were.
        await page.PressAsync(Words.Conducting("Undo"));
        await Expect(page.Locator(".outsiders")).ToContainTextAsync(noShow);
        await Expect(page.Locator("table.pairs tbody tr")).ToHaveCountAsync(2);
        await alone.SavedAsync(Words.Board("Challenge"), "Dette følger kommunen, hvem vi enn deler med");
    }

    // Waits in the page itself until the pairs are these, or until they no longer are.
    private static Task UntilAsync(IPage page, IReadOnlyList<string> pairs, bool same = true) => page.WaitForFunctionAsync(
        """
        ([pairs, same]) => {
          const rows = [...document.querySelectorAll('.proposal > li .members')];
          const now = rows.map(row => [...row.querySelectorAll('.party')].map(party => party.innerText.trim()).join('+'));
          return now.length > 0 && same === (now.join() === pairs.join());
        }
        """, new object[] { pairs, same }, new() { Timeout = 30_000 });

    private static async Task<IReadOnlyList<string>> PairsAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var row in await page.Locator(".proposal > li .members").AllAsync())
            found.Add(string.Join('+', (await row.Locator(".party").AllInnerTextsAsync()).Select(name => name.Trim())));
        return found;
    }
}
