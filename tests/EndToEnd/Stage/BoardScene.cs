using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>Two at their shared board, each at a browser.</summary>
public sealed record BoardScene(Organiser Organiser, Participant Stad, Participant Arendal)
{
    /// <summary>A gathering that has come to the board.</summary>
    public static async Task<BoardScene> OpenAsync(JourneyFixture theatre, string title, Screen arendals = Screen.Wide)
    {
        var organiser = await theatre.NewOrganiserAsync();
        var code = await organiser.MakeGatheringAsync(title, "Stad", "Arendal");
        var stad = await theatre.NewParticipantAsync(code, "Stad");
        var arendal = await theatre.NewParticipantAsync(code, "Arendal", arendals);
        await organiser.PairAsync();
        await organiser.GoToAsync(PhaseKind.Board);
        await stad.IsAtAsync(PhaseKind.Board);
        await arendal.IsAtAsync(PhaseKind.Board);
        return new(organiser, stad, arendal);
    }
}
