using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The exchange itself: three in a ring, with the keyboard alone, and nobody dragged away from what is being written.</summary>
public sealed class ExchangeTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task In_a_trio_each_comments_on_the_one_before_and_the_time_is_explained()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Tre i ring", "Stad", "Arendal", "Bergen");
        var three = new List<Participant>();
        foreach (var party in new[] { "Stad", "Arendal", "Bergen" }) three.Add(await theatre.NewParticipantAsync(code, party));
        await organiser.PairAsync(three.Count);
        await organiser.GoToAsync(PhaseKind.Feedback);
        foreach (var one in three) await one.IsAtAsync(PhaseKind.Feedback);

        var ring = await RingAsync(three);
        await Expect(ring[0].Page.Locator(".trio")).ToHaveTextAsync(Words.Exchange("Trio", "3,3", ring[1].Party, ring[2].Party));
        foreach (var (number, giver) in ring.Index())
        {
            await giver.WriteAsync(Words.Board("PromptWouldDo"), $"Råd fra {giver.Party}");
            await giver.HandOverAsync();
            var taker = ring[(number + 2) % 3];
            await Expect(taker.Page.Locator("#received")).ToContainTextAsync($"Råd fra {giver.Party}");
        }
    }

    [Fact]
    public async Task From_joining_to_answering_with_the_keyboard_alone()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Bare tastatur", "Stad", "Arendal");
        var page = await theatre.NewPageAsync();
        await page.GotoAsync($"/k/{code.Replace(" ", "", StringComparison.Ordinal)}");
        var stad = new Participant(page, "Stad");
        await page.TabToAsync("input[name=kommune]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#navn");
        await page.Keyboard.TypeAsync("Kari");
        await page.Keyboard.PressAsync("Enter");
        await page.ComesToAsync("tavle/*");
        await page.LiveAsync();
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();

        await organiser.GoToAsync(PhaseKind.Presentation);
        await stad.IsAtAsync(PhaseKind.Presentation);
        if (await stad.PresentsAsync()) await PressAsync(".turn button");
        await TypeAsync("textarea[id^=field-listening]", "Spør om lageret");
        await Expect(arendal.Page.Locator(".partners-now")).ToContainTextAsync(Words.Exchange("DoingTakesNotes", "Stad"));

        await organiser.GoToAsync(PhaseKind.Feedback);
        await page.Keyboard.PressAsync("Tab");
        await stad.IsAtAsync(PhaseKind.Feedback);
        await PressAsync(".fetch");
        await Expect(page.GetByLabel(Words.Board("PromptRecognise"), new() { Exact = true })).ToHaveValueAsync("Spør om lageret");
        await PressAsync("[data-focus-key=hand-over]");
        await Expect(page.Locator("#open-questions")).ToBeVisibleAsync();
        await PressAsync("[data-focus-key=hand-over]");
        await Expect(arendal.Page.Locator("#received")).ToContainTextAsync("Spør om lageret");
        await Expect(arendal.Page.Locator("#received")).Not.ToContainTextAsync(Words.Exchange("ListeningAgain"));

        await arendal.WriteAsync(Words.Board("PromptWouldDo"), "Begynn med to skoler.");
        await arendal.HandOverAsync();
        await TypeAsync("textarea[id^=field-answer]", "Det gjør vi.");
        await Expect(arendal.Page.Locator(".giving .answer")).ToContainTextAsync("Det gjør vi.");

        async Task PressAsync(string selector)
        {
            await page.TabToAsync(selector);
            await page.Keyboard.PressAsync("Enter");
        }

        async Task TypeAsync(string selector, string words)
        {
            await page.TabToAsync(selector);
            await page.Keyboard.TypeAsync(words);
        }
    }

    [Fact]
    public async Task Who_is_writing_is_told_that_the_others_have_gone_on_and_comes_when_done()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Ingen dras bort", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Presentation);
        await stad.IsAtAsync(PhaseKind.Presentation);
        await arendal.IsAtAsync(PhaseKind.Presentation);
        var (listener, presenter) = await stad.PresentsAsync() ? (arendal, stad) : (stad, arendal);
        var notes = listener.Page.Locator("textarea[id^=field-listening]");

        // The turn is passed on, and then the phase, while the listener has the hand on the keys.
        await notes.PressSequentiallyAsync("Det første, ");
        await presenter.Page.PressAsync(Words.Board("TurnPresentsNow", listener.Party));
        await Expect(listener.Page.Locator(".next-bar")).ToContainTextAsync(Words.Board("NextTurnOwn"));
        await notes.PressSequentiallyAsync("og det andre");
        await organiser.GoToAsync(PhaseKind.Feedback);
        await Expect(listener.Page.Locator(".next-bar")).ToContainTextAsync(Words.Board("NextReady", Words.Board("PhaseFeedbackName")));
        await Expect(notes).ToHaveValueAsync("Det første, og det andre");
        await Expect(notes).ToBeFocusedAsync();

        await listener.Page.PressAsync(Words.Board("NextMove"));
        await listener.IsAtAsync(PhaseKind.Feedback);
        await Expect(listener.Page.Locator(".raw")).ToContainTextAsync("Det første, og det andre");
    }

    /// <summary>In the order of their turns: each is commented by the next.</summary>
    private static async Task<List<Participant>> RingAsync(List<Participant> three)
    {
        var order = await three[0].Page.Locator(".turn li").AllInnerTextsAsync();
        // «Arendal kommenterer Stad», «Bergen kommenterer Arendal», …
        var first = order.Select(line => line.Trim().Split(' ')[^1]).ToList();
        return [.. first.Select(party => three.Single(one => one.Party == party))];
    }
}
