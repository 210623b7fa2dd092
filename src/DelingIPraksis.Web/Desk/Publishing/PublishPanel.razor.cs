using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Mud;
using DelingIPraksis.Web.Shell.Preferences;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>What to check, the address of the report, and its files.</summary>
public sealed partial class PublishPanel : GatheringPart<DeskSession>
{
    private ImmutableList<ReportFlaw> _flaws = [];
    private (long Sequence, string Text)? _published;
    private bool _differs;
    private int _waiting;
    private string _correction = "";
    private bool _looked;

    [Parameter]
    public string? Slug { get; set; }

    [Inject]
    internal DeskServices Services { get; set; } = null!;

    [Inject]
    internal Office Office { get; set; } = null!;

    private bool OfficeIsHere => Office.IsAvailable;

    private string Path => Addresses.Report(Slug!);

    private string Address => Services.PublicLinks.To(Path).AbsoluteUri;

    protected override async Task OnParametersSetAsync()
    {
        _flaws = Session.Flaws;
        _waiting = View.PointsWaiting;
        if (View.Publication is not { } publication || Slug is null) return;
        // The published page is compared as text. It is read once for each publication.
        if (_published?.Sequence != publication.Sequence && await Services.Published.FindAsync(Slug) is PublishedReport.Shown shown)
            _published = (shown.Publication.Sequence, MarkdownFile.TextOf(shown.Document));
        _differs = _published?.Text != MarkdownFile.TextOf(ReportLayout.Of(Session.Report));
    }

    private static string Day(DateTimeOffset at) => NorwegianTime.Of(at).ToString("D", Languages.Formats(Languages.Current));

    private async Task PublishAsync()
    {
        var correcting = View.Publication is not null;
        if (correcting && string.IsNullOrWhiteSpace(_correction))
        {
            Status = T["CorrectionMissing"];
            return;
        }

        if (!_looked && _flaws.Exists(flaw => Preflight.MustBeSeen(flaw.Kind)))
        {
            Status = T["PersonalNotLooked"];
            return;
        }

        var act = T[correcting ? "PublishCorrection" : "PublishReport"];
        if (
            await Services.Dialogs.AskAsync(act, Consequence(), act, C["Cancel"])
            && await TryAsync(Session.AskAsync(new Change.ReportPublished(_correction)))
        )
        {
            _correction = "";
            Services.Announcer.Say(T["PublishedNow"]);
        }
    }

    // The most important first: missing and unconfirmed texts are named, the rest is counted.
    private string Consequence()
    {
        var unwritten = _flaws.Count(flaw => flaw.Kind == FlawKind.UnwrittenPoint);
        return string.Join(' ', new[]
        {
            T["PublishText", Address].Value,
            _waiting > 0 ? T[_waiting == 1 ? "ProvisionalOne" : "Provisional", _waiting, View.Points.Count].Value : "",
            unwritten > 0 ? T[unwritten == 1 ? "PublishUnwrittenOne" : "PublishUnwritten", unwritten].Value : "",
            _flaws.Count > 0 ? T[_flaws.Count == 1 ? "PublishFlaw" : "PublishFlaws", _flaws.Count].Value : "",
        }.Where(sentence => sentence.Length > 0));
    }

    private async Task WithdrawAsync()
    {
        if (
            await Services.Dialogs.AskAsync(T["WithdrawTitle"], T["WithdrawText"], T["Withdraw"], C["Cancel"])
            && await TryAsync(Session.AskAsync(new Change.ReportWithdrawn()))
        )
            Services.Announcer.Say(T["WithdrawnNow"]);
    }
}
