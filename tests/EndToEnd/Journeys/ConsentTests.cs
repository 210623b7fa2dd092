using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>
/// Two parties say by their own links what they may be quoted on, on a telephone; the published page has it as they said.
/// </summary>
public sealed class ConsentTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    private const string Hard = "Ledelsen hos oss vil ikke bruke penger på dette";
    private const string Soft = "Det er vanskelig å få satt av penger til dette";
    private const string Secret = "Vi har skjult hvor mye vi egentlig kaster";

    [Fact]
    public async Task One_softens_one_withholds_and_the_page_has_it_right()
    {
        var album = new VisualChecks();
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync("Sitatene", "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await arendal.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, Hard);
        await arendal.AddNoteAsync(NoteKind.Barrier, Secret);
        await arendal.AddNoteAsync(NoteKind.Opportunity, "Felles lager med naboen");
        await stad.SeesNoteAsync(NoteKind.Opportunity, "Felles lager med naboen");
        await organiser.EndAsync();

        var desk = organiser.Page;
        await organiser.OpenAsync("rapport");
        await desk.PressAsync(Words.Desk("UseAll", 3));
        await Expect(desk.Locator(".card")).ToHaveCountAsync(3);
        await organiser.OpenPlaceAsync("samtykke");
        await desk.PressAsync(Words.Consent("Ask"));
        // What it takes out is said before it is done.
        await Expect(desk.Locator(".mud-dialog")).ToContainTextAsync("3 av 3");
        await desk.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = Words.Consent("Ask"), Exact = true }).ClickAsync();
        await Expect(desk.Locator(".consent-panel tbody tr")).ToHaveCountAsync(2);
        var (letterToStad, letterToArendal) = (await LetterAsync(desk, "Stad"), await LetterAsync(desk, "Arendal"));

        var phone = await theatre.NewPageAsync();
        await phone.GotoAsync(letterToStad);
        await album.LookAsync(phone, "sitater");
        await Quote(phone, Hard).GetByLabel(Words.Consent("Soften")).CheckAsync();
        await Quote(phone, Hard).GetByLabel(Words.Consent("InsteadLabel")).FillAsync(Soft);
        await phone.PressAsync(Words.Consent("Send"));
        await Expect(phone.Locator(".saved")).ToBeVisibleAsync();
        await album.LookAsync(phone, "sitater-svart");
        foreach (var language in new[] { "nn-NO", "en-GB" })
        {
            var other = await theatre.NewPageAsync(language: language);
            await other.GotoAsync(letterToArendal);
            await album.LookAsync(other, $"sitater-{language[..2]}");
        }

        await phone.GotoAsync(letterToArendal);
        await Quote(phone, Secret).GetByLabel(Words.Consent("Withhold")).CheckAsync();
        await phone.PressAsync(Words.Consent("Send"));
        await Expect(phone.Locator(".saved")).ToBeVisibleAsync();
        await phone.PressAsync(Words.Consent("ApproveAll"));
        await Expect(phone.Locator(".saved")).ToBeVisibleAsync();

        await Expect(desk.Locator(".consent-panel tbody tr").Last).ToContainTextAsync("Arendal");
        await album.LookAsync(desk, "rapport-samtykke");
        // Softened words stand as they were said, and are approved with the rest.
        await phone.GotoAsync(letterToStad);
        await phone.PressAsync(Words.Consent("ApproveAll"));
        await Expect(phone.Locator(".saved")).ToBeVisibleAsync();
        await phone.GotoAsync(await organiser.PublishAsync());
        await Expect(phone.Locator(".is-barrier li")).ToHaveTextAsync([Soft]);
        await Expect(phone.Locator(".is-opportunity li")).ToHaveTextAsync(["Felles lager med naboen"]);
        Assert.DoesNotContain("skjult", await phone.ContentAsync(), StringComparison.Ordinal);
        album.MustBeFine();
    }

    private static ILocator Quote(IPage page, string words) => page.Locator("fieldset.quote", new() { HasText = words });

    private static async Task<string> LetterAsync(IPage desk, string party)
    {
        var panel = desk.Locator(".consent-panel");
        if (!await panel.Locator("#letter-to").IsVisibleAsync())
            await panel.GetByText(Words.Consent("Letter"), new() { Exact = true }).ClickAsync();
        await panel.Locator("#letter-to").SelectOptionAsync(new SelectOptionValue { Label = party });
        await Expect(panel.Locator("#letter")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"Hei {party}"));
        return System
            .Text.RegularExpressions.Regex.Match(await panel.Locator("#letter").InputValueAsync(), @"https?://\S+/sitater/\S+")
            .Value;
    }
}
