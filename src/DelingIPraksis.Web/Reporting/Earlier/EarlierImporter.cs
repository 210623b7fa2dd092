using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reading;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Reporting.Earlier;

/// <summary>What became of a report that a gathering was to be made of.</summary>
/// <param name="Gathering">The gathering, when it was made.</param>
/// <param name="Refusal">Why the rules did not take it, or null.</param>
/// <param name="FileRefusal">Why the original could not be kept, or null. The gathering is made, and it can be tried again.</param>
internal sealed record EarlierOutcome(Id<Gathering>? Gathering, Refusal? Refusal = null, FileRefusal? FileRefusal = null);

/// <summary>
/// Makes the gathering of a corrected report as one change, keeps the original with it, and removes the draft. Each step is made from the
/// draft's id, so all of it can be tried again after a fault without making anything twice.
/// </summary>
internal sealed class EarlierImporter(IRooms rooms, JoinCodes codes, FileStore files, EarlierDrafts drafts)
{
    /// <summary>Makes the gathering.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="owner">Its account, which will own the gathering.</param>
    /// <param name="report">The report, without faults.</param>
    public async Task<EarlierOutcome> MakeAsync(Guid draft, Id<User> owner, EarlierReport report)
    {
        var seed = $"earlier/{draft:N}";
        var id = new Id<Gathering>(DerivedId.Of($"{seed}/gathering"));
        var asked = new Change.GatheringImported(ReportArchive.Of(report, seed));
        switch (await rooms.SubmitAsync(id, new Actor.Account(owner), asked, DerivedId.Of($"{seed}/import")))
        {
            case Reply.Kept:
                break;
            case Reply.Refused { Refusal: var refusal }:
                return new(null, refusal);
            default:
                return new(null, FileRefusal: FileRefusal.NotSaved);
        }

        if (await codes.OfAsync(id) is null) await codes.IssueAsync(id);
        if (await drafts.FindAsync(draft, owner) is var (name, _) && await drafts.ContentAsync(draft, owner) is { } content)
        {
            using var stream = new MemoryStream(content, writable: false);
            if (await files.KeepAsync(DerivedId.Of($"{seed}/original"), FileOwner.OfGathering(id), FileKind.Original, name,
                stream) is FileOutcome.Refused refused)
                return new(id, FileRefusal: refused.Why);
        }

        await drafts.RemoveAsync(draft, owner);
        return new(id);
    }
}
