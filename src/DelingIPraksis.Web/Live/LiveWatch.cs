using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Live;

/// <summary>
/// One client that watches one gathering. Each message has the changes since the last message. While a slow client receives one, later
/// changes are collected, and nobody waits for it.
/// </summary>
internal sealed class LiveWatch(ILiveClient client, Actor actor, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ISubscription? _subscription;
    private IDisposable? _presence;
    private bool _ended;
    private volatile WatchedState _told = WatchedState.Nothing;

    public async Task<LiveView> BeginAsync(IRooms rooms, Id<Gathering> gathering, IDisposable? presence)
    {
        var subscription = await rooms.FollowAsync(gathering, Concerns, TellAsync);
        lock (_gate) (_subscription, _presence) = (subscription, presence);
        if (_ended) Dispose();
        var view = GatheringView.For(subscription.Current, actor);
        _told = WatchedState.Of(view);
        _begun.SetResult();
        return LiveView.Of(view, time.GetUtcNow());
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _subscription?.Dispose();
            _presence?.Dispose();
        }
    }

    private bool Concerns(Impact impact) => impact.Everybody || _told.Parties is not { } parties || impact.Parties.Overlaps(parties);

    private async Task TellAsync(Gathering gathering, Impact impact)
    {
        // Changes before the view is made are part of the view.
        await _begun.Task;
        if (_ended) return;
        var view = GatheringView.For(gathering, actor);
        if (view.Role == Role.None)
        {
            Dispose();
            await client.Ended(gathering.Id.Value);
            return;
        }

        var (before, now) = (_told, WatchedState.Of(view));
        _told = now;
        if (now.ChangeSince(before, view, time.GetUtcNow()) is { } change) await client.Changed(change);
    }

    /// <summary>What has been sent, by reference, so that unchanged parts are found without comparing their content.</summary>
    private sealed record WatchedState(
        ImmutableHashSet<Id<Party>>? Parties,
        IReadOnlyList<Pair> Pairs,
        object? Phase,
        object? Clock,
        object? Message,
        bool Closed,
        Dictionary<Id<Note>, BoardNote> Notes
    )
    {
        // Before the view is made, every change concerns it.
        public static readonly WatchedState Nothing = new(null, [], null, null, null, false, []);

        public static WatchedState Of(GatheringView view) => new(
            view.FollowsAll ? null : [.. view.OwnPair?.Members ?? (IEnumerable<Id<Party>>)(view.OwnParty is { } own ? [own.Id] : [])],
            view.Pairs,
            view.Phase,
            view.Clock,
            view.Message,
            view.ClosedAt is not null,
            LiveView.NotesOf(view).ToDictionary(shown => shown.Note.Id)
        );

        public LiveChange? ChangeSince(WatchedState before, GatheringView view, DateTimeOffset now)
        {
            var staged =
                !Equals(Phase, before.Phase) || !Equals(Clock, before.Clock) || !Equals(Message, before.Message) || Closed != before.Closed;
            var paired = !ReferenceEquals(Pairs, before.Pairs);
            var notes = Notes
                .Values.Where(shown => !ReferenceEquals(before.Notes.GetValueOrDefault(shown.Note.Id)?.Note, shown.Note))
                .OrderBy(shown => shown.Note.Sequence)
                .Select(LiveNote.Of)
                .ToList();
            var gone = before.Notes.Keys.Where(note => !Notes.ContainsKey(note)).Select(note => note.Value).ToList();
            return staged || paired || notes.Count > 0 || gone.Count > 0
                ? new LiveChange(
                    view.Id.Value,
                    view.Sequence,
                    staged ? LiveStage.Of(view, now) : null,
                    paired ? [.. view.Pairs.Select(LivePair.Of)] : null,
                    notes,
                    gone
                )
                : null;
        }
    }
}
