using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>
/// Signing in. A wrong address, a wrong password and a closed account get the same answer, so that nobody learns who has an account.
/// </summary>
public partial class SignInPage : ComponentBase
{
    private string? _error;
    private string? _passkeyError;

    [Inject]
    internal SignInService Accounts { get; set; } = null!;

    [Inject]
    internal Passkeys Passkeys { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromQuery(Name = Addresses.ReturnParameter)]
    public string? Return { get; set; }

    /// <summary>What came of a sign-in by the provider.</summary>
    [SupplyParameterFromQuery(Name = "ekstern")]
    public string? Outcome { get; set; }

    [SupplyParameterFromForm(Name = "epost")]
    public string? EmailField { get; set; }

    [SupplyParameterFromForm(Name = "passord")]
    public string? PasswordField { get; set; }

    [SupplyParameterFromForm(Name = "husk")]
    public string? RememberField { get; set; }

    [SupplyParameterFromForm(Name = "svar", FormName = "logg-inn-passnokkel")]
    public string? AnswerField { get; set; }

    private string? OpenIdError => Enum.TryParse<OpenIdOutcome>(Outcome, out var outcome)
        && outcome is OpenIdOutcome.Failed or OpenIdOutcome.Unknown or OpenIdOutcome.SameAddress or OpenIdOutcome.Closed
            ? Ways[$"OpenId{outcome}", OpenId.Value.Name].Value
            : null;

    private async Task SignInAsync()
    {
        var next = AccountSetup.LocalReturn(Return);
        try
        {
            var answer = await Accounts.TryAsync(
                Context,
                EmailAddresses.Read(EmailField) ?? EmailField?.Trim() ?? "",
                PasswordField ?? "",
                RememberField is not null
            );
            if (answer == SignInOutcome.CodeNeeded) next = Addresses.SecondStepTo(Return);
            _error = answer switch
            {
                SignInOutcome.Done or SignInOutcome.CodeNeeded => null,
                SignInOutcome.TooManyTries => T["SignInTooMany"].Value,
                _ => T["SignInFailed"].Value,
            };
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _error = T["NotStored"];
        }

        if (_error is null) Navigation.NavigateTo(next);
    }

    private async Task SignInByPasskeyAsync()
    {
        try
        {
            if (!await Passkeys.SignInAsync(Context, AnswerField ?? "", remember: false)) _passkeyError = Ways["PasskeySignInFailed"];
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _passkeyError = T["NotStored"];
        }

        if (_passkeyError is null) Navigation.NavigateTo(AccountSetup.LocalReturn(Return));
    }
}
