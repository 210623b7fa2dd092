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
/// Takes away what the demo leaves behind: the visitors' gatherings after a day, and all of it when the demo is switched off.
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
    /// <summary>How long a visitor's gathering is there.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private const int AtOnce = 50;

    /// <summary>
    /// Erases visitors' gatherings older than a day. Erases none while the clock is not trusted: an organiser's own are among them.
    /// </summary>
    public async Task<int> EraseOldAsync(IReadOnlyCollection<Id<Gathering>> examples) =>
        await clock.LookAsync() ? await EraseAsync(examples, time.GetUtcNow() - Lifetime) : 0;

    /// <summary>
    /// Switches the demo off for good: its account opens no more, its visitors are signed out, its gatherings and reports are gone.
    /// </summary>
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

    /// <summary>Those who tried it have sessions and no account.</summary>
    private Task EndVisitsAsync() => database.WriteAsync(async context =>
    {
        var accounts = await context.Users.Select(user => user.Id).ToHashSetAsync();
        foreach (var visit in await context.Set<AccountSession>().ToListAsync())
            if (!accounts.Contains(visit.User.Value)) context.Remove(visit);
    });

    private async Task<int> EraseAsync(IReadOnlyCollection<Id<Gathering>> but, DateTimeOffset madeBefore)
    {
        var erased = 0;
        // Many at once share the writing anew of the file, which each would else wait for. One that is not kept is looked for again at the
        // next look, or the next start.
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
    /// Rehearsals are marked as demos too. One of a real gathering stays as long as that stands. Any other belongs to the demo: it goes
    /// before what it rehearses, however new it is, and at once when what it rehearsed is gone already.
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
                // The first entry says what it rehearses.
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
                // One that cannot be read must not keep the others.
                AccessLog.NotLookedAfter(logger, fault, id.Value);
            }
        }

        return [.. rehearsals, .. others];
    }
}
