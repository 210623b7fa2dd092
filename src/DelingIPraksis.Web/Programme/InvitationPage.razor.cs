using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme;

/// <summary>What the organiser sends: the code, a letter, a link for each party, the rooms. And who has prepared.</summary>
public sealed partial class InvitationPage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private Dictionary<Id<Party>, Uri> _links = [];
    private HashSet<Id<Party>> _linked = [];
    private GatheringSession? _session;
    private DoorCode? _code;
    private IDisposable? _followingCode;
    private string? _fault;
    private bool _linksRead;
    private bool _sure;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    [Inject]
    internal JoinCodes Codes { get; set; } = null!;

    private GatheringView View => _session!.View;

    private Uri JoinLink => Services.PublicLinks.To(_code is { } code ? Addresses.Code(code.Symbols) : Addresses.Join);

    protected override async Task OnInitializedAsync()
    {
        var id = new Id<Gathering>(Id);
        var gathering = await Services.Acting.Rooms.ReadAsync(id);
        _session = new GatheringSession(Services.Acting, gathering, await Services.Visitor.AsAccountAsync());
        if (!_session.View.Leads)
        {
            Services.Navigation.NotFound();
            return;
        }

        if (RendererInfo.IsInteractive) _followingCode = Services.JoinCodeProvider.Follow(id, code => _ = InvokeAsync(() => Take(code)));
        _code = await Services.JoinCodeProvider.CodeAsync(id);
        // A prerendered page makes no links; only an open page does.
        if (!RendererInfo.IsInteractive) return;
        await LinksAsync();
        await _session.FollowAsync(Pace, () => _ = InvokeAsync(TakeAsync));
    }

    public void Dispose()
    {
        _session?.Dispose();
        _followingCode?.Dispose();
    }

    private void Take(DoorCode code)
    {
        _code = code;
        StateHasChanged();
    }

    private async Task TakeAsync()
    {
        _session!.TakeNewest();
        if (!_session.View.Leads) Services.Navigation.Refresh(forceReload: true);
        else if (View.Parties.Any(party => !_linked.Contains(party.Id))) await LinksAsync();
        StateHasChanged();
    }

    private Task LinksAsync() => TryAsync(async () =>
    {
        var tokens = await Services.Links.OfPartiesAsync(View.Id, [.. View.Parties.Select(party => party.Id)]);
        _links = tokens.ToDictionary(token => token.Key, token => Services.PublicLinks.To(Addresses.OfParty(token.Value)));
        (_linksRead, _linked) = (true, [.. View.Parties.Select(party => party.Id)]);
    });

    private Task RenewAsync(Party party) => TryAsync(async () =>
    {
        await Services.Links.RenewAsync(View.Id, party.Id);
        await LinksAsync();
        Services.Announcer.Say(T["LinkRenewed", party.Name]);
    });

    private Task NewCodeAsync() => TryAsync(async () =>
    {
        _code = await Codes.IssueAsync(View.Id);
        _sure = false;
        Services.Announcer.Say(T["NewCodeIs", _code.Value.Shown]);
    });

    private async Task TryAsync(Func<Task> act) => _fault = await _session!.StoreAsync(act);
}
