using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.RateLimiting;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Rooms;

/// <summary>The rate limits for changes; the section <c>Pace</c> of the configuration.</summary>
internal sealed class RateLimitOptions
{
    public const string Section = "Pace";

    /// <summary>Changes per second that one participant may ask for in the long run. Each extra kilobyte counts as one more.</summary>
    public int ChangesOfPerson { get; set; } = 20;

    /// <summary>The burst of one participant, such as everything that was written without a connection.</summary>
    public int BurstOfPerson { get; set; } = 200;

    /// <summary>
    /// Changes per second for a facilitator or organiser. Extra kilobytes count here too. A visitor of the demo has the participant's
    /// limits.
    /// </summary>
    public int ChangesOfAccount { get; set; } = 100;

    /// <summary>The burst of a facilitator or organiser: a list of parties is one change for each.</summary>
    public int BurstOfAccount { get; set; } = 5_000;
}

internal sealed class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>
{
    public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
    {
        int[] all = [options.ChangesOfPerson, options.BurstOfPerson, options.ChangesOfAccount, options.BurstOfAccount];
        return all.All(number => number > 0)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Pace: the figures are numbers of 1 or more.");
    }
}

/// <summary>
/// Limits how fast one person may ask for changes, over all connections, so that nobody can fill the disk. A change that comes too fast
/// waits for its turn. When too many wait, the caller is told to try again with the same id.
/// </summary>
internal sealed class ChangeRateLimiter : IDisposable
{
    private const int PeriodsInSecond = 10;
    private const int LengthOfOne = 1_024;

    private readonly PartitionedRateLimiter<Actor> _limiter;
    private readonly ConcurrentDictionary<Id<User>, bool> _slowed = new();
    private readonly int _most;

    public ChangeRateLimiter(IOptions<RateLimitOptions> options)
    {
        var pace = options.Value;
        // A bucket never gives more at once than its size.
        _most = Math.Min(pace.BurstOfPerson, pace.BurstOfAccount);
        var (person, account) = (Bucket(pace.ChangesOfPerson, pace.BurstOfPerson), Bucket(pace.ChangesOfAccount, pace.BurstOfAccount));
        _limiter = PartitionedRateLimiter.Create<Actor, (Actor Actor, bool Slowed)>(actor => actor switch
        {
            Actor.Participant => RateLimitPartition.GetTokenBucketLimiter((actor, true), _ => person),
            Actor.Account { User: var user } when _slowed.ContainsKey(user) =>
                RateLimitPartition.GetTokenBucketLimiter((actor, true), _ => person),
            Actor.Account => RateLimitPartition.GetTokenBucketLimiter((actor, false), _ => account),
            // No limit for the application itself, nor for strangers, whom the rules refuse.
            _ => RateLimitPartition.GetNoLimiter((actor, false)),
        });
    }

    /// <summary>Gives an account a participant's limits until the service stops.</summary>
    /// <remarks>Anybody becomes a visitor of the demo by one press, and leads a gathering at once.</remarks>
    public void Slow(Id<User> user) => _slowed.TryAdd(user, true);

    /// <summary>Waits for the turn; false when the queue is full and the caller must try again.</summary>
    public async ValueTask<bool> AdmitAsync<TChange>(Actor actor, TChange change)
    {
        using var lease = await _limiter.AcquireAsync(actor, actor is Actor.Participant or Actor.Account ? CostOf(change) : 1);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private int CostOf<TChange>(TChange change) =>
        Math.Min(_most, 1 + (JsonSerializer.SerializeToUtf8Bytes(change, GatheringJson.Options).Length / LengthOfOne));

    // The queue holds ten seconds' worth of changes.
    private static TokenBucketRateLimiterOptions Bucket(int inSecond, int burst) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = Math.Max(1, inSecond / PeriodsInSecond),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / Math.Min(PeriodsInSecond, inSecond)),
        QueueLimit = 10 * inSecond,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    };
}
