using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>«Prøv selv»: one person plays both municipalities and the facilitator, in three windows of one browser.</summary>
public sealed class TryItTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task One_person_plays_all_three_in_three_windows()
    {
        var page = await theatre.NewPageAsync();
        await page.GotoAsync("/prov");
        await page.PressAsync(Words.Demo("Start"));
        await page.ComesToAsync("prov/*");
        var facilitator = new Organiser(await OpenAsync(page, Words.Demo("Facilitator")));
        var stad = new Participant(await OpenAsync(page, Words.Demo("JoinAs", "Stad")), "Stad");
        var arendal = new Participant(await OpenAsync(page, Words.Demo("JoinAs", "Arendal")), "Arendal");
        await facilitator.PairAsync();
        await facilitator.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Opportunity, "Spør vaktmesteren først");
        await arendal.SeesNoteAsync(NoteKind.Opportunity, "Spør vaktmesteren først");
    }

    private static async Task<IPage> OpenAsync(IPage from, string button)
    {
        var window = await from.Context.RunAndWaitForPageAsync(() => from.PressAsync(button));
        await window.LiveAsync();
        return window;
    }
}
