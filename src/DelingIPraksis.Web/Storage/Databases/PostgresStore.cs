using System.Data.Common;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// PostgreSQL on a server. One service at a time uses the database, until several can: it holds a lock in the database as long as it runs.
/// </summary>
/// <remarks>
/// The lock keeps a second service from showing people half of what happens. What keeps a log from being forked is its own key, also when
/// a connection was cut and the lock came to another.
/// </remarks>
// A semaphore without a wait handle holds nothing of the system's.
#pragma warning disable CA1001
internal sealed class PostgresStore : IStore
#pragma warning restore CA1001
{
    /// <summary>The oldest version that is still mended.</summary>
    public static readonly Version Oldest = new(15, 0);

    // «DiP1», as in the header of a file of SQLite.
    internal const long LockKey = 1147752497;

    private static readonly PostgresText _text = new();

    private readonly PostgresConnection _connection;
    private readonly DataFolder _folder;
    private readonly bool _holds;
    private readonly NpgsqlDataSource _source;
    private readonly SemaphoreSlim _holding = new(1, 1);
    private NpgsqlConnection? _held;

    /// <param name="connection">How it is reached.</param>
    /// <param name="folder">The folder with the files that the database refers to.</param>
    /// <param name="holds">Whether this is the service. A command works beside it.</param>
    public PostgresStore(PostgresConnection connection, DataFolder folder, bool holds = true)
    {
        (_connection, _folder, _holds) = (connection, folder, holds);
        _source = new NpgsqlDataSourceBuilder(connection.Pooled).Build();
    }

    public string Name => _connection.Name;

    // Faults come as they are: EF's own strategy would wrap those that may pass in one that nobody here knows.
    public void Use(DbContextOptionsBuilder options) =>
        options.UseNpgsql(_source, postgres => postgres.ExecutionStrategy(context => new NonRetryingExecutionStrategy(context)))
            .AddInterceptors(_text);

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            await HoldAsync(cancellation);
            await RequireUsableAsync(_held!, cancellation);
            await using var context = Migrating();
            await RequireOursAsync(context, cancellation);
            await context.Database.MigrateAsync(cancellation);
            await FirstNetworks.MakeAsync(context, cancellation);
            await RequireFolderAsync(context, cancellation);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            throw new StartRefusedException(StoreFault.Say(fault, Name), fault);
        }
    }

    public async Task<IReadOnlyList<string>> GapsAsync()
    {
        await using var context = Migrating();
        var gatherings = await context.Log.GroupBy(entry => entry.StreamId)
            .Where(log => log.LongCount() != log.Max(entry => entry.Sequence) || log.Min(entry => entry.Sequence) != 1)
            .Select(log => log.Key)
            .ToListAsync();
        var networks = await context.Set<NetworkLogEntry>().GroupBy(entry => entry.Network)
            .Where(log => log.LongCount() != log.Max(entry => entry.Sequence) || log.Min(entry => entry.Sequence) != 1)
            .Select(log => log.Key)
            .ToListAsync();
        return [.. gatherings.Select(DatabaseFile.WithGap), .. networks.Select(DatabaseFile.WithGap)];
    }

    /// <remarks>The first query tells.</remarks>
    public void Require()
    {
    }

    /// <remarks>
    /// The lock is ours as long as the connection that took it lives, so that connection is asked each time. When all connections were cut,
    /// a new one could write though the lock has come to another.
    /// </remarks>
    public Task RequireToWriteAsync() => _holds ? HoldAsync(CancellationToken.None) : Task.CompletedTask;

    public async Task<bool> IsReadyAsync(AppDbContext context)
    {
        await using var own = Migrating();
        return !(await own.Database.GetPendingMigrationsAsync()).Any();
    }

    /// <remarks>
    /// A deleted row stays in the file of its table until that is written anew. What PostgreSQL keeps besides, its write-ahead log and the
    /// copies that are made of it, is the server's (docs/scale-out.md).
    /// </remarks>
    public async Task<bool> RewriteAsync(DbConnection connection)
    {
        await using var context = Migrating();
        var tables = context.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct();
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM (FULL) {string.Join(", ", tables.Select(table => $"\"{table}\""))}";
        await command.ExecuteNonQueryAsync();
        return true;
    }

    /// <summary>An open connection, to be disposed of.</summary>
    public ValueTask<NpgsqlConnection> ConnectAsync() => _source.OpenConnectionAsync();

    public async ValueTask ReleaseAsync()
    {
        if (_held is not null) await _held.DisposeAsync();
        _held = null;
        await _source.DisposeAsync();
    }

    /// <summary>Takes the lock, or takes it again after the connection was cut.</summary>
    private async Task HoldAsync(CancellationToken cancellation)
    {
        await _holding.WaitAsync(cancellation);
        try
        {
            if (_held is not null && await IsAliveAsync(_held)) return;
            if (_held is not null) await _held.DisposeAsync();
            _held = null;
            // What cut this connection has cut the others too.
            _source.Clear();
            var connection = new NpgsqlConnection(_connection.Held);
            try
            {
                await connection.OpenAsync(cancellation);
                if (await ScalarAsync(connection, $"SELECT pg_try_advisory_lock({LockKey})", cancellation) is not true)
                    throw new DatabaseTakenException();
                _held = connection;
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        finally
        {
            _holding.Release();
        }
    }

    private static async Task<bool> IsAliveAsync(NpgsqlConnection connection)
    {
        try
        {
            return await ScalarAsync(connection, "SELECT true", CancellationToken.None) is true;
        }
        catch (Exception fault) when (StoreFault.Is(fault) || fault is InvalidOperationException)
        {
            // One that is known to be broken says that it is not open.
            return false;
        }
    }

    private async Task RequireUsableAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (FaultOf(connection.PostgreSqlVersion) is { } old) throw new StartRefusedException(old);
        if (await ScalarAsync(connection, "SHOW server_encoding", cancellation) is not "UTF8")
            throw new StartRefusedException(
                $"Databasen {Name} kan ikke lagre alle tegn. Lag en ny med «createdb --encoding=UTF8 --template=template0»."
            );
        if (await ScalarAsync(connection, "SHOW transaction_read_only", cancellation) is not "off")
            throw new StartRefusedException(PostgresFault.CannotWrite(Name));
    }

    /// <summary>What is wrong with a version of the server; null when nothing is.</summary>
    internal static string? FaultOf(Version version) =>
        version < Oldest ? $"PostgreSQL {version} er for gammel; {Oldest.Major} eller nyere trengs." : null;

    private async Task RequireOursAsync(PostgresDbContext context, CancellationToken cancellation)
    {
        var known = context.Database.GetMigrations().ToList();
        List<string> applied = await context.HasTableAsync("__EFMigrationsHistory")
            ? [.. await context.Database.GetAppliedMigrationsAsync(cancellation)]
            : [];
        if (!applied.Contains(known[0]))
        {
            var tables = await ScalarAsync(_held!, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()", cancellation);
            if (tables is not 0L)
                throw new StartRefusedException(
                    $"Databasen {Name} har tabeller fra et annet program. Ingenting er endret. Lag en egen database til Deling i praksis, "
                    + "og velg den med --database."
                );
            return;
        }

        var verbs = await context.Log.Select(entry => entry.Verb).Distinct().ToListAsync(cancellation);
        var ofNetworks = await context.Set<NetworkLogEntry>().Select(entry => entry.Verb).Distinct().ToListAsync(cancellation);
        if (applied.Except(known).Any() || !verbs.TrueForAll(Verbs.IsKnown) || !ofNetworks.TrueForAll(NetworkVerbs.IsKnown))
            throw new StartRefusedException(DatabaseFile.FromNewerEdition(Name));
    }

    /// <summary>
    /// Checks that the folder belongs to this database. Hazard: files that the database does not refer to are swept away, so a folder of
    /// another database would lose them all.
    /// </summary>
    private async Task RequireFolderAsync(PostgresDbContext context, CancellationToken cancellation)
    {
        var mark = await context.NoteAsync(HousekeepingNote.DatabaseMark);
        if (mark is null)
        {
            if (_folder.HasBeenUsed) throw new StartRefusedException(OfAnother());
            mark = Guid.NewGuid().ToString();
            await context.NoteAsync(HousekeepingNote.DatabaseMark, mark);
            await context.SaveChangesAsync(cancellation);
        }

        if (!_folder.HasBeenUsed) _folder.MarkUsed(mark);
        else if (!_folder.IsUsedBy(mark)) throw new StartRefusedException(OfAnother());

        string OfAnother() => $"Datamappa {_folder.Path} hører til en annen database enn {Name}. Velg en tom mappe med --data, eller rett "
            + "--database.";
    }

    private PostgresDbContext Migrating()
    {
        var options = new DbContextOptionsBuilder<PostgresDbContext>();
        Use(options);
        return new PostgresDbContext(options.Options, new WriteGate());
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellation);
    }
}

/// <summary>Another service uses the database.</summary>
internal sealed class DatabaseTakenException() : IOException("Another service uses the database.");
