namespace DelingIPraksis.Domain.Pairing;

/// <summary>The rounds of one gathering that are to be planned together.</summary>
/// <param name="Problem">
/// The parties and the rules of every round. Its prohibitions hold in all rounds. Its pins hold in the first that is planned.
/// </param>
/// <param name="Rounds">How many rounds to plan, from 1 to <see cref="DayPlanner.MostRounds"/>.</param>
public sealed record DayProblem(PairingProblem Problem, int Rounds)
{
    /// <summary>The groups of the rounds of the same day that stand as they are: held, or planned and kept.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Standing { get; init; } = [];

    /// <summary>
    /// Pairs that must be in one group in a later round than the first that is planned, by its number after that, from 1.
    /// </summary>
    public ILookup<int, PartyPair> PinnedLater { get; init; } = Array.Empty<PartyPair>().ToLookup(_ => 0);

    /// <summary>The problem of one of the planned rounds, by its number from 0.</summary>
    internal PairingProblem Round(int number) => number == 0 ? Problem : Problem with { Pinned = [.. PinnedLater[number]] };
}
