using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>Two from the same municipality write in one field at the same time.</summary>
public sealed class ColleaguesTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task Two_who_write_in_one_field_at_once_both_have_their_words_and_see_the_same()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Kolleger", "Stad", "Arendal");
        var kari = await theatre.NewParticipantAsync(code, "Stad");
        var ola = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Writing);
        await kari.IsAtAsync(PhaseKind.Writing);
        var label = Words.Board("Challenge");
        await kari.WriteAsync(label, "Vi har lite plass.");
        await ola.SavedAsync(label, "Vi har lite plass.");

        // Each is told that the other writes in this very field; the partner only that something is written.
        await Task.WhenAll(
            TypeAsync(kari.Page, label, "Control+Home", "Hos oss er det slik: "),
            TypeAsync(ola.Page, label, "Control+End", " Og enda mindre tid."),
            Expect(kari.Page.Locator("dip-words").First).ToContainTextAsync(Words.Exchange("ColleagueWrites", Words.Board("AColleague"))),
            Expect(arendal.Page.Locator(".partners-now")).ToHaveTextAsync(Words.Exchange("DoingWrites", "Stad")));

        const string Both = "Hos oss er det slik: Vi har lite plass. Og enda mindre tid.";
        foreach (var page in new[] { kari.Page, ola.Page })
        {
            await Expect(page.GetByLabel(label, new() { Exact = true })).ToHaveValueAsync(Both);
            await Expect(page.Locator("[data-both]:visible")).ToHaveCountAsync(0);
        }

        await kari.SavedAsync(label, Both);
    }

    private static async Task TypeAsync(IPage page, string label, string where, string text)
    {
        var field = page.GetByLabel(label, new() { Exact = true });
        await field.ClickAsync();
        await field.PressAsync(where);
        await field.PressSequentiallyAsync(text, new() { Delay = 90 });
    }
}
