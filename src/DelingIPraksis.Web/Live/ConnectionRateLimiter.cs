using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;

namespace DelingIPraksis.Web.Live;

/// <summary>
/// Limits how fast one connection may call hub methods. The calls of a connection run one after the other, so a call that comes too fast
/// waits.
/// </summary>
internal sealed class ConnectionRateLimiter : IHubFilter
{
    private static readonly object _key = new();

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        context.Context.Items[_key] = new TokenBucketRateLimiter(
            new()
            {
                TokenLimit = 300,
                TokensPerPeriod = 5,
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                QueueLimit = int.MaxValue,
            }
        );
        return next(context);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    )
    {
        if (invocationContext.Context.Items[_key] is RateLimiter pace)
        {
            using var lease = await pace.AcquireAsync(1, invocationContext.Context.ConnectionAborted);
        }

        return await next(invocationContext);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        await next(context, exception);
        if (context.Context.Items.Remove(_key, out var pace)) await ((RateLimiter)pace!).DisposeAsync();
    }
}
