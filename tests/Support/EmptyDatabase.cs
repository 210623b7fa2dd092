using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Support;

/// <summary>
/// A database with all its tables and no rows. To run every migration for each test application was a third of its start; the start itself
/// runs on the file as on any other.
/// </summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<byte[]>> _file = new(MakeAsync);

    /// <summary>Puts it in a data folder that has none.</summary>
    public static void PutIn(string data)
    {
        using var file = PrivateFiles.Open(new DataFolder(data).Database, FileMode.CreateNew);
        file.Write(_file.Value.GetAwaiter().GetResult());
    }

    private static async Task<byte[]> MakeAsync()
    {
        using var folder = new DataFolder(Directory.CreateTempSubdirectory("deling-tom-").FullName);
        try
        {
            var store = new SqliteStore(folder, pooling: false);
            await store.PrepareAsync(default);
            return await File.ReadAllBytesAsync(folder.Database);
        }
        finally
        {
            Directory.Delete(folder.Path, recursive: true);
        }
    }
}
