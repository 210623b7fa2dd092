using System.Runtime.InteropServices;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Norwegian;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Search;

/// <summary>Narrows what the index found by a filter, and counts what each other choice of the filter would leave.</summary>
/// <remarks>
/// Each hit is looked at once. One that passes is counted for every choice; one that only a single part of the filter stops is counted for
/// the choices of that part, because it would be left if that part were chosen otherwise.
/// </remarks>
internal sealed class SearchNarrowing
{
    private readonly SearchFilter _filter;
    private readonly Dictionary<Id<Gathering>, SearchedGathering> _gatherings;
    private readonly Dictionary<Id<Gathering>, string> _networkOf;
    private readonly Dictionary<string, bool> _letsParty = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _letsTheme = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _years = [];
    private readonly Dictionary<int, int> _kinds = [];
    private readonly Dictionary<string, int> _parties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _themes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _networks = new(StringComparer.Ordinal);
    private readonly List<IndexHit> _hits = [];

    private SearchNarrowing(SearchFilter filter, Dictionary<Id<Gathering>, SearchedGathering> gatherings)
    {
        (_filter, _gatherings) = (filter, gatherings);
        _networkOf = gatherings.ToDictionary(gathering => gathering.Key, gathering => gathering.Value.NetworkKey);
    }

    [Flags]
    private enum Part
    {
        None = 0,
        Year = 1,
        Kind = 2,
        Party = 4,
        Theme = 8,
        Network = 16,
    }

    /// <summary>The hits that the whole filter lets through, in no order.</summary>
    public IReadOnlyList<IndexHit> Hits => _hits;

    /// <summary>What they can be narrowed to, each choice with the hits that it would leave when the other choices stay.</summary>
    public SearchChoices Choices => new(
        [.. _years.OrderByDescending(year => year.Key).Select(year => (year.Key, year.Value))],
        [.. _kinds.OrderBy(kind => kind.Key).Select(kind => ((SearchKind)kind.Key, kind.Value))],
        [
            .. _parties
                .Where(party => party.Key.Length > 0)
                .OrderBy(party => party.Key, NorwegianOrder.Comparer)
                .Select(party => (party.Key, party.Value)),
        ],
        [
            .. _themes
                .Where(theme => theme.Key.Length > 0)
                .GroupBy(theme => SearchTheme.KeyOf(theme.Key))
                .Select(same => (same.Key, Name: same.First().Key, Hits: same.Sum(theme => theme.Value)))
                .OrderByDescending(theme => theme.Hits),
        ],
        [
            // A network is called what it is called at its newest gathering.
            .. _gatherings.Values
                .Where(gathering => _networks.ContainsKey(gathering.NetworkKey) || gathering.NetworkKey == _filter.Network)
                .Where(gathering => gathering.Network.Length > 0)
                .GroupBy(gathering => gathering.NetworkKey)
                .Select(network => (
                    network.Key, network.MaxBy(gathering => gathering.Date)!.Network, _networks.GetValueOrDefault(network.Key)))
                .OrderBy(network => network.Network, NorwegianOrder.Comparer),
        ]
    );

    /// <summary>Narrows hits.</summary>
    /// <param name="found">What the index found.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="gatherings">The gatherings that were searched.</param>
    public static SearchNarrowing Of(
        IReadOnlyList<IndexHit> found,
        SearchFilter filter,
        Dictionary<Id<Gathering>, SearchedGathering> gatherings
    )
    {
        var narrowing = new SearchNarrowing(filter, gatherings);
        foreach (var hit in found) narrowing.Take(hit);
        return narrowing;
    }

    private void Take(IndexHit hit)
    {
        var text = hit.Text;
        var network = _networkOf[text.Gathering];
        var stopped = Part.None;
        if (_filter.Year is { } year && text.Year != year) stopped |= Part.Year;
        if (_filter.Kind is { } kind && text.Kind != (int)kind) stopped |= Part.Kind;
        if (_filter.Party is { } party && !Lets(_letsParty, text.Party, name => Party.Fold(name) == Party.Fold(party)))
            stopped |= Part.Party;
        if (_filter.Theme is { } theme && !Lets(_letsTheme, text.Theme, name => SearchTheme.KeyOf(name) == theme)) stopped |= Part.Theme;
        if (_filter.Network is { } chosen && network != chosen) stopped |= Part.Network;
        if (stopped == Part.None) _hits.Add(hit);
        if ((stopped & ~Part.Year) == 0) Count(_years, text.Year);
        if ((stopped & ~Part.Kind) == 0) Count(_kinds, text.Kind);
        if ((stopped & ~Part.Party) == 0) Count(_parties, text.Party);
        if ((stopped & ~Part.Theme) == 0) Count(_themes, text.Theme);
        if ((stopped & ~Part.Network) == 0) Count(_networks, network);
    }

    // The same few names come again thousands of times.
    private static bool Lets(Dictionary<string, bool> known, string name, Func<string, bool> lets)
    {
        if (!known.TryGetValue(name, out var let)) known[name] = let = lets(name);
        return let;
    }

    private static void Count<T>(Dictionary<T, int> counted, T value)
        where T : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(counted, value, out _)++;
}
