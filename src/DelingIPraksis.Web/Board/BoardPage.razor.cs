using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using PersistentStateAttribute = Microsoft.AspNetCore.Components.PersistentStateAttribute;

namespace DelingIPraksis.Web.Board;

/// <summary>
/// The participants' board: the live part of <see cref="SeatPage"/>. It follows the gathering and decides when there is something to draw;
/// what each phase shows is in <see cref="StageScreen"/>, and what people write is kept by the browser's side (js/board/board.js) and
/// <see cref="BoardBridge"/>.
/// </summary>
public partial class BoardPage : ComponentBase, IDisposable
{
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private BoardSession? _session;
    private BoardStage _stage = new(-1, Closed: false);
    private Guid _opened;
    private bool _looking = true;

    [Parameter, EditorRequired]
    public Guid Person { get; set; }

    /// <summary>
    /// The field one is at work in, or null. A page that comes back after a pause is still there, on the step it stands on.
    /// </summary>
    [PersistentState]
    public string? WritingIn { get; set; }

    /// <summary>The step that is shown while one is at work in a field and the others have moved on; null otherwise.</summary>
    [PersistentState]
    public BoardStage? Behind { get; set; }

    /// <summary>Whether this person has come in the middle of it.</summary>
    [Parameter]
    public bool Late { get; set; }

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private BoardSessions Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private Announcer Announcer { get; set; } = null!;

    public void Dispose()
    {
        Visitor.Changed -= LookAgain;
        _session?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Visitor.Changed += LookAgain;

    protected override async Task OnParametersSetAsync()
    {
        if (_opened == Person) return;
        _opened = Person;
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        _session?.Dispose();
        _session = null;
        if (await Visitor.FindSeatAsync(new Id<Person>(Person)) is not { } seat)
        {
            _looking = false;
            return;
        }

        var session = await Sessions.OpenAsync(seat);
        if (RendererInfo.IsInteractive)
            await session.FollowAsync(gathering => OnNewsAsync(session, gathering), () => OnCompanyAsync(session));
        _session = session;
        _stage = Behind ?? BoardStage.Of(session.View);
    }

    // Left in another window of this browser: nothing more is shown, or done, here. Who was shown out still is that person, and is told so
    // by the gathering's own news, with the words that wait.
    private void LookAgain() => _ = InvokeAsync(async () =>
    {
        if (_session is null || await Visitor.FindKnockAsync(new Id<Person>(Person)) is not null) return;
        _session.Dispose();
        (_session, _looking) = (null, false);
        _reader.Run(StateHasChanged);
    });

    // What the browser knows a step by: it begins at its top (js/lib/stable-page.js).
    private string Step => string.Create(CultureInfo.InvariantCulture, $"{_stage.Position} {_stage.Closed} {_stage.Turn}");

    private string Key => new Id<Person>(Person).ToString();

    private Task OnNewsAsync(BoardSession session, Gathering gathering) => InvokeAsync(async () =>
    {
        // The same person, for another party since: in this window too it is another board, and another document around it.
        if (gathering.PartyOf(session.Seat.Actor) is { } party && party != session.Seat.Party)
        {
            Navigation.Refresh(forceReload: true);
            return;
        }

        var members = session.View.OwnPair?.Members;
        _reader.Run(() => Take(session, gathering));
        // Whom one is to share with may have been here all the time.
        if (session.View.OwnPair?.Members != members) await session.MeetAsync();
        _reader.Run(StateHasChanged);
    });

    private void Take(BoardSession session, Gathering gathering)
    {
        var before = session.View;
        session.Take(gathering);
        // Who is writing is not dragged away: a bar says what is next, and the move comes when the field is left.
        if (WritingIn is null) _stage = BoardStage.Of(session.View);
        Behind = WritingIn is null ? null : _stage;
        foreach (var sentence in BoardAnnouncements.Between(before, session, T, _stage)) Announcer.Say(sentence);
        foreach (var (partner, notes) in BoardAnnouncements.Notes(before, session))
            Announcer.Count(partner.Id.ToString(), notes, count => SayNotes(count, partner.Name.Value));
    }

    // Hazard: the timer's thread does not have the reader's `CurrentUICulture`.
    private string SayNotes(int count, string partner)
    {
        var words = "";
        _reader.Run(() => words = count == 1 ? T["SayNote", partner] : N["SayNotes", count, partner]);
        return words;
    }

    private Task OnCompanyAsync(BoardSession session) => InvokeAsync(async () =>
    {
        await session.MeetAsync();
        _reader.Run(StateHasChanged);
    });

    private Task DrawAsync() => InvokeAsync(() => _reader.Run(StateHasChanged));

    private void Move()
    {
        if (_session is null) return;
        (WritingIn, Behind) = (null, null);
        _stage = BoardStage.Of(_session.View);
    }

    private Task Writes(string? field) => InvokeAsync(() =>
    {
        WritingIn = field;
        if (field is null) Behind = null;
        if (field is not null || _session is null || _stage == BoardStage.Of(_session.View)) return;
        _reader.Run(() =>
        {
            Move();
            StateHasChanged();
        });
    });
}
