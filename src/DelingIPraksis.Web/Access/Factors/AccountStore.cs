using System.Security.Cryptography;
using System.Text;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// The store of accounts. The framework's own keeps the secret of the authenticator app and the recovery codes in plain text. This one
/// seals the secret and hashes the codes, so that a copy of the database lets nobody in.
/// </summary>
/// <param name="context">The database.</param>
/// <param name="describer">The framework's descriptions of faults.</param>
/// <param name="protection">The keys of the service. The command line has none: it takes secrets away and never reads them.</param>
internal sealed class AccountStore(
    AppDbContext context,
    IdentityErrorDescriber? describer = null,
    IDataProtectionProvider? protection = null
) : UserOnlyStore<AppUser, AppDbContext, Guid>(context, describer)
{
    /// <summary>Under what the framework keeps its own tokens of an account.</summary>
    internal const string Provider = "[AspNetUserStore]";

    /// <summary>The name of the token with the recovery codes.</summary>
    internal const string RecoveryCodes = "RecoveryCodes";

    private readonly IDataProtector? _protector = protection?.CreateProtector("DelingIPraksis.AuthenticatorKey.v1");

    /// <inheritdoc/>
    public override Task SetAuthenticatorKeyAsync(AppUser user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, Protector.Protect(key), cancellationToken);

    /// <summary>The secret, or null when there is none or it was sealed with keys that are gone.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(AppUser user, CancellationToken cancellationToken)
    {
        if (await base.GetAuthenticatorKeyAsync(user, cancellationToken) is not { Length: > 0 } secret) return null;
        try
        {
            return Protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override Task ReplaceCodesAsync(AppUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Hash(user, code)), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Hazard: the framework's own writes the rest by <see cref="ReplaceCodesAsync"/>, which would hash the hashes.</remarks>
    public override async Task<bool> RedeemCodeAsync(AppUser user, string code, CancellationToken cancellationToken)
    {
        var hashes = (await GetTokenAsync(user, Provider, RecoveryCodes, cancellationToken) ?? "").Split(';');
        var given = Hash(user, code);
        if (!hashes.Contains(given)) return false;
        await base.ReplaceCodesAsync(user, hashes.Where(hash => hash != given), cancellationToken);
        return true;
    }

    private IDataProtector Protector => _protector ?? throw new InvalidOperationException("The command line reads no secrets.");

    private static string Hash(AppUser user, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id:N} {code}")));
}
