using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>How many forms one address may send, and how large they may be.</summary>
/// <remarks>
/// A hall of a thousand people is one address, so the bound is far above what they need. What happens inside a circuit is not seen here:
/// the rooms and the rules bound that.
/// </remarks>
internal static class FormLimits
{
    private const long LargestForm = 1024 * 1024;

    public static void AddFormLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
        });
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueCountLimit = 200;
            form.ValueLengthLimit = (int)LargestForm;
            form.MultipartBodyLengthLimit = LargestForm;
        });
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var path = context.Request.Path;
        if (!HttpMethods.IsPost(context.Request.Method) || path.StartsWithSegments("/_blazor") || path.StartsWithSegments("/live"))
            return RateLimitPartition.GetNoLimiter("");
        var options = context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value;
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return path.StartsWithSegments(AccessPaths.SignIn) || path.StartsWithSegments(AccessPaths.FirstOrganiser)
            ? RateLimitPartition.GetTokenBucketLimiter($"sign-in {address}", _ => Bucket(options.SignInsPerAddress))
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
