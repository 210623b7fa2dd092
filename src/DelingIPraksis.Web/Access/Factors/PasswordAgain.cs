using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// Asks for the password again before the ways into an account are changed. An account that has none (it signs in with the organisation's
/// provider or a passkey) is not asked.
/// </summary>
internal sealed class PasswordAgain(UserManager<AppUser> users, SignInLimit limit, IStringLocalizer<AccessTexts> texts)
{
    /// <summary>What is wrong, in words, or null when the password is right.</summary>
    public async Task<string?> FaultAsync(HttpContext http, AppUser user, string? password)
    {
        if (user.PasswordHash is null) return null;
        var from = $"address {GuessLimit.Network(http.Connection.RemoteIpAddress)} changing";
        if (!await limit.AdmitAsync(from, user.NormalizedEmail!)) return texts["SignInTooMany"];
        if (password is { Length: > 0 and <= Passwords.Longest } && await users.CheckPasswordAsync(user, password)) return null;
        limit.RecordFailure(from, user.NormalizedEmail!);
        return texts["PasswordNowWrong"];
    }
}
