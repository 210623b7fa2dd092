using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Npgsql;
using NpgsqlTypes;

namespace DelingIPraksis.Web.Storage;

/// <summary>The index in two tables of the database, with PostgreSQL's text search over our own stems.</summary>
/// <remarks>
/// The tables are no part of the model: like the file of SQLite they are made when they are needed, and thrown away when they are of
/// another version. When an erased gathering is taken out, they are written anew.
/// </remarks>
internal sealed class PostgresSearchIndex(PostgresStore store, ILogger<PostgresSearchIndex> logger) : ISearchIndex
{
    /// <summary>Increase it when the tables, the stems or what is indexed changes.</summary>
    private const string Edition = "1";

    private const string Made = "SELECT obj_description(to_regclass('search_text'), 'pg_class')";

    private const string Drop = "DROP TABLE IF EXISTS search_text, search_gathering";

    private const string Make = $"""
        {Drop};
        CREATE TABLE search_gathering (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL UNIQUE, sequence bigint NOT NULL,
            change uuid NOT NULL);
        CREATE TABLE search_text (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, gathering bigint NOT NULL, reference text COLLATE "C" NOT NULL,
            readers integer NOT NULL, kind integer NOT NULL, year integer NOT NULL, party text NOT NULL, theme text NOT NULL,
            content bytea NOT NULL, words tsvector NOT NULL);
        CREATE UNIQUE INDEX search_text_of_gathering ON search_text (gathering, readers, reference);
        CREATE INDEX search_words ON search_text USING gin (words);
        COMMENT ON TABLE search_text IS '{Edition}';
        """;

    private readonly ConcurrentDictionary<Id<Gathering>, bool> _forgotten = new();

    public async Task<IReadOnlyDictionary<Id<Gathering>, IndexedTo>> IndexedAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = Command(connection, "SELECT id, sequence, change FROM search_gathering");
        await using var row = await command.ExecuteReaderAsync();
        var indexed = new Dictionary<Id<Gathering>, IndexedTo>();
        while (await row.ReadAsync()) indexed[new(row.GetGuid(0))] = new(row.GetInt64(1), row.GetGuid(2));
        return indexed;
    }

    public async Task ReplaceAsync(Id<Gathering> gathering, IndexedTo to, IReadOnlyList<IndexedText> texts)
    {
        // An indexing that has begun before the gathering was erased must not bring its words back.
        if (_forgotten.ContainsKey(gathering)) return;
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var number = await NumberOfAsync(connection, gathering, to);
        var there = await ThereOfAsync(connection, number);
        var kept = new HashSet<long>();
        var added = new List<(IndexedText Text, byte[] Content)>();
        foreach (var text in texts)
        {
            var content = SearchRows.ContentOf(text);
            if (there.TryGetValue((text.Readers, text.Reference), out var same) && same.Content.AsSpan().SequenceEqual(content))
                kept.Add(same.Number);
            else added.Add((text, content));
        }

        long[] gone = [.. there.Values.Select(row => row.Number).Where(row => !kept.Contains(row))];
        await RunAsync(connection, "DELETE FROM search_text WHERE number = ANY (@gone)", ("gone", gone));
        await AddAsync(connection, number, added);
        await transaction.CommitAsync();
    }

    public async Task<bool> ForgetAsync(Id<Gathering> gathering)
    {
        _forgotten[gathering] = true;
        try
        {
            await using var connection = await OpenAsync();
            var rows = await RunAsync(
                connection,
                """
                WITH gone AS (DELETE FROM search_gathering WHERE id = @id RETURNING number), words AS (
                    DELETE FROM search_text WHERE gathering IN (SELECT number FROM gone))
                SELECT number FROM gone
                """,
                ("id", gathering.Value)
            );
            if (rows) await RunAsync(connection, "VACUUM (FULL) search_text, search_gathering");
            return true;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            // An index can be made again. Words that should be erased must not stay because somebody reads it.
            StorageLog.IndexThrownAway(logger, fault);
            return await TryClearAsync();
        }
    }

    public async Task ClearAsync()
    {
        await using var connection = await store.ConnectAsync();
        await RunAsync(connection, Drop);
    }

    public async Task<IReadOnlyList<IndexHit>> FindAsync(IndexQuestion question)
    {
        await using var connection = await OpenAsync();
        var asks = question.Terms.Count > 0;
        await using var command = Command(
            connection,
            $"""
            SELECT g.id, t.number, t.readers, t.kind, t.year, t.party, t.theme,
                {(asks ? "-ts_rank('{0, 0.25, 0.375, 1}', t.words, @words::tsquery, 1)::float8" : "0::float8")}
            FROM search_text t JOIN search_gathering g ON g.number = t.gathering
            WHERE g.id = ANY (@gatherings) {(asks ? "AND t.words @@ @words::tsquery" : "")}
            """
        );
        command.Parameters.AddWithValue("gatherings", question.Gatherings.Keys.Select(id => id.Value).ToArray());
        if (asks) command.Parameters.AddWithValue("words", NpgsqlDbType.Text, PostgresWords.QueryOf(question));
        await using var row = await command.ExecuteReaderAsync();
        var hits = new List<IndexHit>();
        while (await row.ReadAsync())
        {
            var text = new IndexRow(
                new(row.GetGuid(0)),
                row.GetInt64(1),
                (Readers)row.GetInt32(2),
                row.GetInt32(3),
                row.GetInt32(4),
                row.GetString(5),
                row.GetString(6)
            );
            if ((text.Readers & question.Gatherings[text.Gathering]) != 0) hits.Add(new(text, row.GetDouble(7)));
        }

        return hits;
    }

    public async Task<IReadOnlyDictionary<long, string>> ReferencesAsync(IReadOnlyCollection<IndexHit> hits)
    {
        await using var connection = await OpenAsync();
        await using var command = Command(connection, "SELECT number, reference FROM search_text WHERE number = ANY (@numbers)");
        command.Parameters.AddWithValue("numbers", hits.Select(hit => hit.Text.Number).ToArray());
        await using var row = await command.ExecuteReaderAsync();
        var references = new Dictionary<long, string>();
        while (await row.ReadAsync()) references[row.GetInt64(0)] = row.GetString(1);
        return references;
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

    /// <summary>A connection; the tables are there.</summary>
    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = await store.ConnectAsync();
        try
        {
            await MakeAsync(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task MakeAsync(NpgsqlConnection connection)
    {
        await using var made = Command(connection, Made);
        if (Equals(await made.ExecuteScalarAsync(), Edition)) return;
        await using var transaction = await connection.BeginTransactionAsync();
        // Two that find no tables at once would both make them.
        await RunAsync(connection, "SELECT pg_advisory_xact_lock(1147752498)");
        if (Equals(await made.ExecuteScalarAsync(), Edition)) return;
        await RunAsync(connection, Make);
        await transaction.CommitAsync();
    }

    private static async Task<long> NumberOfAsync(NpgsqlConnection connection, Id<Gathering> gathering, IndexedTo to)
    {
        await using var command = Command(
            connection,
            """
            INSERT INTO search_gathering (id, sequence, change) VALUES (@id, @sequence, @change)
            ON CONFLICT (id) DO UPDATE SET sequence = @sequence, change = @change RETURNING number
            """
        );
        command.Parameters.AddWithValue("id", gathering.Value);
        command.Parameters.AddWithValue("sequence", to.Sequence);
        command.Parameters.AddWithValue("change", to.Change);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<Dictionary<(Readers, string), (long Number, byte[] Content)>> ThereOfAsync(
        NpgsqlConnection connection, long gathering)
    {
        await using var command = Command(
            connection,
            "SELECT readers, reference, number, content FROM search_text WHERE gathering = @number"
        );
        command.Parameters.AddWithValue("number", gathering);
        await using var row = await command.ExecuteReaderAsync();
        var there = new Dictionary<(Readers, string), (long, byte[])>();
        while (await row.ReadAsync()) there[((Readers)row.GetInt32(0), row.GetString(1))] = (row.GetInt64(2), (byte[])row[3]);
        return there;
    }

    /// <summary>Adds texts with one command, whatever their number.</summary>
    private static async Task AddAsync(NpgsqlConnection connection, long gathering, List<(IndexedText Text, byte[] Content)> added)
    {
        if (added.Count == 0) return;
        await RunAsync(
            connection,
            """
            INSERT INTO search_text (gathering, reference, readers, kind, year, party, theme, content, words)
            SELECT @gathering, reference, readers, kind, year, party, theme, content, words::tsvector
            FROM unnest(@references, @readers, @kinds, @years, @parties, @themes, @contents, @words)
                AS added (reference, readers, kind, year, party, theme, content, words)
            """,
            ("gathering", gathering),
            ("references", Of(text => text.Reference)),
            ("readers", Of(text => (int)text.Readers)),
            ("kinds", Of(text => text.Kind)),
            ("years", Of(text => text.Year)),
            ("parties", Of(text => text.Party)),
            ("themes", Of(text => text.Theme)),
            ("contents", added.Select(one => one.Content).ToArray()),
            ("words", Of(PostgresWords.VectorOf))
        );

        T[] Of<T>(Func<IndexedText, T> part) => [.. added.Select(one => part(one.Text))];
    }

    /// <summary>Runs a command; true when it gives a row.</summary>
    private static async Task<bool> RunAsync(NpgsqlConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = Command(connection, sql);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return await command.ExecuteScalarAsync() is not null;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours; what people typed is in parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
