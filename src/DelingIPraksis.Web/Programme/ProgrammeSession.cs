using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell.Parts;

namespace DelingIPraksis.Web.Programme;

/// <summary>
/// One open programme: what is saved, and the changes to the gathering. A change is always made to the newest state: when
/// somebody else was first, the same part is changed again in theirs.
/// </summary>
public sealed partial class ProgrammeSession : GatheringSession
{
    private const int Tries = 5;

    private static readonly string[] _undoes = [.. Verbs.UndoneOn<IOfProgramme>()];

    private readonly ProgrammeServices _services;
    private readonly Action _changed;
    private readonly Dictionary<string, SaveStatus> _unsaved = [];

    internal ProgrammeSession(ProgrammeServices services, Gathering gathering, Actor actor, Action changed)
        : base(services.Acting, gathering, actor, changed) => (_services, _changed) = (services, changed);

    /// <summary>The worst status of all fields: an unsent field comes before one that is being sent.</summary>
    public SaveStatus Status => _unsaved.Count == 0 ? SaveStatus.Saved : _unsaved.Values.Max();

    /// <summary>What would be undone now, or null.</summary>
    public string? WouldUndo => Last?.Words;

    private protected override string[] Undoes => _undoes;

    /// <summary>Sets the status of a field.</summary>
    public void Mark(string field, SaveStatus status)
    {
        if (_unsaved.GetValueOrDefault(field, SaveStatus.Saved) == status) return;
        if (status == SaveStatus.Saved) _unsaved.Remove(field);
        else _unsaved[field] = status;
        _changed();
    }

    /// <summary>Announces a text to screen readers.</summary>
    public void Say(string key, params object[] arguments) => _services.Announcer.Say(_services.Texts[key, arguments]);

    /// <summary>
    /// Changes a part of a talk, wherever it is now. A part that is null has been changed by somebody else meanwhile.
    /// </summary>
    public Task<string?> WriteTalkAsync(Id<Talk> id, Func<Talk, Talk?> part) => ActAsync(() => AgainAsync(() =>
        HomeOf(id) is not var (block, talk) ? new Change.TalkRemoved(id)
        : part(talk) is { } written ? new Change.TalkPut(block.Id, written, talk)
        : null
    ));

    /// <summary>Changes a part of the welcome. One that is null has been changed by somebody else meanwhile.</summary>
    public Task<string?> WelcomeAsync(Func<Welcome, Welcome?> part) => ActAsync(() => AgainAsync(() =>
        part(View.Welcome) is { } written ? new Change.WelcomeDescribed(written, View.Welcome) : null));

    /// <summary>
    /// Changes theme or plan of the group work, in the newest state. One that is null has been changed by somebody else.
    /// </summary>
    public Task<string?> PlanAsync(Func<PlainText, PlainText?> theme, Func<ImmutableList<Phase>, ImmutableList<Phase>?> plan) =>
        ActAsync(() => AgainAsync(() =>
    {
        var read = new PlanRead(View.Theme, [.. View.Plan]);
        return theme(read.Theme) is { } written && plan(read.Plan) is { } planned
            ? new Change.WorkshopPlanned(written, planned, read)
            : null;
    }));

    /// <summary>The block that a talk is in now, and the talk.</summary>
    public (Block Block, Talk Talk)? HomeOf(Id<Talk> id)
    {
        foreach (var block in View.Blocks)
            if (block.Talks.Find(talk => talk.Id == id) is { } talk) return (block, talk);
        return null;
    }

    private protected override string WordsOf(Step step, GatheringView before, IReadOnlyDictionary<Id<User>, string> names) =>
        _services.Words.Of(step, before, names);

    private protected override void Tell(string undone, string? fault) =>
        _services.Announcer.Say(fault ?? _services.Texts["Undone", undone]);

    private async Task<string?> AgainAsync(Func<Change?> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (change() is not { } asked) return Services.Refusals[nameof(RefusalReason.ChangedByOther)];
            var reply = await AskNowAsync(asked);
            if (reply is not Reply.Refused { Refusal.Reason: RefusalReason.ChangedByOther } || attempt == Tries) return Words(reply);
        }
    }
}
