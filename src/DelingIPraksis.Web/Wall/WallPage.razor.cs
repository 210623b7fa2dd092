using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Wall;

/// <summary>
/// The shared screen. Its address alone lets nobody in: it also takes the gathering's code, or a role there. It shows what
/// <see cref="WallView"/> hands out: counts, and the notes that the facilitator has put there.
/// </summary>
public sealed partial class WallPage(IRooms rooms, IVisitor visitor, IWayIn wayIn, NavigationManager navigation, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private RenderPace? _pace;
    private ISubscription? _following;
    private ClockReading? _reading;
    private Gathering? _newest;
    private WallView? _wall;
    private DoorCode? _code;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The gathering's code, for a screen on which nobody has signed in.</summary>
    [SupplyParameterFromQuery(Name = "kode")]
    public string? Typed { get; set; }

    private ClockReading? Reading => _reading = ClockReading.Of(_wall?.Clock, _reading, time);

    private string Link => $"{navigation.BaseUri}k/{_code!.Value.Symbols}";

    private string Address => $"{new Uri(navigation.BaseUri).Authority}/bli-med";

    protected override async Task OnInitializedAsync()
    {
        var id = new Id<Gathering>(Id);
        var gathering = await rooms.ReadAsync(id);
        if (!gathering.Exists || !await MaySeeAsync(gathering))
        {
            navigation.NotFound();
            return;
        }

        _code = await wayIn.CodeAsync(id);
        (_newest, _wall) = (gathering, WallView.For(gathering));
        if (!RendererInfo.IsInteractive) return;
        _pace = new RenderPace(time, Pace, () => _ = InvokeAsync(Refresh));
        _following = await rooms.FollowAsync(id, static _ => true, (newest, _) =>
        {
            _newest = newest;
            _pace.Signal();
            return Task.CompletedTask;
        });
        (_newest, _wall) = (_following.Current, WallView.For(_following.Current));
    }

    public void Dispose()
    {
        _following?.Dispose();
        _pace?.Dispose();
    }

    // A code of forty bits and an address nobody can guess: no limit on tries is needed here.
    private async Task<bool> MaySeeAsync(Gathering gathering) =>
        gathering.RoleOf(await visitor.AsAccountAsync()) != Role.None || await wayIn.OpensAsync(gathering.Id, Typed);

    // Most of what happens in a room changes no figure here.
    private void Refresh()
    {
        var wall = WallView.For(_newest!);
        if (wall == _wall) return;
        _wall = wall;
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
        { Ended: true } => T["EndedHint"],
        { Phase: { } phase } => T[$"Question{phase.Kind}"],
        _ => T["NotBegunHint"],
    };
}
