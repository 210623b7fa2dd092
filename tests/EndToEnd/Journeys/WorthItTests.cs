using System.Text;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The end of the group work: three taps, and the sheet for one's own council.</summary>
public sealed class WorthItTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    [Fact]
    public async Task Three_taps_and_a_sheet_for_the_council_and_the_organiser_sees_a_count()
    {
        var album = new VisualChecks();
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Var det verdt det", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await arendal.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, "Ingen eier ombruket hos oss");
        await organiser.EndAsync();

        var board = stad.Page;
        await Expect(board.Locator(".worth")).ToBeVisibleAsync();
        var asked = board.Locator(".worth fieldset");
        await Expect(asked).ToHaveCountAsync(3);
        for (var question = 0; question < 3; question++)
        {
            await asked.Nth(question).GetByRole(AriaRole.Button, new() { Name = "Ja", Exact = true }).ClickAsync();
            await Expect(asked.Nth(question).GetByRole(AriaRole.Status)).ToHaveTextAsync("Takk. Svaret er lagret.");
        }

        await album.LookAsync(board, "verdt-det");
        await board.ReloadAsync();
        await board.LiveAsync();
        await Expect(board.Locator(".worth button[aria-pressed=true]")).ToHaveCountAsync(3);

        var links = board.Locator(".brief a");
        await Expect(links).ToHaveCountAsync(4);
        var pdf = await board.APIRequest.GetAsync(await AddressAsync(board, links.Nth(1)));
        Assert.Equal(200, pdf.Status);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString((await pdf.BodyAsync())[..5]), StringComparison.Ordinal);

        // The page about the finished session is rendered by the server, and never live.
        var after = organiser.Page;
        await after.GotoAsync($"{organiser.Gathering}/etterpa");
        await Expect(after.Locator("section[aria-labelledby=worth] tbody tr").First).ToContainTextAsync("Vises når fem har svart");
        await Expect(after.Locator("section[aria-labelledby=worth] tbody tr").First.Locator("td").Last).ToHaveTextAsync("1");
        await album.LookAsync(after, "etterpa-verdt");
        var all = await after.APIRequest.GetAsync(await AddressAsync(after, after.Locator("section[aria-labelledby=briefs] a.btn")));
        Assert.Equal(200, all.Status);
        Assert.StartsWith("PK", Encoding.ASCII.GetString((await all.BodyAsync())[..2]), StringComparison.Ordinal);
        album.MustBeFine();
    }

    private static async Task<string> AddressAsync(IPage page, ILocator link) =>
        new Uri(new Uri(await page.EvaluateAsync<string>("document.baseURI")), (await link.GetAttributeAsync("href"))!).AbsoluteUri;
}
