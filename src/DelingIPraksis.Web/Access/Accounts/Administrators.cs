using System.Security.Claims;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Who administrates the service. It is a claim of the account, and is read from the database each time, because it may be removed.
/// </summary>
internal sealed class Administrators(Database database) : IHostedService
{
    /// <summary>The claim of an administrator.</summary>
    public static Claim Claim => new(VisitorClaims.Service, VisitorClaims.Administrator);

    public async Task<ServiceRole> RoleOfAsync(ClaimsPrincipal user)
    {
        if (VisitorClaims.AccountOf(user) is not Actor.Account account) return ServiceRole.Stranger;
        if (VisitorClaims.IsDemo(user)) return ServiceRole.DemoVisitor;
        return await database.ReadAsync(context => HasAsync(context, account.User.Value))
            ? ServiceRole.Administrator
            : ServiceRole.Organiser;
    }

    /// <summary>
    /// Hazard: a service that was set up by an older version has nobody with the claim. Its oldest account is the first organiser's, and
    /// gets it.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var demo = DemoAccount.Email.ToUpperInvariant();
        var accounts = await database.ReadAsync(async context =>
            await context.UserClaims.AnyAsync(
                claim => claim.ClaimType == VisitorClaims.Service && claim.ClaimValue == VisitorClaims.Administrator,
                cancellationToken
            )
                ? []
                : await context.Users.Where(user => user.NormalizedEmail != demo).Select(user => user.Id).ToListAsync(cancellationToken));
        if (accounts.Count == 0) return;
        // The ids are made in the order of time.
        var oldest = accounts.MinBy(id => id.ToString("N"), StringComparer.Ordinal);
        await database.WriteAsync(context =>
        {
            context.UserClaims.Add(Row(oldest));
            return Task.CompletedTask;
        });
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IdentityUserClaim<Guid> Row(Guid user) =>
        new()
        {
            UserId = user,
            ClaimType = VisitorClaims.Service,
            ClaimValue = VisitorClaims.Administrator,
        };

    private static Task<bool> HasAsync(AppDbContext context, Guid user) => context.UserClaims.AnyAsync(claim =>
        claim.UserId == user && claim.ClaimType == VisitorClaims.Service && claim.ClaimValue == VisitorClaims.Administrator);
}
