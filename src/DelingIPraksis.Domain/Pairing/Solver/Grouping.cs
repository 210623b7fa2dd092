namespace DelingIPraksis.Domain.Pairing;

/// <summary>The result of a solver: the groups, by party number, and a lower bound for all pairings.</summary>
/// <param name="Groups">Pairs, and one trio when the number is odd.</param>
/// <param name="Bound">The lower bound, as a sum of weights; null when the groups are proved optimal.</param>
internal sealed record Grouping<T>(IReadOnlyList<int[]> Groups, T? Bound)
    where T : struct;
