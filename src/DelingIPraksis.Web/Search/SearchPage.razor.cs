using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Preferences;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Search;

/// <summary>
/// The search, of one's own gatherings or of the published reports. The server renders it once: words, filters and page stand in the
/// address, and it needs no script.
/// </summary>
public sealed partial class SearchPage : ComponentBase
{
    private const string Reports = "rapporter";

    private SearchAnswer _answer = SearchAnswer.Nothing;
    private bool _hasAccount;

    [Inject]
    internal GatheringSearch Search { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "ord")]
    private string? Words { get; set; }

    /// <summary>Where to search: <c>rapporter</c>, otherwise in one's own gatherings.</summary>
    [SupplyParameterFromQuery(Name = "i")]
    private string? Where { get; set; }

    // Numbers are read by hand: an address with «aar=i fjor» must not be an error page.
    [SupplyParameterFromQuery(Name = "aar")]
    private string? Year { get; set; }

    [SupplyParameterFromQuery(Name = "slag")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "part")]
    private string? Party { get; set; }

    [SupplyParameterFromQuery(Name = "tema")]
    private string? Theme { get; set; }

    [SupplyParameterFromQuery(Name = "nettverk")]
    private string? Network { get; set; }

    [SupplyParameterFromQuery(Name = "side")]
    private string? Page { get; set; }

    private string Typed => Words ?? "";

    private bool InReports => !_hasAccount || Where == Reports;

    private SearchFilter Filter => new(
        int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        SearchKinds.FromAddress(Kind),
        string.IsNullOrWhiteSpace(Party) || InReports ? null : Party,
        string.IsNullOrWhiteSpace(Theme) ? null : Theme,
        string.IsNullOrWhiteSpace(Network) ? null : Network
    );

    private bool IsAsked => !string.IsNullOrWhiteSpace(Typed) || !Filter.IsEmpty;

    private bool HasChoices => IsAsked && Problem is null && (!Filter.IsEmpty || _answer.Total > 0);

    private string Title => string.IsNullOrWhiteSpace(Typed) ? T["Title"] : T["TitleOf", Typed];

    private int First => ((_answer.Page - 1) * GatheringSearch.OnPage) + 1;

    private string? Problem => _answer.Problem switch
    {
        SearchProblem.TooLong => T["TooLong", SearchQuery.Longest].Value,
        SearchProblem.OnlyStopWords => T["OnlyStopWords"].Value,
        SearchProblem.NoWords => T["NoWords"].Value,
        SearchProblem.NotNow => T["NotNow"].Value,
        _ => null,
    };

    private string Count => _answer.Total == 0
        ? string.IsNullOrWhiteSpace(Typed) ? T["NoneFiltered"] : T["NoneFor", Typed]
        : T["Count", _answer.Total, T["InGatherings", _answer.Gatherings].Value];

    private IEnumerable<SearchChoice.Item> Years =>
        _answer.Choices.Years.Select(year => new SearchChoice.Item(Invariant.Value(year.Value), Invariant.Value(year.Value), year.Hits));

    private IEnumerable<SearchChoice.Item> Kinds =>
        _answer.Choices.Kinds.Select(kind =>
            new SearchChoice.Item(SearchKinds.InAddress(kind.Value), T[$"Kind{kind.Value}"], kind.Hits)
        );

    private IEnumerable<SearchChoice.Item> Parties =>
        _answer.Choices.Parties.Select(party => new SearchChoice.Item(party.Value, party.Value, party.Hits));

    private IEnumerable<SearchChoice.Item> Themes => _answer
        .Choices.Themes.Select(theme => new SearchChoice.Item(theme.Key, SearchTheme.NameOf(theme.Name, Languages.Current), theme.Hits));

    private IEnumerable<SearchChoice.Item> Networks =>
        _answer.Choices.Networks.Select(network => new SearchChoice.Item(network.Key, network.Name, network.Hits));

    protected override async Task OnInitializedAsync()
    {
        var visitor = await Visitor.AsAccountAsync() as Actor.Account;
        _hasAccount = visitor is not null;
        _ = int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        var request = new SearchRequest(Typed, Filter, page);
        _answer = InReports ? await Search.FindPublishedAsync(request) : await Search.FindAsync(visitor!, request);
    }

    private static string? Chosen(int? year) => year is { } number ? Invariant.Value(number) : null;

    private static string? Chosen(SearchKind? kind) => kind is { } known ? SearchKinds.InAddress(known) : null;

    private string Without() => Address(("ord", Typed), ("i", InReports && _hasAccount ? Reports : null));

    private string OnPage(int page) => Address(
        ("ord", Typed),
        ("i", InReports && _hasAccount ? Reports : null),
        ("aar", Year),
        ("slag", Kind),
        ("part", Party),
        ("tema", Theme),
        ("nettverk", Network),
        ("side", Invariant.Value(page))
    );

    private static string Address(params IEnumerable<(string, string?)> asked) => Addresses.SearchFor(asked);
}
