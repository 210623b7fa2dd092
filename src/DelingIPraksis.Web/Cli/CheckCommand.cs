using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Cli;

/// <summary>
/// <c>./run check</c>: checks all stored data, with or without a running service, and gives each fault as a sentence. It changes nothing.
/// </summary>
internal static class CheckCommand
{
    // The compaction after an erasure needs as much free space as the database takes.
    private const long LeastSpace = 50 * 1024 * 1024;

    public static CliCommand Command { get; } =
        new("check", "ser gjennom alt som er lagret, og sier fra om feil", "Bruk: ./run check [--data MAPPE]", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        await using var data = line.OpenData();
        var looked = await DataCheck.LookAsync(data);
        List<string> faults = [.. looked.Faults, .. OfFolder(data)];
        if (faults.Count > 0) return await System.Console.Error.FailAsync(ExitCode.Failed, string.Join(Environment.NewLine, faults));
        await System.Console.Out.WriteLineAsync($"Alt er i orden: {looked.Gatherings} samlinger, {looked.Entries} innføringer i loggen.");
        return ExitCode.Done;
    }

    private static IEnumerable<string> OfFolder(StoredData data)
    {
        var folder = data.Folder;
        if (data.IsInFolder && !folder.HasKeys)
            yield return $"Det ligger ingen nøkler i {folder.Keys}. Lenker som er sendt, kan ikke vises på nytt, og alle må logge inn "
                + "på nytt.";
        foreach (var path in folder.OpenToOthers()) yield return $"Andre på maskinen kan lese {path}. Lukk den med chmod go= {path}.";
        var least = data.IsInFolder ? Math.Max(LeastSpace, 2 * new FileInfo(folder.Database).Length) : LeastSpace;
        if (StoreFault.FreeSpace(folder.Path) is { } free && free < least)
            yield return $"Det er bare {free / 1024 / 1024} MB ledig på disken der {folder.Path} ligger. Det bør være minst "
                + $"{least / 1024 / 1024} MB.";
    }
}
