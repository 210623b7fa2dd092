using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Accounts;

/// <summary>The result of an attempt to sign in.</summary>
internal enum SignInOutcome
{
    Done,

    /// <summary>The password is right, and the account wants a code too.</summary>
    CodeNeeded,
    Wrong,
    TooManyTries,
}

/// <summary>
/// Signs in by e-mail address and password. Each attempt hashes one password, whatever the result. So the time does not reveal an unknown
/// address, a wrong password, a closed account or a slowed attempt.
/// </summary>
internal sealed class SignInService(
    SignInManager<AppUser> accounts,
    IPasswordHasher<AppUser> hasher,
    SignInLimit limit,
    KnownBrowser known,
    ILogger<SignInService> logger
)
{
    private static readonly AppUser _nobody = new();
    private static readonly Lazy<string> _hashOfNothing = new(() =>
        new PasswordHasher<AppUser>().HashPassword(_nobody, Guid.NewGuid().ToString())
    );

    /// <summary>Tries to sign in.</summary>
    /// <param name="http">The request. Its browser may be known.</param>
    /// <param name="email">The typed address.</param>
    /// <param name="password">The typed password.</param>
    /// <param name="remember">Whether the browser keeps the cookie when it is closed.</param>
    public async Task<SignInOutcome> TryAsync(HttpContext http, string email, string password, bool remember)
    {
        var user = await accounts.UserManager.FindByEmailAsync(email);
        var from = (user is null ? null : known.NameOf(http, user.Id)) ?? $"address {GuessLimit.Network(http.Connection.RemoteIpAddress)}";
        var account = accounts.UserManager.NormalizeEmail(email) ?? "";
        var admitted = await limit.AdmitAsync(from, account);
        if (!await IsRightAsync(admitted ? user : null, password))
        {
            if (admitted) limit.RecordFailure(from, account);
            AccessLog.SignInFailed(logger, http);
            return admitted ? SignInOutcome.Wrong : SignInOutcome.TooManyTries;
        }

        if (user!.TwoFactorEnabled)
        {
            await SecondFactor.BeginAsync(http, user, remember);
            return SignInOutcome.CodeNeeded;
        }

        await accounts.SignInAsync(user, remember);
        known.Remember(http, user.Id);
        AccessLog.SignedIn(logger, user.Id);
        return SignInOutcome.Done;
    }

    private async Task<bool> IsRightAsync(AppUser? user, string password)
    {
        if (user is { PasswordHash: not null } && password.Length is > 0 and <= Passwords.Longest)
            return await accounts.UserManager.CheckPasswordAsync(user, password);
        hasher.VerifyHashedPassword(
            _nobody,
            _hashOfNothing.Value,
            password.Length <= Passwords.Longest ? password : password[..Passwords.Longest]
        );
        return false;
    }
}
