using System.IO.Compression;
using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>A presentation that the file says lies in the bundle.</summary>
/// <param name="Talk">The talk it belongs to.</param>
/// <param name="Where">The field of the file that tells of it.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Path">Where it lies in the bundle.</param>
/// <param name="Hash">The SHA-256 of its content.</param>
internal sealed record BundledFile(Id<Talk> Talk, string Where, string Name, string Path, string Hash);

/// <summary>
/// Reads the bundle (zip): the JSON in it, and the presentations that the JSON names. Nothing else in it is unpacked, and each only to the
/// limit of its kind, whatever the bundle says of its size.
/// </summary>
internal sealed class ArchiveBundle(Stream stream) : IAsyncDisposable
{
    /// <summary>The most bytes of a bundle, and of what is unpacked from it.</summary>
    public const int Largest = 300 * 1024 * 1024;

    private static readonly string[] _ours = ["metadata.json", "rapport.schema.json"];

    private readonly List<(BundledFile File, FileStream Content)> _taken = [];
    private ZipArchive? _zip;

    /// <summary>What was unpacked. It goes when the bundle is closed.</summary>
    public IReadOnlyList<(BundledFile File, FileStream Content)> Taken => _taken;

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, content) in _taken) await content.DisposeAsync();
        if (_zip is not null) await _zip.DisposeAsync();
    }

    /// <summary>Reads the file: the bundle, or the JSON alone.</summary>
    public async Task<ArchiveReadResult> ReadAsync(CancellationToken cancellation)
    {
        if (!await IsZipAsync(cancellation)) return await ArchiveFile.ReadAsync(stream, cancellation);
        try
        {
            _zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, null, cancellation);
            var names = _zip.Entries.Where(entry =>
                entry.FullName.EndsWith(".json", StringComparison.Ordinal) && !_ours.Contains(entry.FullName)).ToList();
            if (names is not [var json]) return ArchiveReadResult.Wrong(new ImportFault("", "NotABundle"));
            ArchiveReadResult read;
            await using (var content = await json.OpenAsync(cancellation)) read = await ArchiveFile.ReadAsync(content, cancellation);
            var faults = new List<ImportFault>();
            foreach (var file in read.Files)
                if (await TakeOutAsync(file, cancellation) is { } fault) faults.Add(fault);
            return faults.Count > 0 ? ArchiveReadResult.Wrong([.. faults.Take(ArchiveFile.MostFaults)]) : read;
        }
        catch (InvalidDataException)
        {
            return ArchiveReadResult.Wrong(new ImportFault("", "NotABundle"));
        }
    }

    private async Task<bool> IsZipAsync(CancellationToken cancellation)
    {
        var start = new byte[4];
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        stream.Position = 0;
        return FileStart.IsZip(start.AsSpan(0, read));
    }

    private async Task<ImportFault?> TakeOutAsync(BundledFile file, CancellationToken cancellation)
    {
        var limit = FileKind.Presentation.Limit();
        if (_zip!.GetEntry(file.Path) is not { } entry) return new(file.Where, "FileMissing", file.Name);
        var content = Package.Temporary();
        _taken.Add((file, content));
        await using (var packed = await entry.OpenAsync(cancellation))
        {
            var block = new byte[128 * 1024];
            for (int read; (read = await packed.ReadAsync(block, cancellation)) > 0;)
            {
                await content.WriteAsync(block.AsMemory(0, read), cancellation);
                if (content.Length > limit) return new(file.Where, "TooLarge", limit / 1024 / 1024);
            }
        }

        if (_taken.Sum(taken => taken.Content.Length) > Largest) return new("", "TooLarge", Largest / 1024 / 1024);
        content.Position = 0;
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)) != file.Hash)
            return new(file.Where, "FileMissing", file.Name);
        return FileFormats.Of(content, file.Name) is { } format && FileKind.Presentation.Formats().Contains(format)
            ? null
            : new(file.Where, "FileUnfit", file.Name);
    }
}
