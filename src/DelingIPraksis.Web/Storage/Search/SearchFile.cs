using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Storage;

/// <summary>The file of the index: made, opened, thrown away when it is damaged or of another version. One writes at a time.</summary>
internal sealed class SearchFile(DataFolder folder, ILogger logger) : IDisposable
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
    private bool _isOpen;

    private string Connection => SqliteDatabase.Connection(folder.Search, SqliteOpenMode.ReadWriteCreate);

    /// <summary>Does something when nobody else writes.</summary>
    public Task<T> InTurnAsync<T>(Func<SqliteConnection, T> act) => Task.Run(async () =>
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

    /// <summary>Reads without waiting for the one who writes: the write-ahead log shows each the state it began with.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read) => Task.Run(async () =>
    {
        if (!Volatile.Read(ref _isOpen)) await InTurnAsync(_ => true);
        using var connection = Connect();
        return read(connection);
    });

    /// <summary>Deletes the file.</summary>
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

    public void Dispose()
    {
        using (var pooled = new SqliteConnection(Connection)) SqliteConnection.ClearPool(pooled);
        _turn.Dispose();
    }

    internal static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours; what people typed is in parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    internal static long Number(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
