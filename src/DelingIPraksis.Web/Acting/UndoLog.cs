using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Acting;

/// <summary>
/// The steps done on a screen, and how to undo them, read from the log. No screen keeps this state, so it is the same after a reload, after
/// a restart and on another machine.
/// </summary>
internal sealed class UndoLog(IGatheringPast past, IRooms rooms, TimeProvider time)
{
    private const int Few = 8;

    /// <summary>Finds an actor's newest step that can be undone, with the gathering as it was before it; null when there is none.</summary>
    /// <param name="gathering">The gathering.</param>
    /// <param name="verbs">The verbs of the screen: <see cref="Verbs.UndoneOn"/>.</param>
    /// <param name="by">The actor.</param>
    /// <param name="isPassed">Tells which entries to skip.</param>
    public async Task<(Step Step, Gathering Before)?> LastAsync(
        Id<Gathering> gathering, string[] verbs, Actor by, Func<Entry, bool> isPassed)
    {
        var undoing = Undo.IdsIn(await past.ChangeIdsAsync(gathering));
        for (var most = Few; ; most *= 8)
        {
            var read = await past.NewestAsync(gathering, verbs, by, most);
            var left = read.FindAll(entry =>
                !isPassed(entry) && !undoing.Contains(entry.ChangeId) && !undoing.Contains(Undo.IdOf(entry.ChangeId, 0)));
            // A step that ends where the read entries end may have begun earlier.
            while (Step.Newest(left) is { } step && (step.Entries.Count < left.Count || read.Count < most))
            {
                var first = step.Entries[0];
                var before = await past.FoldToAsync(gathering, first.Sequence - 1);
                var isUndone = step.Entries.Count > 1 || !Undo.Of(before, first, Rules.Fold(before, [first]), time.GetUtcNow()).IsEmpty;
                if (isUndone) return (step, before);
                // The step cannot be undone. A first plan, for example, cannot.
                left.RemoveRange(0, step.Entries.Count);
            }

            if (read.Count < most) return null;
        }
    }

    /// <summary>Undoes entries, the newest first. Two calls undo the entries only once, also when they run at the same time.</summary>
    /// <returns>The first reply that is not <see cref="Reply.Kept"/>, or the last reply; null when there is nothing to undo.</returns>
    public async Task<Reply?> UndoAsync(Id<Gathering> gathering, Actor actor, ImmutableList<Entry> entries)
    {
        Reply? reply = null;
        foreach (var (entry, before) in (await BeforeEachAsync(gathering, entries)).Reverse())
        {
            var changes = Undo.Of(before, entry, await rooms.ReadAsync(gathering), time.GetUtcNow());
            foreach (var (index, change) in changes.Index())
            {
                reply = await rooms.SubmitAsync(gathering, actor, change, Undo.IdOf(entry.ChangeId, index));
                if (reply is not Reply.Kept) return reply;
            }
        }

        return reply;
    }

    private async Task<ImmutableList<(Entry Entry, Gathering Before)>> BeforeEachAsync(
        Id<Gathering> gathering, ImmutableList<Entry> entries)
    {
        var before = await past.FoldToAsync(gathering, entries[0].Sequence - 1);
        if (entries.Count == 1) return [(entries[0], before)];
        var each = ImmutableList.CreateBuilder<(Entry, Gathering)>();
        foreach (var entry in await past.ReadAfterAsync(gathering, entries[0].Sequence - 1))
        {
            if (entry.Sequence > entries[^1].Sequence) break;
            if (entries.Exists(asked => asked.Sequence == entry.Sequence)) each.Add((entry, before));
            before = Rules.Fold(before, [entry]);
        }

        return each.ToImmutable();
    }
}
