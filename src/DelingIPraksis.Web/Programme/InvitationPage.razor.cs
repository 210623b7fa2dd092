using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme;

/// <summary>What is sent out: the code, a letter, a link for each party, the rooms; and who has prepared.</summary>
public sealed partial class InvitationPage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private Dictionary<Id<Party>, Uri> _links = [];
    private HashSet<Id<Party>> _linked = [];
    private Actor _actor = new Actor.Stranger();
    private GatheringView? _view;
    private Gathering? _newest;
    private DoorCode? _code;
    private IDisposable? _followingCode;
    private ISubscription? _following;
    private RenderPace? _pace;
    private string? _fault;
    private bool _linksRead;
    private bool _sure;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    [Inject]
    internal JoinCodes Codes { get; set; } = null!;

    private Uri JoinLink => Services.PublicLinks.To(_code is { } code ? Addresses.Code(code.Symbols) : Addresses.Join);

    protected override async Task OnInitializedAsync()
    {
        var id = new Id<Gathering>(Id);
        _actor = await Services.Visitor.AsAccountAsync();
        _newest = await Services.Rooms.ReadAsync(id);
        _view = GatheringView.For(_newest, _actor);
        if (!_view.Leads)
        {
            Services.Navigation.NotFound();
            return;
        }

        if (RendererInfo.IsInteractive) _followingCode = Services.WayIn.Follow(id, code => _ = InvokeAsync(() => Take(code)));
        _code = await Services.WayIn.CodeAsync(id);
        // Looking makes no links: only a page that somebody has open does.
        if (!RendererInfo.IsInteractive) return;
        await LinksAsync();
        _pace = new RenderPace(Services.Time, Pace, () => _ = InvokeAsync(TakeAsync));
        _following = await Services.Rooms.FollowAsync(id, static _ => true, (gathering, _) =>
        {
            _newest = gathering;
            _pace.Signal();
            return Task.CompletedTask;
        });
    }

    public void Dispose()
    {
        _following?.Dispose();
        _followingCode?.Dispose();
        _pace?.Dispose();
    }

    private void Take(DoorCode code)
    {
        _code = code;
        StateHasChanged();
    }

    private async Task TakeAsync()
    {
        _view = GatheringView.For(_newest!, _actor);
        if (!_view.Leads) Services.Navigation.Refresh(forceReload: true);
        else if (_view.Parties.Any(party => !_linked.Contains(party.Id))) await LinksAsync();
        StateHasChanged();
    }

    private Task LinksAsync() => TryAsync(async () =>
    {
        var tokens = await Services.Links.OfPartiesAsync(_view!.Id, [.. _view.Parties.Select(party => party.Id)]);
        _links = tokens.ToDictionary(token => token.Key, token => Services.PublicLinks.To(Addresses.OfParty(token.Value)));
        (_linksRead, _linked) = (true, [.. _view.Parties.Select(party => party.Id)]);
    });

    private Task RenewAsync(Party party) => TryAsync(async () =>
    {
        await Services.Links.RenewAsync(_view!.Id, party.Id);
        await LinksAsync();
        Services.Announcer.Say(T["LinkRenewed", party.Name]);
    });

    private Task NewCodeAsync() => TryAsync(async () =>
    {
        _code = await Codes.IssueAsync(_view!.Id);
        _sure = false;
        Services.Announcer.Say(T["NewCodeIs", _code.Value.Shown]);
    });

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            _fault = null;
            await act();
        }
        catch (Exception fault) when (Storing.IsAway(fault))
        {
            _fault = Services.Refusals.SayNotStored();
        }
    }
}
