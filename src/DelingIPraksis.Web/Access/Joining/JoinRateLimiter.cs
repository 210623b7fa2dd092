using System.Net;
using System.Threading.RateLimiting;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>
/// Limits how many newcomers one gathering accepts from one address. A full hall is within the limit; a program that never stops is not.
/// </summary>
internal sealed class JoinRateLimiter(IOptions<AccessOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<(Id<Gathering>, IPAddress)> _limiter = PartitionedRateLimiter.Create<
        (Id<Gathering>, IPAddress),
        (Id<Gathering>, IPAddress)
    >(from =>
        RateLimitPartition.GetTokenBucketLimiter(from, _ => new()
        {
            TokenLimit = options.Value.JoinsPerAddress,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    public bool Admits(Id<Gathering> gathering, IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire((gathering, GuessLimit.Network(address)));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
