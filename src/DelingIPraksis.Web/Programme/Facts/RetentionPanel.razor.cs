using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme;

/// <summary>How long names and writing are kept, and the button that deletes everything.</summary>
public sealed partial class RetentionPanel : GatheringPart<ProgrammeSession>
{
    private static readonly int[] _names = [1, 3, 6, 12, 24];
    private static readonly int[] _all = [3, 6, 12, 24, 36, 60, 120];
    private bool _sure;
    private int _joined;

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    private Retention Kept => View.Retention;

    // A value that was not set on this page is shown as well.
    private IEnumerable<int> NamesPeriods => _names.Union(Kept.Names is { } chosen ? [chosen] : []).Order();

    private IEnumerable<int> AllPeriods => _all.Union(Kept.All is { } chosen ? [chosen] : []).Order();

    protected override void OnParametersSet() => _joined = View.Joined().Values.Sum();

    private Task<bool> SetAsync(Retention retention) => AskAsync(new Change.RetentionSet(retention));

    private async Task EraseAsync()
    {
        var erased = await AskAsync(new Change.GatheringErased());
        _sure = false;
        if (erased) Services.Navigation.NavigateTo(Addresses.Gatherings, forceLoad: true);
    }
}
