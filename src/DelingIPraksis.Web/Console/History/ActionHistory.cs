using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Console.History;

/// <summary>Something that was done by one who leads.</summary>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">The name of the account, or null when it has gone or was the application.</param>
/// <param name="Change">What.</param>
/// <param name="Undone">Whether it has been undone since.</param>
public sealed record LeaderAction(long Sequence, DateTimeOffset At, string? By, Change Change, bool Undone)
{
    /// <summary>Whether there is a way back.</summary>
    public bool CanUndo => !Undone && Change is IUndoable;
}

/// <summary>
/// What those who lead have done, read from the log, and the way back from it. It lives in no screen: whoever leads next, on whatever
/// machine, undoes what the one before did.
/// </summary>
public interface IActionHistory
{
    /// <summary>
    /// The newest first, at most <paramref name="most"/>, without those that undid something; only for those who lead, so ask with their
    /// view.
    /// </summary>
    Task<IReadOnlyList<LeaderAction>> NewestAsync(GatheringView view, int most);

    /// <summary>Undoes what stands at a place in the log. Asked twice, also by two at once, it is done once.</summary>
    /// <returns>The first answer that is not a plain yes; null when there is nothing to undo.</returns>
    Task<Reply?> UndoAsync(GatheringView view, Actor actor, long sequence);
}

/// <inheritdoc/>
internal sealed class ActionHistory(IGatheringPast past, UndoLog undoLog, IAccountNames accounts) : IActionHistory
{
    private static readonly string[] _verbs = [.. Verbs.With<IOfConsole>()];

    public async Task<IReadOnlyList<LeaderAction>> NewestAsync(GatheringView view, int most)
    {
        if (!view.Leads) return [];
        var entries = await past.NewestAsync(view.Id, _verbs, by: null, 2 * most);
        var names = await accounts.OfAsync(entries.Select(entry => entry.Actor).OfType<Actor.Account>().Select(account => account.User));
        return [.. Of(entries, Undo.IdsIn(await past.ChangeIdsAsync(view.Id)), names).Take(most)];
    }

    public async Task<Reply?> UndoAsync(GatheringView view, Actor actor, long sequence) =>
        view.Leads && (await past.ReadAfterAsync(view.Id, sequence - 1)).FirstOrDefault() is { } entry
            ? await undoLog.UndoAsync(view.Id, actor, [entry])
            : null;

    // That which undid something is no action of its own. The ids of all changes that undid another are those of the whole log.
    private static IEnumerable<LeaderAction> Of(
        IEnumerable<Entry> newestFirst, IReadOnlySet<Guid> undoing, IReadOnlyDictionary<Id<User>, string> names) =>
        from entry in newestFirst
        where entry.Actor is not Actor.Participant && !undoing.Contains(entry.ChangeId)
        let name = entry.Actor is Actor.Account account ? names.GetValueOrDefault(account.User) : null
        select new LeaderAction(entry.Sequence, entry.At, name, entry.Change, undoing.Contains(Undo.IdOf(entry.ChangeId, 0)));
}
