using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>
/// Erases an account: its name, its address, its password and all that lets it in. The row stays without them, because the logs refer to
/// its number.
/// </summary>
internal sealed class AccountErasure(Database database, IServiceScopeFactory scopes, Sessions sessions, Compaction compaction)
{
    /// <summary>Takes away what identifies the person. The caller saves.</summary>
    public static void Forget(AppUser user) =>
        (user.DisplayName, user.Email, user.UserName) = ("", $"{user.Id:N}@slettet.invalid", $"{user.Id:N}@slettet.invalid");

    /// <summary>The gatherings and networks that nobody else owns, by name.</summary>
    public Task<List<string>> OnlyOwnerOfAsync(Id<User> user) => database.ReadAsync(async context =>
    {
        var gatherings = await context.Gatherings
            .Where(gathering => context.Staff.Any(staff =>
                staff.Gathering == gathering.Id && staff.User == user && staff.Role == Role.Organiser))
            .Where(gathering => !context.Staff.Any(staff =>
                staff.Gathering == gathering.Id && staff.User != user && staff.Role == Role.Organiser))
            .OrderBy(gathering => gathering.Date).Select(gathering => gathering.Title).ToListAsync();
        var networks = await context.Set<NetworkIndex>()
            .Where(network => network.JoinedTo == null && network.IsSetUp)
            .Where(network => context.Set<NetworkStaff>().Any(staff =>
                staff.Network == network.Id && staff.User == user && staff.Role == NetworkRole.Owner))
            .Where(network => !context.Set<NetworkStaff>().Any(staff =>
                staff.Network == network.Id && staff.User != user && staff.Role == NetworkRole.Owner))
            .OrderBy(network => network.Name).Select(network => network.Name).ToListAsync();
        return gatherings.Concat(networks).ToList();
    });

    /// <summary>Whether an account is the only one that administrates the service.</summary>
    public Task<bool> IsLastAdministratorAsync(Guid user) => database.ReadAsync(async context =>
    {
        var all = await context.UserClaims
            .Where(claim => claim.ClaimType == VisitorClaims.Service && claim.ClaimValue == VisitorClaims.Administrator)
            .Select(claim => claim.UserId).Distinct().ToListAsync();
        return all.Count == 1 && all[0] == user;
    });

    /// <summary>Erases it and ends its sessions. False when it could not be stored now.</summary>
    public async Task<bool> EraseAsync(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if (await users.FindByIdAsync(id.ToString()) is not { } user) return false;
        Forget(user);
        (user.PasswordHash, user.LockoutEnd, user.TwoFactorEnabled) = (null, DateTimeOffset.MaxValue, false);
        if (!(await users.UpdateSecurityStampAsync(user)).Succeeded) return false;
        var prefix = $"{new Id<User>(id)}/";
        await database.WriteAsync(async context =>
        {
            await context.UserClaims.Where(claim => claim.UserId == id).ExecuteDeleteAsync();
            await context.UserLogins.Where(login => login.UserId == id).ExecuteDeleteAsync();
            await WaysIn.ForgetAsync(context, id);
            await context.Set<KeptFile>().Where(file => file.Kind == KeptFile.OwnPlan && file.Name.StartsWith(prefix)).ExecuteDeleteAsync();
            await EraseOwnedAsync(context, id);
            await Compaction.RequestAsync(context);
        });
        await sessions.EndAllAsync(new(id));
        await compaction.RunPendingAsync();
        return true;
    }

    // What only the account can see, such as a report that it is bringing in. The tables are found in the model by their column for the
    // owner, so that a new table is not forgotten.
    private static Task EraseOwnedAsync(AppDbContext context, Guid id) => GatheringErasure.DeleteRowsAsync(
        context,
        from entity in context.Model.GetEntityTypes()
        from property in entity.GetProperties()
        where property.ClrType == typeof(Id<User>) && property.Name == "Owner" && entity.GetTableName() is not null
        select (entity.GetTableName()!, property.GetColumnName()),
        id
    );
}
