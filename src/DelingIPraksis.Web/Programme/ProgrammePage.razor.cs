using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
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

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    private IEnumerable<(string Part, string Words, int? Count)> Parts =>
    [
        ("fakta", T["FactsTitle"], null),
        ("hvem", T["PartiesTitle"], _session!.View.PartyCount),
        ("kommer", Rsvp["ComingTitle"], _session.View.Rsvps.Values.Count(answer => answer.Comes)),
        ("bolker", T["BlocksTitle"], _session.View.Blocks.Count),
        ("gruppearbeid", T["PlanTitle"], null),
        ("holdt", T["HeldTitle"], null),
        ("medarrangorer", T["StaffTitle"], _session.View.Staff.Count),
        ("oppbevaring", Retention["Title"], null),
    ];

    protected override async Task OnInitializedAsync()
    {
        var id = new Id<Gathering>(Id);
        var actor = await Services.Visitor.AsAccountAsync();
        var session = new ProgrammeSession(Services, await Services.Acting.Rooms.ReadAsync(id), actor, StateHasChanged);
        if (!session.View.FollowsAll)
        {
            Services.Navigation.NotFound();
            return;
        }

        _session = session;
        // A prerendered page subscribes to nothing.
        if (RendererInfo.IsInteractive) await _session.FollowAsync(Pace, () => _ = InvokeAsync(Take));
    }

    public void Dispose() => _session?.Dispose();

    private void Take()
    {
        _session!.TakeNewest();
        if (!_session.View.FollowsAll) Services.Navigation.Refresh(forceReload: true);
        else StateHasChanged();
    }

    private Task<string?> UndoAsync() => _session!.UndoAsync();
}
