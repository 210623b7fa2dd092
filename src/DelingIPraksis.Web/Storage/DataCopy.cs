using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Storage;

/// <summary>Copies a data folder, or the database alone. A copy has its name only when it is whole and checked.</summary>
/// <remarks>
/// <c>VACUUM INTO</c>: what stands in the log beside the file comes along, which a plain copy leaves out, and nothing that has been erased
/// does.
/// </remarks>
internal static class DataCopy
{
    /// <summary>Copies a folder while the service may be using it.</summary>
    public static void Take(DataFolder from, string target) => Take(from.Database, from, target);

    /// <summary>Copies a database, and the keys that lie in a folder, into a new folder.</summary>
    public static void Take(string database, DataFolder? keysFrom, string target)
    {
        // A folder that is there may be a mount, or lie in a folder that is not ours: it can be filled, and not replaced.
        var isThere = Directory.Exists(target);
        var half = new DataFolder(isThere ? Path.Combine(target, $".{RandomName()}") : HalfOf(target));
        try
        {
            PrivateFiles.MakeFolder(half.Path);
            TakeFile(database, half.Database);
            if (keysFrom is { HasKeys: true }) CopyKeys(keysFrom, half);
            if (isThere) MoveUp(half, new DataFolder(target));
            else Directory.Move(half.Path, target);
        }
        finally
        {
            Clear(half.Path);
        }
    }

    /// <summary>Whether nothing lies in a folder but what a file system puts at the top of a disk.</summary>
    public static bool IsEmpty(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).All(path => Path.GetFileName(path) == "lost+found");

    /// <summary>Copies the database alone.</summary>
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

    /// <summary>A name beside the target that nobody else has: what is there already is somebody's, and is never cleared away.</summary>
    private static string HalfOf(string target) => $"{target}.{RandomName()}";

    private static string RandomName() => $"{Path.GetRandomFileName()}.ny";

    /// <summary>The database last, since a folder counts as a copy when it has one.</summary>
    private static void MoveUp(DataFolder half, DataFolder target)
    {
        try
        {
            if (Directory.Exists(half.Keys)) Directory.Move(half.Keys, target.Keys);
            File.Move(half.Database, target.Database);
        }
        catch
        {
            Clear(target.Keys);
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

    private static void Clear(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
