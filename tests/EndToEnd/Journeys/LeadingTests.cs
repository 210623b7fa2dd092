using System.Text.RegularExpressions;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The day led from the console: rehearsed alone first, and taken over by a colleague when a browser dies.</summary>
public sealed partial class LeadingTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private readonly VisualChecks _album = new();

    [Fact]
    public async Task A_rehearsal_is_led_alone_from_start_to_end_and_nothing_of_it_is_left()
    {
        var organiser = await theatre.NewOrganiserAsync();
        await organiser.MakeGatheringAsync("Den ordentlige samlingen", "Stad", "Arendal", "Bergen", "Asker", "Hurdal");
        var page = organiser.Page;
        await organiser.OpenToolAsync("more");
        await page.GetByRole(AriaRole.Link, new() { Name = Words.Conducting("Rehearse") }).ClickAsync();
        await page.ComesToAsync("generalprove");
        await _album.LookAsync(page, "generalprove");
        await page.GetByLabel(Words.Rehearsal("Speed20")).CheckAsync();
        await page.PressAsync(Words.Rehearsal("Begin"));
        await page.ComesToAsync("konsoll");
        await page.LiveAsync();
        await Expect(page.Locator(".rehearsal-bar")).ToBeVisibleAsync();
        var rehearsal = ConsolePattern().Match(page.Url).Value;

        // Three come at once; one comes late, and the last never.
        await Expect(page.Locator(".sub")).ToContainTextAsync(Words.Console("PartiesHere", 3, 5));
        await organiser.PairAsync(3);
        await organiser.GoToAsync(PhaseKind.Writing);
        await Expect(page.Locator("table.pairs .steps").First.Locator(".is-all").First).ToBeVisibleAsync();
        await organiser.GoToAsync(PhaseKind.Presentation);
        await Expect(page.Locator(".sub")).ToContainTextAsync(Words.Console("PartiesHere", 4, 5));
        await organiser.GoToAsync(PhaseKind.Board);
        await Expect(page.Locator(".queue li")).ToHaveCountAsync(1);
        await _album.LookAsync(page, "generalprove-konsoll");
        // It goes on by itself, until one leads.
        await page.PressAsync(Words.Rehearsal("LeadItself"));
        await Expect(page.Locator("#time-title")).ToHaveTextAsync(Words.Phase(nameof(PhaseKind.Prioritising)));
        await page.PressAsync(Words.Rehearsal("TakeOver"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = Words.Rehearsal("LeadItself"), Exact = true })).ToBeVisibleAsync();
        await organiser.EndAsync();

        await page.PressAsync(Words.Rehearsal("Erase"));
        await page.PressAsync(Words.Rehearsal("EraseSure"));
        await page.ComesToAsync("samlinger");
        await Expect(page.GetByText("Den ordentlige samlingen").First).ToBeVisibleAsync();
        await Expect(page.GetByText(Words.Rehearsal("RehearsalOf", "Den ordentlige samlingen"))).ToHaveCountAsync(0);
        Assert.Equal(404, (await page.GotoAsync(rehearsal))!.Status);
        _album.MustBeFine();
    }

    [Fact]
    public async Task A_browser_dies_and_a_colleague_takes_over_and_undoes_the_last_step()
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("To som leder", "Stad", "Arendal");
        await theatre.NewParticipantAsync(code, "Stad");
        await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.OpenAsync("program");
        await organiser.Page.PressAsync(Words.Programme("MakeColleagueLink"));
        var link = await organiser.Page.Locator(".staff [data-copy]").First.GetAttributeAsync("data-copy");

        var colleague = await theatre.NewPageAsync();
        await colleague.GotoAsync(link!);
        await colleague.Locator("[name=navn]").FillAsync("Per Fasilitator");
        await colleague.Locator("[name=epost]").FillAsync($"per-{Guid.NewGuid():N}@nettverket.example");
        await colleague.Locator("[name=passord]").FillAsync("et passord som er langt nok");
        await colleague.PressAsync(Words.Invitation("ColleagueMake"));
        await colleague.GotoAsync($"{organiser.Gathering}/konsoll");
        await colleague.LiveAsync();

        await organiser.OpenAsync("konsoll");
        await organiser.Page.PressAsync(Words.Conducting("TakeLead"));
        await Expect(colleague.Locator(".lead")).ToContainTextAsync(Words.Conducting("OtherLeads", "Astrid Arrangør"));
        await Expect(colleague.Locator(".time-panel [aria-keyshortcuts=N]")).ToHaveCountAsync(0);
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Writing);
        await organiser.Page.Context.CloseAsync();

        await colleague.PressAsync(Words.Conducting("TakeLead"));
        await Expect(colleague.Locator(".undo-bar")).ToContainTextAsync("Per Fasilitator");
        await colleague.Locator(".time-panel [aria-keyshortcuts=N]").ClickAsync();
        await Expect(colleague.Locator("#time-title")).ToHaveTextAsync(Words.Phase("Presentation"));
        await colleague.Keyboard.PressAsync("u");
        await Expect(colleague.Locator("#time-title")).ToHaveTextAsync(Words.Phase("Writing"));
        await colleague.Keyboard.PressAsync("?");
        await Expect(colleague.Locator(".keys")).ToBeVisibleAsync();
        await _album.LookAsync(colleague, "konsoll-hurtigtaster");
        _album.MustBeFine();
    }

    [GeneratedRegex("/samling/[0-9a-f-]+/konsoll")]
    private static partial Regex ConsolePattern();
}
