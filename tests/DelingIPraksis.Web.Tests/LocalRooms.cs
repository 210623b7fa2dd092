using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Tests;

/// <summary>
/// For component tests only: one gathering under the real rules, without storage. What the room itself promises is tested on the real one.
/// </summary>
public sealed class LocalRooms(Gathering start) : IRooms, IGatheringPast
{
    private readonly List<(Func<Impact, bool> Concerns, Func<Gathering, Impact, Task> OnChange)> _listeners = [];

    public Gathering Current { get; private set; } = start;

    public List<Change> Asked { get; } = [];

    /// <summary>What stood, with the gathering as it was before it.</summary>
    public List<(Gathering Before, Entry Entry)> Log { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public async Task<Reply> SubmitAsync(Id<Gathering> gathering, Actor actor, Change change, Guid changeId)
    {
        Asked.Add(change);
        var entry = new Entry(Current.Sequence + 1, changeId, Now, actor, change);
        if (Rules.Decide(Current, entry) is not Outcome.Accepted accepted)
            return new Reply.Refused(((Outcome.Refused)Rules.Decide(Current, entry)).Refusal);
        Log.Add((Current, entry));
        Current = accepted.Gathering;
        var impact = Impact.Of(Current, entry);
        foreach (var listener in _listeners.ToList().Where(listener => listener.Concerns(impact)))
            await listener.OnChange(Current, impact);
        return new Reply.Kept(Current.Sequence);
    }

    public Task<Gathering> ReadAsync(Id<Gathering> gathering) => Task.FromResult(Current);

    public Task<ISubscription> FollowAsync(Id<Gathering> gathering, Func<Impact, bool> concerns, Func<Gathering, Impact, Task> onChange)
    {
        var listener = (concerns, onChange);
        _listeners.Add(listener);
        return Task.FromResult<ISubscription>(new Subscription(this, () => _listeners.Remove(listener)));
    }

    public Task<List<Entry>> NewestAsync(Id<Gathering> gathering, string[] verbs, Actor? by, int most) => Task.FromResult(
        Log.Select(kept => kept.Entry)
            .Where(entry => verbs.Contains(Verbs.NameOf(entry.Change)) && (by is null || entry.Actor == by))
            .Reverse()
            .Take(most)
            .ToList());

    public Task<List<Entry>> ReadAfterAsync(Id<Gathering> gathering, long sequence) =>
        Task.FromResult(Log.Select(kept => kept.Entry).Where(entry => entry.Sequence > sequence).ToList());

    public Task<Gathering> FoldToAsync(Id<Gathering> gathering, long sequence) =>
        Task.FromResult(Log.Select(kept => kept.Before).Append(Current).First(before => before.Sequence == sequence));

    public Task<List<Guid>> ChangeIdsAsync(Id<Gathering> gathering) => Task.FromResult(Log.ConvertAll(kept => kept.Entry.ChangeId));

    private sealed class Subscription(LocalRooms rooms, Action end) : ISubscription
    {
        public Gathering Current => rooms.Current;

        public void Dispose() => end();
    }
}
