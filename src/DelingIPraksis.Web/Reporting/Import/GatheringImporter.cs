using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Reporting.Import;

/// <summary>What became of a file: a gathering, or what is wrong.</summary>
internal sealed record ImportResult(Id<Gathering> Gathering, IReadOnlyList<ImportFault> Faults)
{
    public static ImportResult Wrong(params IReadOnlyList<ImportFault> faults) => new(default, faults);
}

/// <summary>Takes a gathering in by way of its room, as one change: whole, or not at all.</summary>
internal sealed class GatheringImporter(IRooms rooms, JoinCodes codes)
{
    /// <summary>Takes in what a file holds.</summary>
    /// <param name="file">The archive edition of the JSON.</param>
    /// <param name="by">Who will own it.</param>
    /// <param name="copy">Whether one that is here already is to be had twice.</param>
    /// <param name="cancellation">Stops the reading; what has been asked of the room stands.</param>
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
