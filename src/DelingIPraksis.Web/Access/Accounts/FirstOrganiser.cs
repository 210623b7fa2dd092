using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Creates the first organiser, by a one-time link printed on the console: whoever can read the console may use it. Each start prints a new
/// link and invalidates the older one, until a link has been used.
/// </summary>
internal sealed class FirstOrganiser(Database database, IServiceScopeFactory scopes, TimeProvider time, ILogger<FirstOrganiser> logger)
{
    /// <summary>The token of a new link, or null when there already is a first organiser.</summary>
    public async Task<string?> OfferAsync()
    {
        if (await IsMadeAsync()) return null;
        var token = LinkToken.Make();
        await database.WriteAsync(async context =>
        {
            await context.Set<SetupLink>().Where(link => link.UsedAt == null).ExecuteDeleteAsync();
            context.Add(new SetupLink { TokenHash = LinkToken.Hash(token)! });
        });
        return token;
    }

    /// <summary>Whether the link is the newest and unused.</summary>
    public async Task<bool> IsOpenAsync(string? token) =>
        LinkToken.Hash(token) is { } hash
        && await database.ReadAsync(context => context.Set<SetupLink>().AnyAsync(link => link.TokenHash == hash && link.UsedAt == null));

    /// <summary>Creates the account and uses up the link. When two people press at once, one gets an account and the other null.</summary>
    public async Task<(AppUser User, IdentityResult Result)?> MakeAsync(string token, string name, string email, string password)
    {
        if (LinkToken.Hash(token) is not { } hash || !await UseAsync(hash, time.GetUtcNow())) return null;
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, DisplayName = name };
        var result = IdentityResult.Failed();
        try
        {
            result = await accounts.CreateAsync(user, password);
        }
        finally
        {
            if (!result.Succeeded) await UseAsync(hash, null);
        }

        // When this fails, the next start makes the oldest account the administrator.
        if (result.Succeeded) await accounts.AddClaimAsync(user, Administrators.Claim);
        if (result.Succeeded) AccessLog.FirstOrganiserMade(logger, user.Id);
        return (user, result);
    }

    private Task<bool> IsMadeAsync() => database.ReadAsync(context => context.Set<SetupLink>().AnyAsync(link => link.UsedAt != null));

    /// <summary>Marks the link as used (or unused again, when no account was created); false when it was already used.</summary>
    private async Task<bool> UseAsync(string hash, DateTimeOffset? at)
    {
        var changed = 0;
        await database.WriteAsync(async context => changed = await context.Set<SetupLink>()
            .Where(link => link.TokenHash == hash && (link.UsedAt == null) == (at != null))
            .ExecuteUpdateAsync(link => link.SetProperty(setup => setup.UsedAt, at)));
        return changed == 1;
    }
}
