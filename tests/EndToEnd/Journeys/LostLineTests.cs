using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.EndToEnd.Stage;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Journeys;

/// <summary>The service dies while people write, and comes back: what they wrote is there, on both screens, once.</summary>
[Collection(nameof(Theatre))]
public sealed class LostLineTests(Theatre theatre)
{
    [Fact]
    public async Task What_is_written_while_the_service_is_gone_is_kept_and_sent_when_it_is_back()
    {
        await using var application = new RunningApplication();
        await application.StartAsync();
        var organiser = new Organiser(await theatre.NewPageAsync(application.Address));
        await organiser.BecomeFirstAsync(application.FirstOrganiserLink());
        var code = await organiser.MakeGatheringAsync("Uten nett", "Stad", "Arendal");
        var stad = new Participant(await theatre.NewPageAsync(application.Address), "Stad");
        await stad.JoinAsync(code);
        var arendal = new Participant(await theatre.NewPageAsync(application.Address), "Arendal");
        await arendal.JoinAsync(code);
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await stad.AddNoteAsync(NoteKind.Barrier, "Skrevet før strømmen gikk");

        await application.StopAsync();
        await Expect(stad.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await stad.Page.Locator("#new-barrier").FillAsync("Skrevet mens strømmen var borte");
        await stad.Page.Locator("#new-barrier").PressAsync("Enter");
        await stad.Page.Locator("#new-opportunity").FillAsync("Halvferdig");
        await Expect(stad.Page.Locator("dip-composer.is-barrier .wait")).ToBeVisibleAsync();

        await application.StartAsync();
        await arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet før strømmen gikk");
        await stad.SeesNoteAsync(NoteKind.Barrier, "Skrevet mens strømmen var borte");
        await arendal.SeesNoteAsync(NoteKind.Barrier, "Skrevet mens strømmen var borte");
        await Expect(stad.Page.Locator("#new-opportunity")).ToHaveValueAsync("Halvferdig");
        await Expect(stad.Page.Locator(".note")).ToHaveCountAsync(2);
    }
}
