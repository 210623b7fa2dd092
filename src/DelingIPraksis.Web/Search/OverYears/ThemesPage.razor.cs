using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Shell.Preferences;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Search.OverYears;

/// <summary>
/// The themes of a network over the years, or one of them with all that was said. The server renders it once; what is shown stands in the
/// address.
/// </summary>
public sealed partial class ThemesPage : ComponentBase
{
    private ImmutableList<ThemeNetwork> _networks = [];
    private ThemeSeries? _series;

    [Inject]
    internal ThemeSeriesReader Reader { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The network, when its own address is asked for.</summary>
    [Parameter]
    public string? Slug { get; set; }

    [SupplyParameterFromQuery(Name = "nettverk")]
    private string? Network { get; set; }

    [SupplyParameterFromQuery(Name = "tema")]
    private string? Key { get; set; }

    private ThemeHistory? Theme { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Visitor.AsAccountAsync() is not Actor.Account visitor) return;
        _networks = await Reader.NetworksAsync(visitor.User);
        var named = Slug ?? Network;
        var asked = named ?? (_networks.IsEmpty ? null : _networks[0].Key);
        if (asked is not null) _series = await Reader.OfAsync(visitor, asked);
        Theme = _series?.Themes.Find(theme => theme.Key == Key);
        // A network that one has no part in is not told from one that is not there.
        if ((named is not null && _series is null) || (Key is not null && Theme is null)) Navigation.NotFound();
    }

    private string Lead(ThemeSeries series) => T[
        "Lead",
        series.Network.Name,
        T["CountThemes", series.Themes.Count].Value,
        T["CountGatherings", series.Gatherings.Count].Value
    ];

    private static string NameOf(ThemeHistory theme) => theme.Name.In(Languages.Current);
}
