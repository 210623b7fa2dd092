using System.Globalization;
using Microsoft.Data.Sqlite;
using static DelingIPraksis.Web.Storage.SearchFile;

namespace DelingIPraksis.Web.Storage;

/// <summary>Asks the index, in the language of FTS5.</summary>
internal static class SearchQuestions
{
    /// <summary>Which texts some hits are. A text that has been replaced meanwhile is missing.</summary>
    public static IReadOnlyDictionary<long, string> References(SqliteConnection connection, IReadOnlyCollection<IndexHit> hits)
    {
        var numbers = string.Join(',', hits.Select(hit => hit.Text.Number.ToString(CultureInfo.InvariantCulture)));
        using var command = Command(connection, $"SELECT Number, Reference FROM Text WHERE Number IN ({numbers})");
        using var row = command.ExecuteReader();
        var references = new Dictionary<long, string>();
        while (row.Read()) references[row.GetInt64(0)] = row.GetString(1);
        return references;
    }

    /// <summary>The texts in some gatherings that have all the words, in no order.</summary>
    public static IReadOnlyList<IndexHit> Find(SqliteConnection connection, IndexQuestion question, IndexRows rows)
    {
        // One transaction, so that the words and the rows are those of the same moment.
        using var moment = connection.BeginTransaction(deferred: true);
        var known = rows.Of(connection, question.Gatherings.Keys);
        var hits = new List<IndexHit>();
        if (question.Terms.Count == 0)
        {
            foreach (var row in known.Values.SelectMany(row => row)) Add(row, 0);
            return hits;
        }

        // The number of a text says which gathering it stands in. To join the tables would be half of what a common word costs.
        using var find = Command(connection, "SELECT rowid, bm25(Words, 8.0, 3.0, 2.0) FROM Words WHERE Words MATCH $words");
        find.Parameters.AddWithValue("$words", MatchOf(question));
        using var hit = find.ExecuteReader();
        while (hit.Read())
            if (known.TryGetValue(IndexRows.GatheringOf(hit.GetInt64(0)), out var there)
                && IndexRows.Find(there, hit.GetInt64(0)) is { } row)
                Add(row, hit.GetDouble(1));
        return hits;

        void Add(IndexRow row, double rank)
        {
            if ((row.Readers & question.Gatherings[row.Gathering]) != 0) hits.Add(new(row, rank));
        }
    }

    // Every word is in quotes and has letters and digits only, so that nothing in it is a word of FTS5's language.
    private static string MatchOf(IndexQuestion question) =>
        string.Join(" AND ", [.. question.Terms.Select(MatchOf), .. question.Phrases.Where(phrase => phrase.Count > 1).Select(MatchOf)]);

    private static string MatchOf(IReadOnlyList<string> phrase) =>
        $"(Stems : \"{string.Join(' ', phrase.Select(Bare))}\" OR Beside : ({string.Join(" AND ", phrase.Select(Quoted))}))";

    private static string MatchOf(IndexTerm term)
    {
        List<string> ways = [Quoted(term.Stem)];
        if (term.Beginning is { } beginning) ways.Add($"{Quoted(beginning)} *");
        if (term.Parts.Count > 0) ways.Add($"({string.Join(" AND ", term.Parts.Select(Quoted))})");
        return $"({string.Join(" OR ", ways)})";
    }

    private static string Quoted(string word) => $"\"{Bare(word)}\"";

    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit));
}
