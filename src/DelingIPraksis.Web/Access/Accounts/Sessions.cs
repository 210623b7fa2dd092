using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Live;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// The sign-in sessions, one for each browser. Ending a session invalidates every copy of its cookie, and ends its screens and live
/// connections.
/// </summary>
internal sealed class Sessions(Database database, LiveConnections live, TimeProvider time)
{
    /// <summary>
    /// The maximum duration of a session. The cookie is renewed when it is used, the row is not, so this is the longer of the two.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    // A write for each request would cost more than anybody has of it.
    private static readonly TimeSpan _seenEvery = TimeSpan.FromHours(1);

    /// <summary>Begins a session.</summary>
    /// <param name="user">Who signs in.</param>
    /// <param name="browser">What the browser is called in the list.</param>
    public async Task<Guid> BeginAsync(Id<User> user, string browser = "")
    {
        var now = time.GetUtcNow();
        var session = new AccountSession { Id = Guid.NewGuid(), User = user, At = now, Browser = browser, SeenAt = now };
        await database.WriteAsync(async context =>
        {
            var old = session.At - Longest;
            await context.Set<AccountSession>().Where(there => there.At < old).ExecuteDeleteAsync();
            context.Add(session);
        });
        return session.Id;
    }

    /// <summary>
    /// Whether a principal's session is open. A principal without a session was signed in by an older version, and must sign in again.
    /// </summary>
    public async Task<bool> IsOpenAsync(ClaimsPrincipal user)
    {
        if (VisitorClaims.SessionOf(user) is not { } session || VisitorClaims.AccountOf(user) is not Actor.Account account) return false;
        var now = time.GetUtcNow();
        var old = now - Longest;
        var row = await database.ReadAsync(context => context.Set<AccountSession>()
            .FirstOrDefaultAsync(there => there.Id == session && there.User == account.User && there.At >= old));
        if (row is not null && now - row.SeenAt > _seenEvery) await SeeAsync(session, now);
        return row is not null;
    }

    /// <summary>The open sessions of an account, the one that was used last first.</summary>
    public Task<List<AccountSession>> OfAsync(Id<User> user)
    {
        var old = time.GetUtcNow() - Longest;
        return database.ReadAsync(context => context.Set<AccountSession>()
            .Where(there => there.User == user && there.At >= old)
            .OrderByDescending(there => there.SeenAt).ThenByDescending(there => there.At)
            .ToListAsync());
    }

    /// <summary>The sessions that are still open. Another process may have ended some.</summary>
    public Task<HashSet<Guid>> StillOpenAsync(IReadOnlyCollection<Guid> sessions) =>
        database.ReadAsync(context =>
            context.Set<AccountSession>().Where(session => sessions.Contains(session.Id)).Select(session => session.Id).ToHashSetAsync()
        );

    /// <summary>Ends one session, at sign-out.</summary>
    public async Task EndAsync(Guid session)
    {
        await database.WriteAsync(context => context.Set<AccountSession>().Where(there => there.Id == session).ExecuteDeleteAsync());
        live.SignOut(user => VisitorClaims.SessionOf(user) == session);
    }

    /// <summary>Ends one session, if it is of this account.</summary>
    public async Task EndAsync(Id<User> user, Guid session)
    {
        if ((await OfAsync(user)).Exists(there => there.Id == session)) await EndAsync(session);
    }

    /// <summary>Ends all sessions of an account, except one when it is given.</summary>
    public async Task EndAllAsync(Id<User> user, Guid? but = null)
    {
        await database.WriteAsync(context => EndAllAsync(context, user, but));
        live.SignOut(principal =>
            VisitorClaims.AccountOf(principal) is Actor.Account account && account.User == user && VisitorClaims.SessionOf(principal) != but
        );
    }

    /// <summary>The same as part of a larger write, without a running service.</summary>
    public static Task EndAllAsync(AppDbContext context, Id<User> user, Guid? but = null) =>
        context.Set<AccountSession>().Where(there => there.User == user && there.Id != but).ExecuteDeleteAsync();

    private async Task SeeAsync(Guid session, DateTimeOffset now)
    {
        try
        {
            await database.WriteAsync(context => context.Set<AccountSession>()
                .Where(there => there.Id == session)
                .ExecuteUpdateAsync(there => there.SetProperty(row => row.SeenAt, now)));
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            // Nobody is signed out because a disk is full.
        }
    }
}
