using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using Microsoft.AspNetCore.DataProtection;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>The seats that one browser holds.</summary>
/// <param name="Browser">Which browser, by a number that is its own until it gives up a seat.</param>
/// <param name="People">The people it has joined as, the newest last.</param>
internal sealed record BrowserSeats(Guid Browser, IReadOnlyList<Id<Person>> People);

/// <summary>
/// The seats this browser holds, in one protected cookie. Several, because one person may play several municipalities in several
/// windows; the address of the board says which one is meant. The cookie is written when somebody joins or leaves, never when a page is
/// read.
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

    /// <summary>What the browser holds; null when it holds nothing, or what it had has been given up.</summary>
    public BrowserSeats? Read(HttpContext context)
    {
        if (_cookies.GetRequestCookie(context, Name) is not { Length: > 0 } value) return null;
        try
        {
            var parts = _protector.Unprotect(value).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var held = parts is [var first, .. var people] && first.StartsWith(BrowserMark, StringComparison.Ordinal)
                ? new BrowserSeats(Guid.Parse(first[BrowserMark.Length..]), Parse(people))
                // An older edition wrote the cookie without a number: the cookie itself is one. `LeftBrowsers` may hold it from that time.
                : new BrowserSeats(DerivedId.Unversioned(value), Parse(parts));
            return held.People.Count == 0 || left.Has(held.Browser) ? null : held;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Too old, or not ours: the one who holds it is a stranger.
            return null;
        }
    }

    /// <summary>Adds a seat; the oldest gives way when there are very many.</summary>
    public void Add(HttpContext context, Id<Person> person)
    {
        var held = Read(context);
        Write(
            context,
            new(held?.Browser ?? Guid.NewGuid(), [.. (held?.People ?? []).Where(there => there != person).Append(person).TakeLast(Most)])
        );
    }

    /// <summary>Gives up a seat: copies of the cookie, and the screens that were opened with it, open it no longer.</summary>
    public async Task GiveUpAsync(HttpContext context, Id<Person> person)
    {
        if (Read(context) is not { } held || !held.People.Contains(person)) return;
        await left.AddAsync(held.Browser, person);
        // What is left goes on under a new number, since the old one opens nothing from now on.
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
        // Lax: a QR code that is opened from the camera comes from another place.
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    private static IReadOnlyList<Id<Person>> Parse(IEnumerable<string> people) => [.. people.Select(id => Id<Person>.Parse(id, null))];
}
