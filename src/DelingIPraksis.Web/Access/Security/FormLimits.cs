using System.Threading.RateLimiting;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>Limits how many forms one address may send, and how large they may be.</summary>
/// <remarks>
/// A hall of a thousand people may share one address, so the limit is far above what they need. Circuits and live connections are not
/// covered: <c>ChangeRateLimiter</c>, <c>ConnectionRateLimiter</c> and <c>LiveGate</c> limit those.
/// </remarks>
internal static class FormLimits
{
    private const int LargestForm = 1024 * 1024;

    // High enough that the page's own limits are reached first and explained by the page: a list of names may have a thousand, each with
    // two values.
    private const int MostValues = 8_192;

    public static void AddFormLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
        });
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueCountLimit = MostValues;
            form.ValueLengthLimit = LargestForm;
            form.MultipartBodyLengthLimit = LargestForm;
        });
        builder.Services.Configure<RazorComponentsServiceOptions>(form => form.MaxFormMappingCollectionSize = MostValues);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var path = context.Request.Path;
        if (!HttpMethods.IsPost(context.Request.Method) || OriginGuard.IsLive(path))
            return RateLimitPartition.GetNoLimiter("");
        var options = context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value;
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (path.StartsWithSegments($"/{Addresses.TryNew}") || path.StartsWithSegments($"/{Addresses.TryRunning}"))
            return RateLimitPartition.GetTokenBucketLimiter($"demo {address}", _ => new()
            {
                TokenLimit = options.DemosPerAddress,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(30),
                QueueLimit = 0,
            });
        return path.StartsWithSegments($"/{Addresses.SignIn}") || path.StartsWithSegments($"/{Addresses.FirstOrganiser}")
            // A known visitor is not slowed by others at the same address.
            ? RateLimitPartition.GetTokenBucketLimiter(
                $"sign-in {context.RequestServices.GetRequiredService<KnownBrowser>().NameOf(context) ?? address}",
                _ => Bucket(options.SignInsPerAddress)
            )
            : RateLimitPartition.GetTokenBucketLimiter($"form {address}", _ => Bucket(options.FormsPerAddress));
    }

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 12),
        ReplenishmentPeriod = TimeSpan.FromSeconds(5),
        QueueLimit = 0,
    };
}
