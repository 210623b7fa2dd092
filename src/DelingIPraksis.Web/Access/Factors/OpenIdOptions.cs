using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Factors;

/// <summary>
/// Signing in by the organisation's own provider (OpenID Connect): the section <c>Authentication:OpenIdConnect</c>. Off when
/// <see cref="Authority"/> is empty. <c>docs/sign-in.md</c> has the forms for Entra ID, ID-porten and Ansattporten.
/// </summary>
internal sealed class OpenIdOptions
{
    public const string Section = "Authentication:OpenIdConnect";

    /// <summary>The name of the scheme, and of the provider in the table of logins.</summary>
    public const string Scheme = "oidc";

    /// <summary>The address of the provider, below which its <c>.well-known/openid-configuration</c> is.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says, such as «Entra ID» or «Ansattporten».</summary>
    public string Name { get; set; } = "";

    /// <summary>The scopes that are asked for, separated by spaces.</summary>
    public string Scopes { get; set; } = "openid profile email";

    /// <summary>
    /// The levels of assurance that are enough (<c>acr</c>), separated by spaces, such as
    /// <c>idporten-loa-substantial idporten-loa-high</c>. They are asked for and required of the answer. Empty asks for none.
    /// </summary>
    public string Level { get; set; } = "";

    /// <summary>
    /// Whether the provider vouches for the e-mail addresses, so that a login is tied to the account with the same address by itself. Only
    /// for a provider where nobody chooses her own address.
    /// </summary>
    public bool TrustsEmail { get; set; }

    /// <summary>Whether somebody without an account gets one. Otherwise she needs a colleague's link first.</summary>
    public bool NewAccounts { get; set; }

    public bool IsOn => Authority.Length > 0;

    public string[] Levels => Level.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public string[] ScopeList => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Says all that is wrong at once.</summary>
internal sealed class OpenIdOptionsValidator : IValidateOptions<OpenIdOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenIdOptions options)
    {
        if (!options.IsOn) return ValidateOptionsResult.Success;
        var faults = new List<string>();
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority)
            || !(authority.Scheme == "https" || authority.IsLoopback))
            faults.Add($"{OpenIdOptions.Section}:Authority: «{options.Authority}» er ikke en adresse som https://login.kommune.example.");
        if (options.ClientId.Length == 0) faults.Add($"{OpenIdOptions.Section}:ClientId mangler. Leverandøren gir den.");
        if (options.Name.Length == 0) faults.Add($"{OpenIdOptions.Section}:Name mangler: det som står på knappen, som «Entra ID».");
        if (!options.ScopeList.Contains("openid")) faults.Add($"{OpenIdOptions.Section}:Scopes trenger openid.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
