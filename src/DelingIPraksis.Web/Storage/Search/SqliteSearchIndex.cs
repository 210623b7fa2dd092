using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Storage;

/// <summary>The index in a file of its own beside the database, with FTS5.</summary>
/// <remarks>
/// <para>A file of its own: indexing never waits for a note or makes one wait, a copy is not larger for it, and a damaged index is deleted
/// and made again without touching the log. A power cut may lose the newest of it, which is then indexed again (<c>synchronous=NORMAL</c>).
/// </para>
/// <para>Erasing: FTS5 keeps the words of deleted rows in its segments until they are merged, unless <c>secure-delete</c> is on. Then the
/// file is written anew, as the database is.</para>
/// </remarks>
internal sealed class SqliteSearchIndex(DataFolder folder, ILogger<SqliteSearchIndex> logger)
    : ISearchIndex,
        IDerivedFromGatherings,
        IDisposable
{
    /// <summary>Increase it when the tables, the stems or what is indexed changes. An index of another version is thrown away.</summary>
    private const int Version = 1;

    private const int MillisecondsToWait = 4_000;

    private const string Schema = """
        PRAGMA journal_mode=WAL;
        CREATE TABLE Gathering (Number INTEGER PRIMARY KEY, Id TEXT NOT NULL UNIQUE, Sequence INTEGER NOT NULL, Change TEXT NOT NULL);
        CREATE TABLE Text (
            Number INTEGER PRIMARY KEY, Gathering INTEGER NOT NULL, Reference TEXT NOT NULL, Readers INTEGER NOT NULL,
            Kind INTEGER NOT NULL, Year INTEGER NOT NULL, Party TEXT NOT NULL, Theme TEXT NOT NULL, Content BLOB NOT NULL);
        CREATE UNIQUE INDEX TextOfGathering ON Text (Gathering, Readers, Reference);
        CREATE VIRTUAL TABLE Words USING fts5(Stems, Parts, Beside, tokenize='ascii', prefix='3');
        INSERT INTO Words (Words, rank) VALUES ('secure-delete', 1);
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<Id<Gathering>, bool> _forgotten = new();
    private bool _isOpen;

    public Task<IReadOnlyDictionary<Id<Gathering>, IndexedTo>> IndexedAsync() => InTurnAsync(connection =>
    {
        var indexed = new Dictionary<Id<Gathering>, IndexedTo>();
        using var command = Command(connection, "SELECT Id, Sequence, Change FROM Gathering");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            indexed[IdOf(reader.GetString(0))] = new(reader.GetInt64(1), Guid.ParseExact(reader.GetString(2), "N"));
        return (IReadOnlyDictionary<Id<Gathering>, IndexedTo>)indexed;
    });

    public Task ReplaceAsync(Id<Gathering> gathering, IndexedTo to, IReadOnlyList<IndexedText> texts) => InTurnAsync(connection =>
    {
        // An indexing that has begun before the gathering was erased must not bring its words back.
        if (_forgotten.ContainsKey(gathering)) return false;
        using var transaction = connection.BeginTransaction();
        var number = NumberOf(connection, gathering, to);
        var there = ThereOf(connection, number);
        using (var delete = Command(connection, "DELETE FROM Words WHERE rowid = $number; DELETE FROM Text WHERE Number = $number"))
        using (var insert = new Insertion(connection, number))
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
        return true;
    });

    public async Task<bool> ForgetAsync(Id<Gathering> gathering)
    {
        _forgotten[gathering] = true;
        try
        {
            await InTurnAsync(connection =>
            {
                if (!Forget(connection, gathering)) return false;
                // Merges the segments, writes the file anew without them, and empties the write-ahead log.
                Run(connection, "INSERT INTO Words (Words) VALUES ('optimize')");
                Run(connection, "VACUUM");
                if (Number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") != 0) throw new IOException("The index is being read.");
                return true;
            });
            return true;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // An index can be made again. Words that should be erased must not stay because it is damaged, or because somebody reads it.
            StorageLog.IndexThrownAway(logger, fault);
            return await TryClearAsync();
        }
    }

    private async Task<bool> TryClearAsync()
    {
        try
        {
            await ClearAsync();
            return true;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            StorageLog.IndexNotDeleted(logger, fault);
            return false;
        }
    }

    public Task ClearAsync() => Task.Run(async () =>
    {
        await _turn.WaitAsync();
        try
        {
            Delete();
        }
        finally
        {
            _turn.Release();
        }
    });

    public Task<IReadOnlyList<IndexHit>> FindAsync(IndexQuestion question) => Task.Run<IReadOnlyList<IndexHit>>(async () =>
    {
        // Readers do not wait for the one who writes: the write-ahead log shows each the state it began with.
        if (!Volatile.Read(ref _isOpen)) await InTurnAsync(_ => true);
        using var connection = Connect();
        return Find(connection, question);
    });

    public Task<IReadOnlyDictionary<long, string>> ReferencesAsync(IReadOnlyCollection<IndexHit> hits) =>
        Task.Run<IReadOnlyDictionary<long, string>>(async () =>
        {
            if (!Volatile.Read(ref _isOpen)) await InTurnAsync(_ => true);
            using var connection = Connect();
            var numbers = string.Join(',', hits.Select(hit => hit.Number.ToString(CultureInfo.InvariantCulture)));
            using var command = Command(connection, $"SELECT Number, Reference FROM Text WHERE Number IN ({numbers})");
            using var row = command.ExecuteReader();
            var references = new Dictionary<long, string>();
            while (row.Read()) references[row.GetInt64(0)] = row.GetString(1);
            return references;
        });

    public void Dispose()
    {
        using (var pooled = new SqliteConnection(Connection)) SqliteConnection.ClearPool(pooled);
        _turn.Dispose();
    }

    private string Connection => SqliteDatabase.Connection(folder.Search, SqliteOpenMode.ReadWriteCreate);

    private static List<IndexHit> Find(SqliteConnection connection, IndexQuestion question)
    {
        var gatherings = new Dictionary<long, (Id<Gathering> Id, int Readers)>();
        using (var all = Command(connection, "SELECT Number, Id FROM Gathering"))
        using (var row = all.ExecuteReader())
            while (row.Read())
                if (IdOf(row.GetString(1)) is var id && question.Gatherings.TryGetValue(id, out var readers))
                    gatherings[row.GetInt64(0)] = (id, (int)readers);
        if (gatherings.Count == 0) return [];
        var where = $"t.Gathering IN ({string.Join(',', gatherings.Keys.Select(number => number.ToString(CultureInfo.InvariantCulture)))})";
        const string Columns = "SELECT t.Gathering, t.Number, t.Readers, t.Kind, t.Year, t.Party, t.Theme";
        using var find = Command(connection, question.Terms.Count == 0
            ? $"{Columns}, 0 FROM Text t WHERE {where}"
            : $"{Columns}, bm25(Words, 8.0, 3.0, 2.0) FROM Words JOIN Text t ON t.Number = Words.rowid "
                + $"WHERE Words MATCH $words AND {where}");
        if (question.Terms.Count > 0) find.Parameters.AddWithValue("$words", MatchOf(question.Terms));
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
    private static string MatchOf(IEnumerable<IndexTerm> terms) => string.Join(" AND ", terms.Select(term =>
    {
        List<string> ways = [Quoted(term.Stem)];
        if (term.Beginning is { } beginning) ways.Add($"{Quoted(beginning)} *");
        if (term.Parts.Count > 0) ways.Add($"({string.Join(" AND ", term.Parts.Select(Quoted))})");
        return $"({string.Join(" OR ", ways)})";
    }));

    private static string Quoted(string word) => $"\"{string.Concat(word.Where(char.IsLetterOrDigit))}\"";

    private static Id<Gathering> IdOf(string text) => Id<Gathering>.Parse(text, CultureInfo.InvariantCulture);

    private static long NumberOf(SqliteConnection connection, Id<Gathering> gathering, IndexedTo to)
    {
        using var command = Command(
            connection,
            """
            INSERT INTO Gathering (Id, Sequence, Change) VALUES ($id, $sequence, $change)
            ON CONFLICT (Id) DO UPDATE SET Sequence = $sequence, Change = $change RETURNING Number
            """
        );
        command.Parameters.AddWithValue("$id", gathering.ToString());
        command.Parameters.AddWithValue("$sequence", to.Sequence);
        command.Parameters.AddWithValue("$change", to.Change.ToString("N"));
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

    private static bool Forget(SqliteConnection connection, Id<Gathering> gathering)
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

    private static byte[] ContentOf(IndexedText text) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        string.Create(CultureInfo.InvariantCulture, $"{text.Kind} {text.Year}"),
        text.Party,
        text.Theme,
        text.Stems,
        text.Parts,
        text.Beside
    )));

    private Task<T> InTurnAsync<T>(Func<SqliteConnection, T> act) => Task.Run(async () =>
    {
        await _turn.WaitAsync();
        try
        {
            try
            {
                using var connection = Open();
                return act(connection);
            }
            catch (SqliteException fault) when (!StoreFault.IsLocked(fault) && IsOfTheFile(fault))
            {
                StorageLog.IndexThrownAway(logger, fault);
                Delete();
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    });

    // Damaged, no database, or of another program. A full or read-only disk is not the fault of the file.
    private static bool IsOfTheFile(SqliteException fault) => fault.SqliteErrorCode is 1 or 11 or 26;

    private SqliteConnection Open()
    {
        if (Volatile.Read(ref _isOpen) && File.Exists(folder.Search)) return Connect();
        if (!File.Exists(folder.Search)) PrivateFiles.MakeFile(folder.Search);
        var connection = Connect();
        try
        {
            if (Number(connection, "PRAGMA user_version") != Version)
            {
                connection.Dispose();
                Delete();
                PrivateFiles.MakeFile(folder.Search);
                connection = Connect();
                Run(connection, Schema);
                // Last: a schema that is only half made has no version.
                Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={Version}"));
            }

            Volatile.Write(ref _isOpen, true);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(Connection);
        try
        {
            connection.Open();
            Run(
                connection,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"PRAGMA busy_timeout={MillisecondsToWait}; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
                )
            );
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Delete()
    {
        Volatile.Write(ref _isOpen, false);
        using (var pooled = new SqliteConnection(Connection)) SqliteConnection.ClearPool(pooled);
        foreach (var file in new[] { folder.Search, folder.Search + "-wal", folder.Search + "-shm" }) File.Delete(file);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours; what people typed is in parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Adds texts with the same two prepared commands.</summary>
    private sealed class Insertion : IDisposable
    {
        private readonly SqliteCommand _text;
        private readonly SqliteCommand _words;

        public Insertion(SqliteConnection connection, long gathering)
        {
            _text = Command(
                connection,
                """
                INSERT INTO Text (Gathering, Reference, Readers, Kind, Year, Party, Theme, Content)
                VALUES ($gathering, $reference, $readers, $kind, $year, $party, $theme, $content) RETURNING Number
                """
            );
            _text.Parameters.AddWithValue("$gathering", gathering);
            foreach (var name in new[] { "$reference", "$readers", "$kind", "$year", "$party", "$theme", "$content" })
                _text.Parameters.Add(new SqliteParameter(name, null));
            _words = Command(connection, "INSERT INTO Words (rowid, Stems, Parts, Beside) VALUES ($number, $stems, $parts, $beside)");
            foreach (var name in new[] { "$number", "$stems", "$parts", "$beside" }) _words.Parameters.Add(new SqliteParameter(name, null));
        }

        public void Add(IndexedText text, byte[] content)
        {
            Set(_text, 1, text.Reference, (int)text.Readers, text.Kind, text.Year, text.Party, text.Theme, content);
            Set(_words, 0, _text.ExecuteScalar()!, text.Stems, text.Parts, text.Beside);
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
