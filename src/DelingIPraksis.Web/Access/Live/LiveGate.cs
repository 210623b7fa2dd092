using System.Globalization;
using System.Threading.RateLimiting;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Live;

/// <summary>
/// The way to circuits and live connections. It bounds how many may be open at once, and cuts those of the live interface when the sign-in
/// or the seat that they were opened with is gone.
/// </summary>
/// <remarks>
/// A hall is one address, and all in it hold seats: only those who hold nothing are counted by address, the others each by its browser.
/// </remarks>
internal sealed class LiveGate(RequestDelegate next, LiveConnections live, IOptions<AccessOptions> options) : IDisposable
{
    private const int PatienceSeconds = 30;
    private static readonly PathString _circuits = $"/{Addresses.Circuits}";
    private static readonly PathString _hub = $"/{Addresses.Live}";

    private readonly PartitionedRateLimiter<HttpContext> _limit = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        HolderOf(context.User) is { } holder
        ? RateLimitPartition.GetConcurrencyLimiter(holder, _ => AtOnce(options.Value.ConnectionsPerBrowser))
            : RateLimitPartition.GetConcurrencyLimiter(
                $"{context.Connection.RemoteIpAddress}",
                _ => AtOnce(options.Value.StrangersPerAddress)
            )
    );

    public async Task InvokeAsync(HttpContext context)
    {
        var isHub = context.Request.Path.StartsWithSegments(_hub);
        if (!isHub && !context.Request.Path.StartsWithSegments(_circuits))
        {
            await next(context);
            return;
        }

        using var lease = _limit.AttemptAcquire(context);
        if (!lease.IsAcquired)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = PatienceSeconds.ToString(CultureInfo.InvariantCulture);
            return;
        }

        // A circuit takes itself out of it, with words on the screen (CircuitSession); a client of the interface is cut off, and comes back
        // as who it is now.
        using var connection = isHub ? live.Add(context.User, _ => context.Abort()) : null;
        await next(context);
    }

    public void Dispose() => _limit.Dispose();

    private static string? HolderOf(System.Security.Claims.ClaimsPrincipal user) =>
        (VisitorClaims.AccountOf(user) is Actor.Account ? VisitorClaims.SessionOf(user) : VisitorClaims.BrowserOf(user))?.ToString();

    private static ConcurrencyLimiterOptions AtOnce(int most) => new() { PermitLimit = most, QueueLimit = 0 };
}
