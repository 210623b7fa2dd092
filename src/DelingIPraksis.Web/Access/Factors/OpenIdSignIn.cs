using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>What came of a sign-in by the provider.</summary>
internal enum OpenIdOutcome
{
    Done,

    /// <summary>The login is now tied to the account that was signed in.</summary>
    Tied,

    /// <summary>The provider did not answer for anybody, or the browser came without its answer.</summary>
    Failed,

    /// <summary>Nobody here has this login, and none is made.</summary>
    Unknown,

    /// <summary>An account has this address, and the provider does not vouch for addresses.</summary>
    SameAddress,

    /// <summary>The account is closed.</summary>
    Closed,
}

/// <summary>
/// Finds the account for a login of the provider. It is known by the provider's own number for the person (<c>sub</c>), never by the
/// e-mail address, which somebody may have chosen herself. The national identity number that some providers send is neither read nor kept.
/// </summary>
internal sealed class OpenIdSignIn(
    SignInManager<AppUser> accounts,
    KnownBrowser known,
    IOptions<OpenIdOptions> options,
    ILogger<OpenIdSignIn> logger
)
{
    private UserManager<AppUser> Users => accounts.UserManager;

    /// <summary>Completes a sign-in that has come back from the provider.</summary>
    public async Task<OpenIdOutcome> CompleteAsync(HttpContext http, AppUser? signedIn)
    {
        // Whoever is signed in ties the login to her own account; the number makes sure that she asked for it.
        if (await accounts.GetExternalLoginInfoAsync(signedIn?.Id.ToString()) is not { } login) return OpenIdOutcome.Failed;
        await http.SignOutExternallyAsync();
        var holder = await Users.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        if (signedIn is not null)
            return holder is null && (await Users.AddLoginAsync(signedIn, login)).Succeeded || holder?.Id == signedIn.Id
                ? OpenIdOutcome.Tied
                : OpenIdOutcome.SameAddress;

        if (holder is null)
        {
            var (found, outcome) = await FindOrMakeAsync(login);
            if (found is null) return outcome;
            holder = found;
        }

        if (holder.IsClosed)
        {
            AccessLog.SignInFailed(logger, http);
            return OpenIdOutcome.Closed;
        }

        await accounts.SignInAsync(holder, isPersistent: false);
        known.Remember(http, holder.Id);
        AccessLog.SignedIn(logger, holder.Id);
        return OpenIdOutcome.Done;
    }

    /// <summary>Whether an account is tied to a login of the provider.</summary>
    public async Task<bool> IsTiedAsync(AppUser user) =>
        (await Users.GetLoginsAsync(user)).Any(login => login.LoginProvider == OpenIdOptions.Scheme);

    private async Task<(AppUser? User, OpenIdOutcome Outcome)> FindOrMakeAsync(ExternalLoginInfo login)
    {
        var email = EmailAddresses.Read(login.Principal.FindFirstValue("email"));
        var doubted = login.Principal.FindFirstValue("email_verified") is "false" or "False";
        var user = email is null ? null : await Users.FindByEmailAsync(email);
        if (user is not null)
        {
            if (!options.Value.TrustsEmail || doubted) return (null, OpenIdOutcome.SameAddress);
        }
        else
        {
            if (!options.Value.NewAccounts || email is null || doubted) return (null, OpenIdOutcome.Unknown);
            user = NewUser(email, login.Principal.FindFirstValue("name") ?? email);
            if (!(await Users.CreateAsync(user)).Succeeded) return (null, OpenIdOutcome.Failed);
        }

        return (await Users.AddLoginAsync(user, login)).Succeeded ? (user, OpenIdOutcome.Done) : (null, OpenIdOutcome.Failed);
    }

    private static AppUser NewUser(string email, string name)
    {
        var called = new PlainText(name).OnOneLine.Value;
        return new()
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = TextTruncation.Truncate(called, Limits.Name),
        };
    }
}
