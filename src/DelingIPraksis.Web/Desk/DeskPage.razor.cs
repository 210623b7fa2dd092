using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// The organiser's desk: the report itself, edited where it is read, with notes, consent or publishing beside it. Facilitators and
/// observers can only read.
/// </summary>
public sealed partial class DeskPage : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private DeskSession? _session;
    private ReportDocument _document = null!;
    private string? _slug;
    private bool _narrow;
    private (DeskPlace Place, string Selector)? _enter;
    private GatheringReport? _laidOut;
    private bool _laidOutToRead;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The view. It is in the address, so that it survives a reload and can be shared.</summary>
    [SupplyParameterFromQuery(Name = "vis")]
    private string? Shown { get; set; }

    /// <summary>What stands beside the report. It is in the address too.</summary>
    [SupplyParameterFromQuery(Name = DeskPlaces.Query)]
    private string? Beside { get; set; }

    [Inject]
    internal DeskServices Services { get; set; } = null!;

    private bool Previewing => Shown == "forhandsvisning";

    private DeskPlace? Asked => DeskPlaces.Parse(Beside);

    private DeskPlace Place => Asked ?? (_narrow ? DeskPlace.None : DeskPlace.Notes);

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
        if (_session!.Owns)
        {
            await Services.Script.KeepAsync();
            await Services.Script.OpenAsync();
        }

        _narrow = await Services.Script.FitAsync();
        if (_narrow) StateHasChanged();
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
        // Most of what is done at the desk, such as choosing a note, changes nothing in the report.
        if (!ReferenceEquals(_laidOut, _session!.Report) || _laidOutToRead != Previewing)
        {
            (_laidOut, _laidOutToRead) = (_session.Report, Previewing);
            _document = Previewing ? ReportLayout.Of(_session.Report) : ReportLayout.ToWriteIn(_session.Report);
        }

        StateHasChanged();
    }

    protected override void OnParametersSet()
    {
        // The view can be changed by a link, or by the browser's back button.
        if (_session is { View.FollowsAll: true } && _laidOutToRead != Previewing) Refresh();
    }

    // What is opened takes the focus. What is closed gives it to its button.
    private void OpenPlace(DeskPlace place)
    {
        var from = Place;
        _enter = (place, place switch
        {
            DeskPlace.Notes => "#notes-title",
            DeskPlace.Consent => "#consent-title",
            DeskPlace.Publishing => "#publish-title",
            _ => $"#place-{DeskPlaces.NameOf(from)}",
        });
        Services.Navigation.NavigateTo(
            Services.Navigation.GetUriWithQueryParameter(DeskPlaces.Query, DeskPlaces.NameOf(place)),
            replace: true
        );
    }

    private void Turn(bool preview) =>
        Services.Navigation.NavigateTo(
            Services.Navigation.GetUriWithQueryParameter("vis", preview ? "forhandsvisning" : null),
            replace: true
        );
}
