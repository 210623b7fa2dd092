using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell.Mud;
using DelingIPraksis.Web.Shell.Preferences;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// Asks the parties what they may be quoted on, and shows the status of each. The effect on the report is shown first,
/// and it can be cancelled.
/// </summary>
public sealed partial class ConsentPanel : GatheringPart<DeskSession>
{
    private ImmutableList<Quote> _objections = [];
    private DateOnly? _until;
    private Length _length = Length.TwoWeeks;
    private bool _silenceMeansYes;

    /// <summary>How long the parties have.</summary>
    private enum Length
    {
        Hour,
        ThreeHours,
        DayAndNight,
        ThreeDays,
        Week,
        TwoWeeks,
        Day,
    }

    [Inject]
    internal DeskServices Services { get; set; } = null!;

    private DateOnly Today => NorwegianTime.DayOf(Services.Time.GetUtcNow());

    protected override void OnParametersSet()
    {
        _until ??= View.Consent is { } terms ? NorwegianTime.DayOf(terms.Until) : Today.AddDays(14);
        _objections =
        [
            .. View
                .ConsentStatus.Where(status => status.Softened + status.Withheld > 0)
                .SelectMany(status => View.ObjectionsOf(status.Party.Id)),
        ];
    }

    private static string Day(DateTimeOffset at) => NorwegianTime.DayAndMonth(at, Languages.Formats(Languages.Current));

    private static string Deadline(DateTimeOffset at) => NorwegianTime.Deadline(at, Languages.Formats(Languages.Current));

    // Hours are counted from now, to the minute. A day ends at its last second.
    private DateTimeOffset? Until()
    {
        var now = Services.Time.GetUtcNow();
        DateTimeOffset In(int hours) =>
            new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes((60 * hours) + 1);
        return _length switch
        {
            Length.Hour => In(1),
            Length.ThreeHours => In(3),
            Length.DayAndNight => In(24),
            Length.ThreeDays => NorwegianTime.EndOf(Today.AddDays(3)),
            Length.Week => NorwegianTime.EndOf(Today.AddDays(7)),
            Length.TwoWeeks => NorwegianTime.EndOf(Today.AddDays(14)),
            _ => _until is { } day ? NorwegianTime.EndOf(day) : null,
        };
    }

    private async Task AskAsync()
    {
        if (Until() is not { } until)
        {
            Status = T["DeadlineUnclear"];
            return;
        }

        var held = View.PointsHeldIfAsked(_silenceMeansYes);
        var text = _silenceMeansYes
            ? T["AskTextYes", Deadline(until)]
            : T[held == 1 ? "AskTextNoOne" : "AskTextNo", held, View.Points.Count, Deadline(until)];
        if (!await SureAsync("Ask", text)) return;
        if (await TryAsync(Session.AskConsentAsync(new Change.ConsentAsked(until, _silenceMeansYes))))
            Services.Announcer.Say(T["AskedNow"]);
    }

    private async Task MoveAsync()
    {
        if (Until() is not { } until) Status = T["DeadlineUnclear"];
        else if (await TryAsync(Session.AskAsync(new Change.ConsentAsked(until, View.Consent!.SilenceMeansYes))))
            Services.Announcer.Say(T["Moved", Deadline(until)]);
    }

    private async Task CallOffAsync()
    {
        var answered = View.ConsentStatus.Count(status => status.AnsweredAt is not null);
        if (
            await SureAsync("CallOff", T["CallOffText", answered, View.ConsentStatus.Count])
            && await TryAsync(Session.AskAsync(new Change.ConsentCalledOff()))
        )
            Services.Announcer.Say(T["CalledOffNow"]);
    }

    private Task<bool> SureAsync(string key, string text) => Services.Dialogs.AskAsync(T[key], text, T[key], C["Cancel"]);
}
