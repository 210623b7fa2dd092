namespace DelingIPraksis.Web.Storage;

/// <summary>Files and folders that only the user of the service may read. They have names, logs and keys.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Creates a folder, and its parents, that nobody else may read. An existing folder is not changed.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnFolder);
    }

    /// <summary>Creates an empty file for another writer, such as SQLite, which gives its extra files the same mode.</summary>
    public static void MakeFile(string path) => Open(path, FileMode.CreateNew).Dispose();

    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnFile;
        return new FileStream(path, options);
    }

    /// <summary>Whether other users may read it.</summary>
    public static bool IsOpenToOthers(string path) =>
        !OperatingSystem.IsWindows() && Path.Exists(path) && (File.GetUnixFileMode(path) & Others) != 0;

    /// <summary>Removes the access of other users; false when the file is not ours.</summary>
    public static bool TryClose(string path)
    {
        if (OperatingSystem.IsWindows() || !IsOpenToOthers(path)) return true;
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) & ~Others);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
