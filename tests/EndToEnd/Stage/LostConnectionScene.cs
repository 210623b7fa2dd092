namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>Two municipalities in a pair, before a service of their own that a test may stop; the line of one of them can be cut.</summary>
public abstract class LostConnectionScene(JourneyFixture theatre) : IAsyncLifetime
{
    protected RunningApplication Application { get; } = new();

    protected Organiser Leader { get; private set; } = null!;

    /// <summary>The participant whose line can be cut.</summary>
    protected Participant Stad { get; private set; } = null!;

    protected Participant Arendal { get; private set; } = null!;

    protected FaultyConnection Line { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Application.StartAsync();
        Leader = new Organiser(await theatre.NewPageAsync(Application.Address));
        await Leader.BecomeFirstAsync(Application.FirstOrganiserLink());
        var code = await Leader.MakeGatheringAsync("Uten nett", "Stad", "Arendal");
        Line = new FaultyConnection(Application.Address);
        Stad = new Participant(await theatre.NewPageAsync(Line.Address), "Stad");
        await Stad.JoinAsync(code);
        Arendal = new Participant(await theatre.NewPageAsync(Application.Address), "Arendal");
        await Arendal.JoinAsync(code);
        await Leader.PairAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        await Application.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
