using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Networks;

/// <summary>How far a gathering has come.</summary>
public enum GatheringState
{
    /// <summary>It is still to come, or today.</summary>
    ToCome,

    /// <summary>The group work goes on.</summary>
    Running,

    /// <summary>It has been held.</summary>
    Held,

    /// <summary>Its report is published.</summary>
    Published,
}

/// <summary>A gathering in the network's own list.</summary>
/// <param name="View">The gathering, as the network's people see it: who was grouped, and what it was about.</param>
/// <param name="State">How far it has come.</param>
/// <param name="ReportSlug">The address of its report, or null when none is published.</param>
public sealed record NetworkGathering(GatheringView View, GatheringState State, string? ReportSlug);

/// <summary>Who has met whom in a network, over all its years.</summary>
/// <param name="Parties">Everybody that was in a pair, by the newest name.</param>
/// <param name="Gatherings">The gatherings with pairs.</param>
public sealed record NetworkMeetings(IReadOnlyList<MetParty> Parties, IReadOnlyList<EarlierGathering> Gatherings);

/// <summary>
/// What a network's gatherings tell its people. The application reads on their behalf: their right comes from the network, and none of them
/// need have a role in each gathering.
/// </summary>
internal sealed class NetworkHistory(Database database, NetworkLog log, IRooms rooms, IGatheringPast past, TimeProvider time)
{
    private static readonly Actor _reader = new Actor.Application();
    private static readonly string[] _timed =
    [
        Verbs.NameOf(typeof(Change.WorkshopPlanned)),
        Verbs.NameOf(typeof(Change.PhaseEntered)),
        Verbs.NameOf(typeof(Change.WorkshopClosed)),
    ];

    /// <summary>Today in Norway.</summary>
    public DateOnly Today => NorwegianTime.DayOf(time.GetUtcNow());

    /// <summary>All gatherings, the newest first; none for those who do not see all of the network.</summary>
    public async Task<IReadOnlyList<NetworkGathering>> GatheringsAsync(NetworkView network)
    {
        if (network.Gatherings.IsEmpty) return [];
        var published = await database.ReadAsync(context => context.Gatherings
            .Where(gathering => gathering.BelongsTo == network.Id && gathering.PublishedSequence != null)
            .ToDictionaryAsync(gathering => gathering.Id, gathering => gathering.Slug));
        var found = new List<NetworkGathering>();
        foreach (var id in network.Gatherings)
        {
            var gathering = await rooms.ReadAsync(id);
            if (!gathering.Exists) continue;
            var view = GatheringView.For(gathering, _reader);
            var slug = published.GetValueOrDefault(id);
            found.Add(new(view, StateOf(view, slug is not null), slug));
        }

        return [.. found.OrderByDescending(there => there.View.Facts.Date).ThenByDescending(there => there.View.Facts.Number)];
    }

    /// <summary>The next gathering: the first one that is today or later, or null.</summary>
    public async Task<GatheringView?> NextAsync(Id<Network> network)
    {
        var today = Today;
        var next = await database.ReadAsync(context => context.Gatherings
            .Where(gathering => gathering.BelongsTo == network && gathering.Date >= today)
            .OrderBy(gathering => gathering.Date)
            .ThenBy(gathering => gathering.CreatedAt)
            .Select(gathering => (Id<Gathering>?)gathering.Id)
            .FirstOrDefaultAsync());
        return next is { } id && await rooms.ReadAsync(id) is { Exists: true } gathering ? GatheringView.For(gathering, _reader) : null;
    }

    /// <summary>The gatherings from a day on, for the calendar.</summary>
    public async Task<IReadOnlyList<GatheringView>> SinceAsync(Id<Network> network, DateOnly day)
    {
        var ids = await database.ReadAsync(context => context.Gatherings
            .Where(gathering => gathering.BelongsTo == network && gathering.Date >= day)
            .OrderBy(gathering => gathering.Date)
            .ThenBy(gathering => gathering.CreatedAt)
            .Select(gathering => gathering.Id)
            .ToListAsync());
        var found = new List<GatheringView>();
        foreach (var id in ids)
            if (await rooms.ReadAsync(id) is { Exists: true } gathering) found.Add(GatheringView.For(gathering, _reader));
        return found;
    }

    /// <summary>The gatherings that were erased before their day, from a day on.</summary>
    public async Task<IReadOnlyList<(Id<Gathering> Id, DateOnly Day)>> CalledOffSinceAsync(Id<Network> network, DateOnly day) =>
    [
        .. (await log.EntriesAsync(network))
            .Select(entry => entry.Change)
            .OfType<NetworkChange.GatheringRemoved>()
            .Where(removed => removed.CalledOff >= day)
            .Select(removed => (removed.Gathering, removed.CalledOff!.Value)),
    ];

    /// <summary>What the newest gatherings teach of a plan.</summary>
    /// <param name="plan">The plan to correct.</param>
    /// <param name="gatherings">The gatherings of the network, the newest first.</param>
    public async Task<PlanLessons> LessonsAsync(
        System.Collections.Immutable.ImmutableList<Domain.GroupWork.Phase> plan,
        IReadOnlyList<NetworkGathering> gatherings
    )
    {
        var held = new List<HeldPlan>();
        foreach (var there in gatherings.Where(there => there.View.ClosedAt is not null))
        {
            if (held.Count == PlanLessons.Newest) break;
            var entries = await past.NewestAsync(there.View.Id, _timed, null, int.MaxValue);
            entries.Reverse();
            if (HeldPlan.Of(await rooms.ReadAsync(there.View.Id), entries) is { } plans) held.Add(plans);
        }

        return PlanLessons.Of(plan, held);
    }

    /// <summary>Who has met whom.</summary>
    /// <param name="gatherings">The gatherings of the network, the newest first.</param>
    public static NetworkMeetings MeetingsOf(IReadOnlyList<NetworkGathering> gatherings)
    {
        List<GatheringView> paired = [.. gatherings.Select(there => there.View).Where(view => view.Pairs.Count > 0)];
        var parties = EarlierGatherings.PartiesOf(paired);
        return new(
            [.. parties.Select(MetParty.Of).OrderBy(party => party.Name, Domain.Norwegian.NorwegianOrder.Comparer)],
            [.. paired.Select(view => EarlierGatherings.As(view, parties))]
        );
    }

    private GatheringState StateOf(GatheringView view, bool isPublished) =>
        isPublished ? GatheringState.Published
        : view.ClosedAt is not null ? GatheringState.Held
        : view.Position >= 0 && view.Facts.Date == Today ? GatheringState.Running
        : view.Facts.Date < Today ? GatheringState.Held
        : GatheringState.ToCome;
}
