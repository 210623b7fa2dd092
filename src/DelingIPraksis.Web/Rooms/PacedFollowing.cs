using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Rooms;

/// <summary>Follows all that happens in a gathering, for a screen that shows the newest of it at most once in an interval.</summary>
internal sealed class PacedFollowing : IDisposable
{
    private readonly RenderThrottle _pace;
    private ISubscription? _following;

    private PacedFollowing(RenderThrottle pace) => _pace = pace;

    /// <summary>The newest snapshot.</summary>
    public Gathering Newest => _following!.Current;

    /// <param name="rooms">Where the gathering is.</param>
    /// <param name="time">The clock of the interval.</param>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="interval">The interval.</param>
    /// <param name="render">Shows the newest; called outside the circuit, in the language of whoever begins to follow.</param>
    public static async Task<PacedFollowing> StartAsync(
        IRooms rooms, TimeProvider time, Id<Gathering> gathering, TimeSpan interval, Action render)
    {
        var pace = new RenderThrottle(time, interval, render);
        var paced = new PacedFollowing(pace);
        paced._following = await rooms.FollowAsync(gathering, static _ => true, (_, _) =>
        {
            // News may come before the following is known here.
            if (paced._following is not null) pace.Signal();
            return Task.CompletedTask;
        });
        return paced;
    }

    public void Signal() => _pace.Signal();

    public void Dispose()
    {
        _following?.Dispose();
        _pace.Dispose();
    }
}
