using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Acting;

/// <summary>
/// One open screen in front of a gathering, and the one way to act on it: the view, the news at a pace, changes asked for in order, the
/// reply in words, undo from the log. A screen derives from it and adds its verbs.
/// </summary>
public class GatheringSession : IDisposable
{
    // One that hangs holds the next no longer than this.
    private static readonly TimeSpan _longestTurn = TimeSpan.FromSeconds(5);

    private readonly Action _changed;
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private readonly HashSet<long> _passed = [];
    private PacedFollowing? _following;
    private (Change Change, Guid Id)? _notStored;
    private Task _asked = Task.CompletedTask;
    private long _forgotten;
    private int _looked;
    private bool _acted;

    internal GatheringSession(ActingServices services, Gathering gathering, Actor actor, Action? changed = null)
    {
        (Services, Actor, _changed) = (services, actor, changed ?? (() => { }));
        View = GatheringView.For(gathering, actor);
    }

    /// <summary>What the actor may see now.</summary>
    public GatheringView View { get; private set; }

    /// <summary>Who acts here.</summary>
    public Actor Actor { get; }

    /// <summary>Whether the actor owns the gathering and its report.</summary>
    public bool Owns => View.Owns;

    /// <summary>What this actor did last on this screen and can undo; null when there is nothing.</summary>
    internal DoneStep? Last { get; private set; }

    private protected ActingServices Services { get; }

    /// <summary>The verbs that this screen undoes (<see cref="Verbs.UndoneOn"/>); none where undoing is not offered so.</summary>
    private protected virtual string[] Undoes => [];

    /// <summary>Follows the gathering.</summary>
    /// <param name="pace">How often at most.</param>
    /// <param name="render">Called outside the circuit; begins with <see cref="TakeNewest"/>.</param>
    internal async Task FollowAsync(TimeSpan pace, Action render)
    {
        _following = await PacedFollowing.StartAsync(Services.Rooms, Services.Time, View.Id, pace, render);
        TakeNewest();
        await LookBackAsync();
    }

    /// <summary>Shows the newest that has come; never one that is older than what was asked for here.</summary>
    internal void TakeNewest()
    {
        if (_following?.Newest is { } newest && newest.Sequence > View.Sequence) Show(newest);
    }

    /// <summary>Something that stands beside the gathering has changed: it is shown at the same pace.</summary>
    internal void Signal() => _following?.Signal();

    internal virtual void Show(Gathering gathering) => View = GatheringView.For(gathering, Actor);

    /// <summary>Asks for a change, and shows what came of it.</summary>
    /// <returns>What stood in the way, in words; null when it is kept.</returns>
    public async Task<string?> AskAsync(Change change) => Words(await ActAsync(() => AskNowAsync(change)));

    /// <summary>Asks for several changes that are undone as one step, until one is not kept.</summary>
    /// <returns>How many were kept; and what stood in the way of the next, in words, or null.</returns>
    public Task<(int Kept, string? Fault)> AskTogetherAsync(IReadOnlyList<Change> changes) => ActAsync(async () =>
    {
        var first = Guid.CreateVersion7();
        foreach (var (index, change) in changes.Index())
            if (Words(await AskNowAsync(change, index == 0 ? first : Step.IdOf(first, index))) is { } fault) return (index, fault);
        return (changes.Count, (string?)null);
    });

    /// <summary>Undoes what was done last. What can no longer be undone is passed over from then on.</summary>
    /// <returns>What stood in the way, in words; null when it is undone.</returns>
    public virtual Task<string?> UndoAsync() => ActAsync(async () =>
    {
        // In its turn: pressed before the answer has come, it is still the last press that is undone, and not the one before it.
        await LookBackAsync();
        if (Last is not { } last) return null;
        _acted = true;
        var reply = await StoredAsync(() => Services.UndoLog.UndoAsync(View.Id, Actor, last.Step.Entries));
        if (reply is null or Reply.Refused) _passed.UnionWith(last.Step.Entries.Select(entry => entry.Sequence));
        Show(await Services.Rooms.ReadAsync(View.Id));
        var fault = reply is null ? WordsOfNoWayBack(last.Step) : Words(reply);
        Tell(last.Words, fault);
        return fault;
    });

    /// <summary>Does something that is stored beside the log.</summary>
    /// <returns>What stood in the way, in words; null when it is stored.</returns>
    public async Task<string?> StoreAsync(Func<Task> store)
    {
        try
        {
            await store();
            return null;
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            return Services.Refusals.SayNotStored();
        }
    }

    /// <summary>What was done until now is not offered any more on this screen.</summary>
    public virtual void ForgetDone()
    {
        (_forgotten, Last) = (View.Sequence, null);
        _changed();
    }

    public virtual void Dispose()
    {
        _following?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a reply says; null when all is well.</summary>
    internal virtual string? Words(Reply reply) => reply switch
    {
        Reply.Refused refused => Services.Refusals.Say(refused.Refusal),
        Reply.NotStored away => Services.Refusals.Say(away),
        _ => null,
    };

    /// <summary>Does something when all that was asked for before has been answered. The one place where the order is kept.</summary>
    internal Task<T> InTurnAsync<T>(Func<Task<T>> act)
    {
        var turn = AfterAsync(SettledAsync());
        _asked = turn;
        return turn;

        async Task<T> AfterAsync(Task before)
        {
            await before;
            return await act();
        }
    }

    /// <summary>All that was asked for has been answered, or has hung for too long.</summary>
    private protected async Task SettledAsync() =>
        await _asked.WaitAsync(_longestTurn, Services.Time)
            .ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Acts in turn; what is shown afterwards is what came of it, with the way back.</summary>
    private protected async Task<T> ActAsync<T>(Func<Task<T>> act)
    {
        var answer = await InTurnAsync(act);
        if (_acted) await LookBackAsync();
        _changed();
        return answer;
    }

    /// <summary>Asks, in a turn, and shows what came of it.</summary>
    private protected async Task<Reply> AskNowAsync(Change change, Guid? id = null)
    {
        var reply = await SubmitAsync(change, id);
        if (reply is not Reply.NotStored) Show(await Services.Rooms.ReadAsync(View.Id));
        _acted |= reply is Reply.Kept && Undoes.Contains(Verbs.NameOf(change));
        return reply;
    }

    /// <summary>Asks, in a turn. What could not be stored keeps its id: once more is the same change, never a second one.</summary>
    private protected async Task<Reply> SubmitAsync(Change change, Guid? given = null)
    {
        var id = given ?? (_notStored is { } before && before.Change == change ? before.Id : Guid.CreateVersion7());
        var reply = await Services.Rooms.SubmitAsync(View.Id, Actor, change, id);
        _notStored = reply is Reply.NotStored ? (change, id) : null;
        return reply;
    }

    /// <summary>What was done, in words.</summary>
    private protected virtual string WordsOf(Step step, GatheringView before, IReadOnlyDictionary<Id<User>, string> names) => "";

    /// <summary>Why a step cannot be undone any more.</summary>
    private protected virtual string WordsOfNoWayBack(Step step) => Services.Refusals[nameof(RefusalReason.ChangedByOther)];

    /// <summary>Tells those who listen that a step is undone, or what stood in the way.</summary>
    private protected virtual void Tell(string undone, string? fault)
    {
    }

    /// <summary>Reads again what can be undone here.</summary>
    internal async Task LookBackAsync()
    {
        if (Undoes.Length == 0 || !View.Leads) return;
        (_acted, var turn) = (false, ++_looked);
        try
        {
            var last = await Services.UndoLog.LastAsync(
                View.Id, Undoes, Actor, entry => entry.Sequence <= _forgotten || _passed.Contains(entry.Sequence));
            var done = last is var (step, before) ? new DoneStep(step, await SayAsync(step, before)) : null;
            if (turn == _looked) Last = done;
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            // What is shown stands until the storage is back.
        }
    }

    private async Task<string> SayAsync(Step step, Gathering before)
    {
        var names = step.Change is Change.StaffAppointed { User: var user } ? await Services.Names.OfAsync([user]) : _noNames;
        var words = "";
        _reader.Run(() => words = WordsOf(step, GatheringView.For(before, Actor), names));
        return words;
    }

    private static async Task<Reply?> StoredAsync(Func<Task<Reply?>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            return new Reply.NotStored();
        }
    }

    private static readonly Dictionary<Id<User>, string> _noNames = [];
}

/// <summary>Something that was done on a screen and can be undone.</summary>
/// <param name="Step">What was done.</param>
/// <param name="Words">The same, in words.</param>
internal sealed record DoneStep(Step Step, string Words);
