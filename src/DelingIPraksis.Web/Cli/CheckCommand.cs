using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

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
        await using var data = StoredData.Open(line);
        // PostgreSQL looks after its own files.
        List<string> faults = !data.IsInFolder ? [] :
            [.. DatabaseFile.IntegrityFaults(data.Name).Select(fault => StoreFault.Damaged(data.Name, fault))];
        if (faults.Count == 0)
        {
            var (gatherings, entries) = await FoldAllAsync(data, faults);
            faults.AddRange(await OfFilesAsync(data));
            faults.AddRange(OfFolder(data));
            if (faults.Count == 0)
            {
                await System.Console.Out.WriteLineAsync($"Alt er i orden: {gatherings} samlinger, {entries} innføringer i loggen.");
                return ExitCode.Done;
            }
        }

        return await System.Console.Error.FailAsync(ExitCode.Failed, string.Join(Environment.NewLine, faults));
    }

    private static async Task<(int Gatherings, long Entries)> FoldAllAsync(StoredData data, List<string> faults)
    {
        var logs = await data.Database.ReadAsync(context => context.Log.Select(entry => entry.StreamId).Distinct().ToListAsync());
        var entries = 0L;
        foreach (var log in logs)
        {
            try
            {
                var whole = await data.Log.FoldWholeAsync(log);
                entries += whole.Sequence;
                await CompareAsync(data, whole, faults);
            }
            catch (LogFaultException fault)
            {
                faults.Add(fault.Message);
            }
        }

        var indexed = await data.Database.ReadAsync(context => context.Gatherings.Select(there => there.Id).ToListAsync());
        faults.AddRange(
            indexed.Except(logs).Select(id => $"Samling {id} står i oversikten, men har ingen logg. Legg inn en sikkerhetskopi.")
        );
        faults.AddRange(
            logs.Except(indexed).Select(id => $"Samling {id} har en logg, men står ikke i oversikten. Legg inn en sikkerhetskopi.")
        );
        return (logs.Count, entries + await FoldNetworksAsync(data, faults));
    }

    private static async Task<long> FoldNetworksAsync(StoredData data, List<string> faults)
    {
        // A folder of an earlier version has no networks until the service has been started on it.
        if (!await data.IsReadyAsync()) return 0;
        var logs = await data.Database.ReadAsync(context =>
            context.Set<NetworkLogEntry>().Select(entry => entry.Network).Distinct().ToListAsync());
        var entries = 0L;
        foreach (var log in logs)
        {
            try
            {
                entries += (await data.Database.ReadAsync(context => NetworkLog.FoldAsync(context, log))).Sequence;
            }
            catch (LogFaultException fault)
            {
                faults.Add(fault.Message);
            }
        }

        var indexed = await data.Database.ReadAsync(context => context.Networks.Select(there => there.Id).ToListAsync());
        faults.AddRange(
            indexed.Except(logs).Select(id => $"Nettverk {id} står i oversikten, men har ingen logg. Legg inn en sikkerhetskopi.")
        );
        faults.AddRange(
            logs.Except(indexed).Select(id => $"Nettverk {id} har en logg, men står ikke i oversikten. Legg inn en sikkerhetskopi.")
        );
        return entries;
    }

    // The service may write meanwhile, so the snapshot is compared with the log up to the snapshot's place.
    private static async Task CompareAsync(StoredData data, Gathering whole, List<string> faults)
    {
        if (await data.Log.NewestSnapshotAsync(whole.Id) is not { } snapshot) return;
        var backed = snapshot.Sequence <= whole.Sequence ? Snapshot.Of(await data.Log.FoldToAsync(whole.Id, snapshot.Sequence)) : null;
        if (snapshot.ToGathering() is null || backed is null || !backed.State.AsSpan().SequenceEqual(snapshot.State))
            faults.Add(
                $"Samling {whole.Id}: øyeblikksbildet ved {snapshot.Sequence} stemmer ikke med loggen. Loggen gjelder, og bildet lages "
                + "på nytt når samlingen åpnes."
            );
    }

    private static async Task<IReadOnlyList<string>> OfFilesAsync(StoredData data)
    {
        List<string> faults = [];
        // A database of an edition that kept no files has no such table.
        if (!await data.Database.ReadAsync(context => context.HasTableAsync("Files"))) return faults;
        var files = await data.Database.ReadAsync(context => context.Set<FileRow>().OrderBy(file => file.Hash).ToListAsync());
        foreach (var (hash, rows) in files.GroupBy(file => file.Hash, (hash, same) => (hash, same.ToList())))
        {
            var state = data.Folder.Contents.Look(hash);
            if (state == FileState.Whole) continue;
            // A running service may have removed it since the list was made.
            if (!await data.Database.ReadAsync(context => context.Set<FileRow>().AnyAsync(file => file.Hash == hash))) continue;
            var how = state == FileState.Missing ? "mangler" : "er endret eller skadet";
            var owner = rows[0].Gathering is { } gathering ? $"samling {gathering.Value}" : $"nettverk {rows[0].Network?.Value}";
            faults.Add(
                $"Fila {data.Folder.Contents.PathOf(hash)} ({owner}) {how}. "
                + "Legg den tilbake fra en sikkerhetskopi, eller last den opp på nytt."
            );
        }

        return faults;
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
