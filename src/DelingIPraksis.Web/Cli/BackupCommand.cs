using System.CommandLine;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Cli;

/// <summary>
/// <c>./run backup FOLDER</c>: a complete copy of the database, the keys and the files, also while the service runs and people write.
/// </summary>
/// <remarks>
/// The keys are included because sent links are sealed with them. Without the keys the links of a restored copy cannot be shown.
/// </remarks>
internal static class BackupCommand
{
    private const string Usage = "Bruk: ./run backup MAPPE [--data MAPPE], eller ./run backup FIL.db for databasen uten nøklene og filene.";

    private static readonly Argument<string> _target = new("MAPPE");

    public static CliCommand Command { get; } =
        new("backup MAPPE", "tar en hel kopi av alt som er lagret, også mens tjenesten går (FIL.db: bare databasen)", Usage, RunAsync)
        {
            _target,
        };

    private static async Task<int> RunAsync(CommandLine line)
    {
        await using var data = line.OpenData();
        if (!data.IsInFolder)
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"Databasen {data.Name} ligger i PostgreSQL. Ta kopi av den med pg_dump, og deretter av {data.Folder.Files} og "
                + $"{data.Folder.Path}/deling.lock. Backup tar bare kopi av SQLite."
            );
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(line.Parsed.GetRequiredValue(_target)));
        var isFile = target.EndsWith(".db", StringComparison.OrdinalIgnoreCase);
        if (File.Exists(target) || (Directory.Exists(target) && (isFile || !DataCopy.IsEmpty(target))))
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"{target} finnes fra før{(isFile ? "" : ", og er ikke tom")}. Velg et annet navn."
            );
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Mappa til {target} finnes ikke. Lag den først.");
        try
        {
            await Task.Run(() => Take(data.Folder, target, isFile));
            return ExitCode.Done;
        }
        catch (Exception fault) when (StoreFault.Is(fault) || fault is StartRefusedException)
        {
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Kopien ble ikke tatt: {StoreFault.Say(fault, target)}");
        }
    }

    private static void Take(DataFolder from, string target, bool isFile)
    {
        if (isFile) DataCopy.TakeFile(from.Database, target);
        else DataCopy.Take(from, target);
    }
}
