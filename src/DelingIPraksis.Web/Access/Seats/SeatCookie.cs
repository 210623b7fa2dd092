using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>
/// The seats this browser holds, in one protected cookie. Several, because one person may play several municipalities in several
/// windows; the address of the board says which one is meant. The cookie is written when somebody joins, never when a page is read.
/// </summary>
internal sealed class SeatCookie(IDataProtectionProvider protection)
{
    public const string Name = "deltaker";
    private const int Most = 24;
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(30);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("DelingIPraksis.Seats.v1").ToTimeLimitedDataProtector();
    private readonly HostCookies _cookies = new();

    public IReadOnlyList<Id<Person>> Read(HttpContext context)
    {
        if (_cookies.GetRequestCookie(context, Name) is not { Length: > 0 } value) return [];
        try
        {
            return [.. _protector.Unprotect(value).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Id<Person>.Parse(id, null))];
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Too old, or not ours: the one who holds it is a stranger.
            return [];
        }
    }

    /// <summary>Adds a seat; the oldest gives way when there are very many.</summary>
    public void Add(HttpContext context, Id<Person> person)
    {
        var seats = Read(context).Where(held => held != person).Append(person).TakeLast(Most);
        _cookies.AppendResponseCookie(context, Name, _protector.Protect(string.Join(' ', seats), _lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = _lifetime,
            Path = "/",
            // Lax: a QR code that is opened from the camera comes from another place.
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }
}
