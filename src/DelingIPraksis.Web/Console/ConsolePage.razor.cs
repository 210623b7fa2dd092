using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DelingIPraksis.Web.Console;

/// <summary>The facilitator's one screen. An observer sees the same and changes nothing; anybody else finds nothing here.</summary>
public sealed partial class ConsolePage : ComponentBase, IAsyncDisposable
{
    private IReadOnlyList<PairLine> _lines = [];
    private PresenceSnapshot _presence = PresenceSnapshot.Nobody;
    private GatheringView? _view;
    private Conductor? _conductor;
    private ConsoleFeed? _feed;
    private ShortcutKeys? _keys;
    private Id<Pair>? _reading;
    private DoorCode? _code;
    private string? _said;
    private string _find = "";
    private bool _pairing;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The order of the pairs, kept in the address so that it survives a reload.</summary>
    [SupplyParameterFromQuery(Name = "sorter")]
    public string? OrderInAddress { get; set; }

    private PairOrder Order => PairOrders.Parse(OrderInAddress);

    [Inject]
    internal ConsoleServices Services { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var gathering = new Id<Gathering>(Id);
        var actor = await Services.Visitor.AsAccountAsync();
        var first = GatheringView.For(await Services.Rooms.ReadAsync(gathering), actor);
        if (!first.FollowsAll)
        {
            Services.Navigation.NotFound();
            return;
        }

        _code = await Services.WayIn.CodeAsync(gathering);
        _conductor = new Conductor(Services.Rooms, gathering, actor, Services.Words);
        _feed = new ConsoleFeed(Services, gathering, actor, () => _ = InvokeAsync(Refresh));
        // A page that is only drawn once by the server follows nothing.
        await _feed.StartAsync(live: RendererInfo.IsInteractive);
        Refresh();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _keys = new ShortcutKeys(Services.Script);
        await _keys.ListenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _feed?.Dispose();
        if (_keys is not null) await _keys.DisposeAsync();
    }

    private void Refresh()
    {
        (_view, _presence, var lines) = _feed!.Read(Order);
        // A rehearsal that was erased elsewhere, or a role that was taken back: there is nothing here any more.
        if (!_view.FollowsAll)
        {
            Services.Navigation.NavigateTo("/samlinger", forceLoad: true);
            return;
        }

        _lines = _find.Length == 0 ? lines : [.. lines.Where(line => line.Names.Contains(_find, StringComparison.CurrentCultureIgnoreCase))];
        foreach (var words in _feed.News(_view)) Services.Announcer.Say(words);
        StateHasChanged();
    }

    private void Sort(PairOrder order)
    {
        OrderInAddress = order.ToString();
        Services.Navigation.NavigateTo(Services.Navigation.GetUriWithQueryParameter("sorter", order == PairOrder.Need ? null : order.ToString()), replace: true);
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

    private Task<IDialogReference> ShowCodeAsync() => Services.Dialogs.ShowAsync<JoinDialog>(T["JoinTitle"], new DialogParameters<JoinDialog> { { dialog => dialog.Code, _code!.Value } });

    private Task<IDialogReference> ShowShortcutsAsync() => Services.Dialogs.ShowAsync<ShortcutsDialog>(T["Shortcuts"]);

    private async Task EndAsync()
    {
        var sure = await Services.Dialogs.ShowMessageBoxAsync(T["EndTitle"], T["EndText"].Value, yesText: T["EndYes"], cancelText: Common["Cancel"]);
        if (sure == true) _said = await _conductor!.AskAsync(new Change.WorkshopClosed());
    }
}
