using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>
/// Signing in. A wrong address, a wrong password and a closed account get the same answer, so that nobody learns who has an account.
/// </summary>
public partial class SignInPage : ComponentBase
{
    private string? _error;

    [Inject]
    internal SignInService Accounts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromQuery(Name = Addresses.ReturnParameter)]
    public string? Return { get; set; }

    [SupplyParameterFromForm(Name = "epost")]
    public string? EmailField { get; set; }

    [SupplyParameterFromForm(Name = "passord")]
    public string? PasswordField { get; set; }

    [SupplyParameterFromForm(Name = "husk")]
    public string? RememberField { get; set; }

    private async Task SignInAsync()
    {
        try
        {
            var answer = await Accounts.TryAsync(
                Context,
                EmailAddresses.Read(EmailField) ?? EmailField?.Trim() ?? "",
                PasswordField ?? "",
                RememberField is not null
            );
            _error = answer switch
            {
                SignInOutcome.Done => null,
                SignInOutcome.TooManyTries => T["SignInTooMany"].Value,
                _ => T["SignInFailed"].Value,
            };
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _error = T["NotStored"];
        }

        if (_error is null) Navigation.NavigateTo(AccountSetup.LocalReturn(Return));
    }
}
