using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DelingIPraksis.Web.Storage;

/// <summary>How SQLite is opened, everywhere and each time.</summary>
internal static class SqliteDatabase
{
    /// <summary>The first version without the fault that can damage a database when its write-ahead log is reset.</summary>
    public static readonly Version Oldest = new(3, 51, 3);

    /// <summary>
    /// How long a write waits for another program that holds the file. Nobody stands with a screen that does not answer for longer.
    /// </summary>
    private const int SecondsToWait = 4;

    private static readonly PragmaInterceptor _pragmas = new();

    /// <summary>Opens an existing file: a running application never makes a new one in the place of one that is gone.</summary>
    public static string Connection(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWrite, bool pooling = true) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = pooling,
            // A shared cache gives SQLITE_LOCKED, which no waiting cures.
            Cache = SqliteCacheMode.Private,
            ForeignKeys = true,
            DefaultTimeout = SecondsToWait,
        }.ConnectionString;

    public static void Use(DbContextOptionsBuilder options, string connection) => options.UseSqlite(connection).AddInterceptors(_pragmas);

    /// <summary>Pragmas are kept by the connection and not by the file, so each connection gets them when it opens.</summary>
    private sealed class PragmaInterceptor : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            // FULL: a commit is on the disk before anybody is told of it, also if the power goes. What is deleted is written over with
            // zeros.
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
