using System.Globalization;
using System.Reflection;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DelingIPraksis.Web.Storage;

/// <summary>Checks a database file through a read-only connection, so that a file that is refused is not changed.</summary>
internal static class DatabaseFile
{
    /// <summary>
    /// «DiP1» in the header of the file. It shows which program the file belongs to, also to <c>file</c> and other tools.
    /// </summary>
    public const string ApplicationId = "1147752497";

    public const string MarkAsOurs = $"PRAGMA application_id={ApplicationId};";

    private static readonly string[] _migrations = [.. typeof(AppDbContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(AppDbContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>Checks that the file is intact, that it is ours, and that this version can read it.</summary>
    /// <exception cref="StartRefusedException">It is not.</exception>
    public static void RequireUsable(string file) => Look(file, connection =>
    {
        var verdict = Text(connection, "PRAGMA quick_check(1);");
        if (verdict != "ok") throw new StartRefusedException(StoreFault.Damaged(file, verdict));
        RequireOurs(connection, file);
    });

    /// <summary>Checks that the file is ours and not of a newer version, without reading all of it.</summary>
    /// <exception cref="StartRefusedException">It is not.</exception>
    public static void RequireOurs(string file) => Look(file, connection => RequireOurs(connection, file));

    /// <summary>Whether the file is a database that can be read, whoever made it.</summary>
    public static bool IsReadable(string file)
    {
        try
        {
            Look(file, connection => Rows(connection, "SELECT COUNT(*) FROM sqlite_master;"));
            return true;
        }
        catch (StartRefusedException)
        {
            return false;
        }
    }

    /// <summary>The integrity faults of the file, as SQLite reports them; none when it is intact.</summary>
    public static IReadOnlyList<string> IntegrityFaults(string file)
    {
        List<string> faults = [];
        Look(file, connection => faults = Rows(connection, "PRAGMA integrity_check(20);"));
        return faults is ["ok"] ? [] : faults;
    }

    /// <summary>A sentence for each log in which an entry is missing.</summary>
    public static IReadOnlyList<string> LogsWithGaps(string file)
    {
        List<string> streams = [];
        Look(
            file,
            connection =>
                streams = Rows(
                    connection,
                    """SELECT StreamId FROM "Log" GROUP BY StreamId HAVING COUNT(*) <> MAX(Sequence) OR MIN(Sequence) <> 1;"""
                )
        );
        List<string> networks = [];
        Look(
            file,
            connection =>
                networks = !HasNetworks(connection) ? [] : Rows(
                    connection,
                    """SELECT Network FROM "NetworkLog" GROUP BY Network HAVING COUNT(*) <> MAX(Sequence) OR MIN(Sequence) <> 1;"""
                )
        );
        return [.. streams.Select(stream => WithGap("Samling", stream)), .. networks.Select(network => WithGap("Nettverk", network))];
    }

    /// <summary>The text about the log of a gathering in which an entry is missing.</summary>
    public static string WithGap(Id<Gathering> gathering) => WithGap("Samling", gathering.Value.ToString());

    /// <summary>The text about the log of a network in which an entry is missing.</summary>
    public static string WithGap(Id<Network> network) => WithGap("Nettverk", network.Value.ToString());

    /// <summary>The text about a database that this version cannot read.</summary>
    public static string FromNewerEdition(string name) =>
        $"Databasen {name} er laget av en nyere utgave av Deling i praksis. Bruk den utgaven, eller en sikkerhetskopi fra før "
        + "oppgraderingen.";

    private static string WithGap(string what, string id) =>
        $"{what} {id.ToLowerInvariant()}: det mangler innføringer i loggen. Kjør ./run check, og legg inn en sikkerhetskopi.";

    /// <summary>The hashes of the files that the database refers to. None in a database of an edition that kept no files.</summary>
    public static IReadOnlyList<string> FileHashes(string file)
    {
        List<string> hashes = [];
        Look(
            file,
            connection =>
            {
                if (Text(connection, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'Files';") == "0") return;
                hashes = Rows(connection, "SELECT DISTINCT Hash FROM \"Files\" ORDER BY Hash;");
            }
        );
        return hashes;
    }

    /// <summary>The tables and the number of rows in each, such as <c>Log 510</c>.</summary>
    public static IReadOnlyList<string> RowsOfTables(string file)
    {
        List<string> rows = [];
        Look(
            file,
            connection =>
            {
                foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name;"))
                    rows.Add($"{table} {Text(connection, $"SELECT COUNT(*) FROM \"{table}\";")}");
            }
        );
        return rows;
    }

    private static void RequireOurs(SqliteConnection connection, string file)
    {
        var applied = Migrations(connection);
        if (!applied.Contains(_migrations[0]))
            throw new StartRefusedException(
                $"{file} er en database fra et annet program, ikke fra Deling i praksis. Ingenting er endret. Velg en annen mappe med "
                + "--data."
            );
        if (
            applied.Except(_migrations).Any()
            || Rows(connection, "SELECT DISTINCT Verb FROM \"Log\";").Exists(verb => !Verbs.IsKnown(verb))
            || (HasNetworks(connection)
                && Rows(connection, "SELECT DISTINCT Verb FROM \"NetworkLog\";").Exists(verb => !NetworkVerbs.IsKnown(verb)))
        )
            throw new StartRefusedException(FromNewerEdition(file));
    }

    // A file of an earlier version has no networks until the service has been started on it.
    private static bool HasNetworks(SqliteConnection connection) =>
        Text(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'NetworkLog';") == "1";

    /// <summary>The migrations that have been applied to this file; none when it is another program's.</summary>
    private static List<string> Migrations(SqliteConnection connection)
    {
        var application = Text(connection, "PRAGMA application_id;");
        var has = Text(connection, """
            SELECT COUNT(*) FROM sqlite_master AS made, pragma_table_info(made.name) AS has
            WHERE (made.name, has.name) IN (
                ('__EFMigrationsHistory', 'MigrationId'), ('Log', 'StreamId'), ('Log', 'Verb'), ('Gatherings', 'Slug'));
            """);
        return has == "4" && (application is "0" or ApplicationId)
            ? Rows(connection, "SELECT MigrationId FROM \"__EFMigrationsHistory\";")
            : [];
    }

    private static void Look(string file, Action<SqliteConnection> look)
    {
        try
        {
            if (new FileInfo(file).Length == 0) throw new StartRefusedException(StoreFault.Damaged(file, "fila er tom"));
            using var connection = new SqliteConnection(SqliteDatabase.Connection(file, SqliteOpenMode.ReadOnly, pooling: false));
            connection.Open();
            look(connection);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            throw new StartRefusedException(StoreFault.Say(fault, file), fault);
        }
    }

    private static string? Text(SqliteConnection connection, string sql) => Rows(connection, sql) is [var only, ..] ? only : null;

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        return rows;
    }
}
