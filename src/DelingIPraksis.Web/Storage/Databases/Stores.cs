using DelingIPraksis.Web.Shell.Start;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Storage;

/// <summary>Which database the settings ask for.</summary>
internal static class Stores
{
    /// <summary>The database of the service.</summary>
    /// <exception cref="StartRefusedException">The connection string cannot be used.</exception>
    public static IStore Of(StartOptions options, DataFolder folder) => IsOnServer(options)
        ? new PostgresStore(PostgresConnection.Parse(options.Database), folder)
        : new SqliteStore(folder);

    /// <summary>The database for a command, with or without a running service.</summary>
    /// <exception cref="StartRefusedException">The connection string cannot be used, or the folder has no database.</exception>
    public static IStore ForCommand(StartOptions options, DataFolder folder, SqliteOpenMode mode)
    {
        if (IsOnServer(options)) return new PostgresStore(PostgresConnection.Parse(options.Database), folder, holds: false);
        if (!File.Exists(folder.Database))
            throw new StartRefusedException($"Det ligger ingen database i {folder.Path}. Velg mappa med --data.");
        DatabaseFile.RequireOurs(folder.Database);
        return new SqliteStore(folder, mode, pooling: false);
    }

    /// <summary>The search index beside the database of the service.</summary>
    public static ISearchIndex SearchOf(IServiceProvider services) => services.GetRequiredService<IStore>() is PostgresStore store
        ? new PostgresSearchIndex(store, services.GetRequiredService<ILogger<PostgresSearchIndex>>())
        : ActivatorUtilities.CreateInstance<SqliteSearchIndex>(services);

    /// <summary>What the database that the settings ask for is called.</summary>
    public static string NameOf(StartOptions options) =>
        !IsOnServer(options) ? new DataFolder(options.Data).Database
        : PostgresConnection.FaultOf(options.Database) is null ? PostgresConnection.Parse(options.Database).Name
        : "PostgreSQL";

    /// <summary>Whether it is PostgreSQL on a server.</summary>
    public static bool IsOnServer(StartOptions options) => !string.IsNullOrWhiteSpace(options.Database);
}

/// <summary>Reports a connection string that cannot be used together with all other faults of the settings.</summary>
internal sealed class DatabaseOptionsValidator : IValidateOptions<StartOptions>
{
    public ValidateOptionsResult Validate(string? name, StartOptions options) =>
        Stores.IsOnServer(options) && PostgresConnection.FaultOf(options.Database) is { } fault
            ? ValidateOptionsResult.Fail(fault)
            : ValidateOptionsResult.Success;
}
