using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DelingIPraksis.Web.Storage;

/// <summary>The contents of kept files in the data folder, each under its SHA-256. Which of them are needed, the table says.</summary>
/// <param name="folder">The folder of the contents. It is made with the first file.</param>
internal sealed class FileContents(string folder)
{
    private const string Unfinished = ".ny";
    private const int BlockSize = 128 * 1024;

    private readonly ConcurrentDictionary<string, bool> _begun = new();

    /// <summary>Where the content of a hash lies, or would lie.</summary>
    public string PathOf(string hash) => Path.Combine(folder, hash);

    /// <summary>
    /// A new file beside the others, for content that is on its way. <see cref="Finish"/> gives it its name, and <see cref="End"/> is
    /// called whatever became of it.
    /// </summary>
    public FileStream Begin()
    {
        PrivateFiles.MakeFolder(folder);
        var path = Path.Combine(folder, Path.GetRandomFileName() + Unfinished);
        // Hazard: a sweep removes every unfinished file that it does not know, so it is known before it is there.
        _begun[path] = true;
        return PrivateFiles.Open(path, FileMode.CreateNew);
    }

    /// <summary>Gives a finished file its name. A damaged file of that name is replaced: the new one is what its name says.</summary>
    public void Finish(string unfinished, string hash) => File.Move(unfinished, PathOf(hash), overwrite: true);

    /// <summary>Removes a file that was begun, if it was never finished.</summary>
    public void End(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        finally
        {
            _begun.TryRemove(unfinished, out _);
        }
    }

    /// <summary>Opens a content for reading. It may be removed meanwhile, and is then still read to its end.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public FileStream Open(string hash) =>
        new(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BlockSize, FileOptions.SequentialScan);

    /// <summary>Removes every content that is not needed, and every file that was never finished.</summary>
    /// <param name="needed">The hashes that something refers to.</param>
    public void RemoveAllBut(IReadOnlySet<string> needed)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(path);
            if (name.EndsWith(Unfinished, StringComparison.Ordinal) ? !_begun.ContainsKey(path) : IsHash(name) && !needed.Contains(name))
                File.Delete(path);
        }
    }

    /// <summary>Whether a content is there and is what its name says.</summary>
    public FileState Look(string hash)
    {
        if (!File.Exists(PathOf(hash))) return FileState.Missing;
        using var content = Open(hash);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash ? FileState.Whole : FileState.Changed;
    }

    /// <summary>Copies contents to another folder. What is missing here is not there either.</summary>
    public void CopyTo(FileContents other, IEnumerable<string> hashes)
    {
        foreach (var hash in hashes.Where(hash => File.Exists(PathOf(hash))))
        {
            using var source = Open(hash);
            using var target = other.Begin();
            source.CopyTo(target);
            target.Flush(flushToDisk: true);
            target.Dispose();
            other.Finish(target.Name, hash);
            other.End(target.Name);
        }
    }

    private static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}

internal enum FileState
{
    Whole,
    Missing,
    Changed,
}
