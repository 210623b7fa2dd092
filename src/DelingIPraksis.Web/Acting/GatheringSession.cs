using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Acting;

/// <summary>
/// One open screen of a gathering, and the only way to change the gathering from it: the view, paced updates, changes submitted in order,
/// replies as text, and undo from the log. Each screen derives from this class and adds its own methods.
/// </summary>
public class GatheringSession : IDisposable
{
    // A change that hangs delays the next change no longer than this.
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

    /// <summary>What the actor may see of the gathering now.</summary>
    public GatheringView View { get; private set; }

    public Actor Actor { get; }

    /// <summary>Whether the actor owns the gathering and its report.</summary>
    public bool Owns => View.Owns;

    /// <summary>The newest step of this actor on this screen that can be undone; null when there is none.</summary>
    internal DoneStep? Last { get; private set; }

    private protected ActingServices Services { get; }

    /// <summary>
    /// The verbs that this screen undoes (<see cref="Verbs.UndoneOn"/>); empty when the screen does not offer undo this way.
    /// </summary>
    private protected virtual string[] Undoes => [];

    /// <summary>Starts to follow the gathering.</summary>
    /// <param name="pace">The shortest time between two updates.</param>
    /// <param name="render">Called outside the circuit. It must begin with <see cref="TakeNewest"/>.</param>
    internal async Task FollowAsync(TimeSpan pace, Action render)
    {
        _following = await PacedFollowing.StartAsync(Services.Rooms, Services.Time, View.Id, pace, render);
        TakeNewest();
        await LookBackAsync();
    }

    /// <summary>Shows the newest gathering received, but never one older than the gathering that this screen already shows.</summary>
    internal void TakeNewest()
    {
        if (_following?.Newest is { } newest && newest.Sequence > View.Sequence) Show(newest);
    }

    /// <summary>Reports a change that is stored beside the gathering. The screen shows it at the same pace.</summary>
    internal void Signal() => _following?.Signal();

    internal virtual void Show(Gathering gathering) => View = GatheringView.For(gathering, Actor);

    /// <summary>Submits a change, and shows its result.</summary>
    /// <returns>The text of the error; null when the change is kept.</returns>
    public async Task<string?> AskAsync(Change change) => Words(await ActAsync(() => AskNowAsync(change)));

    /// <summary>Submits several changes that are undone as one step. Stops at the first that is not kept.</summary>
    /// <returns>The number of changes kept, and the text of the error for the next one, or null.</returns>
    public Task<(int Kept, string? Fault)> AskTogetherAsync(IReadOnlyList<Change> changes) => ActAsync(async () =>
    {
        var first = Guid.CreateVersion7();
        foreach (var (index, change) in changes.Index())
            if (Words(await AskNowAsync(change, index == 0 ? first : Step.IdOf(first, index))) is { } fault) return (index, fault);
        return (changes.Count, (string?)null);
    });

    /// <summary>Undoes the newest step. A step that can no longer be undone is skipped from then on.</summary>
    /// <returns>The text of the error; null when the step is undone.</returns>
    public virtual Task<string?> UndoAsync() => ActAsync(async () =>
    {
        // Undo waits its turn. When it is pressed before the last change is answered, it must undo that change and not the one before.
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

    /// <summary>Stores something beside the log.</summary>
    /// <returns>The text of the error; null when it is stored.</returns>
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

    /// <summary>Stops offering undo on this screen for everything done until now.</summary>
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

    /// <summary>The text of a reply; null when there is no error.</summary>
    internal virtual string? Words(Reply reply) => reply switch
    {
        Reply.Refused refused => Services.Refusals.Say(refused.Refusal),
        Reply.NotStored away => Services.Refusals.Say(away),
        _ => null,
    };

    /// <summary>Runs an action when all earlier actions are answered. The order is kept only here.</summary>
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

    /// <summary>Completes when all earlier actions are answered, or when the wait has lasted too long.</summary>
    private protected async Task SettledAsync() =>
        await _asked.WaitAsync(_longestTurn, Services.Time)
            .ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Runs an action in its turn. Afterwards the screen shows the result, and what can be undone.</summary>
    private protected async Task<T> ActAsync<T>(Func<Task<T>> act)
    {
        var answer = await InTurnAsync(act);
        if (_acted) await LookBackAsync();
        // Not before: who asked empties its fields when it has the answer, and what is written in them after the result is shown would go.
        _changed();
        return answer;
    }

    /// <summary>Submits a change within a turn, and shows the result.</summary>
    private protected async Task<Reply> AskNowAsync(Change change, Guid? id = null)
    {
        var reply = await SubmitAsync(change, id);
        if (reply is not Reply.NotStored) Show(await Services.Rooms.ReadAsync(View.Id));
        _acted |= reply is Reply.Kept && Undoes.Contains(Verbs.NameOf(change));
        return reply;
    }

    /// <summary>
    /// Submits a change within a turn. A change that could not be stored keeps its id, so a second try is the same change.
    /// </summary>
    private protected async Task<Reply> SubmitAsync(Change change, Guid? given = null)
    {
        var id = given ?? (_notStored is { } before && before.Change == change ? before.Id : Guid.CreateVersion7());
        var reply = await Services.Rooms.SubmitAsync(View.Id, Actor, change, id);
        _notStored = reply is Reply.NotStored ? (change, id) : null;
        return reply;
    }

    /// <summary>Describes a step as text.</summary>
    private protected virtual string WordsOf(Step step, GatheringView before, IReadOnlyDictionary<Id<User>, string> names) => "";

    /// <summary>Explains why a step can no longer be undone.</summary>
    private protected virtual string WordsOfNoWayBack(Step step) => Services.Refusals[nameof(RefusalReason.ChangedByOther)];

    /// <summary>Announces that a step is undone, or the error.</summary>
    private protected virtual void Tell(string undone, string? fault)
    {
    }

    /// <summary>Reads again which step can be undone here.</summary>
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
            // The screen keeps what it shows until the storage works again.
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

/// <summary>A step on a screen that can be undone.</summary>
/// <param name="Step">The step.</param>
/// <param name="Words">The step described as text.</param>
internal sealed record DoneStep(Step Step, string Words);
