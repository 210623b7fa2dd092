using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Search;

/// <summary>A search that somebody asks for.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Page">Which page, from 1.</param>
internal sealed record SearchRequest(string Typed, SearchFilter Filter, int Page = 1);

/// <summary>What a search is narrowed to; null is all.</summary>
internal sealed record SearchFilter(
    int? Year = null,
    SearchKind? Kind = null,
    string? Party = null,
    string? Theme = null,
    string? Network = null
)
{
    /// <summary>Whether it narrows anything.</summary>
    public bool IsEmpty => this == new SearchFilter();

    public bool Lets(IndexHit hit, SearchedGathering gathering) =>
        (Year is not { } year || hit.Year == year)
        && (Kind is not { } kind || hit.Kind == (int)kind)
        && (Party is not { } party || Domain.Gatherings.Party.Fold(hit.Party) == Domain.Gatherings.Party.Fold(party))
        && (Theme is not { } theme || SearchTheme.KeyOf(hit.Theme) == theme)
        && (Network is not { } network || gathering.NetworkKey == network);
}

/// <summary>Why a search has no answer.</summary>
internal enum SearchProblem
{
    /// <summary>It is longer than <see cref="SearchQuery.Longest"/>.</summary>
    TooLong,

    /// <summary>It has only words that nearly every text has.</summary>
    OnlyStopWords,

    /// <summary>It has neither letters nor digits.</summary>
    NoWords,

    /// <summary>The index cannot be read now.</summary>
    NotNow,
}

/// <summary>The answer to a search.</summary>
/// <param name="Total">How many texts answer.</param>
/// <param name="Gatherings">In how many gatherings.</param>
/// <param name="Hits">Those of the page.</param>
/// <param name="Page">Which page it is, from 1.</param>
/// <param name="Pages">How many pages there are; at least 1.</param>
internal sealed record SearchAnswer(int Total, int Gatherings, ImmutableList<SearchHit> Hits, int Page, int Pages)
{
    /// <summary>Nothing was asked, or nothing answers.</summary>
    public static readonly SearchAnswer Nothing = new(0, 0, [], 1, 1);

    /// <summary>Why there is no answer, or null.</summary>
    public SearchProblem? Problem { get; init; }

    /// <summary>What the answer can be narrowed to, with how many hits each has.</summary>
    public SearchChoices Choices { get; init; } = SearchChoices.None;

    /// <summary>How many of the gatherings were not indexed to the end when they were searched.</summary>
    public int Waiting { get; init; }

    /// <summary>Whether the visitor has anything that can be searched.</summary>
    public bool HasGatherings { get; init; }
}

/// <summary>What an answer can be narrowed to, with how many hits each has.</summary>
internal sealed record SearchChoices(
    ImmutableList<(int Value, int Hits)> Years,
    ImmutableList<(SearchKind Value, int Hits)> Kinds,
    ImmutableList<(string Value, int Hits)> Parties,
    ImmutableList<(string Key, string Name, int Hits)> Themes,
    ImmutableList<(string Key, string Name, int Hits)> Networks
)
{
    public static readonly SearchChoices None = new([], [], [], [], []);
}

/// <summary>A text that answers, with where it stands.</summary>
/// <param name="Text">The text, as the gathering says it now.</param>
/// <param name="Gathering">Where it stands.</param>
/// <param name="Heading">The heading, in pieces.</param>
/// <param name="Excerpt">A part of the text, in pieces.</param>
public sealed record SearchHit(
    SearchText Text,
    SearchedGathering Gathering,
    ImmutableList<SearchPiece> Heading,
    ImmutableList<SearchPiece> Excerpt
);

/// <summary>A gathering that is searched.</summary>
/// <param name="Id">Which.</param>
/// <param name="Title">Its title.</param>
/// <param name="Network">The network that meets there.</param>
/// <param name="Date">The day it is held.</param>
/// <param name="Slug">The name of its report in addresses.</param>
/// <param name="Role">What the visitor is there.</param>
/// <param name="Published">The place in the log that its published page shows, or null.</param>
/// <param name="BelongsTo">
/// The network that it belongs to now, or null. It is null for those who search the published reports: they are told what the report says.
/// </param>
public sealed record SearchedGathering(
    Id<Gathering> Id,
    string Title,
    string Network,
    DateOnly Date,
    string Slug,
    Role Role,
    long? Published,
    Id<Domain.Networks.Network>? BelongsTo = null
)
{
    /// <summary>
    /// What the gatherings of one network have in common, also when it has changed its name; empty when it has no network.
    /// </summary>
    internal string NetworkKey => BelongsTo?.ToString() ?? Party.Fold(Network);
}

/// <summary>
/// Searches the gatherings that an account has a role in, or the published reports. The index says where to look; every hit is asked of
/// the gathering itself, through the visitor's own view, before it is shown.
/// </summary>
internal sealed class GatheringSearch(
    ISearchIndex index,
    SearchIndexer indexer,
    PublishedTexts published,
    Database database,
    IRooms rooms,
    ILogger<GatheringSearch> logger
)
{
    /// <summary>How many hits a page has.</summary>
    public const int OnPage = 20;

    private const int LongestExcerpt = 320;

    // A snapshot is immutable, so what a role finds in it is made once.
    private readonly ConditionalWeakTable<Gathering, ConcurrentDictionary<Role, Dictionary<string, SearchText>>> _found = [];

    /// <summary>Searches the gatherings where an account has a role.</summary>
    public async Task<SearchAnswer> FindAsync(Actor.Account visitor, SearchRequest request)
    {
        var own = await OwnAsync(visitor.User);
        var waiting = await indexer.BringUpToDateAsync([.. own.Select(gathering => gathering.Id)]);
        var readers = own.ToDictionary(gathering => gathering, gathering => GatheringTexts.ReadersOf(gathering.Role));
        return await FindAsync(request, readers, gathering => OfViewAsync(gathering, visitor)) with { Waiting = waiting };
    }

    /// <summary>Searches the published reports, as anybody may.</summary>
    public async Task<SearchAnswer> FindPublishedAsync(SearchRequest request)
    {
        var reports = await PublishedAsync();
        var waiting = await indexer.BringUpToDateAsync([.. reports.Select(report => report.Id)]);
        var readers = reports.ToDictionary(report => report, _ => Readers.Everybody);
        return await FindAsync(request, readers, OfPublicationAsync) with { Waiting = waiting };
    }

    private async Task<SearchAnswer> FindAsync(
        SearchRequest request,
        Dictionary<SearchedGathering, Readers> gatherings,
        Func<SearchedGathering, Task<IReadOnlyDictionary<string, SearchText>>> readAsync
    )
    {
        var nothing = SearchAnswer.Nothing with { HasGatherings = gatherings.Count > 0 };
        var reader = new SearchReader();
        if (request.Typed.Length > SearchQuery.Longest) return nothing with { Problem = SearchProblem.TooLong };
        var query = SearchQuery.Read(request.Typed, reader);
        if (query.IsEmpty && !string.IsNullOrWhiteSpace(request.Typed))
            return nothing with
            {
                Problem = SearchReader.HasOnlyStopWords(request.Typed) ? SearchProblem.OnlyStopWords : SearchProblem.NoWords,
            };
        if (query.IsEmpty && request.Filter.IsEmpty) return nothing;
        try
        {
            return await AnswerAsync(request, query, reader, gatherings, readAsync);
        }
        catch (Exception fault) when (StoreFault.Is(fault) || fault is LogFaultException)
        {
            SearchLog.NotSearched(logger, fault);
            return nothing with { Problem = SearchProblem.NotNow };
        }
    }

    private async Task<SearchAnswer> AnswerAsync(
        SearchRequest request,
        SearchQuery query,
        SearchReader reader,
        Dictionary<SearchedGathering, Readers> gatherings,
        Func<SearchedGathering, Task<IReadOnlyDictionary<string, SearchText>>> readAsync
    )
    {
        var byId = gatherings.Keys.ToDictionary(gathering => gathering.Id);
        var all = await index.FindAsync(
            new IndexQuestion(
                [.. query.Terms.Select(term => new IndexTerm(term.Stem, term.Parts, term.Beginning))],
                gatherings.ToDictionary(gathering => gathering.Key.Id, gathering => gathering.Value)
            )
            {
                Phrases = [.. query.Phrases.Select(phrase => phrase.Stems)],
            }
        );
        var texts = new Dictionary<Id<Gathering>, IReadOnlyDictionary<string, SearchText>>();
        if (!query.Phrases.IsEmpty) all = await JustSoAsync(all);
        var hits = all.Where(hit => request.Filter.Lets(hit, byId[hit.Gathering])).ToList();
        hits.Sort((one, other) => Order(one, other, byId));
        var pages = Math.Max(1, (hits.Count + OnPage - 1) / OnPage);
        var page = Math.Clamp(request.Page, 1, pages);
        var shown = hits.Skip((page - 1) * OnPage).Take(OnPage).ToList();
        var made = (await SaidAsync(shown)).Select(said => HitOf(said.Text, byId[said.Hit.Gathering], query, reader)).ToList();
        return new SearchAnswer(
            hits.Count - (shown.Count - made.Count),
            hits.Select(hit => hit.Gathering).Distinct().Count(),
            [.. made],
            page,
            pages
        )
        {
            Choices = ChoicesOf(all, request.Filter, byId),
            HasGatherings = true,
        };

        // What the gathering no longer says, or says in other words, is no hit, whatever the index has.
        async Task<List<(IndexHit Hit, SearchText Text)>> SaidAsync(IReadOnlyList<IndexHit> found)
        {
            foreach (var gathering in found.Select(hit => hit.Gathering).Distinct())
                if (!texts.ContainsKey(gathering)) texts[gathering] = await readAsync(byId[gathering]);
            var references = await index.ReferencesAsync(found);
            var said = new List<(IndexHit, SearchText)>();
            foreach (var hit in found)
                if (references.TryGetValue(hit.Number, out var reference)
                    && texts[hit.Gathering].TryGetValue(reference, out var text)
                    && SearchReading.Answers(text, query, reader))
                    said.Add((hit, text));
            return said;
        }

        // The index has stems. Whether the words are just so is asked of every text before any is counted.
        async Task<IReadOnlyList<IndexHit>> JustSoAsync(IReadOnlyList<IndexHit> found) =>
            [.. (await SaidAsync(found)).Select(said => said.Hit)];
    }

    private static SearchHit HitOf(SearchText text, SearchedGathering gathering, SearchQuery query, SearchReader reader) => new(
        text,
        gathering,
        SearchReading.Excerpt(text.Heading, query, reader, int.MaxValue),
        SearchReading.Excerpt(text.Text, query, reader, LongestExcerpt)
    );

    // The best first; among equals, and when no words were typed, the newest gathering first.
    private static int Order(IndexHit one, IndexHit other, Dictionary<Id<Gathering>, SearchedGathering> gatherings)
    {
        var order = Math.Round(one.Rank, 2).CompareTo(Math.Round(other.Rank, 2));
        if (order == 0) order = gatherings[other.Gathering].Date.CompareTo(gatherings[one.Gathering].Date);
        if (order == 0) order = one.Gathering.CompareTo(other.Gathering);
        return order != 0 ? order : one.Number.CompareTo(other.Number);
    }

    // Each choice with the hits that it would leave when the other choices stay.
    private static SearchChoices ChoicesOf(
        IReadOnlyList<IndexHit> all,
        SearchFilter filter,
        Dictionary<Id<Gathering>, SearchedGathering> gatherings
    )
    {
        var years = With(filter with { Year = null }).CountBy(hit => hit.Year);
        var kinds = With(filter with { Kind = null }).CountBy(hit => (SearchKind)hit.Kind);
        var parties = With(filter with { Party = null }).Where(hit => hit.Party.Length > 0).CountBy(hit => hit.Party);
        var themes = With(filter with { Theme = null }).Where(hit => hit.Theme.Length > 0).CountBy(hit => hit.Theme);
        var networks = With(filter with { Network = null }).CountBy(hit => gatherings[hit.Gathering].NetworkKey).ToDictionary();
        return new(
            [.. years.OrderByDescending(year => year.Key).Select(year => (year.Key, year.Value))],
            [.. kinds.OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Value))],
            [
                .. parties
                    .OrderBy(party => party.Key, Domain.Norwegian.NorwegianOrder.Comparer)
                    .Select(party => (party.Key, party.Value)),
            ],
            [
                .. themes
                    .GroupBy(theme => SearchTheme.KeyOf(theme.Key))
                    .Select(same => (same.Key, Name: same.First().Key, Hits: same.Sum(theme => theme.Value)))
                    .OrderByDescending(theme => theme.Hits),
            ],
            [
                // A network is called what it is called at its newest gathering.
                .. gatherings.Values
                    .Where(gathering => networks.ContainsKey(gathering.NetworkKey) || gathering.NetworkKey == filter.Network)
                    .Where(gathering => gathering.Network.Length > 0)
                    .GroupBy(gathering => gathering.NetworkKey)
                    .Select(network => (
                        network.Key, network.MaxBy(gathering => gathering.Date)!.Network, networks.GetValueOrDefault(network.Key)))
                    .OrderBy(network => network.Network, Domain.Norwegian.NorwegianOrder.Comparer),
            ]
        );

        IEnumerable<IndexHit> With(SearchFilter narrowed) => all.Where(hit => narrowed.Lets(hit, gatherings[hit.Gathering]));
    }

    private async Task<IReadOnlyDictionary<string, SearchText>> OfViewAsync(SearchedGathering searched, Actor.Account visitor)
    {
        var gathering = await rooms.ReadAsync(searched.Id);
        var view = GatheringView.For(gathering, visitor);
        return _found
            .GetOrCreateValue(gathering)
            .GetOrAdd(view.Role, (_, view) => SearchableTexts.Of(view).ToDictionary(text => text.Reference, StringComparer.Ordinal), view);
    }

    private async Task<IReadOnlyDictionary<string, SearchText>> OfPublicationAsync(SearchedGathering searched) =>
        searched.Published is { } sequence
            ? (await published.OfAsync(searched.Id, sequence)).ToDictionary(text => text.Reference, StringComparer.Ordinal)
            : new Dictionary<string, SearchText>();

    private Task<List<SearchedGathering>> OwnAsync(Id<User> user) => database.ReadAsync(async context => await (
        from staff in context.Staff
        where staff.User == user && staff.Role != Role.None
        join gathering in context.Gatherings on staff.Gathering equals gathering.Id
        select new SearchedGathering(
            gathering.Id, gathering.Title, gathering.Network, gathering.Date, gathering.Slug, staff.Role, gathering.PublishedSequence,
            gathering.BelongsTo)
    ).ToListAsync());

    private Task<List<SearchedGathering>> PublishedAsync() => database.ReadAsync(context => context
        .Gatherings.Where(gathering => gathering.PublishedSequence != null && !gathering.IsDemo)
        .Select(gathering => new SearchedGathering(
            gathering.Id, gathering.Title, gathering.Network, gathering.Date, gathering.Slug, Role.None, gathering.PublishedSequence, null))
        .ToListAsync());
}
