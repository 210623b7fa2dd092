using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;

namespace DelingIPraksis.Web.Briefs;

/// <summary>
/// The briefs of gatherings. When 357 parties ask at the same moment, what may be told is worked out once, for the newest state.
/// </summary>
internal sealed class CurrentBriefs(IRooms rooms, GatheringLog log) : IDerivedFromGatherings
{
    private const int MostKept = 20;

    private readonly ConcurrentDictionary<Id<Gathering>, Made> _kept = new();

    /// <summary>The gathering as it is now, and its briefs.</summary>
    public async Task<(Gathering Gathering, CouncilBriefs Briefs)> OfAsync(Id<Gathering> id)
    {
        var gathering = await rooms.ReadAsync(id);
        if (_kept.TryGetValue(id, out var before) && before.Gathering.Sequence == gathering.Sequence)
            return (gathering, await before.Briefs.Value);
        // Old states are never asked for again.
        if (_kept.Count >= MostKept) _kept.Clear();
        var made = _kept.AddOrUpdate(
            id,
            (_, log) => Make(gathering, log),
            (_, there, log) => there.Gathering.Sequence == gathering.Sequence ? there : Make(gathering, log),
            log);
        try
        {
            return (gathering, await made.Briefs.Value);
        }
        catch
        {
            // What failed once may succeed the next time.
            _kept.TryRemove(KeyValuePair.Create(id, made));
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<bool> ForgetAsync(Id<Gathering> gathering)
    {
        _kept.TryRemove(gathering, out _);
        return Task.FromResult(true);
    }

    private static Made Make(Gathering gathering, GatheringLog log) => new(gathering, new(() => MakeAsync(gathering, log)));

    private static async Task<CouncilBriefs> MakeAsync(Gathering gathering, GatheringLog log) => CouncilBriefs.Of(
        gathering,
        gathering.Publication is { } publication ? await log.FoldToAsync(gathering.Id, publication.Sequence) : null);

    private sealed record Made(Gathering Gathering, Lazy<Task<CouncilBriefs>> Briefs);
}
