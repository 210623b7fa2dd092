using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Storage;

/// <summary>The folder that holds everything the application keeps, and the proof that it is ours alone while we run.</summary>
/// <param name="path">Where it is.</param>
internal sealed class DataFolder(string path) : IDisposable
{
    // EAGAIN on Linux and macOS; a sharing violation on Windows.
    private static readonly int[] _taken = [11, 35, unchecked((int)0x80070020)];

    private FileStream? _lock;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Database => System.IO.Path.Combine(Path, "deling.db");

    /// <summary>Where a first database is made; it takes its name when it is whole.</summary>
    public string NewDatabase => Database + ".ny";

    public string Keys => System.IO.Path.Combine(Path, "nokler");

    private string Lock => System.IO.Path.Combine(Path, "deling.lock");

    /// <summary>What of the folder is ours, whatever else lies there.</summary>
    private IEnumerable<string> Own =>
        [Database, Database + "-wal", Database + "-shm", Lock, Keys, .. HasKeys ? Directory.GetFiles(Keys) : []];

    /// <summary>Whether keys lie here; they are made after the database, so one has been here as well.</summary>
    public bool HasKeys => Directory.Exists(Keys) && Directory.EnumerateFiles(Keys).Any();

    /// <summary>
    /// Whether a database has lived here: then one that is not there has been lost, and must not be replaced by an empty one.
    /// </summary>
    public bool HasBeenUsed => _lock is { Length: > 0 } || File.Exists(Database) || File.Exists(Database + "-wal") || HasKeys;

    /// <summary>
    /// Makes the folder when it is new, and takes it for this process. The operating system gives it back however the process ends.
    /// </summary>
    /// <exception cref="StartRefusedException">It cannot be made, cannot be written, or another process has it.</exception>
    public void Take()
    {
        try
        {
            PrivateFiles.MakeFolder(Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"Datamappa {Path} finnes ikke og kan ikke lages. Lag den, eller velg en annen med --data. ({StoreFault.Say(fault, Path)})",
                fault
            );
        }

        try
        {
            _lock = PrivateFiles.Open(Lock, FileMode.OpenOrCreate);
        }
        catch (IOException fault) when (_taken.Contains(fault.HResult))
        {
            throw new StartRefusedException(
                $"Datamappa {Path} er i bruk av en annen Deling i praksis. Stopp den først, eller velg en annen mappe med --data.",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"Datamappa {Path} kan ikke skrives i: {StoreFault.Say(fault, Path)} En annen mappe velges med --data.",
                fault
            );
        }
    }

    /// <summary>Closes what is ours to others on the machine, and gives what could not be closed.</summary>
    /// <remarks>The folder itself only when nothing but ours lies in it: somebody may have named one that is everybody's.</remarks>
    public IReadOnlyList<string> Close()
    {
        var open = Own.Where(path => !PrivateFiles.TryClose(path)).ToList();
        if (!PrivateFiles.IsOpenToOthers(Path)) return open;
        return Directory.EnumerateFileSystemEntries(Path).Except(Own).Any() || !PrivateFiles.TryClose(Path) ? [.. open, Path] : open;
    }

    /// <summary>What others on the machine may read.</summary>
    public IReadOnlyList<string> OpenToOthers() => [.. Own.Append(Path).Where(PrivateFiles.IsOpenToOthers)];

    /// <summary>Remembers, in the lock file, that a database has been made here.</summary>
    /// <exception cref="StartRefusedException">There is no room for it.</exception>
    public void MarkUsed()
    {
        if (_lock is not { Length: 0 } file) return;
        try
        {
            file.Write("Her ligger en database. Fila blir liggende når programmet stopper.\n"u8);
            file.Flush(flushToDisk: true);
        }
        catch (IOException fault)
        {
            throw new StartRefusedException(StoreFault.Say(fault, Path), fault);
        }
    }

    /// <summary>Sees that the database is where it was.</summary>
    /// <exception cref="DatabaseGoneException">It is not: the folder has been moved, removed or unmounted.</exception>
    public void RequireDatabase()
    {
        if (File.Exists(Database)) return;
        // Pooled handles would go on writing to a file that no longer has a name.
        SqliteConnection.ClearAllPools();
        throw new DatabaseGoneException();
    }

    public void Dispose() => _lock?.Dispose();
}

/// <summary>The database is no longer where it was.</summary>
internal sealed class DatabaseGoneException() : IOException("The database is no longer where it was.");
