using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell.Parts;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// One open board: the newest view of the gathering, who is here, and the way to ask for a change. A thousand may be open at once, so each
/// holds references to shared objects and little of its own.
/// </summary>
public sealed class BoardSession : GatheringSession
{
    private readonly BoardSessions _all;
    private readonly List<IDisposable> _open = [];
    private IReadOnlyDictionary<Id<Person>, string> _names;
    private ImmutableHashSet<Id<Party>> _circle = [];
    private BoardSlice _slice;

    internal BoardSession(BoardSessions all, Seat seat, Gathering gathering, IReadOnlyDictionary<Id<Person>, string> names)
        : base(all.Acting, gathering, seat.Actor)
    {
        (_all, Seat, _names) = (all, seat, names);
        _slice = BoardSlice.Of(gathering, seat.Actor);
        Here = PairPresence.None;
        OpenedAt = Time.GetUtcNow();
        DrawCircle();
    }

    /// <summary>When this board was opened, UTC. The browser counts from it.</summary>
    public DateTimeOffset OpenedAt { get; }

    public Seat Seat { get; }

    /// <summary>Who is here now, as far as this board shows it.</summary>
    public PairPresence Here { get; private set; }

    public TimeProvider Time => Services.Time;

    /// <summary>The partners, in the order of their turns; empty when the party is not in a pair.</summary>
    public IEnumerable<Party> Partners => View.OwnPair is { } pair ? View.MembersOf(pair).Where(member => member.Id != Seat.Party) : [];

    /// <summary>Follows the gathering and the presence. <paramref name="onChange"/> is called outside the circuit.</summary>
    public async Task FollowAsync(Func<Gathering, Task> onChange, Func<Task> onCompany)
    {
        var following = await Services.Rooms.FollowAsync(
            Seat.Gathering,
            Concerns,
            (gathering, _) => IsNews(gathering) ? onChange(gathering) : Task.CompletedTask
        );
        _open.Add(following);
        _open.Add(_all.Screens.Enter(Seat.Gathering, Seat.Person, Seat.Party));
        _open.Add(
            _all.Presence.Follow(
                Seat.Gathering,
                () => PresenceHasChanged() ? onCompany() : Task.CompletedTask,
                party => ShowsAll || _circle.Contains(party)
            )
        );
        Take(following.Current);
        await MeetAsync();
    }

    /// <summary>Shows a snapshot, unless it is older than the view.</summary>
    public void Take(Gathering gathering)
    {
        if (gathering.Sequence < View.Sequence) return;
        Show(gathering);
        _slice = BoardSlice.Of(gathering, Seat.Actor);
        DrawCircle();
    }

    /// <summary>Reads who is here, and the names of new people.</summary>
    public async Task MeetAsync()
    {
        var here = PairPresence.Of(_all.Presence.Of(Seat.Gathering), _circle, ShowsAll);
        if (here.People.Any(person => !_names.ContainsKey(person.Key))) _names = await _all.People.NamesAsync(Seat.Gathering);
        Here = here;
    }

    /// <summary>What this seat may see after everything it has written is kept.</summary>
    public async Task<GatheringView> WrittenAsync()
    {
        await SettledAsync();
        return await NewestAsync();
    }

    /// <summary>
    /// The sequences in the log of the facilitator's messages that are closed in this browser, now or before a reload.
    /// Null until the browser has sent them, so that a closed message does not cover the field for a moment.
    /// </summary>
    public HashSet<long>? Closed { get; private set; }

    /// <summary>Adds the messages that the browser says are closed in it.</summary>
    internal void RememberClosed(IEnumerable<long> sequences) => Closed = [.. Closed ?? [], .. sequences];

    /// <summary>
    /// The act and the reason, when the last press here was refused; null when it was not.
    /// </summary>
    public (string Act, string Words)? Refused { get; private set; }

    /// <summary>Shows a change to a note before the server has answered; null when the screen shows no notes.</summary>
    internal NoteActions? Notes { get; set; }

    /// <summary>Why the last press was refused, if it was this act; otherwise null.</summary>
    public string? RefusalOf(string act) => Refused is { } refused && refused.Act == act ? refused.Words : null;

    /// <summary>Does what a press asks for, after everything written before it. The same id is done once.</summary>
    internal async Task<BoardResponse> ActAsync(BoardRequest piece)
    {
        if (BoardAction.Read(piece.Field, piece.Text ?? "", await WrittenAsync()) is not { } change) return new(Kept: false, Message: "");
        var answer = Notes is { } notes
            ? await notes.ShowAsync(change, () => AnswerAsync(change, piece.Id))
            : await AnswerAsync(change, piece.Id);
        Refused = answer is { Kept: false, Message: { } words } ? (piece.Field, words) : null;
        return answer;
    }

    /// <summary>Asks for a change that is not writing, after everything written before it. Returns null, or the refusal in words.</summary>
    public async Task<string?> DoAsync(Change change) => Words(await InTurnAsync(() => SubmitAsync(change)));

    /// <summary>
    /// Says what became of a promise that the party made at an earlier gathering. Returns null, or the refusal in words. The application
    /// asks: this seat shows which party it is, and has no place there.
    /// </summary>
    internal async Task<string?> AnswerEarlierAsync(Id<Gathering> earlier, Change.PromiseAnswered answer) =>
        Words(await InTurnAsync(() => Services.Rooms.SubmitAsync(earlier, new Actor.Application(), answer, Guid.CreateVersion7())));

    /// <summary>Keeps a piece of writing. When somebody else has changed the text, the answer holds the newest text.</summary>
    public async Task<BoardResponse> WriteAsync(WritingPlace place, BoardRequest piece)
    {
        var answer = await AnswerAsync(place.ToChange(piece), piece.Id);
        if (answer.Reason != RefusalReason.ChangedByOther) return answer;
        var newest = place.In(await NewestAsync()) ?? WrittenText.None;
        return new(Kept: false, Theirs: new Theirs(newest.Text.Value, newest.Revision, NameOf(newest.By)));
    }

    /// <summary>Tells where this person is writing; null when the person no longer writes.</summary>
    public void Writes(string? where) => _all.Presence.Write(Seat.Gathering, Seat.Person, Seat.Party, where);

    public Task<IReadOnlyDictionary<string, string>> DraftsAsync() => _all.Drafts.OfAsync(Seat.Person);

    public Task KeepDraftAsync(string field, string text) => _all.Drafts.KeepAsync(Seat.Person, field, text);

    public string NameOf(Id<Party> party) => View.Party(party)?.Name.Value ?? "";

    /// <summary>The name that a person gave when joining, or null.</summary>
    public string? NameOf(Id<Person>? person) => person is { } id ? _names.GetValueOrDefault(id) : null;

    /// <summary>What a party does now, as the others may know it: never the field, and never the text.</summary>
    public PartnerActivity ActivityOf(Id<Party> party) => !Here.People.Any(person => person.Value == party)
        ? PartnerActivity.Away
        : Here.Writing.Where(writing => writing.Party == party).Select(writing => writing.Where.Split('/', ':')[0]).FirstOrDefault() switch
        {
            "feedback" => PartnerActivity.WritesFeedback,
            "answer" => PartnerActivity.WritesAnswer,
            "listening" => PartnerActivity.TakesNotes,
            null => PartnerActivities.WhenSilent(View, Seat.Party, party),
            _ => PartnerActivity.Writes,
        };

    /// <summary>Colleagues who write in this field now, by name where they gave one.</summary>
    public IEnumerable<string?> ColleaguesAt(WritingPlace place) => Here.Writing
        .Where(writing => writing.Party == Seat.Party && writing.Person != Seat.Person && writing.Where == place.Key)
        .Select(writing => NameOf(writing.Person));

    /// <summary>The slug of the published report, or null.</summary>
    public Task<string?> ReportAsync() =>
        View.Publication is null ? Task.FromResult<string?>(null) : _all.Reports.SlugAsync(Seat.Gathering);

    /// <summary>The shape of a party in this pair.</summary>
    public MarkShape ShapeOf(Id<Party> party) => (MarkShape)Math.Max(0, View.OwnPair?.Members.IndexOf(party) ?? 0);

    public override void Dispose()
    {
        foreach (var open in _open) open.Dispose();
        _open.Clear();
        base.Dispose();
    }

    // In a large gathering, to show everybody who has come would redraw every screen each time a person joins.
    private bool ShowsAll => View.PartyCount <= PairPresence.Small;

    private bool Concerns(Impact impact) => impact.Everybody || impact.Parties.Overlaps(_circle);

    private bool IsNews(Gathering gathering) => gathering.Sequence > View.Sequence && BoardSlice.Of(gathering, Seat.Actor) != _slice;

    private bool PresenceHasChanged() => !PairPresence.Of(_all.Presence.Of(Seat.Gathering), _circle, ShowsAll).Equals(Here);

    private void DrawCircle() => _circle = View.OwnPair is { } pair ? [.. pair.Members] : [Seat.Party];

    private async Task<GatheringView> NewestAsync() => GatheringView.For(await Services.Rooms.ReadAsync(Seat.Gathering), Seat.Actor);

    private async Task<BoardResponse> AnswerAsync(Change change, Guid id) => await InTurnAsync(() => SubmitAsync(change, id)) switch
    {
        Reply.Kept => new(Kept: true),
        Reply.Refused refused => new(Kept: false, Message: Words(refused)) { Reason = refused.Refusal.Reason },
        _ => new(Kept: false, Retry: true),
    };
}
