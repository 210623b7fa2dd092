using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Storage;

/// <summary>Copies a data folder, or the database alone. A copy gets its name only when it is complete and checked.</summary>
/// <remarks>
/// It uses <c>VACUUM INTO</c>. That includes the write-ahead log, which a plain file copy misses, and excludes erased data.
/// </remarks>
internal static class DataCopy
{
    private const int Tries = 3;

    /// <summary>Copies a folder, also while the service uses it.</summary>
    public static void Take(DataFolder from, string target) => Take(from.Database, from, target);

    /// <summary>Copies a database, and the keys and files of a folder, to a new folder.</summary>
    public static void Take(string database, DataFolder? rest, string target)
    {
        // An existing folder may be a mount point, or its parent may not be ours. It can be filled, but not replaced.
        var isThere = Directory.Exists(target);
        var half = new DataFolder(isThere ? Path.Combine(target, $".{RandomName()}") : HalfOf(target));
        try
        {
            PrivateFiles.MakeFolder(half.Path);
            TakeFile(database, half.Database);
            if (rest is { HasKeys: true }) CopyKeys(rest, half);
            if (rest is not null) CopyFiles(rest, half);
            if (isThere) MoveUp(half, new DataFolder(target));
            else Directory.Move(half.Path, target);
        }
        finally
        {
            Clear(half.Path);
        }
    }

    /// <summary>Puts a copy into a folder that is empty or not there.</summary>
    /// <param name="database">The database of the copy.</param>
    /// <param name="rest">The folder of the copy, with its keys and files; null when the copy is the database alone.</param>
    /// <param name="target">Where to.</param>
    /// <exception cref="StartRefusedException">The copy is damaged, or not ours.</exception>
    public static void Restore(string database, DataFolder? rest, string target)
    {
        DatabaseFile.RequireUsable(database);
        Take(database, rest, target);
    }

    /// <summary>Whether a folder is empty, apart from what a file system puts in the root of a disk.</summary>
    public static bool IsEmpty(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).All(path => Path.GetFileName(path) == "lost+found");

    public static void TakeFile(string from, string target)
    {
        var half = HalfOf(target);
        try
        {
            PrivateFiles.MakeFile(half);
            using (var source = new SqliteConnection(SqliteDatabase.Connection(from, SqliteOpenMode.ReadOnly, pooling: false)))
            {
                source.Open();
                using var copy = source.CreateCommand();
                copy.CommandText = "VACUUM INTO $half";
                copy.Parameters.AddWithValue("$half", half);
                copy.ExecuteNonQuery();
            }

            DatabaseFile.RequireUsable(half);
            File.Move(half, target);
        }
        finally
        {
            if (File.Exists(half)) File.Delete(half);
        }
    }

    /// <summary>A unique name beside the target. An existing file with that name would belong to somebody, and is never deleted.</summary>
    private static string HalfOf(string target) => $"{target}.{RandomName()}";

    private static string RandomName() => $"{Path.GetRandomFileName()}.ny";

    /// <summary>Moves the database last, because a folder with a database counts as a copy.</summary>
    private static void MoveUp(DataFolder half, DataFolder target)
    {
        try
        {
            if (Directory.Exists(half.Keys)) Directory.Move(half.Keys, target.Keys);
            if (Directory.Exists(half.Files)) Directory.Move(half.Files, target.Files);
            File.Move(half.Database, target.Database);
        }
        catch
        {
            Clear(target.Keys);
            Clear(target.Files);
            throw;
        }
    }

    private static void CopyKeys(DataFolder from, DataFolder to)
    {
        PrivateFiles.MakeFolder(to.Keys);
        foreach (var key in Directory.EnumerateFiles(from.Keys))
        {
            using var target = PrivateFiles.Open(Path.Combine(to.Keys, Path.GetFileName(key)), FileMode.CreateNew);
            using var source = File.OpenRead(key);
            source.CopyTo(target);
        }
    }

    /// <summary>Copies the files that the copied database refers to, so that the copy has neither more nor less than it needs.</summary>
    private static void CopyFiles(DataFolder from, DataFolder to)
    {
        for (var attempt = 1; ; attempt++)
        {
            var hashes = DatabaseFile.FileHashes(to.Database).ToList();
            from.Contents.CopyTo(to.Contents, hashes);
            // A service that runs may have erased a gathering meanwhile. Then the database is copied once more, without it. What is
            // still missing was missing before: «check» tells, and the rest of the copy is as good as it can be.
            if (attempt == Tries || hashes.TrueForAll(hash => File.Exists(to.Contents.PathOf(hash)))) return;
            Clear(to.Files);
            File.Delete(to.Database);
            TakeFile(from.Database, to.Database);
        }
    }

    private static void Clear(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
