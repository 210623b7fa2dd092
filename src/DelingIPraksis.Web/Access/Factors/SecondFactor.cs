using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// The second step of signing in: a code from an authenticator app (RFC 6238), or one of ten recovery codes that work once each. Between
/// the two steps a sealed cookie says who gave the right password, for five minutes.
/// </summary>
internal sealed class SecondFactor(
    SignInManager<AppUser> accounts,
    UsedCodes used,
    KnownBrowser known,
    TimeProvider time,
    ILogger<SecondFactor> logger
)
{
    /// <summary>The name of the cookie between the steps. Passkeys keep their challenge in it too.</summary>
    public const string Cookie = "steg";

    /// <summary>How many recovery codes there are.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>How long the cookie is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const int CodeLength = 6;
    private const string Who = "second-step";
    private const string Stamp = "stamp";
    private const string Remembered = "remember";

    private UserManager<AppUser> Users => accounts.UserManager;

    /// <summary>Remembers that the password was right.</summary>
    public static Task BeginAsync(HttpContext http, AppUser user, bool remember)
    {
        var claims = new List<Claim> { new(Who, user.Id.ToString()), new(Stamp, user.SecurityStamp ?? "") };
        if (remember) claims.Add(new(Remembered, "1"));
        return http.SignInAsync(
            IdentityConstants.TwoFactorUserIdScheme,
            new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.TwoFactorUserIdScheme))
        );
    }

    /// <summary>The account whose password was right in this browser, or null when that was too long ago.</summary>
    public async Task<AppUser?> WaitingAsync(HttpContext http) =>
        await StepAsync(http) is { } step
        && step.FindFirstValue(Who) is { } id
        && await Users.FindByIdAsync(id) is { TwoFactorEnabled: true } user
        && user.SecurityStamp == step.FindFirstValue(Stamp)
            ? user
            : null;

    /// <summary>Tries a code, and signs in when it is right.</summary>
    public async Task<SignInOutcome> TryAsync(HttpContext http, AppUser user, string? code)
    {
        var now = time.GetUtcNow();
        if (!used.MayTry(user.Id, now)) return SignInOutcome.TooManyTries;
        if (!await IsRightAsync(user, code))
        {
            used.RecordFailure(user.Id, now);
            AccessLog.SignInFailed(logger, http);
            return SignInOutcome.Wrong;
        }

        var remember = (await StepAsync(http))?.FindFirstValue(Remembered) is not null;
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await accounts.SignInAsync(user, remember);
        known.Remember(http, user.Id);
        AccessLog.SignedIn(logger, user.Id);
        return SignInOutcome.Done;
    }

    /// <summary>A new secret for the app of an account. It lets nobody in before <see cref="TurnOnAsync"/>.</summary>
    public async Task<AuthenticatorKey> NewKeyAsync(AppUser user, string service)
    {
        await Users.ResetAuthenticatorKeyAsync(user);
        return (await KeyAsync(user, service))!;
    }

    /// <summary>The secret that is waiting for its first code, or null.</summary>
    public async Task<AuthenticatorKey?> KeyAsync(AppUser user, string service) =>
        await Users.GetAuthenticatorKeyAsync(user) is { } secret ? new AuthenticatorKey(secret, user.Email ?? "", service) : null;

    /// <summary>Turns it on with the first code of the app. The recovery codes are shown once; null when the code is wrong.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(AppUser user, string? code)
    {
        if (!await IsRightAsync(user, code)) return null;
        await Users.SetTwoFactorEnabledAsync(user, true);
        return await NewCodesAsync(user);
    }

    /// <summary>Turns it off. False when the code is wrong.</summary>
    public async Task<bool> TurnOffAsync(AppUser user, string? code)
    {
        if (!await MayAsync(user, code)) return false;
        await Users.SetTwoFactorEnabledAsync(user, false);
        await ForgetAsync(Users, user);
        return true;
    }

    /// <summary>New recovery codes; the earlier ones end. Null when the code is wrong.</summary>
    public async Task<IReadOnlyList<string>?> RenewCodesAsync(AppUser user, string? code) =>
        await MayAsync(user, code) ? await NewCodesAsync(user) : null;

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> LeftAsync(AppUser user) => Users.CountRecoveryCodesAsync(user);

    /// <summary>Takes the secret and the recovery codes away.</summary>
    public static async Task ForgetAsync(UserManager<AppUser> users, AppUser user)
    {
        await users.RemoveAuthenticationTokenAsync(user, AccountStore.Provider, "AuthenticatorKey");
        await users.RemoveAuthenticationTokenAsync(user, AccountStore.Provider, AccountStore.RecoveryCodes);
    }

    private async Task<bool> MayAsync(AppUser user, string? code)
    {
        var now = time.GetUtcNow();
        if (!used.MayTry(user.Id, now)) return false;
        var right = await IsRightAsync(user, code);
        if (!right) used.RecordFailure(user.Id, now);
        return right;
    }

    private async Task<bool> IsRightAsync(AppUser user, string? typed)
    {
        var code = string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (code.Length == CodeLength && code.All(char.IsAsciiDigit))
        {
            return await Users.VerifyTwoFactorTokenAsync(user, Users.Options.Tokens.AuthenticatorTokenProvider, code)
                && used.Use(user.Id, code, time.GetUtcNow());
        }

        // As the framework writes them: two groups of five.
        return user.TwoFactorEnabled && code.Length == 10
            && (await Users.RedeemTwoFactorRecoveryCodeAsync(user, $"{code[..5]}-{code[5..]}")).Succeeded;
    }

    private async Task<IReadOnlyList<string>> NewCodesAsync(AppUser user) =>
        [.. await Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];

    private static async Task<ClaimsPrincipal?> StepAsync(HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
}

/// <summary>The secret of an authenticator app.</summary>
/// <param name="Secret">In base 32.</param>
/// <param name="Account">The address of the account, which the app shows.</param>
/// <param name="Service">The name of the service, which the app shows.</param>
internal sealed record AuthenticatorKey(string Secret, string Account, string Service)
{
    /// <summary>In groups of four, to type.</summary>
    public string Typed => string.Join(' ', Secret.ToLower(CultureInfo.InvariantCulture).Chunk(4).Select(group => new string(group)));

    /// <summary>The address that the QR code holds.</summary>
    public string Address =>
        $"otpauth://totp/{Uri.EscapeDataString(Service)}:{Uri.EscapeDataString(Account)}"
        + $"?secret={Secret}&issuer={Uri.EscapeDataString(Service)}&digits=6";
}

/// <summary>
/// The codes that have been used lately, because a code must work once only (RFC 6238, 5.2), and how often an account has been given a
/// wrong one. Only somebody who has the password gets so far, so the account is counted and not the address.
/// </summary>
internal sealed class UsedCodes
{
    // The framework accepts a code for two steps of 30 seconds before and after its own.
    private static readonly TimeSpan _valid = TimeSpan.FromMinutes(4);
    // After five wrong ones one try each minute: 1 440 a day, of a million codes of which five are valid.
    private readonly MistakeLimit<Guid> _wrong = new(5, TimeSpan.FromMinutes(1));
    private readonly ConcurrentDictionary<(Guid User, string Code), DateTimeOffset> _used = new();

    public bool MayTry(Guid user, DateTimeOffset now) => _wrong.Enter(user, now) == TimeSpan.Zero;

    public void RecordFailure(Guid user, DateTimeOffset now) => _wrong.RecordFailure(user, now);

    /// <summary>Uses up a right code; false when it has been used.</summary>
    public bool Use(Guid user, string code, DateTimeOffset now)
    {
        foreach (var (there, at) in _used) if (now - at > _valid) _used.TryRemove(there, out _);
        return _used.TryAdd((user, code), now);
    }
}
