using System.Globalization;
using System.Resources;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Reporting;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// The letters to the parties that are asked what they may be quoted on, in the report's language, whatever language the organiser uses.
/// </summary>
public sealed partial class ConsentLetters : GatheringPart<DeskSession>
{
    private static readonly ResourceManager Words = new(typeof(ConsentTexts));
    private IReadOnlyDictionary<Id<Party>, string>? _links;
    private string? _to;

    [Inject]
    internal DeskServices Services { get; set; } = null!;

    [Inject]
    internal IPartyLinks Tokens { get; set; } = null!;

    private IEnumerable<Party> Written => View.Parties.Where(party => _links!.ContainsKey(party.Id));

    private string Links => string.Join('\n', Written.Select(party => $"{party.Name}\t{Link(party)}"));

    private string Letters => string.Join("\n\n– – –\n\n", Written.Select(Letter));

    // Made when they are shown, and again when a party has been invited since.
    protected override async Task OnParametersSetAsync()
    {
        if (_links is not null && View.Parties.Any(party => !_links.ContainsKey(party.Id))) await FetchAsync();
    }

    private Task<bool> FetchAsync() => TryAsync(Session.StoreAsync(async () =>
        _links = await Tokens.OfPartiesAsync(View.Id, [.. View.Parties.Select(party => party.Id)])));

    private string Link(Party party) => Services.PublicLinks.To(Addresses.Quotes(_links![party.Id])).AbsoluteUri;

    private string Letter(Party party)
    {
        if (View.Consent is not { } terms) return "";
        var language = CultureInfo.GetCultureInfo(View.Facts.Language.Culture());
        var silence = Words.GetString(terms.SilenceMeansYes ? "SilenceYes" : "SilenceNo", language)!;
        return string.Format(
            new CountFormat(language),
            Words.GetString("LetterText", language)!,
            party.Name,
            View.Facts.Title,
            Link(party),
            NorwegianTime.Deadline(terms.Until, language),
            silence,
            View.Facts.Network
        );
    }
}
