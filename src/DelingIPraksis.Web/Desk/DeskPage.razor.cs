using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>The organiser's desk: points, texts, preview, publishing. Facilitators and observers can only read.</summary>
public sealed partial class DeskPage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private DeskSession? _session;
    private ReportDocument _document = null!;
    private string? _slug;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The view. It is in the address, so that it survives a reload and can be shared.</summary>
    [SupplyParameterFromQuery(Name = "vis")]
    private string? Shown { get; set; }

    [Inject]
    internal DeskServices Services { get; set; } = null!;

    private bool Previewing => Shown == "forhandsvisning";

    protected override async Task OnInitializedAsync()
    {
        var id = new Id<Gathering>(Id);
        var actor = await Services.Visitor.AsAccountAsync();
        var gathering = await Services.Acting.Rooms.ReadAsync(id);
        if (!DeskSession.MaySee(gathering, actor))
        {
            Services.Navigation.NotFound();
            return;
        }

        _slug = await Services.Published.SlugOfAsync(id);
        _session = new DeskSession(Services, gathering, actor, Refresh);
        // A prerendered page subscribes to nothing.
        if (RendererInfo.IsInteractive) await FollowAsync(id, actor);
        Refresh();
    }

    private async Task OpenAsync()
    {
        await Services.Script.KeepAsync();
        await Services.Script.OpenAsync();
    }

    public void Dispose() => _session?.Dispose();

    private async Task FollowAsync(Id<Gathering> id, Actor actor)
    {
        var name = actor is Actor.Account account
            ? (await Services.Acting.Names.OfAsync([account.User])).GetValueOrDefault(account.User)
            : null;
        await _session!.FollowAsync(Pace, () => _ = InvokeAsync(Take));
        _session.Seat = Services.Presence.Sit(
            id,
            name ?? Services.Sorting["Somebody"],
            () => InvokeAsync(() => _reader.Run(StateHasChanged))
        );
    }

    private void Take()
    {
        _session!.TakeNewest();
        if (!_session.View.FollowsAll) Services.Navigation.Refresh(forceReload: true);
        else Refresh();
    }

    private void Refresh()
    {
        _document = _session!.Owns ? ReportLayout.ToWriteIn(_session.Report) : ReportLayout.Of(_session.Report);
        StateHasChanged();
    }

    private void Turn(bool preview) =>
        Services.Navigation.NavigateTo(
            Services.Navigation.GetUriWithQueryParameter("vis", preview ? "forhandsvisning" : null),
            replace: true
        );
}
