namespace DelingIPraksis.Web.Shell.Start;

/// <summary>Finds the name that was most likely meant by one that is not known.</summary>
internal static class Spelling
{
    // At most so many letters, and half the name, may be wrong or missing in a slip.
    private const int Slip = 2;

    public static string? Closest(string name, IEnumerable<string> known) => known.MinBy(other => Distance(name, other));

    /// <summary>The closest, or null when none is so close that the name is a slip.</summary>
    public static string? SlipOf(string name, IEnumerable<string> known) =>
        Closest(name, known) is { } closest && Distance(name, closest) <= Math.Min(Slip, name.Trim('-').Length / 2) ? closest : null;

    // Levenshtein's, without regard to capitals.
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
