using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Live;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Who is signed in, and in which browsers. Ending a session makes every copy of its cookie useless, and ends the screens and live
/// connections that were opened with it.
/// </summary>
internal sealed class Sessions(Database database, LiveConnections live, TimeProvider time)
{
    /// <summary>
    /// How long a session lasts at most. The cookie is renewed while it is used, the row is not, so this is the longer of the two.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    /// <summary>A new session.</summary>
    public async Task<Guid> BeginAsync(Id<User> user)
    {
        var session = new AccountSession { Id = Guid.NewGuid(), User = user, At = time.GetUtcNow() };
        await database.WriteAsync(async context =>
        {
            var old = session.At - Longest;
            await context.Set<AccountSession>().Where(there => there.At < old).ExecuteDeleteAsync();
            context.Add(session);
        });
        return session.Id;
    }

    /// <summary>
    /// Whether a principal's session stands. One that carries no session has been signed in by an older edition, and signs in again.
    /// </summary>
    public async Task<bool> IsOpenAsync(ClaimsPrincipal user)
    {
        if (VisitorClaims.SessionOf(user) is not { } session || VisitorClaims.AccountOf(user) is not Actor.Account account) return false;
        var old = time.GetUtcNow() - Longest;
        return await database.ReadAsync(context =>
            context.Set<AccountSession>().AnyAsync(there => there.Id == session && there.User == account.User && there.At >= old)
        );
    }

    /// <summary>Of these sessions, those that stand: another process may have ended some.</summary>
    public Task<HashSet<Guid>> StandingAsync(IReadOnlyCollection<Guid> sessions) =>
        database.ReadAsync(context =>
            context.Set<AccountSession>().Where(session => sessions.Contains(session.Id)).Select(session => session.Id).ToHashSetAsync()
        );

    /// <summary>Ends one session: signing out.</summary>
    public async Task EndAsync(Guid session)
    {
        await database.WriteAsync(context => context.Set<AccountSession>().Where(there => there.Id == session).ExecuteDeleteAsync());
        live.SignOut(user => VisitorClaims.SessionOf(user) == session);
    }

    /// <summary>Ends every session of an account, but one when that is said.</summary>
    public async Task EndAllAsync(Id<User> user, Guid? but = null)
    {
        await database.WriteAsync(context => EndAllAsync(context, user, but));
        live.SignOut(principal =>
            VisitorClaims.AccountOf(principal) is Actor.Account account && account.User == user && VisitorClaims.SessionOf(principal) != but
        );
    }

    /// <summary>The same in the middle of a larger write, where no service runs.</summary>
    public static Task EndAllAsync(AppDbContext context, Id<User> user, Guid? but = null) =>
        context.Set<AccountSession>().Where(there => there.User == user && there.Id != but).ExecuteDeleteAsync();
}
