using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Live;

/// <summary>The view of one actor, as it is sent to a client. Made only from <see cref="GatheringView"/>.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Sequence">The place in the log that it shows.</param>
/// <param name="Title">The title of the gathering.</param>
/// <param name="Role">The actor's role.</param>
/// <param name="Party">The own party, or null.</param>
/// <param name="Parties">The parties, by name.</param>
/// <param name="Pairs">The pairs that everybody has been told.</param>
/// <param name="Stage">Where everybody is.</param>
/// <param name="Notes">The notes on the boards that the actor may read.</param>
public sealed record LiveView(
    Guid Gathering,
    long Sequence,
    string Title,
    Role Role,
    Guid? Party,
    IReadOnlyList<LiveParty> Parties,
    IReadOnlyList<LivePair> Pairs,
    LiveStage Stage,
    IReadOnlyList<LiveNote> Notes
)
{
    public static LiveView Of(GatheringView view, DateTimeOffset now) => new(
        view.Id.Value, view.Sequence, view.Facts.Title.Value, view.Role, view.OwnParty?.Id.Value,
        [.. view.Parties.Select(party => new LiveParty(party.Id.Value, party.Name.Value))],
        [.. view.Pairs.Select(LivePair.Of)], LiveStage.Of(view, now), [.. NotesOf(view).Select(LiveNote.Of)]);

    /// <summary>The notes of the boards that the actor may read: the own pair's, or all.</summary>
    public static IEnumerable<BoardNote> NotesOf(GatheringView view) => view.Pairs.SelectMany(view.Board);
}

/// <summary>The changes since the last message.</summary>
/// <param name="Gathering">The gathering.</param>
/// <param name="Sequence">The place in the log that is shown now.</param>
/// <param name="Stage">Where everybody is, when that has changed.</param>
/// <param name="Pairs">The pairs, when they have changed.</param>
/// <param name="Notes">The notes that are new or different.</param>
/// <param name="Gone">The notes that have been removed.</param>
public sealed record LiveChange(
    Guid Gathering,
    long Sequence,
    LiveStage? Stage,
    IReadOnlyList<LivePair>? Pairs,
    IReadOnlyList<LiveNote> Notes,
    IReadOnlyList<Guid> Gone
);

/// <summary>A party by name.</summary>
public sealed record LiveParty(Guid Id, string Name);

/// <summary>A pair and its members, in the order of their turns.</summary>
public sealed record LivePair(Guid Id, IReadOnlyList<Guid> Members, int Turn)
{
    public static LivePair Of(Pair pair) => new(pair.Id.Value, [.. pair.Members.Select(member => member.Value)], pair.Turn);
}

/// <summary>Where everybody is.</summary>
/// <param name="Position">The place in the plan; -1 before it has begun.</param>
/// <param name="Phase">The phase, or null.</param>
/// <param name="RemainingMilliseconds">The time left when this was made, negative when the time is up; null without a clock.</param>
/// <param name="Paused">Whether the clock is paused.</param>
/// <param name="Closed">Whether the group work is ended.</param>
/// <param name="Message">The message to all, or null.</param>
public sealed record LiveStage(int Position, PhaseKind? Phase, long? RemainingMilliseconds, bool Paused, bool Closed, string? Message)
{
    public static LiveStage Of(GatheringView view, DateTimeOffset now) => new(
        view.Position,
        view.Phase?.Kind,
        (long?)view.Clock?.Remaining(now).TotalMilliseconds,
        view.Clock?.PausedAt is not null,
        view.ClosedAt is not null,
        view.Message?.Text.Value
    );
}

/// <summary>A note on a board.</summary>
public sealed record LiveNote(
    Guid Id,
    Guid Party,
    NoteKind Kind,
    string Text,
    int Revision,
    long Sequence,
    IReadOnlyList<Guid> AgreedBy,
    IReadOnlyList<Guid> Votes
)
{
    public static LiveNote Of(BoardNote shown) => new(
        shown.Note.Id.Value, shown.Where.Party.Value, shown.Note.Kind, shown.Note.Text.Value, shown.Note.Revision, shown.Note.Sequence,
        [.. shown.Note.AgreedBy.Select(party => party.Value)], [.. shown.Note.Votes.Select(party => party.Value)]);
}

/// <summary>The result of a change.</summary>
/// <param name="Answer">
/// <c>kept</c>, <c>refused</c>, <c>not-stored</c> and <c>too-fast</c> (try again with the same id), <c>malformed</c> (it is no change) or
/// <c>no-seat</c> (it is not this browser's to ask).
/// </param>
/// <param name="Sequence">Its place in the log, when kept.</param>
/// <param name="Reason">Why, when refused.</param>
/// <param name="Limit">The number that belongs to the reason, or null.</param>
public sealed record LiveReply(string Answer, long? Sequence = null, RefusalReason? Reason = null, int? Limit = null)
{
    public static readonly LiveReply Malformed = new("malformed");
    public static readonly LiveReply NoSeat = new("no-seat");
    public static readonly LiveReply NotAllowed = new("refused", Reason: RefusalReason.NotAllowed);

    public static LiveReply Of(Reply reply) => reply switch
    {
        Reply.Kept kept => new("kept", kept.Sequence),
        Reply.Refused refused => new("refused", Reason: refused.Refusal.Reason, Limit: refused.Refusal.Limit),
        Reply.TooFast => new("too-fast"),
        _ => new("not-stored"),
    };
}
