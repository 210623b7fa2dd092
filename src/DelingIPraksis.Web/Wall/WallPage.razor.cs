using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Wall;

/// <summary>
/// The shared screen. Its address alone lets nobody in: it also takes the gathering's code, or a role there. It shows what
/// <see cref="WallView"/> hands out: counts, and the notes that the facilitator has put there.
/// </summary>
public sealed partial class WallPage(
    IRooms rooms,
    IVisitor visitor,
    IWayIn wayIn,
    IReportAddresses reports,
    NavigationManager navigation,
    PublicLinks links,
    TimeProvider time
) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private PacedFollowing? _following;
    private ClockReading? _reading;
    private Gathering? _newest;
    private WallView? _wall;
    private DoorCode? _code;
    private string? _opensWith;
    private IDisposable? _followingCode;
    private string? _report;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The gathering's code, for a screen on which nobody has signed in.</summary>
    [SupplyParameterFromQuery(Name = "kode")]
    public string? Typed { get; set; }

    private ClockReading? Reading => _reading = ClockReading.Of(_wall?.Clock, _reading, time);

    private string Link => links.To(AccessPaths.Code(_code!.Value)).AbsoluteUri;

    private string Address => links.Spoken(AccessPaths.Join);

    protected override async Task OnInitializedAsync()
    {
        _opensWith = Typed;
        var id = new Id<Gathering>(Id);
        var gathering = await rooms.ReadAsync(id);
        if (!gathering.Exists || !await MaySeeAsync(gathering))
        {
            navigation.NotFound();
            return;
        }

        visitor.Changed += LookAgain;
        if (RendererInfo.IsInteractive) _followingCode = wayIn.Follow(id, code => _ = InvokeAsync(() => Take(code)));
        _code = await wayIn.CodeAsync(id);
        await TakeAsync(gathering);
        if (!RendererInfo.IsInteractive) return;
        _following = await PacedFollowing.StartAsync(rooms, time, id, Pace, () => _ = InvokeAsync(RefreshAsync));
        await TakeAsync(_following.Newest);
    }

    public void Dispose()
    {
        visitor.Changed -= LookAgain;
        _following?.Dispose();
        _followingCode?.Dispose();
    }

    private void LookAgain() => _ = InvokeAsync(async () =>
    {
        if (_newest is null || await MaySeeAsync(_newest)) return;
        _following?.Dispose();
        _followingCode?.Dispose();
        _wall = null;
        navigation.NotFound();
    });

    // A code of forty bits and an address nobody can guess: no limit on tries is needed here.
    private async Task<bool> MaySeeAsync(Gathering gathering) =>
        gathering.RoleOf(await visitor.AsAccountAsync()) != Role.None || await wayIn.OpensAsync(gathering.Id, _opensWith);

    private void Take(DoorCode code)
    {
        _code = code;
        // A wall that was opened with the old code would be turned away when it is fetched again: its address follows the code.
        if (_opensWith is not null)
        {
            _opensWith = code.Symbols;
            navigation.NavigateTo(navigation.GetUriWithQueryParameter("kode", code.Symbols), replace: true);
        }

        StateHasChanged();
    }

    private async Task TakeAsync(Gathering gathering)
    {
        _newest = gathering;
        var wall = WallView.For(gathering);
        // The report has its address from the index, and is asked for when the group work is over.
        _report =
            wall is { Ended: true, Published: true } && await reports.SlugAsync(gathering.Id) is { } slug
                ? links.To($"rapporter/{slug}").AbsoluteUri
                : null;
        _wall = wall;
    }

    // Most of what happens in a room changes no figure here.
    private async Task RefreshAsync()
    {
        var newest = _following!.Newest;
        if (WallView.For(newest) == _wall) return;
        await TakeAsync(newest);
        StateHasChanged();
    }

    private static bool IsJoining(WallView wall) => wall is { Ended: false, DoorOpen: true, Phase: null or { Kind: PhaseKind.CheckIn } };

    private string Title(WallView wall) => wall switch
    {
        { Ended: true } => T["Ended"],
        { Phase: { } phase } => Phases[phase.Kind.ToString()],
        _ => T["NotBegun"],
    };

    private string Question(WallView wall) => wall switch
    {
        { Ended: true } => Board["PhaseClosedQuestion"],
        // Where the board names the partner, the wall says it to all; else it asks what the board asks, in the same words.
        { Phase.Kind: var kind and (PhaseKind.CheckIn or PhaseKind.Presentation or PhaseKind.Feedback or PhaseKind.Plenary) } => T[
            $"Question{kind}"
        ],
        { Phase: { } phase } => Board[$"Phase{phase.Kind}Question"],
        _ => T["NotBegunHint"],
    };
}
