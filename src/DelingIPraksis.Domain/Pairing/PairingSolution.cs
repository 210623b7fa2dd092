namespace DelingIPraksis.Domain.Pairing;

/// <summary>Everybody in a pair, and in one trio when the number is odd, with the proof of how good it is.</summary>
/// <param name="Groups">The groups, ordered by key, the same whatever order the parties came in.</param>
/// <param name="Cost">The price, component by component.</param>
/// <param name="LowerBound">No pairing can cost less than this.</param>
/// <param name="Optimal">True only when proved: <paramref name="Cost"/> equals <paramref name="LowerBound"/>.</param>
/// <param name="Solver">Which method was used; see <see cref="PairingSolver"/>.</param>
public sealed record PairingSolution(
    IReadOnlyList<PairingGroup> Groups, PairingCost Cost, PairingCost LowerBound, bool Optimal, string Solver) : PairingOutcome;

/// <summary>A pair, or the trio.</summary>
/// <param name="Keys">In turn order, the first presents first; in a trio each comments on the next, A→B→C→A.</param>
/// <param name="Cost">This group's part of the price.</param>
/// <param name="Reasons">Why, weightiest first; adds up to <paramref name="Cost"/>.</param>
public sealed record PairingGroup(IReadOnlyList<string> Keys, PairingCost Cost, IReadOnlyList<PairingReason> Reasons);
