namespace DelingIPraksis.ThemesBenchmark;

/// <summary>What is usually done: TF-IDF, cosine, average linkage, cut at the true number of themes. It is told more than we are.</summary>
public static class Baseline
{
    /// <summary>Grouped by words.</summary>
    public static int[] ByWords(IReadOnlyList<string> notes, int groups) => Group([.. notes.Select(note => Words(note).ToList())], groups);

    /// <summary>Grouped by runs of three to five letters inside words.</summary>
    public static int[] ByLetters(IReadOnlyList<string> notes, int groups) =>
        Group([.. notes.Select(note => Words(note).SelectMany(Runs).ToList())], groups);

    private static IEnumerable<string> Words(string note) =>
        note.ToLowerInvariant()
            .Split([.. note.ToLowerInvariant().Where(letter => !char.IsLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Runs(string word)
    {
        var padded = $" {word} ";
        for (var length = 3; length <= 5; length++)
            for (var start = 0; start + length <= padded.Length; start++)
                yield return padded.Substring(start, length);
    }

    private static int[] Group(List<List<string>> documents, int groups)
    {
        var frequency = documents.SelectMany(terms => terms.Distinct()).CountBy(term => term).ToDictionary();
        var vectors = documents.ConvertAll(terms => Normalised(terms.CountBy(term => term).ToDictionary(
            count => count.Key, count => count.Value * (Math.Log((1.0 + documents.Count) / (1 + frequency[count.Key])) + 1))));
        var alike = new double[documents.Count, documents.Count];
        for (var a = 0; a < documents.Count; a++)
            for (var b = 0; b < a; b++)
                alike[a, b] = alike[b, a] = vectors[a].Sum(term => term.Value * vectors[b].GetValueOrDefault(term.Key));
        return AverageLinkage(alike, groups);
    }

    private static Dictionary<string, double> Normalised(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(value => value * value));
        return length == 0 ? vector : vector.ToDictionary(term => term.Key, term => term.Value / length);
    }

    private static int[] AverageLinkage(double[,] alike, int groups)
    {
        var n = alike.GetLength(0);
        var (size, group) = (Enumerable.Repeat(1, n).ToArray(), Enumerable.Range(0, n).ToArray());
        var alive = Enumerable.Range(0, n).ToList();
        while (alive.Count > groups)
        {
            var (best, a, b) = (double.MinValue, -1, -1);
            for (var i = 0; i < alive.Count; i++)
                for (var j = 0; j < i; j++)
                    if (alike[alive[i], alive[j]] > best) (best, a, b) = (alike[alive[i], alive[j]], alive[j], alive[i]);
            foreach (var c in alive.Where(c => c != a && c != b))
                alike[a, c] = alike[c, a] = ((alike[a, c] * size[a]) + (alike[b, c] * size[b])) / (size[a] + size[b]);
            size[a] += size[b];
            for (var note = 0; note < n; note++) if (group[note] == b) group[note] = a;
            alive.Remove(b);
        }

        return group;
    }
}
