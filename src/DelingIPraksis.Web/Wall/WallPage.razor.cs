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
/// The shared screen. Its address alone is not enough: it also needs the gathering's code, or a role there. It shows what <see
/// cref="WallView"/> exposes: counts, and the notes that the facilitator shows.
/// </summary>
public sealed partial class WallPage(
    IRooms rooms,
    IVisitor visitor,
    IJoinCodeProvider wayIn,
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

    /// <summary>The gathering's code, for a screen without a sign-in.</summary>
    [SupplyParameterFromQuery(Name = "kode")]
    public string? Typed { get; set; }

    private ClockReading? Reading => _reading = ClockReading.Of(_wall?.Clock, _reading, time);

    private string Link => links.To(Addresses.Code(_code!.Value.Symbols)).AbsoluteUri;

    private static string ShownAddress(string address) =>
        new Uri(address).GetComponents(UriComponents.HostAndPort | UriComponents.Path, UriFormat.SafeUnescaped);

    private string Address => links.Spoken(Addresses.Join);

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

    // The code has forty bits and the address cannot be guessed, so no limit on attempts is needed.
    private async Task<bool> MaySeeAsync(Gathering gathering) =>
        gathering.RoleOf(await visitor.AsAccountAsync()) != Role.None || await wayIn.OpensAsync(gathering.Id, _opensWith);

    private void Take(DoorCode code)
    {
        _code = code;
        // With the old code in its address the wall would be refused after a reload, so its address is updated with the new code.
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
        // The address of the report is in the index. It is read when the group work is over.
        _report =
            wall is { Ended: true, Published: true } && await reports.SlugAsync(gathering.Id) is { } slug
                ? links.To(Addresses.Report(slug)).AbsoluteUri
                : null;
        _wall = wall;
    }

    // Most changes do not change any number here.
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
        // Where the board names the partner, the wall has a text for everybody. Otherwise it has the same question as the board.
        { Phase.Kind: var kind and (PhaseKind.CheckIn or PhaseKind.Presentation or PhaseKind.Feedback or PhaseKind.Plenary) } => T[
            $"Question{kind}"
        ],
        { Phase: { } phase } => Board[$"Phase{phase.Kind}Question"],
        _ => T["NotBegunHint"],
    };
}
