using System.Threading.Channels;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// Gives the gatherings of a network its face, when the face is set and when a gathering comes to the network. A gathering whose report is
/// published keeps the face that it has.
/// </summary>
/// <remarks>
/// It works on its own, so that whoever sets a face does not wait for ten years of gatherings. What a stop comes in the middle of is done
/// after the next start: the face of each gathering is compared with that of its network.
/// </remarks>
internal sealed class FaceKeeper(
    INetworks networks,
    NetworkLog log,
    GatheringLog gatherings,
    FaceGiver giver,
    Database database,
    ILogger<FaceKeeper> logger
) : BackgroundService
{
    private readonly Channel<(Id<Network>? Network, Id<Gathering> Gathering)> _changed =
        Channel.CreateUnbounded<(Id<Network>?, Id<Gathering>)>();
    private readonly Dictionary<Id<Network>, Network> _seen = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        log.Changed += Tell;
        gatherings.Placed += Tell;
        try
        {
            foreach (var there in await database.ReadAsync(context => context.Networks.Select(network => network.Id).ToListAsync()))
                await TryAsync(there, default);
            await foreach (var (network, gathering) in _changed.Reader.ReadAllAsync(stoppingToken)) await TryAsync(network, gathering);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
        finally
        {
            log.Changed -= Tell;
            gatherings.Placed -= Tell;
        }
    }

    private void Tell(Id<Network> network) => _changed.Writer.TryWrite((network, default));

    private void Tell(Id<Gathering> gathering) => _changed.Writer.TryWrite((null, gathering));

    private Task<Id<Network>?> OfAsync(Id<Gathering> gathering) => database.ReadAsync(context =>
        context.Gatherings.Where(there => there.Id == gathering).Select(there => there.BelongsTo).FirstOrDefaultAsync());

    // One network that cannot be read or written now must not stop the others.
    private async Task TryAsync(Id<Network>? id, Id<Gathering> gathering)
    {
        try
        {
            id ??= await OfAsync(gathering);
            if (id is { } there) await GiveAsync(await networks.ReadAsync(there));
        }
        catch (Exception fault)
        {
            if (id is { } again) _seen.Remove(again);
            RoomsLog.FaceNotGiven(logger, fault, id?.Value ?? Guid.Empty);
        }
    }

    private async Task GiveAsync(Network network)
    {
        var before = _seen.GetValueOrDefault(network.Id);
        _seen[network.Id] = network;
        // Most networks have no face, and nothing is to be read for them at the start.
        if (before is null && network.Face is null) return;
        var concerned = before is not null && before.Face == network.Face
            ? network.Gatherings.Except(before.Gatherings)
            : network.Gatherings;
        if (concerned.IsEmpty) return;
        var unpublished = await database.ReadAsync(context => context.Gatherings
            .Where(there => there.BelongsTo == network.Id && there.PublishedSequence == null)
            .Select(there => there.Id)
            .ToListAsync());
        foreach (var gathering in unpublished.Where(concerned.Contains)) await giver.GiveAsync(gathering, network.Face);
    }
}
