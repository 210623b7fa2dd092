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
/// The participants' board: the live part of <see cref="SeatPage"/>. It follows the gathering and decides when to draw.
/// <see cref="StageScreen"/> shows each phase. The browser's side (js/board/board.js) and <see cref="BoardBridge"/> keep what people write.
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
    /// The field that the person writes in, or null. It is kept over a pause, so that the page comes back in the same field and step.
    /// </summary>
    [PersistentState]
    public string? WritingIn { get; set; }

    /// <summary>The step that is shown while the person writes in a field and the others have moved on; null otherwise.</summary>
    [PersistentState]
    public BoardStage? Behind { get; set; }

    /// <summary>Whether this person joined in the middle of the group work.</summary>
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

    // The person left in another window of this browser: this window shows and does nothing more. A person who was shown out is still that
    // person in this browser; the gathering's own news tells about it, with the unsent words.
    private void LookAgain() => _ = InvokeAsync(async () =>
    {
        if (_session is null || await Visitor.FindKnockAsync(new Id<Person>(Person)) is not null) return;
        _session.Dispose();
        (_session, _looking) = (null, false);
        _reader.Run(StateHasChanged);
    });

    // The browser recognises a new step by this, and scrolls to its top (js/lib/stable-page.js).
    private string Step => string.Create(CultureInfo.InvariantCulture, $"{_stage.Position} {_stage.Closed} {_stage.Turn}");

    private string Key => new Id<Person>(Person).ToString();

    private Task OnNewsAsync(BoardSession session, Gathering gathering) => InvokeAsync(async () =>
    {
        // The person has moved to another party: the board and the document around it are different, so the page is reloaded.
        if (gathering.PartyOf(session.Seat.Actor) is { } party && party != session.Seat.Party)
        {
            Navigation.Refresh(forceReload: true);
            return;
        }

        var members = session.View.OwnPair?.Members;
        _reader.Run(() => Take(session, gathering));
        // The people of a new pair may have been here before it was made, without a change of presence.
        if (session.View.OwnPair?.Members != members) await session.MeetAsync();
        _reader.Run(StateHasChanged);
    });

    private void Take(BoardSession session, Gathering gathering)
    {
        var before = session.View;
        session.Take(gathering);
        // The board does not move while the person writes: a bar says what is next, and the board moves when the person leaves the field.
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
