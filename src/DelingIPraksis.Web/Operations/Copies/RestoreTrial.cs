using System.Text.Json;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Operations.Copies;

/// <summary>How a trial of a copy went.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Copy">The name of the copy's folder.</param>
/// <param name="Gatherings">How many gatherings were restored.</param>
/// <param name="Entries">How many entries their logs have.</param>
/// <param name="Fault">Why it failed, or null.</param>
internal sealed record TrialResult(DateTimeOffset At, string Copy, int Gatherings, long Entries, CopyFault? Fault);

/// <summary>
/// Restores the newest copy to a temporary folder beside it, makes it ready as a start does, looks through it as <c>check</c> does, and
/// compares the rows of each table with the copy's. A copy that nobody has restored may be no copy.
/// </summary>
internal sealed class RestoreTrial(CopyTaker copies, Database database, TimeProvider time, ILogger<RestoreTrial> logger)
{
    /// <summary>The time between two trials.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(30);

    /// <summary>The time from a trial that failed to the next.</summary>
    public static readonly TimeSpan EveryWhenFailed = TimeSpan.FromDays(1);

    /// <summary>How the last trial went; null before the first.</summary>
    public Task<TrialResult?> LastAsync() => database.ReadAsync(LastAsync);

    /// <summary>The same, also of a database of an earlier edition.</summary>
    public static async Task<TrialResult?> LastAsync(AppDbContext context) =>
        await context.HasTableAsync("Housekeeping") && await context.NoteAsync(HousekeepingNote.RestoreTrial) is { } written
            ? Read(written)
            : null;

    /// <summary>Whether it is time for a trial. A result with a later time than now was made while the clock was wrong.</summary>
    public async Task<bool> IsDueAsync()
    {
        if (copies.Folder is not { Copies.Count: > 0 }) return false;
        var now = time.GetUtcNow();
        return await LastAsync() is not { } last || last.At > now || last.At <= now - (last.Fault is null ? Every : EveryWhenFailed);
    }

    /// <summary>Tries the newest copy, and stores how it went. Null when there is no copy.</summary>
    public async Task<TrialResult?> RunAsync()
    {
        if (copies.Folder is not { } folder || folder.Copies is not [var newest, ..]) return null;
        var restored = folder.TemporaryPath(newest.At);
        TrialResult result;
        try
        {
            result = await Task.Run(() => TryAsync(newest, restored));
        }
        catch (Exception fault) when (CopyFaults.Is(fault))
        {
            OperationsLog.CopyNotRestored(logger, fault, newest.Path, StoreFault.Say(fault, newest.Path));
            result = Result(newest, 0, 0, CopyFaults.Of(fault, folder.Path));
        }
        finally
        {
            if (Directory.Exists(restored)) Directory.Delete(restored, recursive: true);
        }

        if (result.Fault is null) OperationsLog.CopyRestored(logger, newest.Path, result.Gatherings, result.Entries);
        await database.WriteAsync(context => context.NoteAsync(HousekeepingNote.RestoreTrial, JsonSerializer.Serialize(result)));
        return result;
    }

    private async Task<TrialResult> TryAsync(KeptCopy copy, string restored)
    {
        var from = new DataFolder(copy.Path);
        DataCopy.Restore(from.Database, from, restored);
        var to = new DataFolder(restored);
        var different = DatabaseFile.RowsOfTables(from.Database).Except(DatabaseFile.RowsOfTables(to.Database)).Any();
        await new SqliteStore(to, pooling: false).PrepareAsync(CancellationToken.None);
        DataCheckResult looked;
        await using (var data = StoredData.Open(new StartOptions { Data = restored })) looked = await DataCheck.LookAsync(data);
        foreach (var fault in looked.Faults) OperationsLog.FaultInCopy(logger, copy.Path, fault);
        return Result(
            copy,
            looked.Gatherings,
            looked.Entries,
            looked.Faults.Count > 0 ? CopyFault.Damaged : different ? CopyFault.Different : null
        );
    }

    private TrialResult Result(KeptCopy copy, int gatherings, long entries, CopyFault? fault) =>
        new(time.GetUtcNow(), Path.GetFileName(copy.Path), gatherings, entries, fault);

    private static TrialResult? Read(string written)
    {
        try
        {
            return JsonSerializer.Deserialize<TrialResult>(written);
        }
        catch (JsonException)
        {
            // Written by another version. The next trial replaces it.
            return null;
        }
    }
}
