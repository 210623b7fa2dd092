using System.Globalization;
using DelingIPraksis.Web.Access;

namespace DelingIPraksis.Web.Api;

/// <summary>The scope that an operation needs.</summary>
internal sealed record NeededScope(ApiScope Scope);

/// <summary>Who asks: the token in <c>Authorization: Bearer</c>. All that is refused is told as problem details (RFC 9457).</summary>
internal static class ApiAccess
{
    private const string Bearer = "Bearer ";

    public static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            var header = http.Request.Headers.Authorization.ToString();
            var key = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
            var found = await http.RequestServices.GetRequiredService<ApiTokens>().FindAsync(key);
            if (http.RequestServices.GetRequiredService<ApiLimit>().SecondsToWait(http, found) is { } seconds)
            {
                http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return Problem(StatusCodes.Status429TooManyRequests, $"Too many requests. Try again in {seconds} seconds.");
            }

            if (found is not { } token)
            {
                http.Response.Headers.WWWAuthenticate = key is null ? "Bearer" : "Bearer error=\"invalid_token\"";
                return Problem(StatusCodes.Status401Unauthorized, key is null
                    ? "Send the token of a network: Authorization: Bearer dip_…"
                    : "The token does not exist, or its time is over.");
            }

            var needed = http.GetEndpoint()?.Metadata.GetMetadata<NeededScope>()?.Scope ?? ApiScope.None;
            if ((token.Scopes & needed) != needed)
            {
                var name = NamesOf(needed)[0];
                http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{name}\"";
                return Problem(StatusCodes.Status403Forbidden, $"The token does not open this. It needs the scope {name}.");
            }

            http.Items[typeof(ApiToken)] = token;
            return await next(context);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            http.Response.Headers.RetryAfter = "30";
            return Problem(StatusCodes.Status503ServiceUnavailable, "The store cannot be read now. Try again.");
        }
    }

    public static ApiToken TokenOf(HttpContext context) => (ApiToken)context.Items[typeof(ApiToken)]!;

    public static IReadOnlyList<string> NamesOf(ApiScope scopes) =>
    [
        .. Enum.GetValues<ApiScope>().Where(scope => scope != ApiScope.None && scopes.HasFlag(scope))
            .Select(scope => scope.ToString().ToLowerInvariant()),
    ];

    public static IResult? FaultOfPage(int page, int size) =>
        page is < 1 or > 1_000_000 ? Problem(StatusCodes.Status400BadRequest, "page is a number from 1.")
        : size is < 1 or > ApiEndpoints.MostOnPage
            ? Problem(StatusCodes.Status400BadRequest, $"size is a number from 1 to {ApiEndpoints.MostOnPage}.")
        : null;

    public static IResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, detail);

    public static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
