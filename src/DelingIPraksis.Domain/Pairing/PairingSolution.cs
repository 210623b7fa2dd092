namespace DelingIPraksis.Domain.Pairing;

/// <summary>A pairing of all parties, with one trio when the number is odd, and with proof of its quality.</summary>
/// <param name="Groups">The groups, ordered by key. They do not depend on the order of the input.</param>
/// <param name="Cost">The cost, component by component.</param>
/// <param name="LowerBound">No pairing can cost less than this.</param>
/// <param name="Optimal">
/// True only when proved: <paramref name="Cost"/> equals <paramref name="LowerBound"/>.
/// </param>
/// <param name="Solver">Which method was used; see <see cref="PairingSolver"/>.</param>
public sealed record PairingSolution(
    IReadOnlyList<PairingGroup> Groups, PairingCost Cost, PairingCost LowerBound, bool Optimal, string Solver) : PairingOutcome;

/// <summary>A pair, or the trio.</summary>
/// <param name="Keys">In turn order: the first presents first. In a trio each comments on the next, A→B→C→A.</param>
/// <param name="Cost">The cost of this group.</param>
/// <param name="Reasons">
/// The reasons, the most important first. They add up to <paramref name="Cost"/>.
/// </param>
public sealed record PairingGroup(IReadOnlyList<string> Keys, PairingCost Cost, IReadOnlyList<PairingReason> Reasons);
