using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>A link that lets somebody choose a new password, once. Only the hash of its token is stored.</summary>
internal sealed class RecoveryLink
{
    public required string TokenHash { get; init; }

    public required Id<User> User { get; init; }

    public required DateTimeOffset Until { get; init; }
}

internal sealed class RecoveryLinkConfiguration : IEntityTypeConfiguration<RecoveryLink>
{
    public void Configure(EntityTypeBuilder<RecoveryLink> builder)
    {
        builder.ToTable("RecoveryLinks");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.HasIndex(link => link.User);
    }
}

/// <summary>An account in the administrator's list.</summary>
internal sealed record AccountRow(Id<User> Id, string Name, string Email, bool IsAdministrator, bool IsClosed, bool HasSecondFactor);

/// <summary>
/// The way back for somebody who has lost the way in. An administrator makes a link and gives it to the one she knows: it takes away the
/// second step and the passkeys too, since they may be what was lost. A link that came by e-mail (<see cref="EmailedLink"/>) gives a new
/// password and nothing else, since whoever reads the mailbox may be another.
/// </summary>
internal sealed class Recovery(
    Database database,
    IServiceScopeFactory scopes,
    Sessions sessions,
    EmailedLink emailed,
    TimeProvider time,
    ILogger<Recovery> logger
)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>The accounts, by name. What has been erased is not among them.</summary>
    public Task<List<AccountRow>> ListAsync() => database.ReadAsync(async context =>
    {
        var administrators = await context.UserClaims
            .Where(claim => claim.ClaimType == Administrators.Claim.Type && claim.ClaimValue == Administrators.Claim.Value)
            .Select(claim => claim.UserId).ToListAsync();
        var users = await context.Users.Where(user => user.DisplayName != "" && user.Email != DemoAccount.Email).ToListAsync();
        return users
            .Select(user => new AccountRow(
                new(user.Id),
                user.DisplayName,
                user.Email ?? "",
                administrators.Contains(user.Id),
                user.IsClosed,
                user.TwoFactorEnabled
            ))
            .OrderBy(user => new PlainText(user.Name)).ThenBy(user => user.Email, StringComparer.Ordinal)
            .ToList();
    });

    /// <summary>The token of a new link; an earlier link for the same account ends.</summary>
    public async Task<string> OfferAsync(Id<User> user)
    {
        var token = LinkToken.Make();
        var now = time.GetUtcNow();
        await database.WriteAsync(async context =>
        {
            await context.Set<RecoveryLink>().Where(link => link.User == user || link.Until < now).ExecuteDeleteAsync();
            context.Add(new RecoveryLink { TokenHash = LinkToken.Hash(token)!, User = user, Until = now + Lifetime });
        });
        AccessLog.RecoveryOffered(logger, user.Value);
        return token;
    }

    /// <summary>The account that a link is for, or null when it has been used or its day is over.</summary>
    public async Task<Id<User>?> FindAsync(string? token)
    {
        if (LinkToken.Hash(token) is not { } hash) return await FindEmailedAsync(token);
        var now = time.GetUtcNow();
        return (await database.ReadAsync(context => context.Set<RecoveryLink>()
            .FirstOrDefaultAsync(link => link.TokenHash == hash && link.Until > now)))?.User;
    }

    private async Task<Id<User>?> FindEmailedAsync(string? token)
    {
        if (token is null || emailed.Read(token) is not { } link) return null;
        var user = await database.ReadAsync(context => context.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == link.User));
        return user is not null && EmailedLink.MayHave(user) && user.SecurityStamp == link.Stamp ? new(link.User) : null;
    }

    /// <summary>Gives the account a new password and uses up the link.</summary>
    /// <returns>Null when the link is used up; otherwise what Identity says of the password.</returns>
    public async Task<IdentityResult?> UseAsync(string token, string password)
    {
        if (await FindAsync(token) is not { } id) return null;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if (await users.FindByIdAsync(id.Value.ToString()) is not { } user) return null;
        foreach (var validator in users.PasswordValidators)
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } refused) return refused;

        if (LinkToken.Hash(token) is not { } hash) return await UseEmailedAsync(users, user, token, password);
        var taken = 0;
        await database.WriteAsync(async context =>
        {
            taken = await context.Set<RecoveryLink>().Where(link => link.TokenHash == hash).ExecuteDeleteAsync();
            if (taken == 1) await WaysIn.ForgetAsync(context, id.Value);
        });
        if (taken != 1) return null;
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        (user.LockoutEnd, user.TwoFactorEnabled) = (null, false);
        var result = await users.UpdateSecurityStampAsync(user);
        await sessions.EndAllAsync(id);
        AccessLog.Recovered(logger, id.Value);
        return result;
    }

    // Of two who use it at once, the later finds another concurrency stamp.
    private async Task<IdentityResult?> UseEmailedAsync(UserManager<AppUser> users, AppUser user, string token, string password)
    {
        if (emailed.Read(token)?.Stamp != user.SecurityStamp) return null;
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        var result = await users.UpdateSecurityStampAsync(user);
        if (!result.Succeeded) return null;
        var id = new Id<User>(user.Id);
        await database.WriteAsync(context => context.Set<RecoveryLink>().Where(link => link.User == id).ExecuteDeleteAsync());
        await sessions.EndAllAsync(id);
        AccessLog.Recovered(logger, user.Id);
        return result;
    }

    /// <summary>Closes an account: nothing lets anybody in, and all are signed out.</summary>
    public async Task CloseAsync(Id<User> id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if (await users.FindByIdAsync(id.Value.ToString()) is not { } user) return;
        (user.PasswordHash, user.LockoutEnd, user.TwoFactorEnabled) = (null, DateTimeOffset.MaxValue, false);
        await users.UpdateSecurityStampAsync(user);
        await database.WriteAsync(context => WaysIn.ForgetAsync(context, id.Value));
        await sessions.EndAllAsync(id);
    }
}

/// <summary>What lets somebody in beside the password.</summary>
internal static class WaysIn
{
    /// <summary>Takes away the passkeys, the second step and the links for a new password, as part of a larger write.</summary>
    public static async Task ForgetAsync(AppDbContext context, Guid user)
    {
        await context.UserPasskeys.Where(passkey => passkey.UserId == user).ExecuteDeleteAsync();
        await context.UserTokens.Where(token => token.UserId == user).ExecuteDeleteAsync();
        var id = new Id<User>(user);
        await context.Set<RecoveryLink>().Where(link => link.User == id).ExecuteDeleteAsync();
    }
}
