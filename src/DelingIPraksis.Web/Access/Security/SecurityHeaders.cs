using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Security;

/// <summary>The headers of every answer, also of files and faults.</summary>
/// <remarks>
/// Scripts are files of our own and nothing else: no inline script, no eval. Styles: the component library writes <c>style</c> elements
/// when it sets its theme, so pages with it must allow them; all other pages allow only attributes (the width of a bar). Nothing is
/// fetched from another host.
/// </remarks>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<AccessOptions> options, PublicAddress address)
{
    private const string Features =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";
    private const string AYear = "max-age=31536000";
    private readonly string _framing = options.Value.FrameAncestors is { Length: > 0 } hosts ? string.Join(' ', hosts) : "'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // Written last, so that nothing on the way, such as a fault that clears the answer, takes them away.
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context);
        headers.XContentTypeOptions = "nosniff";
        // Other sites learn nothing. With no-referrer browsers would hide from ourselves, too, which page a form was sent by (Origin:
        // null).
        headers["Referrer-Policy"] = "same-origin";
        // Over plain http browsers pass this over, and complain of it.
        if (context.Request.IsHttps || PublicAddress.IsLoopback(context.Request.Host.Host))
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Features;
        // The older header knows no list of hosts, and would close the frames that are allowed.
        if (_framing == "'none'") headers.XFrameOptions = "DENY";
        else headers.Remove("X-Frame-Options");
        if (context.Request.IsHttps && !PublicAddress.IsLoopback(context.Request.Host.Host)) headers.StrictTransportSecurity = AYear;
        // What a person may see is nobody else's: only files say otherwise themselves.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private string Policy(HttpContext context)
    {
        var styles = PageFrame.For(context).HasMud
            ? "style-src 'self' 'unsafe-inline'"
            : "style-src 'self'; style-src-attr 'unsafe-inline'";
        // Some browsers take 'self' to mean only http(s), so the live connection is named.
        var live = $"{(context.Request.IsHttps ? "wss" : "ws")}://{context.Request.Host.ToUriComponent()}";
        if (address.Set is { } set) live += $" {(set.Scheme == "https" ? "wss" : "ws")}://{address.Host}";
        return $"default-src 'none'; script-src 'self'; {styles}; img-src 'self' data:; font-src 'self'; connect-src 'self' {live}; manifest-src 'self'; "
            + $"form-action 'self'; base-uri 'self'; frame-ancestors {_framing}";
    }
}
