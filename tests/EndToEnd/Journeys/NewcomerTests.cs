using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>Coming in: on a phone by the QR code, late, past a guarded door, to the wrong municipality, and on one more device.</summary>
public sealed class NewcomerTests(JourneyFixture theatre) : IClassFixture<JourneyFixture>
{
    /// <summary>U6: from the QR code to the first note in at most five interactions.</summary>
    [Fact]
    public async Task From_the_qr_code_to_the_first_note_on_a_phone_in_four_interactions()
    {
        var (organiser, code) = await MadeAsync("Rett fra veggen");
        await theatre.NewParticipantAsync(code, "Stad");
        await theatre.NewParticipantAsync(code, "Arendal");
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);

        var phone = await theatre.NewPageAsync(Screen.Phone);
        var interactions = 0;
        await DoAsync(() => phone.GotoAsync(Qr(code)));
        await DoAsync(() => phone.GetByLabel("Stad", new() { Exact = true }).CheckAsync());
        await DoAsync(() => phone.PressAsync(Words.Access("Join")));
        await phone.LiveAsync();
        // Somebody who comes late is told where the others are, in one sentence.
        await Expect(phone.Locator(".late"))
            .ToHaveTextAsync($"{Words.Exchange("LateTitle", 5, 8)} {Words.Exchange("LateBoard")} {Words.Common("Close")}");
        await DoAsync(async () =>
        {
            await phone.Locator(Participant.Composer(NoteKind.Barrier)).FillAsync("Vi mangler lager");
            await phone.Keyboard.PressAsync("Enter");
        });
        await Expect(phone.Locator(".note-barrier .text")).ToHaveTextAsync("Vi mangler lager");
        Assert.True(interactions <= 5, $"It took {interactions}.");

        Task DoAsync(Func<Task> what)
        {
            interactions++;
            return what();
        }
    }

    [Fact]
    public async Task At_a_guarded_door_one_waits_and_goes_on_by_oneself_when_let_in()
    {
        var (organiser, code) = await MadeAsync("Med vakt");
        await organiser.SetDoorAsync("Guarded");
        var kari = await KnockAsync(code, "Kari");
        var ola = await KnockAsync(code, "Ola");

        await organiser.Page.PressAsync($"{Words.Door("Admit")} {Words.Door("KnocksFrom", "Kari", "Stad")}");
        await kari.ComesToAsync("tavle/*");
        await Expect(kari.Locator("header .who")).ToContainTextAsync("Stad");
        await organiser.Page.PressAsync($"{Words.Door("Decline")} {Words.Door("KnocksFrom", "Ola", "Stad")}");
        await Expect(ola.Locator("h1")).ToHaveTextAsync(Words.Door("DeclinedTitle"));
        Assert.Contains("/venter/", ola.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_chose_the_wrong_municipality_moves_and_carries_on_on_the_phone()
    {
        var (organiser, code) = await MadeAsync("Feil kommune");
        var kari = await theatre.NewParticipantAsync(code, "Arendal");
        await theatre.NewParticipantAsync(code, "Arendal");
        await kari.Page.GetByRole(AriaRole.Link, new() { Name = Words.Exchange("WrongParty") }).ClickAsync();
        await kari.Page.GetByLabel("Stad", new() { Exact = true }).CheckAsync();
        await kari.Page.PressAsync(Words.Door("OtherMove"));
        await kari.Page.LiveAsync();
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Writing);
        await kari.IsAtAsync(PhaseKind.Writing);
        await kari.WriteAsync(Words.Board("Challenge"), "Vi har lite plass.");

        await kari.Page.GetByRole(AriaRole.Link, new() { Name = Words.Board("OwnLink") }).ClickAsync();
        await kari.Page.PressAsync(Words.Access("OwnLinkMake"));
        var link = await kari.Page.Locator("#lenke").InputValueAsync();
        var phone = await theatre.NewPageAsync(Screen.Phone);
        await phone.GotoAsync(link);
        await phone.PressAsync(Words.Access("ContinueAs", "Stad"));
        await phone.LiveAsync();
        await Expect(phone.GetByLabel(Words.Board("Challenge"), new() { Exact = true })).ToHaveValueAsync("Vi har lite plass.");
    }

    private async Task<(Organiser Organiser, string Code)> MadeAsync(string title)
    {
        var organiser = await theatre.NewOrganiserAsync();
        return (organiser, await organiser.MakeGatheringAsync(title, "Stad", "Arendal"));
    }

    private async Task<IPage> KnockAsync(string code, string name)
    {
        var page = await theatre.NewPageAsync();
        await page.GotoAsync(Qr(code));
        await page.GetByLabel("Stad", new() { Exact = true }).CheckAsync();
        await page.Locator("#navn").FillAsync(name);
        await page.PressAsync(Words.Door("Knock"));
        await page.ComesToAsync("venter/*");
        await page.LiveAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Words.Door("KnockedTitle"));
        return page;
    }

    /// <summary>What the QR code on the wall says.</summary>
    private static string Qr(string code) => $"/k/{code.Replace(" ", "", StringComparison.Ordinal)}";
}
