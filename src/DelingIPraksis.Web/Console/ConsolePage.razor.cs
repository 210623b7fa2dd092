using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Mud;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DelingIPraksis.Web.Console;

/// <summary>The facilitator's screen. An observer sees the same and can change nothing. Others get «not found».</summary>
public sealed partial class ConsolePage : ComponentBase, IAsyncDisposable
{
    // The number of pairs that can be seen without sorting or search.
    private const int InOneGlance = 8;

    private IReadOnlyList<PairLine> _lines = [];
    private PresenceSnapshot _presence = PresenceSnapshot.Nobody;
    private GatheringView? _view;
    private ConsoleSession? _session;
    private ConsoleFeed? _feed;
    private ShortcutKeys? _keys;
    private Id<Pair>? _reading;
    private DoorCode? _code;
    private IDisposable? _followingCode;
    private string? _said;
    private string _find = "";
    private bool _pairing;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The order of the pairs, kept in the address so that it survives a reload.</summary>
    [SupplyParameterFromQuery(Name = "sorter")]
    public string? OrderInAddress { get; set; }

    private PairOrder Order => PairOrders.Parse(OrderInAddress);

    private bool IsMany => _view is { Pairs.Count: > InOneGlance };

    private bool ShowsPairs => _view is { Pairs.Count: > 0 } && (!_pairing || _view.ClosedAt is not null || !_view.Leads);

    [Inject]
    internal ConsoleServices Services { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var gathering = new Id<Gathering>(Id);
        var actor = await Services.Visitor.AsAccountAsync();
        _session = new ConsoleSession(Services, await Services.Acting.Rooms.ReadAsync(gathering), actor, Refresh);
        if (!_session.View.FollowsAll)
        {
            Services.Navigation.NotFound();
            return;
        }

        if (RendererInfo.IsInteractive)
            _followingCode = Services.JoinCodeProvider.Follow(gathering, code => _ = InvokeAsync(() => Take(code)));
        _code = await Services.JoinCodeProvider.CodeAsync(gathering);
        _feed = new ConsoleFeed(Services, _session);
        // A prerendered page subscribes to nothing.
        if (RendererInfo.IsInteractive) await _feed.StartAsync(() => _ = InvokeAsync(Refresh));
        Refresh();
    }

    private async Task ListenAsync()
    {
        _keys = new ShortcutKeys(Services.Script);
        await _keys.ListenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _feed?.Dispose();
        _followingCode?.Dispose();
        if (_keys is not null) await _keys.DisposeAsync();
    }

    private void Take(DoorCode code)
    {
        _code = code;
        StateHasChanged();
    }

    private void Refresh()
    {
        (_view, _presence, var lines) = _feed!.Read(Order);
        // The rehearsal was erased elsewhere, or the role was withdrawn.
        if (!_view.FollowsAll)
        {
            Services.Navigation.NavigateTo(Addresses.Gatherings, forceLoad: true);
            return;
        }

        _lines = _find.Length == 0 ? lines : [.. lines.Where(line => MunicipalityRegister.IsContainedIn(_find, line.Names))];
        foreach (var words in _feed.News(_view)) Services.Announcer.Say(words);
        StateHasChanged();
    }

    private void Sort(PairOrder order)
    {
        OrderInAddress = order.ToString();
        Services.Navigation.NavigateTo(
            Services.Navigation.GetUriWithQueryParameter("sorter", order == PairOrder.Need ? null : order.ToString()),
            replace: true
        );
        Refresh();
    }

    private void Find(string words)
    {
        _find = words.Trim();
        Refresh();
    }

    private void Read(Id<Pair> pair) => _reading = pair;

    private async Task CloseAsync()
    {
        var read = _reading;
        _reading = null;
        if (_keys is not null && read is { } pair) await _keys.FocusAsync($"[data-pair='{pair}']");
    }

    private Task<IDialogReference> ShowCodeAsync() =>
        Services.Dialogs.ShowAsync<JoinDialog>(
            T["JoinTitle"],
            new DialogParameters<JoinDialog>
            {
                { dialog => dialog.Gathering, new Id<Gathering>(Id) },
                { dialog => dialog.Code, _code!.Value },
            }
        );

    private Task<IDialogReference> ShowShortcutsAsync() => Services.Dialogs.ShowAsync<ShortcutsDialog>(T["Shortcuts"]);

    private async Task EndAsync()
    {
        if (await Services.Dialogs.AskAsync(T["EndTitle"], T["EndText"], T["EndYes"], Common["Cancel"]))
            _said = await _session!.AskAsync(new Change.WorkshopClosed());
    }

    // The proposal, and the button that shows it.
    private async Task ShowPairingAsync()
    {
        _pairing = true;
        if (_keys is not null) await _keys.FocusAsync("[aria-keyshortcuts=R]");
    }
}
