using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>The result of an import: a gathering, or the faults of the file.</summary>
internal sealed record ImportResult(Id<Gathering> Gathering, IReadOnlyList<ImportFault> Faults)
{
    public static ImportResult Wrong(params IReadOnlyList<ImportFault> faults) => new(default, faults);
}

/// <summary>
/// Imports a gathering through its room as one change, so that all of it is imported or nothing. The presentations of a bundle come after
/// it: they were read to their end before, so only a full disk can keep them out, and then it is said which.
/// </summary>
internal sealed class GatheringImporter(IRooms rooms, JoinCodes codes, FileStore files)
{
    /// <summary>Imports the content of a file.</summary>
    /// <param name="file">The archive edition of the JSON, or of the bundle. It can seek.</param>
    /// <param name="by">The actor who will own the gathering.</param>
    /// <param name="copy">Whether to make a second copy of a gathering that already exists here.</param>
    /// <param name="cancellation">Stops the reading. A change that has been submitted to the room is not undone.</param>
    public async Task<ImportResult> TakeInAsync(Stream file, Actor by, bool copy, CancellationToken cancellation)
    {
        await using var bundle = new ArchiveBundle(file);
        var read = await bundle.ReadAsync(cancellation);
        if (read.Archive is not { } archive) return ImportResult.Wrong(read.Faults);
        var id = read.Id;
        if (await rooms.ReadAsync(id) is { Exists: true } there)
        {
            if (!copy) return ImportResult.Wrong(new ImportFault("", "Exists", there.Facts.Title.Value));
            id = new(Guid.CreateVersion7());
        }

        switch (await rooms.SubmitAsync(id, by, new Change.GatheringImported(archive), ArchiveKeys.Derived(id, "import")))
        {
            case Reply.Kept:
                if (await codes.OfAsync(id) is null) await codes.IssueAsync(id);
                return new ImportResult(id, await KeepAsync(id, bundle.Taken));
            case Reply.Refused { Refusal: var refusal }:
                return ImportResult.Wrong(ImportFault.Of(refusal));
            default:
                return ImportResult.Wrong(new ImportFault("", "NotStored"));
        }
    }

    private async Task<List<ImportFault>> KeepAsync(Id<Gathering> gathering, IReadOnlyList<(BundledFile File, FileStream Content)> taken)
    {
        var faults = new List<ImportFault>();
        foreach (var (number, (file, content)) in taken.Index())
        {
            content.Position = 0;
            var id = ArchiveKeys.Derived(gathering, "file", number);
            // The gathering is there, so what was begun is done, also when whoever asked has gone.
            if (await files.KeepAsync(id, FileOwner.OfGathering(gathering), FileKind.Presentation, file.Name, content) is not
                FileOutcome.Kept { File: var kept })
            {
                faults.Add(new(file.Where, "FileNotKept", file.Name));
                continue;
            }

            var put = new TalkFile(new(id), kept.Name, kept.Format.Extension()[1..], kept.Size, kept.Hash);
            var change = new Change.TalkFilePut(file.Talk, put);
            if (await rooms.SubmitAsync(gathering, new Actor.Application(), change, id) is Reply.Kept) continue;
            await files.RemoveAsync(id);
            faults.Add(new(file.Where, "FileNotKept", file.Name));
        }

        return faults;
    }
}
