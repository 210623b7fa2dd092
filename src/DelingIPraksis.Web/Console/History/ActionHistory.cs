using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Console.History;

/// <summary>An action of a facilitator or an organiser.</summary>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">The name of the account, or null when the account is deleted or the application acted.</param>
/// <param name="Change">The change.</param>
/// <param name="Undone">Whether it has been undone since.</param>
public sealed record LeaderAction(long Sequence, DateTimeOffset At, string? By, Change Change, bool Undone)
{
    /// <summary>Whether it can be undone.</summary>
    public bool CanUndo => !Undone && Change is IUndoable;
}

/// <summary>
/// The actions of the facilitators, read from the log, and how to undo them. No screen owns it: the next facilitator, on any
/// machine, can undo the actions of the one before.
/// </summary>
public interface IActionHistory
{
    /// <summary>
    /// The newest first, at most <paramref name="most"/>, without those that undid something; only for those who lead, so ask with their
    /// view.
    /// </summary>
    Task<IReadOnlyList<LeaderAction>> NewestAsync(GatheringView view, int most);

    /// <summary>Undoes the entry at a place in the log. Requests repeated or made at the same time undo it once.</summary>
    /// <returns>The first reply that is not Kept; null when there is nothing to undo.</returns>
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

    // An undo is not an action of its own. The ids of the undoing changes come from the whole log.
    private static IEnumerable<LeaderAction> Of(
        IEnumerable<Entry> newestFirst, IReadOnlySet<Guid> undoing, IReadOnlyDictionary<Id<User>, string> names) =>
        from entry in newestFirst
        where entry.Actor is not Actor.Participant && !undoing.Contains(entry.ChangeId)
        let name = entry.Actor is Actor.Account account ? names.GetValueOrDefault(account.User) : null
        select new LeaderAction(entry.Sequence, entry.At, name, entry.Change, undoing.Contains(Undo.IdOf(entry.ChangeId, 0)));
}
