using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// Asks for the password again before the ways into an account are changed. An account that has none (it signs in with the organisation's
/// provider or a passkey) must have signed in within the last minutes.
/// </summary>
internal sealed class PasswordAgain(
    UserManager<AppUser> users, SignInLimit limit, Sessions sessions, TimeProvider time, IStringLocalizer<AccessTexts> texts)
{
    private static readonly TimeSpan _recently = TimeSpan.FromMinutes(10);

    /// <summary>What is wrong, in words, or null when it is the holder of the account.</summary>
    public async Task<string?> FaultAsync(HttpContext http, AppUser user, string? password)
    {
        if (user.PasswordHash is null) return await SignedInRecentlyAsync(http, user) ? null : texts["SignInAgainFirst"].Value;
        var from = $"address {GuessLimit.Network(http.Connection.RemoteIpAddress)} changing";
        if (!await limit.AdmitAsync(from, user.NormalizedEmail!)) return texts["SignInTooMany"];
        if (password is { Length: > 0 and <= Passwords.Longest } && await users.CheckPasswordAsync(user, password)) return null;
        limit.RecordFailure(from, user.NormalizedEmail!);
        return texts["PasswordNowWrong"];
    }

    private async Task<bool> SignedInRecentlyAsync(HttpContext http, AppUser user) =>
        VisitorClaims.SessionOf(http.User) is { } session
        && (await sessions.OfAsync(new(user.Id))).Exists(open => open.Id == session && open.At > time.GetUtcNow() - _recently);
}
