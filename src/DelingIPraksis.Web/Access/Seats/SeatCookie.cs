using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>The seats that one browser holds.</summary>
/// <param name="Browser">The browser's id, until it gives up a seat.</param>
/// <param name="People">The people it has joined as, the newest last.</param>
internal sealed record BrowserSeats(Guid Browser, IReadOnlyList<Id<Person>> People);

/// <summary>
/// The seats of this browser, in one encrypted cookie. There may be several, because one person may play several municipalities in several
/// windows; the address of the board tells which one. The cookie is written when a person joins or leaves, never when a page is read.
/// </summary>
internal sealed class SeatCookie(IDataProtectionProvider protection, LeftBrowsers left)
{
    public const string Name = "deltaker";
    private const int Most = 24;
    private const string BrowserMark = "browser:";
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(30);

    private readonly ITimeLimitedDataProtector _protector = protection
        .CreateProtector("DelingIPraksis.Seats.v1")
        .ToTimeLimitedDataProtector();
    private readonly HostCookies _cookies = new();

    /// <summary>The seats of the browser; null when it has none, or when they have been given up.</summary>
    public BrowserSeats? Read(HttpContext context)
    {
        if (_cookies.GetRequestCookie(context, Name) is not { Length: > 0 } value) return null;
        try
        {
            var parts = _protector.Unprotect(value).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var held = parts is [var first, .. var people] && first.StartsWith(BrowserMark, StringComparison.Ordinal)
                ? new BrowserSeats(Guid.Parse(first[BrowserMark.Length..]), Parse(people))
                // An older version wrote the cookie without an id, so the id is derived from the cookie. `LeftBrowsers` may have such ids.
                : new BrowserSeats(DerivedId.Unversioned(value), Parse(parts));
            return held.People.Count == 0 || left.Has(held.Browser) ? null : held;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Too old, or not ours: the holder is a stranger.
            return null;
        }
    }

    /// <summary>Adds a seat. The oldest is removed when there are very many.</summary>
    public void Add(HttpContext context, Id<Person> person)
    {
        var held = Read(context);
        Write(
            context,
            new(held?.Browser ?? Guid.NewGuid(), [.. (held?.People ?? []).Where(there => there != person).Append(person).TakeLast(Most)])
        );
    }

    /// <summary>Gives up a seat. Copies of the cookie, and screens that were opened with it, lose access.</summary>
    public async Task GiveUpAsync(HttpContext context, Id<Person> person)
    {
        if (Read(context) is not { } held || !held.People.Contains(person)) return;
        await left.AddAsync(held.Browser, person);
        // The remaining seats get a new browser id, because the old one becomes invalid.
        var others = held.People.Where(there => there != person).ToList();
        if (others.Count > 0) Write(context, new(Guid.NewGuid(), others));
        else _cookies.DeleteCookie(context, Name, Options(context));
    }

    private void Write(HttpContext context, BrowserSeats held)
    {
        var options = Options(context);
        options.MaxAge = _lifetime;
        _cookies.AppendResponseCookie(
            context,
            Name,
            _protector.Protect($"{BrowserMark}{held.Browser} {string.Join(' ', held.People)}", _lifetime),
            options
        );
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        // Lax: a link from a QR code is opened by the camera app, which is another site.
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    private static IReadOnlyList<Id<Person>> Parse(IEnumerable<string> people) => [.. people.Select(id => Id<Person>.Parse(id, null))];
}
