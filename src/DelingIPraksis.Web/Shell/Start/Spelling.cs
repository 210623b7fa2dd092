namespace DelingIPraksis.Web.Shell.Start;

/// <summary>Finds the most likely intended name for an unknown name.</summary>
internal static class Spelling
{
    // A misspelling has at most this many wrong or missing letters, and at most half of the name.
    private const int Slip = 2;

    public static string? Closest(string name, IEnumerable<string> known) => known.MinBy(other => Distance(name, other));

    /// <summary>The closest known name, or null when none is close enough.</summary>
    public static string? SlipOf(string name, IEnumerable<string> known) =>
        Closest(name, known) is { } closest && Distance(name, closest) <= Math.Min(Slip, name.Trim('-').Length / 2) ? closest : null;

    // The Levenshtein distance, case-insensitive.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
