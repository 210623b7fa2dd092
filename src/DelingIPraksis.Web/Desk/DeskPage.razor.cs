using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Desk;

/// <summary>Where the organiser writes points over notes, sees the report as it will be, and publishes it.</summary>
public sealed partial class DeskPage : ComponentBase, IDisposable
{
    private DeskSession? _desk;
    private ISubscription? _following;
    private ReportDocument? _document;
    private IReadOnlyList<ReportFlaw> _flaws = [];
    private string? _slug;
    private string? _refusal;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Inject]
    internal IVisitor Visitor { get; set; } = null!;

    [Inject]
    internal IPublishedReports Published { get; set; } = null!;

    [Inject]
    internal DeskTools Tools { get; set; } = null!;

    public void Dispose() => _following?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        var id = new Id<Gathering>(Id);
        var gathering = await Rooms.ReadAsync(id);
        var desk = new DeskSession(Rooms, await Visitor.AsAccountAsync(), gathering, Tools.Refusals);
        if (!desk.View.FollowsAll)
        {
            Tools.Navigation.NotFound();
            return;
        }

        _slug = await Published.SlugOfAsync(id);
        if (RendererInfo.IsInteractive)
        {
            _following = await Rooms.FollowAsync(id, static _ => true, (newest, _) => InvokeAsync(() => Take(desk, newest)));
            gathering = _following.Current;
        }

        Take(desk, gathering);
    }

    private void Take(DeskSession desk, Gathering gathering)
    {
        desk.Take(gathering);
        _desk = desk;
        var report = desk.View.Report(attributed: false)!;
        _document = HouseForm.Of(report);
        _flaws = Preflight.Check(report, DateOnly.FromDateTime(Tools.Time.GetLocalNow().Date));
        StateHasChanged();
    }

    private async Task PublishAsync() => _refusal = await _desk!.AskAsync(new Change.ReportPublished());

    private async Task WithdrawAsync()
    {
        var sure = await Tools.Dialogs.ShowMessageBoxAsync(T["WithdrawTitle"], T["WithdrawText"].Value, yesText: T["Withdraw"], cancelText: Common["Cancel"]);
        if (sure == true) _refusal = await _desk!.AskAsync(new Change.ReportWithdrawn());
    }

    private string Say(ReportFlaw flaw) => T[$"Flaw{flaw.Kind}", flaw.Part is { } part ? T[part.ToString()].Value : flaw.Where.Value, flaw.Count];

    private static IReadOnlyList<NoteKind> Kinds => [NoteKind.Barrier, NoteKind.Opportunity];
}

/// <summary>What the desk needs of its surroundings.</summary>
internal sealed record DeskTools(IStringLocalizer<RefusalTexts> Refusals, NavigationManager Navigation, MudBlazor.IDialogService Dialogs, TimeProvider Time);

internal static class DeskServices
{
    public static void AddDesk(this IServiceCollection services) => services.AddScoped<DeskTools>();
}
