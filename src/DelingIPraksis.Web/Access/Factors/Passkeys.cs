using System.Security.Cryptography;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Security;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// Passkeys (WebAuthn). Each is found by the browser itself, and asks for a finger, a face or a PIN, so that it is two factors in one and
/// needs no second step.
/// </summary>
internal sealed class Passkeys(SignInManager<AppUser> accounts, KnownBrowser known, ILogger<Passkeys> logger)
{
    /// <summary>More than anybody has devices.</summary>
    public const int Most = 20;

    /// <summary>Longer than what any authenticator answers, with its certificates.</summary>
    private const int LongestAnswer = 64 * 1024;

    private UserManager<AppUser> Users => accounts.UserManager;

    public Task<IList<UserPasskeyInfo>> OfAsync(AppUser user) => Users.GetPasskeysAsync(user);

    /// <summary>What the browser needs to make a passkey for an account. The challenge is kept in a cookie.</summary>
    public async Task<string> CreationOptionsAsync(AppUser user) =>
        await accounts.MakePasskeyCreationOptionsAsync(new()
        {
            Id = user.Id.ToString(),
            Name = user.Email ?? "",
            DisplayName = user.DisplayName,
        });

    /// <summary>What the browser needs to sign in with any passkey it has for this service.</summary>
    public Task<string> RequestOptionsAsync() => accounts.MakePasskeyRequestOptionsAsync(null);

    /// <summary>Keeps a passkey that the browser has made. False when it does not answer the challenge of this account.</summary>
    public async Task<bool> AddAsync(AppUser user, string answer, string name)
    {
        if (answer.Length is 0 or > LongestAnswer || (await OfAsync(user)).Count >= Most) return false;
        try
        {
            var made = await accounts.PerformPasskeyAttestationAsync(answer);
            if (!made.Succeeded || made.UserEntity.Id != user.Id.ToString()) return false;
            var called = new PlainText(name).OnOneLine.Value;
            made.Passkey.Name = TextTruncation.Truncate(called, Limits.Name);
            return (await Users.AddOrUpdatePasskeyAsync(user, made.Passkey)).Succeeded;
        }
        catch (Exception fault) when (IsNoChallenge(fault))
        {
            return false;
        }
    }

    public Task RemoveAsync(AppUser user, byte[] id) => Users.RemovePasskeyAsync(user, id);

    /// <summary>Signs in with what the browser answered. False when it is no passkey of an open account.</summary>
    public async Task<bool> SignInAsync(HttpContext http, string answer, bool remember)
    {
        if (answer.Length is 0 or > LongestAnswer) return false;
        try
        {
            var shown = await accounts.PerformPasskeyAssertionAsync(answer);
            if (!shown.Succeeded || shown.User.IsClosed)
            {
                AccessLog.SignInFailed(logger, http);
                return false;
            }

            // Its counter tells when somebody has a copy.
            await Users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
            await accounts.SignInAsync(shown.User, remember);
            known.Remember(http, shown.User.Id);
            AccessLog.SignedIn(logger, shown.User.Id);
            return true;
        }
        catch (Exception fault) when (IsNoChallenge(fault))
        {
            return false;
        }
    }

    // The cookie with the challenge is gone, or somebody has sent an answer without asking.
    private static bool IsNoChallenge(Exception fault) => fault is InvalidOperationException or CryptographicException;
}

/// <summary>Registers passkeys, and the two addresses that hand out a challenge.</summary>
internal static class PasskeySetup
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<Passkeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress, Origins>((passkeys, address, origins) =>
        {
            // A proxy may ask for another name than the browser does.
            passkeys.ServerDomain = address.Set?.IdnHost;
            (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required");
            passkeys.ValidateOrigin = from =>
                ValueTask.FromResult(!from.CrossOrigin && origins.IsOwn(from.Origin, from.HttpContext.Request));
        });
    }

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Addresses.PasskeyRequest, async (HttpContext context, Passkeys passkeys, IAntiforgery forms) =>
            await forms.IsRequestValidAsync(context)
                ? Results.Text(await passkeys.RequestOptionsAsync(), "application/json")
                : Results.BadRequest());
        routes.MapPost(Addresses.PasskeyCreation, CreateAsync).RequireAuthorization();
    }

    /// <summary>Asks for the password again: a forgotten screen must not get a way in that stays.</summary>
    private static async Task<IResult> CreateAsync(
        HttpContext context, Passkeys passkeys, PasswordAgain again, IAntiforgery forms, UserManager<AppUser> users, IVisitor visitor)
    {
        if (!await forms.IsRequestValidAsync(context)) return Results.BadRequest();
        if (!await visitor.MayAsync(ServiceRight.HaveAccount) || await users.GetUserAsync(context.User) is not { } user)
            return Results.NotFound();
        var typed = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync())["passord"].ToString() : "";
        return await again.FaultAsync(context, user, typed) is { } fault
            ? Results.Text(fault, statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Text(await passkeys.CreationOptionsAsync(user), "application/json");
    }
}
