using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.Data.Sqlite;
using static DelingIPraksis.Web.Storage.SearchFile;

namespace DelingIPraksis.Web.Storage;

/// <summary>Writes the texts of gatherings in the tables of the index, and takes them out.</summary>
internal static class SearchRows
{
    /// <summary>Up to where each gathering is indexed.</summary>
    public static IReadOnlyDictionary<Id<Gathering>, IndexedTo> Indexed(SqliteConnection connection)
    {
        var indexed = new Dictionary<Id<Gathering>, IndexedTo>();
        using var command = Command(connection, "SELECT Id, Sequence, Change FROM Gathering");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            indexed[IdOf(reader.GetString(0))] = new(reader.GetInt64(1), Guid.ParseExact(reader.GetString(2), "N"));
        return indexed;
    }

    /// <summary>Makes the texts of a gathering be these, and no others.</summary>
    public static void Replace(SqliteConnection connection, Id<Gathering> gathering, IndexedTo to, IReadOnlyList<IndexedText> texts)
    {
        using var transaction = connection.BeginTransaction();
        var number = NumberOf(connection, gathering, to);
        var there = ThereOf(connection, number);
        using (var delete = Command(connection, "DELETE FROM Words WHERE rowid = $number; DELETE FROM Text WHERE Number = $number"))
        using (var insert = new Insertion(connection, number, there.Values.Select(row => row.Number)))
        {
            var row = delete.Parameters.Add("$number", SqliteType.Integer);
            var kept = new HashSet<long>();
            var added = new List<(IndexedText Text, byte[] Content)>();
            foreach (var text in texts)
            {
                var content = ContentOf(text);
                if (there.TryGetValue((text.Readers, text.Reference), out var same) && same.Content.AsSpan().SequenceEqual(content))
                    kept.Add(same.Number);
                else added.Add((text, content));
            }

            foreach (var gone in there.Values.Where(row => !kept.Contains(row.Number)))
            {
                row.Value = gone.Number;
                delete.ExecuteNonQuery();
            }

            foreach (var (text, content) in added) insert.Add(text, content);
        }

        transaction.Commit();
    }

    /// <summary>Takes the rows of a gathering out. False when there are none.</summary>
    public static bool Forget(SqliteConnection connection, Id<Gathering> gathering)
    {
        using var find = Command(connection, "SELECT Number FROM Gathering WHERE Id = $id");
        find.Parameters.AddWithValue("$id", gathering.ToString());
        if (find.ExecuteScalar() is not long number) return false;
        using var transaction = connection.BeginTransaction();
        using var delete = Command(
            connection,
            """
            DELETE FROM Words WHERE rowid IN (SELECT Number FROM Text WHERE Gathering = $number);
            DELETE FROM Text WHERE Gathering = $number;
            DELETE FROM Gathering WHERE Number = $number;
            """
        );
        delete.Parameters.AddWithValue("$number", number);
        delete.ExecuteNonQuery();
        transaction.Commit();
        return true;
    }

    /// <summary>The gathering that a text in the tables means.</summary>
    public static Id<Gathering> IdOf(string text) => Id<Gathering>.Parse(text, CultureInfo.InvariantCulture);

    private static long NumberOf(SqliteConnection connection, Id<Gathering> gathering, IndexedTo to)
    {
        using var command = Command(
            connection,
            """
            INSERT INTO Gathering (Id, Sequence, Change, Revision) VALUES ($id, $sequence, $change, $revision)
            ON CONFLICT (Id) DO UPDATE SET Sequence = $sequence, Change = $change, Revision = $revision RETURNING Number
            """
        );
        command.Parameters.AddWithValue("$id", gathering.ToString());
        command.Parameters.AddWithValue("$sequence", to.Sequence);
        command.Parameters.AddWithValue("$change", to.Change.ToString("N"));
        // By chance, so that no file that is made again has a revision that was there before.
        command.Parameters.AddWithValue("$revision", Guid.NewGuid().ToString("N"));
        return (long)command.ExecuteScalar()!;
    }

    private static Dictionary<(Readers, string), (long Number, byte[] Content)> ThereOf(SqliteConnection connection, long gathering)
    {
        var there = new Dictionary<(Readers, string), (long, byte[])>();
        using var command = Command(connection, "SELECT Readers, Reference, Number, Content FROM Text WHERE Gathering = $gathering");
        command.Parameters.AddWithValue("$gathering", gathering);
        using var row = command.ExecuteReader();
        while (row.Read()) there[((Readers)row.GetInt32(0), row.GetString(1))] = (row.GetInt64(2), (byte[])row[3]);
        return there;
    }

    /// <summary>A number that says whether a text is the same as one in the tables.</summary>
    public static byte[] ContentOf(IndexedText text) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        string.Create(CultureInfo.InvariantCulture, $"{text.Kind} {text.Year}"),
        text.Party,
        text.Theme,
        text.Stems,
        text.Parts,
        text.Beside
    )));

    /// <summary>Adds texts with the same two prepared commands.</summary>
    private sealed class Insertion : IDisposable
    {
        private readonly SqliteCommand _text;
        private readonly SqliteCommand _words;
        private long _next;

        public Insertion(SqliteConnection connection, long gathering, IEnumerable<long> taken)
        {
            _next = taken.DefaultIfEmpty(IndexRows.FirstOf(gathering)).Max() + 1;
            _text = Command(
                connection,
                """
                INSERT INTO Text (Gathering, Number, Reference, Readers, Kind, Year, Party, Theme, Content)
                VALUES ($gathering, $number, $reference, $readers, $kind, $year, $party, $theme, $content)
                """
            );
            _text.Parameters.AddWithValue("$gathering", gathering);
            foreach (var name in new[] { "$number", "$reference", "$readers", "$kind", "$year", "$party", "$theme", "$content" })
                _text.Parameters.Add(new SqliteParameter(name, null));
            _words = Command(connection, "INSERT INTO Words (rowid, Stems, Parts, Beside) VALUES ($number, $stems, $parts, $beside)");
            foreach (var name in new[] { "$number", "$stems", "$parts", "$beside" }) _words.Parameters.Add(new SqliteParameter(name, null));
        }

        public void Add(IndexedText text, byte[] content)
        {
            var number = _next++;
            Set(_text, 1, number, text.Reference, (int)text.Readers, text.Kind, text.Year, text.Party, text.Theme, content);
            Set(_words, 0, number, text.Stems, text.Parts, text.Beside);
            _text.ExecuteNonQuery();
            _words.ExecuteNonQuery();
        }

        public void Dispose()
        {
            _text.Dispose();
            _words.Dispose();
        }

        private static void Set(SqliteCommand command, int from, params object[] values)
        {
            foreach (var (place, value) in values.Index()) command.Parameters[from + place].Value = value;
        }
    }
}
