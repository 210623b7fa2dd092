using DelingIPraksis.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>Who goes out in one window is out in all of them, at once and with words.</summary>
public sealed class GoingOutTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task Signing_out_in_one_window_takes_the_console_away_in_the_other()
    {
        // In a session of her own: the others of the theatre share one.
        var organiser = new Organiser(await theatre.NewPageAsync());
        await organiser.SignInAsync();
        await organiser.MakeGatheringAsync("Logget ut", "Stad", "Arendal");
        var beside = await organiser.Page.Context.NewPageAsync();
        await beside.GotoAsync("/samlinger");
        await beside.PressAsync(Words.Common("SignOut"));
        await Expect(organiser.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = Words.Shell("SignedOutTitle") }))
            .ToBeVisibleAsync();
        await organiser
            .Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = Words.Shell("SignInAgain"), Exact = true })
            .ClickAsync();
        await organiser.FillInSignInAsync();
        // Back where she was, the part of the page with it.
        await Expect(organiser.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/samling/[0-9a-f]+/konsoll"));
        await organiser.Page.LiveAsync();
    }

    [Fact]
    public async Task Leaving_in_one_window_takes_the_board_away_in_the_other()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Gått ut", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var beside = await stad.Page.Context.NewPageAsync();
        await beside.GotoAsync(stad.Page.Url);
        await beside.LiveAsync();
        await beside.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = Words.Board("Leave"), Exact = true }).First.ClickAsync();
        await beside.PressAsync(Words.Door("LeaveYes"));
        await Expect(beside.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = Words.Door("LeftTitle") })).ToBeVisibleAsync();
        await Expect(stad.Page.Locator(".board")).ToHaveCountAsync(0);
    }
}
