using System.Collections.Immutable;
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
    private ImmutableList<Pair> _pairsBefore = [];
    private Id<Pair>? _reading;
    private DoorCode? _code;
    private string? _said;
    private bool _pairing;

    [Parameter]
    public Guid Id { get; set; }

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
        (_view, _presence, _lines) = _feed!.Read();
        foreach (var words in _feed.News(_view)) Services.Announcer.Say(words);
        StateHasChanged();
    }

    private void PairsAreShown(ImmutableList<Pair> before) => (_pairing, _pairsBefore) = (false, before);

    // Whoever moved by mistake is back beside the same partner; what each has written has followed it all the way.
    private async Task PutBackPairsAsync()
    {
        _said = await _conductor!.AskAsync(new Change.PairsProposed(_pairsBefore)) ?? await _conductor.AskAsync(new Change.PairsShown());
        if (_said is null) _pairsBefore = [];
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
