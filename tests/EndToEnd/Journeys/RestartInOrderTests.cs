using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The service is restarted while people write, as an upgrade does it.</summary>
[Collection(nameof(Alone))]
public sealed class RestartInOrderTests(JourneyFixture theatre) : LostConnectionScene(theatre), IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task A_service_that_is_restarted_in_order_is_hardly_noticed_and_who_lags_behind_stays_on_her_step()
    {
        await Leader.GoToAsync(PhaseKind.Writing);
        await Stad.IsAtAsync(PhaseKind.Writing);
        var field = Stad.Page.GetByLabel(Words.Board("Challenge"), new() { Exact = true });
        await field.ClickAsync();
        await field.PressSequentiallyAsync("Vi har lite");
        await Leader.GoToAsync(PhaseKind.Presentation);
        await Expect(Stad.Page.Locator(".next-bar")).ToBeVisibleAsync();
        await Stad.Page.EvaluateAsync(
            "() => { window.sameDocument = true; const pause = Blazor.pauseCircuit; Blazor.pauseCircuit = () => { window.wasAsked = true; "
                + "return pause(); }; }"
        );

        Assert.Equal(0, await Application.RestartAsync(async () =>
        {
            // The page is asked to pause before its line is cut: what was sent first arrives first, also at a slow browser.
            await Stad.Page.WaitForFunctionAsync("() => window.wasAsked === true");
            await field.PressSequentiallyAsync(" plass og");
        }));

        await Expect(Stad.Band).ToBeHiddenAsync();
        Assert.True(await Stad.Page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was fetched anew.");
        await Expect(Stad.Page.Locator(".next-bar")).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync("Vi har lite plass og");
        await Expect(field).ToBeFocusedAsync();
        await Stad.Page.Keyboard.TypeAsync(" mindre tid");
        await Stad.SavedAsync(Words.Board("Challenge"), "Vi har lite plass og mindre tid");
        Assert.True(await Stad.Page.EvaluateAsync<bool>("window.sameDocument === true"), "The page was fetched anew.");
        await Expect(Stad.Page.Locator("dip-unsent")).ToBeHiddenAsync();
    }
}
