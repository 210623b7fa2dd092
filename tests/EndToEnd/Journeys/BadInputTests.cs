using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>What is wrong is said beside where it was done, in words, and nothing that was written is lost.</summary>
public sealed class BadInputTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task A_wrong_code_is_said_beside_the_field_and_stays_in_it()
    {
        var page = await theatre.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("#kode").FillAsync("7K4M 2QXR");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText(Words.Access("UnknownCode"))).ToBeVisibleAsync();
        await Expect(page.Locator("#kode")).ToHaveValueAsync("7K4M 2QXR");
    }

    [Fact]
    public async Task A_closed_door_says_who_can_open_it()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Lukket dør", "Stad", "Arendal");
        await organiser.SetDoorAsync("Closed");
        var page = await theatre.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("#kode").FillAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText(Words.Access("DoorClosed"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_name_of_500_characters_is_said_beside_its_field_and_the_choice_stays()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Langt navn", "Stad", "Arendal");
        var page = await theatre.NewPageAsync();
        await page.GotoAsync($"/k/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await page.GetByLabel("Stad", new() { Exact = true }).CheckAsync();
        await page.Locator("#navn").FillAsync(new string('å', 500));
        await page.PressAsync(Words.Access("Join"));
        await Expect(page.Locator("#navn-error")).ToHaveTextAsync(Words.Access("NameTooLong", Limits.Name, 500));
        await Expect(page.GetByLabel("Stad", new() { Exact = true })).ToBeCheckedAsync();
        Assert.Equal(500, (await page.Locator("#navn").InputValueAsync()).Length);
    }

    [Fact]
    public async Task An_empty_note_and_one_of_100_000_characters_are_answered_beside_the_field()
    {
        var (_, stad, _) = await AtTheBoardAsync("Lange lapper");
        var composer = stad.Page.Locator("#new-barrier");
        await composer.FocusAsync();
        await composer.PressAsync("Enter");
        await Expect(stad.Page.Locator("#new-barrier-trouble")).ToHaveTextAsync(Words.Refusal("Empty"));
        var words = string.Concat(Enumerable.Repeat("Mangler lager. ", 6_667))[..100_000];
        await composer.FillAsync(words);
        await composer.PressAsync("Enter");
        await Expect(stad.Page.Locator("#new-barrier-trouble"))
            .ToHaveTextAsync(Words.Refusal("TooLongBy", (100_000 - Limits.Note).ToString("N0", CultureInfo.GetCultureInfo("nb-NO"))));
        Assert.Equal(words, await composer.InputValueAsync());
        await Expect(stad.Page.Locator(".note")).ToHaveCountAsync(0);
        await stad.Page.ReloadAsync();
        await Expect(composer).ToHaveValueAsync(words);
    }

    [Fact]
    public async Task Two_who_press_next_at_once_move_the_room_one_step()
    {
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.MakeGatheringAsync("To fasilitatorer", "Stad", "Arendal");
        var beside = await organiser.OpenBesideAsync("konsoll");
        await organiser.GoToAsync(PhaseKind.CheckIn);
        await Expect(beside.Locator("#time-title")).ToHaveTextAsync(Words.Phase("CheckIn"));
        // The same moment: both have seen the same step when they press.
        await Task.WhenAll(
            new[] { organiser.Page, beside }.Select(page =>
                page.EvaluateAsync("document.querySelector('.time-panel button[aria-keyshortcuts=N]').click()")
            )
        );
        await Expect(organiser.Page.Locator("#time-title")).ToHaveTextAsync(Words.Phase("Writing"));
        await Expect(beside.Locator("#time-title")).ToHaveTextAsync(Words.Phase("Writing"));
        // A pause after the two is a change after them: when it is seen, both have been answered.
        await organiser.Page.Locator("button[aria-keyshortcuts=P]").ClickAsync();
        await Expect(beside.Locator(".clock[data-paused=true], dip-clock[data-paused=true]").First).ToBeVisibleAsync();
        await Expect(organiser.Page.Locator("#time-title")).ToHaveTextAsync(Words.Phase("Writing"));
        await Expect(beside.Locator("#time-title")).ToHaveTextAsync(Words.Phase("Writing"));
    }

    [Fact]
    public async Task The_same_browser_joining_twice_is_the_same_person_and_loses_nothing()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("To ganger", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        await stad.WriteAsync(Words.Board("Challenge"), "Skrevet første gang.");
        var board = stad.Page.Url;
        await stad.JoinAsync(code);
        Assert.Equal(board, stad.Page.Url);
        await Expect(stad.Page.GetByLabel(Words.Board("Challenge"), new() { Exact = true })).ToHaveValueAsync("Skrevet første gang.");
    }

    [Fact]
    public async Task A_link_to_a_gathering_that_is_not_there_says_so_calmly()
    {
        var organiser = await theatre.NewOrganiserAsync();
        foreach (var part in new[] { "konsoll", "rapport", "vegg" })
        {
            var answer = await organiser.Page.GotoAsync($"/samling/{Guid.NewGuid():N}/{part}");
            Assert.Equal(404, answer!.Status);
            await Expect(organiser.Page.Locator("h1")).ToBeVisibleAsync();
        }
    }

    private async Task<(Organiser Organiser, Participant Stad, Participant Arendal)> AtTheBoardAsync(string title)
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync(title, "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        return (organiser, stad, arendal);
    }
}
