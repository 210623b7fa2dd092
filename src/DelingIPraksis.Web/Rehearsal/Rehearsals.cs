using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>
/// Rehearsals («generalprøve»): a copy of a gathering with its programme and its invited, in which all but the facilitator are simulated. It is marked as one,
/// never counts as held, and is erased whole.
/// </summary>
internal sealed class Rehearsals(IRooms rooms, Presence presence, JoinCodes codes, GatheringErasure erasure, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Id<Gathering>, Lazy<Simulation>> _running = new();

    /// <summary>Makes a rehearsal of a gathering; the same one asked for again goes on where the first try stopped.</summary>
    /// <param name="of">What is rehearsed, as one who leads it sees it.</param>
    /// <param name="by">Who leads the rehearsal.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="title">Its title, which says what it is.</param>
    /// <param name="speed">1 to 20: the phases become that much shorter, one minute at least.</param>
    public async Task<Reply> MakeAsync(GatheringView of, Actor by, Id<Gathering> id, PlainText title, int speed)
    {
        Reply reply = new Reply.NotStored();
        var number = 0;
        foreach (var change in ChangesOf(of, id, title, speed))
        {
            reply = await rooms.SubmitAsync(id, by, change, Identities.Of(id.Value, $"change/{number++}"));
            if (reply is not Reply.Kept) return reply;
        }

        if (await codes.OfAsync(id) is null) await codes.IssueAsync(id);
        return reply;
    }

    /// <summary>Lets the simulated municipalities play, if they do not already.</summary>
    public Simulation Play(Gathering gathering, double speed) => _running.GetOrAdd(gathering.Id, _ => new(() => new Simulation(gathering, speed, rooms, presence, time))).Value;

    /// <summary>The simulation that runs, or null.</summary>
    public Simulation? RunningIn(Id<Gathering> gathering) => _running.TryGetValue(gathering, out var simulation) ? simulation.Value : null;

    /// <summary>Stops the simulated municipalities.</summary>
    public async Task StopAsync(Id<Gathering> gathering)
    {
        if (_running.TryRemove(gathering, out var simulation)) await simulation.Value.DisposeAsync();
    }

    /// <summary>Erases a rehearsal: first for everybody who looks at it, then from the database.</summary>
    public async Task<Reply> EraseAsync(Id<Gathering> gathering, Actor by)
    {
        var reply = await rooms.SubmitAsync(gathering, by, new RehearsalErased(), Identities.Of(gathering.Value, "erased"));
        if (reply is not Reply.Kept) return reply;
        await StopAsync(gathering);
        await erasure.EraseAsync(gathering);
        return reply;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var gathering in _running.Keys) await StopAsync(gathering);
    }

    private static IEnumerable<Change> ChangesOf(GatheringView of, Id<Gathering> id, PlainText title, int speed)
    {
        yield return new GatheringCreated(of.Facts with { Title = title }, IsDemo: true, RehearsalOf: of.Id);
        yield return new WorkshopPlanned(of.Theme, [.. of.Plan.Select(phase => phase with { Minutes = Math.Max(1, (int)Math.Ceiling(phase.Minutes / (double)speed)) })]);
        foreach (var block in of.Blocks) yield return new BlockPut(block);
        foreach (var party in of.Parties) yield return new PartyInvited(Copy(party.Id), party.Name, party.RegisterNumber, party.Kind, party.County);
        foreach (var wish in of.Wishes) yield return new PairWished(wish with { One = Copy(wish.One), Other = Copy(wish.Other) });

        Id<Party> Copy(Id<Party> party) => new(Identities.Of(id.Value, party.ToString()));
    }
}
