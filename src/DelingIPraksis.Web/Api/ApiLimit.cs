using System.Threading.RateLimiting;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Api;

/// <summary>
/// How many requests each key may make: a program in a loop must not slow a hall of people. Requests without a key that works are counted
/// for the address they come from.
/// </summary>
internal sealed class ApiLimit(IOptions<AccessOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
        {
            TokenLimit = options.Value.RequestsPerKey,
            TokensPerPeriod = Math.Max(1, options.Value.RequestsPerKey / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>How long to wait, in seconds, or null when it may go on.</summary>
    public int? SecondsToWait(HttpContext context, ApiToken? token)
    {
        using var lease = _limiter.AttemptAcquire(token?.TokenHash ?? $"address {GuessLimit.Network(context.Connection.RemoteIpAddress)}");
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
    }

    public void Dispose() => _limiter.Dispose();
}
