using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.Data.Sqlite;
using static DelingIPraksis.Web.Storage.SearchFile;

namespace DelingIPraksis.Web.Storage;

/// <summary>Asks the index, in the language of FTS5.</summary>
internal static class SearchQuestions
{
    /// <summary>Which texts some hits are. A text that has been replaced meanwhile is missing.</summary>
    public static IReadOnlyDictionary<long, string> References(SqliteConnection connection, IReadOnlyCollection<IndexHit> hits)
    {
        var numbers = string.Join(',', hits.Select(hit => hit.Number.ToString(CultureInfo.InvariantCulture)));
        using var command = Command(connection, $"SELECT Number, Reference FROM Text WHERE Number IN ({numbers})");
        using var row = command.ExecuteReader();
        var references = new Dictionary<long, string>();
        while (row.Read()) references[row.GetInt64(0)] = row.GetString(1);
        return references;
    }

    /// <summary>The texts in some gatherings that have all the words, in no order.</summary>
    public static IReadOnlyList<IndexHit> Find(SqliteConnection connection, IndexQuestion question)
    {
        var gatherings = new Dictionary<long, (Id<Gathering> Id, int Readers)>();
        using (var all = Command(connection, "SELECT Number, Id FROM Gathering"))
        using (var row = all.ExecuteReader())
            while (row.Read())
                if (SearchRows.IdOf(row.GetString(1)) is var id && question.Gatherings.TryGetValue(id, out var readers))
                    gatherings[row.GetInt64(0)] = (id, (int)readers);
        if (gatherings.Count == 0) return [];
        var where = $"t.Gathering IN ({string.Join(',', gatherings.Keys.Select(number => number.ToString(CultureInfo.InvariantCulture)))})";
        const string Columns = "SELECT t.Gathering, t.Number, t.Readers, t.Kind, t.Year, t.Party, t.Theme";
        using var find = Command(connection, question.Terms.Count == 0
            ? $"{Columns}, 0 FROM Text t WHERE {where}"
            : $"{Columns}, bm25(Words, 8.0, 3.0, 2.0) FROM Words JOIN Text t ON t.Number = Words.rowid "
                + $"WHERE Words MATCH $words AND {where}");
        if (question.Terms.Count > 0) find.Parameters.AddWithValue("$words", MatchOf(question));
        var hits = new List<IndexHit>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var hit = find.ExecuteReader();
        while (hit.Read())
        {
            var (id, readers) = gatherings[hit.GetInt64(0)];
            if ((hit.GetInt32(2) & readers) == 0) continue;
            hits.Add(
                new IndexHit(
                    id,
                    hit.GetInt64(1),
                    hit.GetInt32(3),
                    hit.GetInt32(4),
                    Shared(hit.GetString(5)),
                    Shared(hit.GetString(6)),
                    hit.GetDouble(7)
                )
            );
        }

        return hits;

        // Names come again thousands of times.
        string Shared(string name) => names.TryGetValue(name, out var same) ? same : names[name] = name;
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
