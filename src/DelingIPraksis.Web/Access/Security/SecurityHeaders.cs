using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>The headers of every response, including files and errors.</summary>
/// <remarks>
/// Scripts: only our own files, no inline script, no eval. Styles: the component library writes <c>style</c> elements for its theme, so
/// pages with it must allow them. All other pages allow only style attributes (the width of a bar). Nothing is fetched from another host.
/// </remarks>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<AccessOptions> options, PublicAddress address)
{
    private const string Features =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
        + "payment=(), usb=()";
    private const string AYear = "max-age=31536000";
    private readonly string _framing = options.Value.FrameAncestors is { Length: > 0 } hosts ? string.Join(' ', hosts) : "'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // Written last, so that nothing before, such as an error handler that clears the response, removes them.
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = FileAnswer.IsSandboxed(context) ? FileAnswer.SandboxPolicy : Policy(context);
        headers.XContentTypeOptions = "nosniff";
        // Other sites get no referrer. With no-referrer, browsers would also send Origin: null with our own forms.
        headers["Referrer-Policy"] = "same-origin";
        // Over plain http browsers ignore this header and log a warning.
        if (context.Request.IsHttps || PublicAddress.IsLoopback(context.Request.Host.Host))
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Features;
        // The older header cannot list hosts, and would block the allowed frames.
        if (_framing == "'none'") headers.XFrameOptions = "DENY";
        else headers.Remove("X-Frame-Options");
        if (context.Request.IsHttps && !PublicAddress.IsLoopback(context.Request.Host.Host)) headers.StrictTransportSecurity = AYear;
        // Pages are private to their user. Only files set another value themselves.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private string Policy(HttpContext context)
    {
        var styles = PageFrame.For(context).HasMud
            ? "style-src 'self' 'unsafe-inline'"
            : "style-src 'self'; style-src-attr 'unsafe-inline'";
        // Some browsers take 'self' to mean only http(s), so the WebSocket address is named.
        var live = $"{(context.Request.IsHttps ? "wss" : "ws")}://{context.Request.Host.ToUriComponent()}";
        if (address.Set is { } set) live += $" {(set.Scheme == "https" ? "wss" : "ws")}://{address.Host}";
        return $"default-src 'none'; script-src 'self'; {styles}; img-src 'self' data:; font-src 'self'; connect-src 'self' {live}; "
            + "manifest-src 'self'; "
            + $"form-action 'self'; base-uri 'self'; frame-ancestors {_framing}";
    }
}
