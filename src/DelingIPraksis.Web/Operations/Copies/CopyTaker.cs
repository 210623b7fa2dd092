using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Operations.Copies;

/// <summary>Takes copies into the configured folder, one at a time, and remembers the last fault.</summary>
internal sealed class CopyTaker(IOptions<CopyOptions> options, DataFolder data, TimeProvider time, ILogger<CopyTaker> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public CopyOptions Options => options.Value;

    /// <summary>The time between two copies.</summary>
    public TimeSpan Every => Options.Interval() ?? throw new InvalidOperationException("The time between two copies cannot be read.");

    /// <summary>The folder with the copies; null when no copies are taken.</summary>
    public CopyFolder? Folder => Options.IsOn ? new(Options.Folder) : null;

    /// <summary>Why the last copy was not taken; null when it was.</summary>
    public CopyFault? Fault { get; private set; }

    /// <summary>
    /// Whether it is time for a copy. A copy with a later time than now was taken while the clock was wrong, and does not put it off.
    /// </summary>
    public bool IsDue
    {
        get
        {
            var now = time.GetUtcNow();
            return Folder is { } folder && !folder.Copies.Any(copy => copy.At <= now && copy.At > now - Every);
        }
    }

    /// <summary>Takes a copy and deletes the oldest.</summary>
    /// <returns>Why it was not taken, or null.</returns>
    public async Task<CopyFault?> TakeAsync()
    {
        if (Folder is not { } folder) throw new InvalidOperationException("No folder is set for copies.");
        await _turn.WaitAsync();
        try
        {
            return Fault = await Task.Run(() => Take(folder));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private CopyFault? Take(CopyFolder folder)
    {
        try
        {
            // The folder's times have whole seconds.
            var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
            var taken = new KeptCopy(folder.PathOf(now), now);
            PrivateFiles.MakeFolder(folder.Path);
            // Two clicks in the same second are one copy.
            if (!Directory.Exists(taken.Path)) DataCopy.Take(data, taken.Path);
            OperationsLog.CopyTaken(logger, taken.Path);
            folder.Sweep(taken, Options.Keep);
            return null;
        }
        catch (Exception fault) when (CopyFaults.Is(fault))
        {
            OperationsLog.CopyNotTaken(logger, fault, StoreFault.Say(fault, folder.Path));
            return CopyFaults.Of(fault, folder.Path);
        }
    }
}
