using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Keeping;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Themes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Demo;

/// <summary>
/// Erases what the demo leaves behind: the visitors' gatherings after a day, and everything when the demo is switched off.
/// </summary>
internal sealed class DemoCleanup(
    Database database,
    GatheringLog log,
    IRooms rooms,
    INetworkLexicons lexicons,
    Sessions sessions,
    IServiceScopeFactory scopes,
    ClockTrust clock,
    TimeProvider time,
    ILogger<DemoCleanup> logger)
{
    /// <summary>How long a visitor's gathering is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private const int AtOnce = 50;

    /// <summary>
    /// Erases visitors' gatherings older than a day. Erases none while the clock is not trusted, because an organiser's own are among them.
    /// </summary>
    public async Task<int> EraseOldAsync(IReadOnlyCollection<Id<Gathering>> examples) =>
        await clock.LookAsync() ? await EraseAsync(examples, time.GetUtcNow() - Lifetime) : 0;

    /// <summary>Ends the demo permanently: closes its account, signs out its visitors, and erases its gatherings and reports.</summary>
    /// <returns>How many gatherings were erased, and whether there was anything to switch off.</returns>
    public async Task<(int Gatherings, bool Account)> EndAsync()
    {
        var account = await CloseAccountAsync();
        await EndVisitsAsync();
        return (await EraseAsync([], DateTimeOffset.MaxValue), account);
    }

    private async Task<bool> CloseAccountAsync()
    {
        using var scope = scopes.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if (await users.FindByEmailAsync(DemoAccount.Email) is not { PasswordHash: not null } account) return false;
        (account.PasswordHash, account.LockoutEnd) = (null, DateTimeOffset.MaxValue);
        var closed = await users.UpdateSecurityStampAsync(account);
        if (!closed.Succeeded) throw new InvalidOperationException($"The demo's account could not be closed: {closed}");
        await sessions.EndAllAsync(new(account.Id));
        return true;
    }

    /// <summary>Ends the sessions of visitors, which belong to no account.</summary>
    private Task EndVisitsAsync() => database.WriteAsync(async context =>
    {
        var accounts = await context.Users.Select(user => user.Id).ToHashSetAsync();
        foreach (var visit in await context.Set<AccountSession>().ToListAsync())
            if (!accounts.Contains(visit.User.Value)) context.Remove(visit);
    });

    private async Task<int> EraseAsync(IReadOnlyCollection<Id<Gathering>> but, DateTimeOffset madeBefore)
    {
        var erased = 0;
        // The file is rewritten after an erasure. A batch shares one rewrite; otherwise each gathering would wait for its own. A gathering
        // that fails is found again at the next cleanup, or the next start.
        foreach (var some in (await FindAsync(but, madeBefore)).Chunk(AtOnce))
        {
            var replies = await Task.WhenAll(
                some.Select(gathering =>
                    rooms.SubmitAsync(gathering, new Actor.Application(), new Change.GatheringErased(), Guid.CreateVersion7())
                )
            );
            erased += replies.Count(reply => reply is Reply.Kept);
        }

        if (erased > 0) await lexicons.ForgetStrangersAsync();
        return erased;
    }

    /// <summary>
    /// Rehearsals are also marked as demos. A rehearsal of a real gathering is kept as long as that gathering. Any other rehearsal belongs
    /// to the demo. It is erased before the gathering that it rehearses, even when it is new, and at once when that gathering is already
    /// gone.
    /// </summary>
    private async Task<List<Id<Gathering>>> FindAsync(IReadOnlyCollection<Id<Gathering>> but, DateTimeOffset madeBefore)
    {
        var all = await database.ReadAsync(context => context.Gatherings
            .Select(gathering => new { gathering.Id, gathering.CreatedAt, gathering.IsDemo })
            .ToListAsync());
        var standing = all.Select(gathering => gathering.Id).ToHashSet();
        var real = all.Where(gathering => !gathering.IsDemo).Select(gathering => gathering.Id).ToHashSet();
        var demos = all.FindAll(gathering => gathering.IsDemo && !but.Contains(gathering.Id));
        var old = demos.Where(gathering => gathering.CreatedAt <= madeBefore).Select(gathering => gathering.Id).ToHashSet();
        var (rehearsals, others) = (new List<Id<Gathering>>(), new List<Id<Gathering>>());
        foreach (var id in demos.Select(gathering => gathering.Id))
        {
            try
            {
                // The first entry has the id of the rehearsed gathering.
                var rehearsed = (await log.FoldToAsync(id, 1)).RehearsalOf;
                if (rehearsed is not { } of)
                {
                    if (old.Contains(id)) others.Add(id);
                }
                else if (!real.Contains(of) && (old.Contains(id) || old.Contains(of) || !standing.Contains(of)))
                {
                    rehearsals.Add(id);
                }
            }
            catch (Exception fault)
            {
                // A gathering that cannot be read must not stop the erasure of the others.
                AccessLog.NotLookedAfter(logger, fault, id.Value);
            }
        }

        return [.. rehearsals, .. others];
    }
}
