using DelingIPraksis.Web.Access.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>Signing in. Wrong address, wrong password and too many tries get one and the same answer, so that nobody learns who has an account.</summary>
public partial class SignInPage : ComponentBase
{
    private string? _error;

    [Inject]
    private SignInManager<AppUser> Accounts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<SignInPage> Logger { get; set; } = null!;

    [SupplyParameterFromQuery(Name = AccessPaths.ReturnParameter)]
    public string? Return { get; set; }

    [SupplyParameterFromForm(Name = "epost")]
    public string? EmailField { get; set; }

    [SupplyParameterFromForm(Name = "passord")]
    public string? PasswordField { get; set; }

    private async Task SignInAsync()
    {
        var password = PasswordField ?? "";
        var user = password.Length is > 0 and <= Passwords.Longest ? await Accounts.UserManager.FindByEmailAsync(EmailField?.Trim() ?? "") : null;
        if (user is null) HashForNothing();
        else if ((await Accounts.PasswordSignInAsync(user, password, isPersistent: true, lockoutOnFailure: true)).Succeeded)
        {
            AccessLog.SignedIn(Logger, user.Id);
            Navigation.NavigateTo(AccountSetup.LocalReturn(Return));
            return;
        }

        AccessLog.SignInFailed(Logger);
        _error = T["SignInFailed"];
    }

    /// <summary>An address without an account takes as long as one with.</summary>
    private void HashForNothing() => Accounts.UserManager.PasswordHasher.HashPassword(new AppUser(), "as long as it takes");
}
