using System.Globalization;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Operations.Installation;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Operations.Pages;

/// <summary>How the service runs, for the administrator.</summary>
public sealed partial class OperationsPage : ComponentBase
{
    private const int Megabyte = 1024 * 1024;

    private ServiceState? _state;
    private CopyFault? _fault;
    private bool _taken;

    [Inject]
    internal IVisitor Visitor { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Inject]
    internal ServiceStates States { get; set; } = null!;

    [Inject]
    internal CopyTaker Copies { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!await Visitor.MayAsync(ServiceRight.RunService))
        {
            Navigation.NotFound();
            return;
        }

        _fault = Copies.Fault;
        _state = await States.ReadAsync();
    }

    private async Task TakeAsync()
    {
        if (_state is null || Copies.Folder is null) return;
        _fault = await Copies.TakeAsync();
        _taken = _fault is null;
        _state = await States.ReadAsync();
    }

    private List<(string Name, string Value)> ServiceRows(ServiceState state)
    {
        List<(string Name, string Value)> rows =
        [
            (T["Edition"], ServiceState.Edition),
            (T["Database"], state.Database),
            (T["Folder"], state.Folder),
            (T["FilesSize"], Size(state.FilesSize)),
            (T["IndexSize"], Size(state.IndexSize)),
            (T["Free"], Size(state.Free)),
        ];
        if (state.DatabaseSize is not null) rows.Insert(3, (T["DatabaseSize"], Size(state.DatabaseSize)));
        return rows;
    }

    private List<(string Name, string Value)> NowRows(ServiceState state) =>
        [(T["Screens"], Count(state.Screens)), (T["SignedIn"], Count(state.SignedIn)), (T["Gatherings"], Count(state.Gatherings))];

    private List<(string Name, string Value)> CopyRows(ServiceState state)
    {
        if (Copies.Folder is not { } folder) return [];
        var copies = folder.Copies;
        List<(string Name, string Value)> rows =
        [
            (T["Folder"], folder.Path),
            (T["CopiesNewest"], copies is [var newest, ..] ? Time(newest.At) : T["CopiesNever"]),
            (T["CopiesKept"], Count(copies.Count)),
        ];
        if (state.Trial is not { } trial) return rows;
        rows.Add((T["Trial"], trial.Fault is { } fault
            ? T["TrialBadly", Time(trial.At), new Finding($"Fault{fault}")]
            : T["TrialWell", Time(trial.At)]));
        rows.Add((T["TrialEntries"], Count(trial.Entries)));
        return rows;
    }

    private List<(string Name, string Value)> JobRows(ServiceState state) =>
        [(T["Erasure"], T[state.IsErasing ? "Waiting" : "Nothing"]), (T["MailWaiting"], Count(state.MailWaiting))];

    private List<(string Name, string Value)> MailRows(ServiceState state) => state.MailServer is { } server
        ? [(T["MailServer"], server), (T["MailWaiting"], Count(state.MailWaiting)), (T["MailFailed"], Count(state.MailFailed))]
        : [];

    private string Size(long? bytes) =>
        bytes is { } known ? T["Megabytes", (known / (double)Megabyte).ToString("N1", CultureInfo.CurrentCulture)] : T["Unknown"];

    private static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("g", CultureInfo.CurrentCulture) + " UTC";
}
