using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DelingIPraksis.Web.Storage;

/// <summary>The settings for every SQLite connection.</summary>
internal static class SqliteDatabase
{
    /// <summary>The first version without the bug that can damage a database when its write-ahead log is reset.</summary>
    public static readonly Version Oldest = new(3, 51, 3);

    /// <summary>How long a write waits for another program that locks the file. A user should not wait longer for a screen.</summary>
    private const int SecondsToWait = 4;

    private static readonly PragmaInterceptor _pragmas = new();

    /// <summary>Opens an existing file. A running application never creates a new file in place of a missing one.</summary>
    public static string Connection(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite, bool pooling = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = pooling,
            // A shared cache gives SQLITE_LOCKED, and the busy timeout does not apply to it.
            Cache = SqliteCacheMode.Private,
            ForeignKeys = true,
            DefaultTimeout = SecondsToWait,
        }.ConnectionString;

    public static void Use(DbContextOptionsBuilder options, string connection) => options.UseSqlite(connection).AddInterceptors(_pragmas);

    /// <summary>Pragmas belong to the connection and not to the file, so each connection gets them when it opens.</summary>
    private sealed class PragmaInterceptor : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            // FULL: a commit is on the disk before anybody is told, also when the power fails. Deleted data is overwritten with zeros.
            command.CommandText = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
