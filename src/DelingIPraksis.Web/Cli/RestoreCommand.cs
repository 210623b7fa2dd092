using System.CommandLine;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run restore COPY</c>: restores a copy to a data folder that is empty or does not exist.</summary>
internal static class RestoreCommand
{
    private const string Usage = "Bruk: ./run restore KOPI [--data MAPPE]";

    private static readonly Argument<string> _copy = new("KOPI");

    public static CliCommand Command { get; } =
        new("restore KOPI", "legger en kopi fra backup inn i datamappa, som må være tom", Usage, RunAsync) { _copy };

    private static async Task<int> RunAsync(CommandLine line)
    {
        if (Stores.IsOnServer(line.ToOptions()))
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                "Restore legger bare inn kopier av SQLite. Legg inn kopien av databasen med pg_restore, og filene i datamappa."
            );
        var copy = Path.GetFullPath(line.Parsed.GetRequiredValue(_copy));
        var isFile = File.Exists(copy);
        var from = isFile ? null : new DataFolder(copy);
        var file = from?.Database ?? copy;
        if (!File.Exists(file))
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"Det ligger ingen kopi i {copy}. Velg mappa eller fila som backup laget."
            );
        var to = new DataFolder(line.ToOptions().Data);
        if (File.Exists(to.Path))
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"{to.Path} er en fil, ikke en mappe. Velg en annen med --data.");
        if (Directory.Exists(to.Path) && !DataCopy.IsEmpty(to.Path))
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"{to.Path} er ikke tom, og ingenting er endret. Velg en tom mappe med --data."
            );
        try
        {
            await Task.Run(() => DataCopy.Restore(file, from, to.Path));
        }
        catch (Exception fault) when (StoreFault.Is(fault) || fault is StartRefusedException)
        {
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"Kopien ble ikke lagt inn: {StoreFault.Say(fault, fault is StartRefusedException ? file : to.Path)}"
            );
        }

        await System.Console.Out.WriteLineAsync($"Kopien ligger i {to.Path}. Start tjenesten med --data {to.Path}.");
        if (!to.HasKeys)
            await System.Console.Error.WriteLineAsync(
                "Nøklene var ikke med i kopien. Lenker som er sendt, åpner fortsatt, men kan ikke vises på nytt. Alle må logge inn eller "
                + "bli med på nytt."
            );
        if (DatabaseFile.FileHashes(to.Database).Any(hash => !File.Exists(to.Contents.PathOf(hash))))
            await System.Console.Error.WriteLineAsync(
                "Filer som er lastet opp, mangler i kopien. Det som er skrevet, er her. ./run check sier hvilke filer det gjelder."
            );
        return ExitCode.Done;
    }
}
