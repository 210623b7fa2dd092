using System.Text;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>The bytes of a folder, as somebody reads them who has the disk and not the program.</summary>
internal sealed class Bytes
{
    private readonly List<byte[]> _files;

    private Bytes(List<byte[]> files) => _files = files;

    /// <summary>All files of a folder, the write-ahead log and the index beside it as well.</summary>
    public static Bytes Of(string folder) =>
        new([
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) != "deling.lock")
                .Select(Read),
        ]);

    public bool Hold(string words) => _files.Exists(file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
