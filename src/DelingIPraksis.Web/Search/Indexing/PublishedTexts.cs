using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Search;

/// <summary>What the published pages say, folded once for each publication.</summary>
internal sealed class PublishedTexts(IGatheringPast past)
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<(Id<Gathering> Gathering, long Sequence), IReadOnlyList<SearchText>> _kept = new();

    /// <summary>The texts of a publication.</summary>
    /// <exception cref="LogFaultException">The log cannot be read.</exception>
    public async Task<IReadOnlyList<SearchText>> OfAsync(Id<Gathering> gathering, long sequence)
    {
        if (_kept.TryGetValue((gathering, sequence), out var kept)) return kept;
        // An old publication is never asked for again. All are dropped when there are many.
        if (_kept.Count >= MostKept) _kept.Clear();
        var texts = GatheringTexts.OfPublication(await past.FoldToAsync(gathering, sequence));
        return _kept[(gathering, sequence)] = texts;
    }

    /// <summary>Drops what was published of a gathering, when it is erased.</summary>
    public void Forget(Id<Gathering> gathering)
    {
        foreach (var key in _kept.Keys.Where(key => key.Gathering == gathering)) _kept.TryRemove(key, out _);
    }
}
