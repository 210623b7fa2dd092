using DelingIPraksis.Web.Service;
using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Storage;

/// <summary><c>./run backup FILE</c>: a whole copy of the database, also while the service runs and people write.</summary>
/// <remarks>SQLite's own backup: what is in the log beside the file comes along, which a plain copy of the file leaves out.</remarks>
internal static class BackupCommand
{
    public static Command Command { get; } = new("backup FIL", "tar en hel kopi av databasen, også mens tjenesten går", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        if (line.WithOptions() is not ({ Rest: [var target] } own, _)) return await System.Console.Error.FailAsync(ExitCode.WrongUsage, "Bruk: ./run backup FIL [--data MAPPE]");
        await using var data = StoredData.Open(own);
        var file = Path.GetFullPath(target);
        if (File.Exists(file)) return await System.Console.Error.FailAsync(ExitCode.Failed, $"{file} finnes fra før. Velg et annet navn.");
        // Under another name until it is whole and checked: a copy that stopped half-way must not look like one.
        var half = file + ".ny";
        try
        {
            await Task.Run(() => Copy(data.File, half));
            File.Move(half, file);
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            File.Delete(half);
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Kopien ble ikke tatt: {fault.Message}");
        }
    }

    private static void Copy(string from, string to)
    {
        File.Delete(to);
        using var source = new SqliteConnection(SqliteDatabase.Connection(from, SqliteOpenMode.ReadOnly, pooling: false));
        using var target = new SqliteConnection(SqliteDatabase.Connection(to, SqliteOpenMode.ReadWriteCreate, pooling: false));
        source.Open();
        target.Open();
        source.BackupDatabase(target);
        using var check = target.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        if (check.ExecuteScalar() as string != "ok") throw new IOException("Kopien er ikke hel.");
    }
}
