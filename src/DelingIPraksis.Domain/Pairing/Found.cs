namespace DelingIPraksis.Domain.Pairing;

/// <summary>What a solver found: the groups as party numbers, and what no pairing can go below.</summary>
/// <param name="Groups">Pairs, and one trio when the number is odd.</param>
/// <param name="Bound">The lower bound, as a sum of weights; null when the groups themselves are proved best.</param>
internal sealed record Found<T>(IReadOnlyList<int[]> Groups, T? Bound)
    where T : struct;
