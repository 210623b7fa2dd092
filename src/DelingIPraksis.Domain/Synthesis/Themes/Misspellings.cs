namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>Finds the known stem for a misspelt word: one letter too many, too few or wrong, or two letters swapped.</summary>
/// <remarks>
/// Two words that are one edit apart share a word with one letter removed from either. Only words that share one are compared.
/// </remarks>
internal sealed class Misspellings
{
    // Shorter words are too similar to each other.
    private const int Shortest = 6;

    private readonly Dictionary<string, List<string>> _withoutOne = new(StringComparer.Ordinal);

    public Misspellings(IEnumerable<string> stems)
    {
        foreach (var stem in stems.Where(stem => stem.Length >= Shortest).Order(StringComparer.Ordinal))
            foreach (var shorter in WithoutOne(stem).Prepend(stem))
            {
                if (!_withoutOne.TryGetValue(shorter, out var from)) _withoutOne[shorter] = from = [];
                from.Add(stem);
            }
    }

    /// <summary>The known stem, or null.</summary>
    public string? Correct(string stem) => stem.Length < Shortest ? null : WithoutOne(stem).Prepend(stem)
        .SelectMany(shorter => _withoutOne.GetValueOrDefault(shorter) ?? [])
        .FirstOrDefault(known => known[0] == stem[0] && AreNear(known, stem));

    /// <summary>Whether two different words are one edit apart.</summary>
    internal static bool AreNear(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start]) start++;
        var end = 0;
        while (end < one.Length - start && end < other.Length - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        var left = one.AsSpan(start, one.Length - start - end);
        var right = other.AsSpan(start, other.Length - start - end);
        return (left.Length <= 1 && right.Length <= 1)
            || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }

    private static IEnumerable<string> WithoutOne(string word) =>
        Enumerable.Range(0, word.Length).Select(at => word.Remove(at, 1)).Distinct();
}
