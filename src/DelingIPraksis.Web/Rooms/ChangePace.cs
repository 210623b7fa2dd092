using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.RateLimiting;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Rooms;

/// <summary>How fast one person may ask for changes; the section <c>Pace</c> of the configuration.</summary>
internal sealed class PaceOptions
{
    public const string Section = "Pace";

    /// <summary>
    /// Changes that one participant may ask for in a second, for longer than a moment. A kilobyte more counts as one more.
    /// </summary>
    public int ChangesOfPerson { get; set; } = 20;

    /// <summary>Changes that one participant may ask for at once, such as all that was written without a line.</summary>
    public int BurstOfPerson { get; set; } = 200;

    /// <summary>
    /// Changes that one who leads may ask for in a second (a kilobyte more counts too). A visitor of the demo has the participant's
    /// figures.
    /// </summary>
    public int ChangesOfAccount { get; set; } = 100;

    /// <summary>Changes that one who leads may ask for at once: a list of invited is one change for each.</summary>
    public int BurstOfAccount { get; set; } = 5_000;
}

/// <summary>Finds every fault at once, so that one need not start again for each.</summary>
internal sealed class PaceOptionsValidator : IValidateOptions<PaceOptions>
{
    public ValidateOptionsResult Validate(string? name, PaceOptions options)
    {
        int[] all = [options.ChangesOfPerson, options.BurstOfPerson, options.ChangesOfAccount, options.BurstOfAccount];
        return all.All(number => number > 0)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Pace: the figures are numbers of 1 or more.");
    }
}

/// <summary>
/// Keeps one person from filling the disk, whatever line she comes by. Who is too fast waits for a turn; only who does not wait for the
/// answers is told to come again, and may do so with the same id.
/// </summary>
internal sealed class ChangePace : IDisposable
{
    private const int PeriodsInSecond = 10;
    private const int LengthOfOne = 1_024;

    private readonly PartitionedRateLimiter<Actor> _limiter;
    private readonly ConcurrentDictionary<Id<User>, bool> _slowed = new();
    private readonly int _most;

    public ChangePace(IOptions<PaceOptions> options)
    {
        var pace = options.Value;
        // No bucket gives more at once than it holds.
        _most = Math.Min(pace.BurstOfPerson, pace.BurstOfAccount);
        var (person, account) = (Bucket(pace.ChangesOfPerson, pace.BurstOfPerson), Bucket(pace.ChangesOfAccount, pace.BurstOfAccount));
        _limiter = PartitionedRateLimiter.Create<Actor, (Actor Actor, bool Slowed)>(actor => actor switch
        {
            Actor.Participant => RateLimitPartition.GetTokenBucketLimiter((actor, true), _ => person),
            Actor.Account { User: var user } when _slowed.ContainsKey(user) =>
                RateLimitPartition.GetTokenBucketLimiter((actor, true), _ => person),
            Actor.Account => RateLimitPartition.GetTokenBucketLimiter((actor, false), _ => account),
            // The application itself, and strangers, whom the rules refuse.
            _ => RateLimitPartition.GetNoLimiter((actor, false)),
        });
    }

    /// <summary>Gives an account a participant's pace until the service stops.</summary>
    /// <remarks>Anybody becomes a visitor of the demo by one press, and leads a gathering at once.</remarks>
    public void Slow(Id<User> user) => _slowed.TryAdd(user, true);

    /// <summary>Waits for the turn; false when so much waits already that it must come again.</summary>
    public async ValueTask<bool> AdmitAsync(Actor actor, Change change)
    {
        using var lease = await _limiter.AcquireAsync(actor, actor is Actor.Participant or Actor.Account ? CostOf(change) : 1);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private int CostOf(Change change) =>
        Math.Min(_most, 1 + (JsonSerializer.SerializeToUtf8Bytes(change, GatheringJson.Options).Length / LengthOfOne));

    // Ten seconds' worth may wait.
    private static TokenBucketRateLimiterOptions Bucket(int inSecond, int burst) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = Math.Max(1, inSecond / PeriodsInSecond),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / Math.Min(PeriodsInSecond, inSecond)),
        QueueLimit = 10 * inSecond,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    };
}
