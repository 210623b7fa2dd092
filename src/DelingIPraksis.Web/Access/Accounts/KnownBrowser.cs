using System.Security.Cryptography;
using DelingIPraksis.Web.Access.Seats;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Remembers in a cookie which accounts have signed in with this browser. It does not sign anybody in. A known browser has its own limit of
/// attempts, so strangers who try the same account from the same address do not slow it.
/// </summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    public const string Name = "kjent";
    private const int Most = 5;
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("DelingIPraksis.KnownBrowser.v1")
        .ToTimeLimitedDataProtector();
    private readonly HostCookies _cookies = new();

    /// <summary>The id of this browser, when any account has signed in with it; null otherwise.</summary>
    public string? NameOf(HttpContext context) => Read(context) is { } known ? $"browser {known.Browser}" : null;

    /// <summary>The id of this browser, when the account has signed in with it; null otherwise.</summary>
    public string? NameOf(HttpContext context, Guid account) =>
        Read(context) is { } known && known.Accounts.Contains(account) ? $"browser {known.Browser}" : null;

    public void Remember(HttpContext context, Guid account)
    {
        var known = Read(context);
        var accounts = (known?.Accounts ?? []).Where(there => there != account).Append(account).TakeLast(Most);
        _cookies.AppendResponseCookie(
            context,
            Name,
            _protector.Protect($"{known?.Browser ?? Guid.NewGuid()} {string.Join(' ', accounts)}", _lifetime),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = _lifetime,
                Path = "/",
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
            });
    }

    private (Guid Browser, List<Guid> Accounts)? Read(HttpContext context)
    {
        if (_cookies.GetRequestCookie(context, Name) is not { Length: > 0 } value) return null;
        try
        {
            var ids = _protector.Unprotect(value).Split(' ').Select(Guid.Parse).ToList();
            return (ids[0], ids[1..]);
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
