using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme;

/// <summary>
/// Setting up a gathering: facts, those invited, blocks and talks, the group work, the colleagues. Saved as it is typed, live for all who
/// have it open.
/// </summary>
public sealed partial class ProgrammePage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    private ProgrammeSession? _session;
    private ISubscription? _following;
    private RenderPace? _pace;
    private Gathering? _newest;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    private IEnumerable<(string Part, string Words, int? Count)> Parts =>
    [
        ("fakta", T["FactsTitle"], null),
        ("hvem", T["PartiesTitle"], _session!.View.PartyCount),
        ("bolker", T["BlocksTitle"], _session.View.Blocks.Count),
        ("gruppearbeid", T["PlanTitle"], null),
        ("medarrangorer", T["StaffTitle"], _session.View.Staff.Count),
        ("oppbevaring", Retention["Title"], null),
    ];

    protected override async Task OnInitializedAsync()
    {
        var id = new Id<Gathering>(Id);
        var actor = await Services.Visitor.AsAccountAsync();
        _newest = await Services.Rooms.ReadAsync(id);
        if (!GatheringView.For(_newest, actor).FollowsAll)
        {
            Services.Navigation.NotFound();
            return;
        }

        _session = new ProgrammeSession(Services, _newest, actor, StateHasChanged);
        // A page that is only drawn once by the server follows nothing.
        if (RendererInfo.IsInteractive) await FollowAsync(id);
    }

    public void Dispose()
    {
        _following?.Dispose();
        _pace?.Dispose();
    }

    private async Task FollowAsync(Id<Gathering> id)
    {
        _pace = new RenderPace(Services.Time, Pace, () => _ = InvokeAsync(Take));
        _following = await Services.Rooms.FollowAsync(id, static _ => true, (gathering, _) =>
        {
            _newest = gathering;
            _pace.Signal();
            return Task.CompletedTask;
        });
        _session!.Show(_following.Current);
    }

    private void Take()
    {
        // What was asked for here may already be shown: an older snapshot never comes after a newer one.
        if (_newest!.Sequence > _session!.View.Sequence) _session.Show(_newest);
        if (!_session.View.FollowsAll) Services.Navigation.Refresh(forceReload: true);
        else StateHasChanged();
    }

    private Task<string?> UndoAsync() => _session!.UndoAsync();
}
