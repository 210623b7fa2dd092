using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Operations;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run account</c>: lists the accounts, resets a lost password, closes an account. The service may run.</summary>
internal static class AccountCommand
{
    private const string Usage =
        "Bruk: ./run account list | reset E-POST | close E-POST | erase E-POST | administrator E-POST  [--data MAPPE]";

    // No letters that look alike.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const string Summary = "kontoer: list, reset, close, erase eller administrator, med E-POST";

    private static readonly Argument<string> _email = new("E-POST");

    public static CliCommand Command { get; } = new("account HVA", Summary, Usage)
    {
        new CliCommand("list", Summary, Usage, ListAsync),
        ForOne("reset"), ForOne("close"), ForOne("erase"), ForOne("administrator"),
    };

    private static CliCommand ForOne(string what) =>
        new($"{what} E-POST", Summary, Usage, line => ChangeAsync(line, what, line.Parsed.GetRequiredValue(_email))) { _email };

    private static async Task<int> ListAsync(CommandLine line)
    {
        await using var data = line.OpenData();
        var accounts = await data.Database.ReadAsync(context => context.Users.OrderBy(user => user.NormalizedEmail).Select(user => new
        {
            user.Id,
            user.Email,
            user.DisplayName,
            Closed = user.LockoutEnd == DateTimeOffset.MaxValue,
            Is = context
                        .UserClaims.Where(claim => claim.UserId == user.Id && claim.ClaimType == VisitorClaims.Service)
                        .Select(claim => claim.ClaimValue)
                        .FirstOrDefault(),
        }).ToListAsync());
        var gatherings = (
            await data.Database.ReadAsync(context =>
                context.Staff.Where(staff => staff.Role != Role.None).Select(staff => staff.User).ToListAsync()
            )
        )
            .CountBy(user => user.Value)
            .ToDictionary();
        foreach (var account in accounts)
        {
            var what = string.Join(", ", new[] { account.Is, account.Closed ? "stengt" : null }.OfType<string>());
            var count = gatherings.GetValueOrDefault(account.Id).ToString(CultureInfo.InvariantCulture);
            await System.Console.Out.WriteLineAsync($"{account.Email}\t{account.DisplayName}\t{count} samlinger\t{what}".TrimEnd());
        }

        return ExitCode.Done;
    }

    private static async Task<int> ChangeAsync(CommandLine line, string what, string email)
    {
        await using var data = await line.OpenDataToWriteAsync();
        using var scope = data.Scope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if (await users.FindByEmailAsync(EmailAddresses.Read(email) ?? email) is not { } user)
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Finner ingen konto med e-post {email}.");
        if (
            await users.GetClaimsAsync(user) is var claims
            && claims.Any(claim => claim.Type == VisitorClaims.Service && claim.Value == VisitorClaims.Demo)
        )
            return await System.Console.Error.FailAsync(
                ExitCode.Failed,
                $"{email} er demoens egen konto. Start med --no-demo, så stenges den."
            );
        var (fault, said) = what switch
        {
            "reset" => await ResetAsync(users, user),
            "close" => (
                await CloseAsync(users, user),
                $"{email} er stengt og logget ut overalt. Navnet står igjen; ta det bort med: ./run account erase {email}"
            ),
            "erase" => await EraseAsync(users, user, data, scope.ServiceProvider.GetRequiredService<AppDbContext>()),
            _ => (await AppointAsync(users, user), $"{email} er administrator for tjenesten."),
        };
        if (fault is not null) return await System.Console.Error.FailAsync(ExitCode.Failed, fault);
        if (what is "reset" or "close") await data.Database.WriteAsync(async context =>
        {
            await WaysIn.ForgetAsync(context, user.Id);
            await Sessions.EndAllAsync(context, new(user.Id));
        });
        await System.Console.Out.WriteLineAsync(said);
        return ExitCode.Done;
    }

    private static async Task<(string? Fault, string Said)> ResetAsync(UserManager<AppUser> users, AppUser user)
    {
        var password = string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        (user.LockoutEnd, user.TwoFactorEnabled) = (null, false);
        return (FaultOf(await users.UpdateSecurityStampAsync(user)),
            $"Nytt passord for {user.Email}: {password}\nDet gamle virker ikke lenger, og alle er logget ut. Passnøkler og kode fra app er "
            + "tatt bort. Passordet byttes på siden «Konto» etter innlogging."
        );
    }

    /// <summary>Makes every way into the account invalid, and ends its sessions.</summary>
    private static async Task<string?> CloseAsync(UserManager<AppUser> users, AppUser user)
    {
        (user.PasswordHash, user.LockoutEnd, user.TwoFactorEnabled) = (null, DateTimeOffset.MaxValue, false);
        return FaultOf(await users.UpdateSecurityStampAsync(user));
    }

    private static async Task<(string? Fault, string Said)> EraseAsync(
        UserManager<AppUser> users, AppUser user, StoredData data, AppDbContext context)
    {
        if (!user.IsClosed) return ($"Kontoen er åpen. Steng den først: ./run account close {user.Email}", "");
        // The row stays because gatherings refer to its id. It no longer identifies a person.
        AccountErasure.Forget(user);
        // The file and the write-ahead log still have the old row. The UserManager saves in this context, so the compaction is requested in
        // the same write.
        await Compaction.RequestAsync(context);
        if (FaultOf(await users.UpdateAsync(user)) is { } fault) return (fault, "");
        const string Said = "Navnet og e-posten er slettet.";
        return await data.Compaction.RunPendingAsync()
            ? (null, Said)
            : (null, $"{Said} Databasefila er i bruk, og kan ha rester av dem til tjenesten har ryddet, innen noen timer.");
    }

    private static async Task<string?> AppointAsync(UserManager<AppUser> users, AppUser user)
    {
        if (user.IsClosed) return $"Kontoen er stengt. Åpne den med: ./run account reset {user.Email}";
        return (await users.GetClaimsAsync(user)).Any(claim =>
            claim.Type == Administrators.Claim.Type && claim.Value == Administrators.Claim.Value
        )
            ? null
            : FaultOf(await users.AddClaimAsync(user, Administrators.Claim));
    }

    private static string? FaultOf(IdentityResult result) => result.Succeeded ? null : $"Det gikk ikke: {result}";
}
