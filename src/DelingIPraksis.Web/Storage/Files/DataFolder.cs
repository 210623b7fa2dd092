using System.Text;
using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Storage;

/// <summary>The folder with all stored data. It is locked, so that no other process uses it while we run.</summary>
/// <param name="path">Where it is.</param>
internal sealed class DataFolder(string path) : IDisposable
{
    // EAGAIN on Linux and macOS; a sharing violation on Windows.
    private static readonly int[] _taken = [11, 35, unchecked((int)0x80070020)];

    private FileStream? _lock;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Database => System.IO.Path.Combine(Path, "deling.db");

    /// <summary>Where a new database is created. It is renamed when it is complete.</summary>
    public string NewDatabase => Database + ".ny";

    /// <summary>The search index. It is made from the database, and may be deleted while the service does not run.</summary>
    public string Search => System.IO.Path.Combine(Path, "sok.db");

    public string Keys => System.IO.Path.Combine(Path, "nokler");

    /// <summary>The contents of the files that users have uploaded. Made with the first one.</summary>
    public string Files => System.IO.Path.Combine(Path, "filer");

    /// <summary>Access to <see cref="Files"/>.</summary>
    public FileContents Contents => new(Files);

    private string Lock => System.IO.Path.Combine(Path, "deling.lock");

    /// <summary>Our own files in the folder, whatever else is in it.</summary>
    private IEnumerable<string> Own =>
        [
            Database, Database + "-wal", Database + "-shm", Search, Search + "-wal", Search + "-shm", Lock, Keys, Files,
            .. FilesIn(Keys), .. FilesIn(Files),
        ];

    /// <summary>Whether there are keys. They are created after the database, so there has been a database too.</summary>
    public bool HasKeys => Directory.Exists(Keys) && Directory.EnumerateFiles(Keys).Any();

    /// <summary>
    /// Whether the folder has had a database. A missing database has then been lost, and must not be replaced by an empty one.
    /// </summary>
    public bool HasBeenUsed => _lock is { Length: > 0 } || File.Exists(Database) || File.Exists(Database + "-wal") || HasKeys;

    /// <summary>
    /// Creates the folder when it is new, and locks it for this process. The operating system releases the lock however the process ends.
    /// </summary>
    /// <exception cref="StartRefusedException">It cannot be created or written, or another process has locked it.</exception>
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

    /// <summary>Removes the access of other users to our files, and returns the files where that failed.</summary>
    /// <remarks>The folder itself is closed only when it has nothing but our files: the setting may name a shared folder.</remarks>
    public IReadOnlyList<string> Close()
    {
        var open = Own.Where(path => !PrivateFiles.TryClose(path)).ToList();
        if (!PrivateFiles.IsOpenToOthers(Path)) return open;
        return Directory.EnumerateFileSystemEntries(Path).Except(Own).Any() || !PrivateFiles.TryClose(Path) ? [.. open, Path] : open;
    }

    /// <summary>The files that other users of the machine may read.</summary>
    public IReadOnlyList<string> OpenToOthers() => [.. Own.Append(Path).Where(PrivateFiles.IsOpenToOthers)];

    /// <summary>
    /// Records in the lock file that a database has been created here, or which database on a server the files belong to.
    /// </summary>
    /// <param name="mark">The mark of the database on a server.</param>
    /// <exception cref="StartRefusedException">The disk is full.</exception>
    public void MarkUsed(string? mark = null)
    {
        if (_lock is not { Length: 0 } file) return;
        try
        {
            file.Write(Encoding.UTF8.GetBytes(mark is null ? "Her ligger en database. " : $"Filene hører til databasen {mark}. "));
            file.Write("Fila blir liggende når programmet stopper.\n"u8);
            file.Flush(flushToDisk: true);
        }
        catch (IOException fault)
        {
            throw new StartRefusedException(StoreFault.Say(fault, Path), fault);
        }
    }

    /// <summary>Whether the lock file says that the files belong to the database with a mark.</summary>
    public bool IsUsedBy(string mark)
    {
        if (_lock is not { } file) return false;
        file.Position = 0;
        using var text = new StreamReader(file, leaveOpen: true);
        return text.ReadToEnd().Contains(mark, StringComparison.Ordinal);
    }

    /// <summary>Checks that the database is still in its place.</summary>
    /// <exception cref="DatabaseMissingException">The folder has been moved, deleted or unmounted.</exception>
    public void RequireDatabase()
    {
        if (File.Exists(Database)) return;
        // Pooled connections would continue to write to the deleted file.
        SqliteConnection.ClearAllPools();
        throw new DatabaseMissingException();
    }

    public void Dispose() => _lock?.Dispose();

    private static string[] FilesIn(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
}

/// <summary>The database is no longer in its place.</summary>
internal sealed class DatabaseMissingException() : IOException("The database is no longer where it was.");
