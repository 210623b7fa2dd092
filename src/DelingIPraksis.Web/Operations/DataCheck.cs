using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Operations;

/// <summary>What a look through the stored data found.</summary>
/// <param name="Faults">A sentence for each fault.</param>
/// <param name="Gatherings">How many gatherings there are.</param>
/// <param name="Entries">How many entries the logs have.</param>
internal sealed record DataCheckResult(IReadOnlyList<string> Faults, int Gatherings, long Entries);

/// <summary>Looks through all stored data, also while a service runs. It changes nothing.</summary>
internal static class DataCheck
{
    public static async Task<DataCheckResult> LookAsync(StoredData data)
    {
        // PostgreSQL looks after its own files.
        List<string> faults = !data.IsInFolder ? [] :
            [.. DatabaseFile.IntegrityFaults(data.Name).Select(fault => StoreFault.Damaged(data.Name, fault))];
        if (faults.Count > 0) return new(faults, 0, 0);
        var (gatherings, entries) = await FoldAllAsync(data, faults);
        faults.AddRange(await OfFilesAsync(data));
        return new(faults, gatherings, entries);
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
}
