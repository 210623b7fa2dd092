using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell.Preferences;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>What to look over, where the report lies, and its files.</summary>
public sealed partial class PublishPanel : DeskPart
{
    private ImmutableList<ReportFlaw> _flaws = [];
    private (long Sequence, string Text)? _published;
    private bool _differs;
    private string _correction = "";

    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    internal DeskServices Services { get; set; } = null!;

    [Inject]
    internal Office Office { get; set; } = null!;

    private bool OfficeIsHere => Office.IsAvailable;

    private string Path => $"{PublishedCaching.Folder}/{Slug}";

    private string Address => Services.Navigation.ToAbsoluteUri(Path).AbsoluteUri;

    protected override async Task OnParametersSetAsync()
    {
        var today = DateOnly.FromDateTime(NorwegianTime.Of(Services.Time.GetUtcNow()).DateTime);
        _flaws = View.Flaws(Services.Time.GetUtcNow(), today);
        if (View.Publication is not { } publication || Slug is null) return;
        // The published page is compared as the text it is, once read for each publication.
        if (_published?.Sequence != publication.Sequence && await Services.Published.FindAsync(Slug) is PublishedReport.Shown shown)
            _published = (shown.Publication.Sequence, MarkdownFile.TextOf(shown.Document));
        _differs = _published?.Text != MarkdownFile.TextOf(HouseForm.Of(Session.Report));
    }

    private static string Day(DateTimeOffset at) => NorwegianTime.Of(at).ToString("D", Languages.Formats(Languages.Current));

    private async Task PublishAsync()
    {
        var correcting = View.Publication is not null;
        if (correcting && string.IsNullOrWhiteSpace(_correction))
        {
            Said = T["CorrectionMissing"];
            return;
        }

        var text = _flaws.Count > 0 ? T["PublishTextFlaws", Address, _flaws.Count] : T["PublishText", Address];
        var sure = await Services.Dialogs.ShowMessageBoxAsync(
            T[correcting ? "PublishCorrection" : "PublishReport"], text.Value, yesText: T[correcting ? "PublishCorrection" : "PublishReport"], cancelText: C["Cancel"]);
        if (sure == true && await TryAsync(Session.AskAsync(new Change.ReportPublished(_correction))))
        {
            _correction = "";
            Services.Announcer.Say(T["PublishedNow"]);
        }
    }

    private async Task WithdrawAsync()
    {
        var sure = await Services.Dialogs.ShowMessageBoxAsync(T["WithdrawTitle"], T["WithdrawText"].Value, yesText: T["Withdraw"], cancelText: C["Cancel"]);
        if (sure == true && await TryAsync(Session.AskAsync(new Change.ReportWithdrawn()))) Services.Announcer.Say(T["WithdrawnNow"]);
    }
}
