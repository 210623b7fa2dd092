using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>
/// A rehearsal that leads itself on behalf of an actor. It ends when a person leads in any way, or when the group work is over.
/// </summary>
internal sealed class SelfLedRehearsal : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Simulation _simulation;
    private readonly Actor _leader;
    private readonly IRooms _rooms;
    private readonly IPairingHistory _history;
    private readonly TimeProvider _time;
    private readonly Action _ended;
    private readonly Task _running;
    private volatile bool _leads = true;

    public SelfLedRehearsal(Simulation simulation, Actor leader, IRooms rooms, IPairingHistory history, TimeProvider time, Action ended)
    {
        (_simulation, _leader, _rooms, _history, _time, _ended) = (simulation, leader, rooms, history, time, ended);
        _running = Task.Run(LeadAsync);
    }

    /// <summary>Whether it still leads.</summary>
    public bool Leads => _leads;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task LeadAsync()
    {
        try
        {
            var last = (await _rooms.ReadAsync(_simulation.Id)).LastLed;
            while (true)
            {
                await Task.Delay(_simulation.ThinkingTime / 2, _time, _stop.Token);
                var view = GatheringView.For(await _rooms.ReadAsync(_simulation.Id), _leader);
                if (!view.Leads || view.ClosedAt is not null || view.LastLed > last) break;
                var change = SimulatedFacilitator.Next(view, _time.GetUtcNow(), _simulation.ThinkingTime) ?? await PairsAsync(view);
                if (change is not null && await _rooms.SubmitAsync(_simulation.Id, _leader, change, Guid.NewGuid()) is Reply.Kept kept)
                    last = kept.Sequence;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // A person has taken over, or the rehearsal is stopped.
        }
        finally
        {
            _leads = false;
            _ended();
        }
    }

    /// <summary>When all parties except the late ones have come, pairs those who are here, as in a real gathering.</summary>
    private async Task<Change?> PairsAsync(GatheringView view)
    {
        var here = view.Joined().Keys.ToHashSet();
        if (view.Pairs.Count > 0 || view.Proposal.Count > 0 || here.Count < 2 || !_simulation.FirstToCome.All(here.Contains)) return null;
        return RoundProposals.Plan(view, here, await _history.BeforeAsync(view), keep: false, seed: 0) is DayPlan plan
            ? RoundProposals.Change(plan, view)
            : null;
    }
}
