using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>
/// Rehearsals («generalprøve»): a copy of a gathering with its programme and parties, in which everybody except the facilitator is
/// simulated. It is marked as a rehearsal, never counts as held, and is erased completely.
/// </summary>
internal sealed class Rehearsals(
    IRooms rooms,
    FaceGiver faces,
    Presence presence,
    JoinCodes codes,
    IPairingHistory history,
    IDemo demo,
    Database database,
    TimeProvider time
) : IHostedService
{
    private static readonly string _created = Verbs.NameOf(typeof(GatheringCreated));

    // Two forms sent at the same time for one demo gathering must not both create a rehearsal.
    private static readonly SemaphoreSlim _makingOfDemo = new(1);

    private readonly ConcurrentDictionary<Id<Gathering>, Lazy<Simulation>> _running = new();
    private readonly ConcurrentDictionary<Id<Gathering>, Lazy<SelfLedRehearsal>> _led = new();

    /// <summary>Raised when a rehearsal starts or stops running, or leading itself.</summary>
    public event Action<Id<Gathering>>? Changed;

    /// <summary>Makes a rehearsal of a gathering; repeated with the same id, it continues where the first try stopped.</summary>
    /// <remarks>
    /// Anybody may try the demo, and each rehearsal plays for hours: a demo gathering has one at a time, and none is made when the demo is
    /// full.
    /// </remarks>
    /// <param name="of">The gathering, as its facilitator sees it.</param>
    /// <param name="by">Who leads the rehearsal.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="title">Its title, which says what it is.</param>
    /// <param name="speed">1 to 20: the phases become that much shorter, one minute at least.</param>
    public async Task<Reply> MakeAsync(GatheringView of, Actor by, Id<Gathering> id, PlainText title, int speed)
    {
        if (!of.IsDemo) return await MakeWholeAsync(of, by, id, title, speed);
        await _makingOfDemo.WaitAsync();
        try
        {
            var isTooMany = await OfDemoAsync(of) is { } there ? there != id : await demo.IsFullAsync();
            return isTooMany ? new Reply.Refused(new Refusal(RefusalReason.TooMany)) : await MakeWholeAsync(of, by, id, title, speed);
        }
        finally
        {
            _makingOfDemo.Release();
        }
    }

    /// <summary>The rehearsal that a demo gathering has already, or null.</summary>
    public async Task<Id<Gathering>?> OfDemoAsync(GatheringView of)
    {
        if (!of.IsDemo) return null;
        var rehearses = $"\"rehearsalOf\":\"{of.Id}\"";
        var found = await database.ReadAsync(context =>
            (from gathering in context.Gatherings
             where gathering.IsDemo
             join entry in context.Log on gathering.Id equals entry.StreamId
             where entry.Sequence == 1 && entry.Verb == _created && entry.Payload.Contains(rehearses)
             orderby gathering.CreatedAt
             select gathering.Id).Take(1).ToListAsync());
        return found.Count == 0 ? null : found[0];
    }

    private async Task<Reply> MakeWholeAsync(GatheringView of, Actor by, Id<Gathering> id, PlainText title, int speed)
    {
        Reply reply = new Reply.NotStored();
        var number = 0;
        foreach (var change in ChangesOf(of, id, title, speed))
        {
            reply = await rooms.SubmitAsync(id, by, change, DerivedId.Of($"{id}/change/{number++}"));
            if (reply is not Reply.Kept) return reply;
        }

        await faces.GiveAsync(id, of.Face);
        if (await codes.OfAsync(id) is null) await codes.IssueAsync(id);
        return reply;
    }

    /// <summary>Starts the simulated parties, if they do not run already.</summary>
    public Simulation Play(Gathering gathering, double speed)
    {
        var simulation = _running.GetOrAdd(gathering.Id, _ => new(() => new Simulation(gathering, speed, rooms, presence, time))).Value;
        Changed?.Invoke(gathering.Id);
        return simulation;
    }

    /// <summary>Lets a running rehearsal lead itself on behalf of an actor, until a person leads or it is over.</summary>
    public async Task LeadItselfAsync(Simulation simulation, Actor leader)
    {
        if (LeadsItself(simulation.Id)) return;
        await TakeOverAsync(simulation.Id);
        _ = _led.GetOrAdd(
            simulation.Id,
            id => new(() => new SelfLedRehearsal(simulation, leader, rooms, history, time, () => Changed?.Invoke(id)))
        ).Value;
        Changed?.Invoke(simulation.Id);
    }

    /// <summary>Whether a rehearsal leads itself now.</summary>
    public bool LeadsItself(Id<Gathering> gathering) => _led.TryGetValue(gathering, out var led) && led.Value.Leads;

    /// <summary>Stops its automatic facilitator. The simulated parties continue.</summary>
    public async Task TakeOverAsync(Id<Gathering> gathering)
    {
        if (_led.TryRemove(gathering, out var led)) await led.Value.DisposeAsync();
    }

    /// <summary>The simulation that runs, or null.</summary>
    public Simulation? RunningIn(Id<Gathering> gathering) => _running.TryGetValue(gathering, out var simulation) ? simulation.Value : null;

    /// <summary>Stops the simulated parties and the automatic facilitator.</summary>
    public async Task StopAsync(Id<Gathering> gathering)
    {
        await TakeOverAsync(gathering);
        if (_running.TryRemove(gathering, out var simulation)) await simulation.Value.DisposeAsync();
        Changed?.Invoke(gathering);
    }

    /// <summary>Erases a rehearsal, for everybody and from the database.</summary>
    public async Task<Reply> EraseAsync(Id<Gathering> gathering, Actor by)
    {
        var reply = await rooms.SubmitAsync(gathering, by, new RehearsalErased(), DerivedId.Of($"{gathering}/erased"));
        if (reply is Reply.Kept) await StopAsync(gathering);
        return reply;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs before the rooms stop, so that no simulation uses a stopped room.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var gathering in _running.Keys) await StopAsync(gathering);
    }

    private static IEnumerable<Change> ChangesOf(GatheringView of, Id<Gathering> id, PlainText title, int speed)
    {
        yield return new GatheringCreated(of.Facts with { Title = title }, IsDemo: true, RehearsalOf: of.Id);
        yield return new WorkshopPlanned(
            of.Theme,
            [.. of.Plan.Select(phase => phase with { Minutes = Math.Max(1, (int)Math.Ceiling(phase.Minutes / (double)speed)) })]
        );
        foreach (var block in of.Blocks) yield return new BlockPut(block);
        foreach (var party in of.Parties)
            yield return new PartyInvited(Copy(party.Id), party.Name, party.RegisterNumber, party.Kind, party.County);
        foreach (var wish in of.Wishes) yield return new PairWished(wish with { One = Copy(wish.One), Other = Copy(wish.Other) });

        Id<Party> Copy(Id<Party> party) => new(DerivedId.Of($"{id}/{party}"));
    }
}
