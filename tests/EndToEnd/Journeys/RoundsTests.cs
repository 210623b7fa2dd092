using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>A gathering in two rounds: planned together, led through, and each with a board of its own, up to the report.</summary>
public sealed class RoundsTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private static readonly string[] Parties = ["Stad", "Arendal", "Bergen", "Asker"];

    private readonly VisualChecks _album = new();

    [Fact]
    public async Task Two_rounds_with_new_partners_from_the_programme_to_the_report()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var page = organiser.Page;
        var code = await organiser.MakeGatheringAsync("To runder", Parties);

        // The programme: the exchange once more, with minutes of its own.
        await organiser.OpenAsync("program");
        await page.PressAsync(Words.Programme("AddRound"));
        await Expect(page.Locator(".phases .round")).ToContainTextAsync(Words.Programme("RoundStart", 2));
        await Expect(page.Locator(".phases > li")).ToHaveCountAsync(PhasePlans.Full.Count + 4);
        await page.GetByLabel(Words.Programme("MinutesOf", $"{Words.Phase("Board")}, runde 2")).FillAsync("9");
        await page.GetByLabel(Words.Programme("MinutesOf", $"{Words.Phase("Board")}, runde 2")).BlurAsync();
        await Expect(page.Locator(".total")).ToContainTextAsync(
            Words.Programme("Minutes", PhasePlans.Full.Sum(phase => phase.Minutes) + 10 + 10 + 9 + 4)
        );
        await _album.LookAsync(page, "program-to-runder");

        // Both rounds are proposed at once, shown at once, and nobody meets twice.
        await organiser.OpenAsync("konsoll");
        var people = new Dictionary<string, Participant>();
        foreach (var party in Parties) people[party] = await theatre.NewParticipantAsync(code, party);
        await Expect(page.Locator(".pairing .who legend")).ToContainTextAsync(Words.Console("WhoTakesPart", 4, 4));
        await page.PressAsync(Words.Console("Propose"));
        await Expect(page.Locator("ol.proposal")).ToHaveCountAsync(2);
        await Expect(page.Locator("ol.proposal > li")).ToHaveCountAsync(4);
        await Expect(page.GetByText(Words.Console("DayNoRepeat"))).ToBeVisibleAsync();
        await _album.LookAsync(page, "konsoll-to-runder");
        await page.PressAsync(Words.Console("ShowPairs"));
        await Expect(page.Locator("table.pairs tbody tr")).ToHaveCountAsync(2);

        // The first round: a note on the board of the first pair.
        var stad = people["Stad"];
        var first = await PartnerOfAsync(stad);
        await NextUntilAsync(page, $"{Words.Phase("Board")}, runde 1");
        await stad.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, "Fra første runde");
        await people[first].SeesNoteAsync(NoteKind.Barrier, "Fra første runde");
        await NextUntilAsync(page, $"{Words.Phase("Prioritising")}, runde 1");

        // The second round: a new partner, an empty board, and the first one still to be read.
        await page.PressAsync(Words.Console("NextRound", 2));
        await Expect(page.Locator("#time-title")).ToHaveTextAsync($"{Words.Phase("Presentation")}, runde 2");
        await Expect(stad.Page.Locator("header .who")).Not.ToContainTextAsync(first);
        var second = await PartnerOfAsync(stad);
        Assert.NotEqual(first, second);
        await NextUntilAsync(page, $"{Words.Phase("Board")}, runde 2");
        await stad.IsAtAsync(PhaseKind.Board);
        await Expect(stad.Page.Locator(".pair-of-columns .note")).ToHaveCountAsync(0);
        await stad.AddNoteAsync(NoteKind.Opportunity, "Fra andre runde");
        await people[second].IsAtAsync(PhaseKind.Board);
        await people[second].SeesNoteAsync(NoteKind.Opportunity, "Fra andre runde");
        await Expect(people[second].Page.GetByText("Fra første runde")).ToHaveCountAsync(0);
        foreach (var reader in new[] { stad, people[first] })
        {
            await reader.Page.Locator(".earlier-round > summary").ClickAsync();
            await Expect(reader.Page.Locator(".earlier-round .note")).ToContainTextAsync("Fra første runde");
        }

        await _album.LookAsync(stad.Page, "tavle-andre-runde");

        // Back to the first round and forth again: each board is where it was.
        await page.PressAsync(Words.Conducting("Undo"));
        await page.PressAsync(Words.Conducting("Undo"));
        await page.PressAsync(Words.Conducting("Undo"));
        await Expect(page.Locator("#time-title")).ToHaveTextAsync($"{Words.Phase("Prioritising")}, runde 1");
        await Expect(stad.Page.Locator("header .who")).ToContainTextAsync(first);
        await NextUntilAsync(page, $"{Words.Phase("Board")}, runde 2");
        await stad.SeesNoteAsync(NoteKind.Opportunity, "Fra andre runde");

        // The report names the pairs of each round.
        await NextUntilAsync(page, Words.Phase("Summary"));
        await organiser.EndAsync();
        await organiser.OpenAsync("rapport");
        await page.PressAsync(Words.Desk("UseAll", 2));
        var address = await organiser.PublishAsync();
        var report = await theatre.NewPageAsync();
        await report.GotoAsync(address);
        await Expect(report.GetByText("Disse arbeidet sammen i runde 1:")).ToBeVisibleAsync();
        await Expect(report.GetByText("Disse arbeidet sammen i runde 2:")).ToBeVisibleAsync();
        await Expect(report.Locator("ul.pairs li")).ToHaveCountAsync(4);
        _album.MustBeFine();
    }

    // Presses the one large button until everybody is at this step.
    private static async Task NextUntilAsync(IPage page, string title)
    {
        var now = page.Locator("#time-title");
        for (var step = 0; step < 12; step++)
        {
            var before = await now.InnerTextAsync();
            if (before == title) return;
            await page.Locator(".time-panel button[aria-keyshortcuts=N]").ClickAsync();
            await Expect(now).Not.ToHaveTextAsync(before);
        }

        Assert.Fail($"There is no «{title}» in the plan.");
    }

    private static async Task<string> PartnerOfAsync(Participant participant)
    {
        await Expect(participant.Page.Locator("header .who")).ToContainTextAsync("sammen med");
        var who = await participant.Page.Locator("header .who").InnerTextAsync();
        return Parties.Single(party => party != participant.Party && who.Contains(party, StringComparison.Ordinal));
    }
}
