using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>The result of an import: a gathering, or the faults of the file.</summary>
internal sealed record ImportResult(Id<Gathering> Gathering, IReadOnlyList<ImportFault> Faults)
{
    public static ImportResult Wrong(params IReadOnlyList<ImportFault> faults) => new(default, faults);
}

/// <summary>Imports a gathering through its room as one change, so that all of it is imported or nothing.</summary>
internal sealed class GatheringImporter(IRooms rooms, JoinCodes codes)
{
    /// <summary>Imports the content of a file.</summary>
    /// <param name="file">The archive edition of the JSON.</param>
    /// <param name="by">The actor who will own the gathering.</param>
    /// <param name="copy">Whether to make a second copy of a gathering that already exists here.</param>
    /// <param name="cancellation">Stops the reading. A change that has been submitted to the room is not undone.</param>
    public async Task<ImportResult> TakeInAsync(Stream file, Actor by, bool copy, CancellationToken cancellation)
    {
        var read = await ArchiveFile.ReadAsync(file, cancellation);
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
                return new ImportResult(id, []);
            case Reply.Refused { Refusal: var refusal }:
                return ImportResult.Wrong(ImportFault.Of(refusal));
            default:
                return ImportResult.Wrong(new ImportFault("", "NotStored"));
        }
    }
}
