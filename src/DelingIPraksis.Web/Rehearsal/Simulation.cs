using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>
/// One running rehearsal: a loop for each simulated party, which joins, registers its presence, reads its view, and makes a change now and
/// then.
/// </summary>
internal sealed class Simulation : IAsyncDisposable
{
    /// <summary>What <see cref="ThinkingTime"/> is at speed 1.</summary>
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(12);

    /// <summary>A rehearsal that nobody stops ends by itself after this time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    private readonly CancellationTokenSource _stop;
    private readonly IRooms _rooms;
    private readonly Presence _presence;
    private readonly TimeProvider _time;
    private readonly Task _running;
    private double _speed;

    public Simulation(Gathering gathering, double speed, IRooms rooms, Presence presence, TimeProvider time)
    {
        (Id, _speed, _rooms, _presence, _time) = (gathering.Id, speed, rooms, presence, time);
        _stop = new CancellationTokenSource(Longest, time);
        List<SimulatedParty> cast = [.. Cast(gathering)];
        FirstToCome = [.. cast.Where(player => player.Comes(null)).Select(player => player.Party)];
        _running = Task.WhenAll(cast.Select(player => Task.Run(() => PlayAsync(player))));
    }

    /// <summary>Which rehearsal.</summary>
    public Id<Gathering> Id { get; }

    /// <summary>The parties that come before the group work begins.</summary>
    public IReadOnlyList<Id<Party>> FirstToCome { get; }

    /// <summary>The average time that a party takes between two changes.</summary>
    public TimeSpan ThinkingTime => Thinking / Speed;

    /// <summary>How many times faster than people, 1 to 20.</summary>
    public double Speed
    {
        get => Volatile.Read(ref _speed);
        set => Volatile.Write(ref _speed, Math.Clamp(value, 1, 20));
    }

    /// <summary>
    /// Assigns the behaviours: the last party never comes, the one before it comes late, and the second is unsure, when there are enough
    /// parties.
    /// </summary>
    internal static IEnumerable<SimulatedParty> Cast(Gathering gathering)
    {
        var parties = gathering.PartiesInOrder.ToList();
        return parties.Select((party, index) => new SimulatedParty(party.Id, index, (parties.Count - 1 - index, index) switch
        {
            (0, _) when parties.Count >= 5 => ParticipantProfile.Absent,
            (1, _) when parties.Count >= 5 => ParticipantProfile.Late,
            (_, 1) => ParticipantProfile.Unsure,
            _ => ParticipantProfile.Punctual,
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task PlayAsync(SimulatedParty player)
    {
        IDisposable? here = null;
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await Task.Delay(ThinkingTime * (.3 + (1.4 * Random.Shared.NextDouble())), _time, _stop.Token);
                var gathering = await _rooms.ReadAsync(Id);
                if (!gathering.Exists) return;
                if (!player.Comes(gathering.Workshop.Phase?.Kind)) continue;
                var person = player.Person;
                if (!gathering.People.ContainsKey(person))
                    await _rooms.SubmitAsync(Id, new Actor.Application(), new Change.PersonJoined(person, player.Party), person.Value);
                here ??= _presence.Enter(Id, person, player.Party);
                var actor = new Actor.Participant(person);
                if (player.Next(GatheringView.For(gathering, actor), Random.Shared.NextDouble()) is { } change)
                    await _rooms.SubmitAsync(Id, actor, change, Guid.NewGuid());
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The rehearsal is stopped.
        }
        finally
        {
            here?.Dispose();
        }
    }
}
