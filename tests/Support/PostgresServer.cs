using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Web.Storage;
using Npgsql;

namespace DelingIPraksis.Support;

/// <summary>
/// A PostgreSQL of the tests' own, in a temporary folder behind a socket. It is started when the first test asks for it, and it ends with
/// the process, however that ends: it waits for the end of its input.
/// </summary>
// A semaphore without a wait handle holds nothing of the system's.
#pragma warning disable CA1001
public sealed class PostgresServer
#pragma warning restore CA1001
{
    // The server refuses to run as root. It stops at once, and what it had is deleted.
    private const string Script = """
        set -e
        [ "$(id -u)" -ne 0 ] || { chown postgres "$2"; as="runuser -u postgres --"; }
        $as "$1/initdb" -D "$2/data" -E UTF8 --locale=C.UTF-8 -A trust -U deling --no-sync >"$2.log" 2>&1
        $as "$1/pg_ctl" -D "$2/data" -l "$2/log" -w -t 120 -o "-k $2 -c listen_addresses='' -c max_connections=400" start >>"$2.log" 2>&1
        echo ready
        cat >/dev/null
        $as "$1/pg_ctl" -D "$2/data" -m immediate -w stop >/dev/null 2>&1 || true
        rm -rf "$2" "$2.log"
        """;

    private const string Template = "template_deling";

    private static readonly Lazy<Task<PostgresServer>> _shared = new(() => StartAsync());

    private readonly string _folder;
    private readonly SemaphoreSlim _template = new(1, 1);
    private bool _hasTemplate;

    // Its input is closed when nobody refers to it, and then the server ends.
    private readonly Process _keeper;

    private PostgresServer(string folder, string programs)
    {
        _folder = folder;
        var start = new ProcessStartInfo("sh", ["-c", Script, "sh", programs, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _keeper = Process.Start(start)!;
    }

    /// <summary>The one that all tests of a process share. Each has databases of its own in it.</summary>
    public static Task<PostgresServer> SharedAsync() => _shared.Value;

    /// <summary>Where the programs of PostgreSQL are.</summary>
    private static string Programs => Directory.EnumerateDirectories("/usr/lib/postgresql")
        .MaxBy(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture)) is { } newest
        ? Path.Combine(newest, "bin")
        : throw new InvalidOperationException("PostgreSQL is missing: ./test installs it.");

    private static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("deling-pg-").FullName;
        var server = new PostgresServer(folder, Programs);
        if (await server._keeper.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync(folder + ".log")}");
        return server;
    }

    /// <summary>How a database of the server is reached.</summary>
    public string ConnectionTo(string database) => $"Host={_folder};Database={database};Username=deling";

    /// <summary>A new database with our tables. Gives how it is reached.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        await _template.WaitAsync();
        try
        {
            if (!_hasTemplate) await MakeTemplateAsync();
            _hasTemplate = true;
        }
        finally
        {
            _template.Release();
        }

        return await CreateAsync($" TEMPLATE {Template}");
    }

    /// <summary>A new database with our tables in the shared server, for the constructor of a fixture.</summary>
    public static string NewDatabase() => Task.Run(async () => await (await SharedAsync()).NewDatabaseAsync()).GetAwaiter().GetResult();

    /// <summary>A new database without tables.</summary>
    public Task<string> EmptyDatabaseAsync() => CreateAsync("");

    /// <summary>Runs something on a database.</summary>
    public static async Task RunAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=False");
        await open.OpenAsync();
        await using var command = open.CreateCommand();
#pragma warning disable CA2100 // The text is the test's.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Cuts every connection to a database, and lets nobody in while something is done.</summary>
    public static async Task WhileGoneAsync(string connection, Func<Task> act)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var server = new NpgsqlConnectionStringBuilder(connection) { Database = "postgres" }.ConnectionString;
        await RunAsync(
            server,
            $"ALTER DATABASE {to.Database} ALLOW_CONNECTIONS false; "
                + $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{to.Database}'"
        );
        await act();
        await RunAsync(server, $"ALTER DATABASE {to.Database} ALLOW_CONNECTIONS true");
    }

    /// <summary>The folder of a database. What was written a moment ago may not be there yet.</summary>
    public async Task<string> FolderOfAsync(string connection)
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=False");
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = "SELECT oid FROM pg_database WHERE datname = current_database()";
        return Path.Combine(_folder, "data", "base", $"{await command.ExecuteScalarAsync()}");
    }

    private async Task MakeTemplateAsync()
    {
        await RunAsync(ConnectionTo("postgres"), $"CREATE DATABASE {Template}");
        var folder = new DataFolder(Directory.CreateTempSubdirectory("deling-").FullName);
        folder.Take();
        var store = new PostgresStore(PostgresConnection.Parse(ConnectionTo(Template) + ";Pooling=False"), folder);
        await store.PrepareAsync(CancellationToken.None);
        await store.ReleaseAsync();
        folder.Dispose();
        Directory.Delete(folder.Path, recursive: true);
        // Every database has a mark of its own.
        await RunAsync(ConnectionTo(Template), $"DELETE FROM \"Housekeeping\" WHERE \"Name\" = '{HousekeepingNote.DatabaseMark}'");
    }

    private async Task<string> CreateAsync(string how)
    {
        var name = $"d{Guid.NewGuid():N}";
        await _template.WaitAsync();
        try
        {
            // The template can be copied by one at a time.
            await RunAsync(ConnectionTo("postgres"), $"CREATE DATABASE {name}{how}");
        }
        finally
        {
            _template.Release();
        }

        return ConnectionTo(name);
    }
}
