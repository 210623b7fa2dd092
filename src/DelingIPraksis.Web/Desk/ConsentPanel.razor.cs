using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>Asks the parties what they may be quoted on, and tells how far each has come; a letter with the party's own link to send them.</summary>
public sealed partial class ConsentPanel : DeskPart
{
    private static readonly ResourceManager Words = new(typeof(ConsentTexts));
    private ImmutableList<Quote> _objections = [];
    private DateOnly? _until;
    private bool _silenceMeansYes;
    private string? _letter;

    [Inject]
    internal DeskServices Services { get; set; } = null!;

    [Inject]
    internal PartyLinks Links { get; set; } = null!;

    private DateOnly Today => NorwegianTime.DayOf(Services.Time.GetUtcNow());

    protected override void OnParametersSet()
    {
        _until ??= View.Consent is { } terms ? NorwegianTime.DayOf(terms.Until) : Today.AddDays(14);
        _objections = [.. View.ConsentStatus.Where(status => status.Softened + status.Withheld > 0).SelectMany(status => View.ObjectionsOf(status.Party.Id))];
    }

    private static string Day(DateTimeOffset at) => NorwegianTime.DayAndMonth(at, Languages.Formats(Languages.Current));

    private async Task AskAsync()
    {
        if (_until is not { } day)
        {
            Said = T["DeadlineUnclear"];
            return;
        }

        var silence = View.Consent?.SilenceMeansYes ?? _silenceMeansYes;
        if (await TryAsync(Session.AskAsync(new Change.ConsentAsked(NorwegianTime.EndOf(day), silence)))) Services.Announcer.Say(T["AskedNow"]);
    }

    private void Address(string? party)
    {
        if (!Id<Party>.TryParse(party, null, out var id) || View.Party(id) is not { } to || View.Consent is not { } terms)
        {
            _letter = null;
            return;
        }

        // In the report's language, whichever the organiser reads in.
        var language = CultureInfo.GetCultureInfo(View.Facts.Language.Culture());
        var link = Services.Navigation.ToAbsoluteUri(AccessPaths.Quotes(Links.Issue(View.Id, id))).AbsoluteUri;
        var silence = Words.GetString(terms.SilenceMeansYes ? "SilenceYes" : "SilenceNo", language)!;
        _letter = string.Format(
            language, Words.GetString("LetterText", language)!, to.Name, View.Facts.Title, link, NorwegianTime.Weekday(terms.Until, language), silence, View.Facts.Network);
    }
}
