using System.Globalization;
using System.Threading.RateLimiting;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Live;

/// <summary>
/// The middleware for circuits and live connections. It limits how many may be open at once, and cuts connections of the live interface
/// when their sign-in or seat is gone.
/// </summary>
/// <remarks>
/// All people in a hall may share one address, and all of them have seats. So only connections without a seat or sign-in are counted by
/// address, the others by browser.
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

        // A circuit removes the account itself and shows a message (CircuitSession). A client of the live interface is cut off, and
        // reconnects with its current identity.
        using var connection = isHub ? live.Add(context.User, _ => context.Abort()) : null;
        await next(context);
    }

    public void Dispose() => _limit.Dispose();

    private static string? HolderOf(System.Security.Claims.ClaimsPrincipal user) =>
        (VisitorClaims.AccountOf(user) is Actor.Account ? VisitorClaims.SessionOf(user) : VisitorClaims.BrowserOf(user))?.ToString();

    private static ConcurrencyLimiterOptions AtOnce(int most) => new() { PermitLimit = most, QueueLimit = 0 };
}
