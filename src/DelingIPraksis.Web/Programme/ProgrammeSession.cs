using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Texts;

namespace DelingIPraksis.Web.Programme;

/// <summary>
/// One open programme: what it shows, the way to the room, what is saved, and the way back. What is changed is always a part of the newest
/// there
/// is: when somebody else was quicker, the same part is changed again in what they left.
/// </summary>
public sealed partial class ProgrammeSession
{
    private const int Tries = 5;

    private readonly ProgrammeServices _services;
    private readonly Action _changed;
    private readonly Dictionary<string, SaveStatus> _unsaved = [];
    private readonly Stack<Step> _done = [];
    private Task _asked = Task.CompletedTask;
    private (Change Change, Guid Id)? _notStored;

    internal ProgrammeSession(ProgrammeServices services, Gathering gathering, Actor actor, Action changed)
    {
        (_services, Actor, _changed) = (services, actor, changed);
        Show(gathering);
    }

    /// <summary>What the one who sets up may see.</summary>
    public GatheringView View { get; private set; } = null!;

    /// <summary>Who sets up.</summary>
    public Actor Actor { get; }

    /// <summary>Whether anything may be changed but those invited.</summary>
    public bool Owns => View.Owns;

    /// <summary>The worst of all fields: one that is not sent is told before one that is on its way.</summary>
    public SaveStatus Status => _unsaved.Count == 0 ? SaveStatus.Saved : _unsaved.Values.Max();

    /// <summary>What would be undone now, or null.</summary>
    public string? WouldUndo => _done.TryPeek(out var step) ? step.What : null;

    internal void Show(Gathering gathering) => View = GatheringView.For(gathering, Actor);

    /// <summary>A field says how it stands.</summary>
    public void Mark(string field, SaveStatus status)
    {
        if (_unsaved.GetValueOrDefault(field, SaveStatus.Saved) == status) return;
        if (status == SaveStatus.Saved) _unsaved.Remove(field);
        else _unsaved[field] = status;
        _changed();
    }

    /// <summary>Asks the room; the answer is what stood in the way, in words, or null when it is kept.</summary>
    public async Task<string?> AskAsync(Change change) => Words(await SubmitAsync(change));

    /// <summary>Asks, and remembers how it is undone.</summary>
    public async Task<string?> DoAsync(string what, Change change, params Change[] back)
    {
        var fault = await AskAsync(change);
        if (fault is null) Remember(change.GetType().Name + Guid.NewGuid(), what, () => AllAsync(back));
        return fault;
    }

    /// <summary>What was done can be undone. Letters typed one after another into one field are one step.</summary>
    public void Remember(string key, string what, Func<Task<string?>> back)
    {
        if (!(_done.TryPeek(out var last) && last.Key == key)) _done.Push(new(key, what, back));
        _changed();
    }

    /// <summary>Undoes the last step that was done here; what others have done since stays.</summary>
    public async Task<string?> UndoAsync()
    {
        // Pressed before the answer has come, it is still the last press that is undone, and not the one before it.
        await _asked;
        if (!_done.TryPop(out var step)) return null;
        var fault = await step.Back();
        _services.Announcer.Say(fault ?? _services.Texts["Undone", step.What]);
        _changed();
        return fault;
    }

    /// <summary>Says something to those who listen to the page.</summary>
    public void Say(string key, params object[] arguments) => _services.Announcer.Say(_services.Texts[key, arguments]);

    /// <summary>
    /// Changes a part of a talk, wherever it stands now; a part that is null is one that somebody else has changed meanwhile.
    /// </summary>
    public Task<string?> WriteTalkAsync(Id<Talk> id, Func<Talk, Talk?> part) => AgainAsync(() =>
            HomeOf(id) is not var (block, talk) ? new Change.TalkRemoved(id)
            : part(talk) is { } written ? new Change.TalkPut(block.Id, written, talk)
            : null
        );

    /// <summary>
    /// Changes theme or plan of the group work, in the newest there is; one that is null is one that somebody else has changed meanwhile.
    /// </summary>
    public Task<string?> PlanAsync(Func<PlainText, PlainText?> theme, Func<ImmutableList<Phase>, ImmutableList<Phase>?> plan) =>
        AgainAsync(() =>
    {
        var read = new PlanRead(View.Theme, [.. View.Plan]);
        return theme(read.Theme) is { } written && plan(read.Plan) is { } planned
            ? new Change.WorkshopPlanned(written, planned, read)
            : null;
    });

    /// <summary>The block a talk stands in now, and the talk.</summary>
    public (Block Block, Talk Talk)? HomeOf(Id<Talk> id)
    {
        foreach (var block in View.Blocks)
            if (block.Talks.Find(talk => talk.Id == id) is { } talk) return (block, talk);
        return null;
    }

    private async Task<string?> AgainAsync(Func<Change?> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (change() is not { } asked) return _services.Refusals[nameof(RefusalReason.ChangedByOther)];
            var reply = await SubmitAsync(asked);
            if (reply is not Reply.Refused { Refusal.Reason: RefusalReason.ChangedByOther } || attempt == Tries) return Words(reply);
        }
    }

    private async Task<string?> AllAsync(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
            if (await AskAsync(change) is { } fault) return fault;
        return null;
    }

    // One at a time, in the order they were asked for: a text that is saved because one presses somewhere else is done, and undone, in its
    // place.
    private async Task<Reply> SubmitAsync(Change change)
    {
        var before = _asked;
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked = answered.Task;
        await before;
        try
        {
            return await SubmitNowAsync(change);
        }
        finally
        {
            answered.SetResult();
        }
    }

    // What could not be stored keeps its id: once more is the same change, never a second one.
    private async Task<Reply> SubmitNowAsync(Change change)
    {
        var id = _notStored is { } before && before.Change == change ? before.Id : Guid.CreateVersion7();
        var reply = await _services.Rooms.SubmitAsync(View.Id, Actor, change, id);
        _notStored = reply is Reply.NotStored ? (change, id) : null;
        if (reply is not Reply.NotStored)
        {
            Show(await _services.Rooms.ReadAsync(View.Id));
            _changed();
        }

        return reply;
    }

    /// <summary>What an answer says; null when all is well.</summary>
    internal string? Words(Reply reply) => reply switch
    {
        Reply.Refused refused => _services.Refusals.Say(refused.Refusal),
        Reply.NotStored away => _services.Refusals.Say(away),
        _ => null,
    };

    private sealed record Step(string Key, string What, Func<Task<string?>> Back);
}
