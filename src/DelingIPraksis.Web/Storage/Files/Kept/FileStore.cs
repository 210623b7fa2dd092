using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// Keeps files for gatherings and networks: presentations, pictures, logos, original reports. The same content is stored once.
/// </summary>
/// <remarks>
/// The content is on the disk before its reference is written, and the reference goes before its content. So a stop at any moment leaves at
/// most a content that nobody refers to, and <see cref="SweepAsync"/> removes it.
/// </remarks>
internal sealed class FileStore(DataFolder folder, Database database, TimeProvider time, ILogger<FileStore> logger) : IDisposable
{
    /// <summary>The space that no file may take: the log needs it, so that what people write is kept though somebody uploads.</summary>
    private const long DefaultReserve = 64 * 1024 * 1024;

    private const int BlockSize = 128 * 1024;

    // Between the renaming of a content and the writing of its reference, nobody may find the content unneeded.
    private readonly SemaphoreSlim _placing = new(1, 1);
    private readonly FileContents _contents = folder.Contents;

    /// <summary>How many bytes of the disk files leave free.</summary>
    public long Reserve { get; set; } = DefaultReserve;

    /// <summary>
    /// Reads a stream to its end and keeps it. The answer comes when it is durable. What is refused leaves nothing behind.
    /// </summary>
    /// <param name="id">The id of the reference. The same id twice gets the first answer.</param>
    /// <param name="owner">What it belongs to. Whether the caller may add to it must have been asked before.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="name">What the user calls it; any text.</param>
    /// <param name="content">The content. It need not tell its length.</param>
    /// <param name="cancellation">When the user has gone.</param>
    public async Task<FileOutcome> KeepAsync(
        Guid id,
        FileOwner owner,
        FileKind kind,
        string name,
        Stream content,
        CancellationToken cancellation = default
    )
    {
        if (await FindAsync(id) is { } first) return new FileOutcome.Kept(first);
        var unfinished = "";
        try
        {
            if (!HasRoom(0)) return new FileOutcome.Refused(FileRefusal.NoRoom);
            await using var file = _contents.Begin();
            unfinished = file.Name;
            var (hash, refusal) = await ReceiveAsync(content, file, kind.Limit(), cancellation);
            if (refusal is { } why) return new FileOutcome.Refused(why);
            if (FileFormats.Of(file, name) is not { } format || !kind.Formats().Contains(format))
                return new FileOutcome.Refused(FileRefusal.WrongFormat);
            var row = new FileRow
            {
                Id = id,
                Hash = hash,
                Gathering = owner.Gathering,
                Network = owner.Network,
                Kind = kind,
                Format = format,
                Name = FileNames.Clean(name),
                Size = file.Length,
                At = time.GetUtcNow(),
            };
            file.Flush(flushToDisk: true);
            file.Close();
            return await PlaceAsync(row, owner, unfinished);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            StorageLog.FileNotKept(logger, fault, kind.ToString());
            return new FileOutcome.Refused(HasRoom(0) ? FileRefusal.NotSaved : FileRefusal.NoRoom);
        }
        finally
        {
            Forget(unfinished);
        }
    }

    /// <summary>Null when there is no such reference.</summary>
    public Task<FileRow?> FindAsync(Guid id) =>
        database.ReadAsync(context => context.Set<FileRow>().FirstOrDefaultAsync(file => file.Id == id));

    /// <summary>The reference of a kind to a content, whatever it belongs to; null when there is none.</summary>
    public Task<FileRow?> FindAsync(string hash, FileKind kind) => database.ReadAsync(context =>
        context.Set<FileRow>().Where(file => file.Hash == hash && file.Kind == kind).OrderBy(file => file.At).FirstOrDefaultAsync());

    /// <summary>All that belongs to a gathering or a network, the oldest first.</summary>
    public Task<List<FileRow>> OfAsync(FileOwner owner) => database.ReadAsync(context => context.Set<FileRow>()
        .Where(file => file.Gathering == owner.Gathering && file.Network == owner.Network)
        .OrderBy(file => file.At).ThenBy(file => file.Id)
        .ToListAsync());

    /// <summary>Opens the content of a reference. Whether the reader may see what refers to it must have been asked before.</summary>
    /// <exception cref="IOException">The content is not there: somebody has removed it from the folder.</exception>
    public FileStream Open(FileRow file) => _contents.Open(file.Hash);

    /// <summary>
    /// Lets another gathering or network refer to the same content, such as a report that keeps the logo it was published with.
    /// </summary>
    /// <param name="id">The id of the new reference. The same id twice is done once.</param>
    /// <param name="owner">What it belongs to.</param>
    /// <param name="file">The reference that is there. False when it has been removed meanwhile.</param>
    public async Task<bool> ShareAsync(Guid id, FileOwner owner, FileRow file)
    {
        var shared = false;
        await database.WriteAsync(async context =>
        {
            var files = context.Set<FileRow>();
            if (await files.AnyAsync(there => there.Id == id)) shared = true;
            else if (await files.AnyAsync(there => there.Hash == file.Hash) && await IsThereAsync(context, owner))
            {
                files.Add(new FileRow
                {
                    Id = id,
                    Hash = file.Hash,
                    Gathering = owner.Gathering,
                    Network = owner.Network,
                    Kind = file.Kind,
                    Format = file.Format,
                    Name = file.Name,
                    Size = file.Size,
                    At = time.GetUtcNow(),
                });
                shared = true;
            }
        });
        return shared;
    }

    /// <summary>Removes a reference, and the content with the last one. When it returns, no byte is left in the data folder.</summary>
    public async Task RemoveAsync(Guid id)
    {
        await database.WriteAsync(context => context.Set<FileRow>().Where(file => file.Id == id).ExecuteDeleteAsync());
        await SweepAsync();
    }

    /// <summary>
    /// Removes the contents that nothing refers to: after an erasure, and after a stop in the middle of an upload. False when the disk did
    /// not let it, and it must be tried again.
    /// </summary>
    public async Task<bool> SweepAsync()
    {
        await _placing.WaitAsync();
        try
        {
            var needed = await database.ReadAsync(context => context.Set<FileRow>().Select(file => file.Hash).Distinct().ToListAsync());
            _contents.RemoveAllBut(needed.ToHashSet(StringComparer.Ordinal));
            return true;
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            StorageLog.FilesNotSwept(logger, fault);
            return false;
        }
        finally
        {
            _placing.Release();
        }
    }

    public void Dispose() => _placing.Dispose();

    private static Task<bool> IsThereAsync(AppDbContext context, FileOwner owner) =>
        owner.Gathering is { } gathering
            ? context.Gatherings.AnyAsync(there => there.Id == gathering)
            : context.Networks.AnyAsync(there => there.Id == owner.Network);

    private async Task<FileOutcome> PlaceAsync(FileRow row, FileOwner owner, string unfinished)
    {
        FileRow? kept = null;
        await _placing.WaitAsync();
        try
        {
            _contents.Finish(unfinished, row.Hash);
            await database.WriteAsync(async context =>
            {
                kept = await context.Set<FileRow>().FirstOrDefaultAsync(there => there.Id == row.Id);
                // What was erased while the file came in must not get a file that nobody would ever erase.
                if (kept is null && await IsThereAsync(context, owner)) context.Add(kept = row);
            });
        }
        catch
        {
            kept = null;
            throw;
        }
        finally
        {
            _placing.Release();
            // The content has its name already, and what is refused leaves nothing behind.
            if (kept is null || kept != row) await SweepAsync();
        }

        return kept is null ? new FileOutcome.Refused(FileRefusal.OwnerGone) : new FileOutcome.Kept(kept);
    }

    private async Task<(string Hash, FileRefusal? Refusal)> ReceiveAsync(
        Stream content,
        FileStream file,
        long limit,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockSize];
        for (var size = 0L; ;)
        {
            var read = await content.ReadAsync(block, cancellation);
            if (read == 0) return size == 0 ? ("", FileRefusal.Empty) : (Convert.ToHexStringLower(hash.GetHashAndReset()), null);
            size += read;
            if (size > limit) return ("", FileRefusal.TooLarge);
            if (!HasRoom(read)) return ("", FileRefusal.NoRoom);
            hash.AppendData(block, 0, read);
            await file.WriteAsync(block.AsMemory(0, read), cancellation);
        }
    }

    // Unknown is not full: the write itself tells.
    private bool HasRoom(long size) => StoreFault.FreeSpace(folder.Path) is not { } free || free - size >= Reserve;

    private void Forget(string unfinished)
    {
        if (unfinished.Length == 0) return;
        try
        {
            _contents.End(unfinished);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            StorageLog.FilesNotSwept(logger, fault);
        }
    }
}
