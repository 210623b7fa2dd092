using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>The page of an account: change the password, sign out of every browser. Visitors of the demo have no account.</summary>
public partial class AccountPage : ComponentBase
{
    private AppUser? _user;
    private bool _isTied;
    private string? _nowError;
    private string? _newError;
    private string? _error;
    private string? _said;

    [Inject]
    private SignInManager<AppUser> SignIn { get; set; } = null!;

    [Inject]
    internal Sessions Sessions { get; set; } = null!;

    [Inject]
    internal OpenIdSignIn OpenIdSignIn { get; set; } = null!;

    [Inject]
    internal SignInLimit Limit { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(Name = "na", FormName = "passord")]
    public string? NowField { get; set; }

    [SupplyParameterFromForm(Name = "nytt", FormName = "passord")]
    public string? NewField { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Visitor.MayAsync(ServiceRight.HaveAccount)) _user = await SignIn.UserManager.GetUserAsync(Context.User);
        if (_user is null) Navigation.NotFound();
        else if (OpenId.Value.IsOn) _isTied = await OpenIdSignIn.IsTiedAsync(_user);
    }

    private async Task ChangeAsync()
    {
        var (now, wanted) = (NowField ?? "", NewField ?? "");
        _newError = Passwords.FaultIn(wanted, T);
        if (_newError is not null || _user is null) return;
        try
        {
            var from = $"address {GuessLimit.Network(Context.Connection.RemoteIpAddress)} changing";
            if (!await Limit.AdmitAsync(from, _user.NormalizedEmail!))
            {
                _nowError = T["SignInTooMany"];
                return;
            }

            var changed = await SignIn.UserManager.ChangePasswordAsync(_user, now.Length <= Passwords.Longest ? now : "", wanted);
            if (changed.Succeeded)
            {
                await Sessions.EndAllAsync(new Id<User>(_user.Id));
                // This browser stays signed in, with a new session.
                await SignIn.RefreshSignInAsync(_user);
                _said = T["PasswordChanged"];
            }
            else if (changed.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
            {
                Limit.RecordFailure(from, _user.NormalizedEmail!);
                _nowError = T["PasswordNowWrong"];
            }
            else
            {
                _newError = T["PasswordPlain"];
            }
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _newError = T["NotStored"];
        }
    }

    private async Task SignOutEverywhereAsync()
    {
        if (_user is null) return;
        try
        {
            await SignIn.UserManager.UpdateSecurityStampAsync(_user);
            await Sessions.EndAllAsync(new Id<User>(_user.Id));
            await SignIn.SignOutAsync();
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _error = T["NotStored"];
            return;
        }

        Navigation.NavigateTo(Addresses.SignIn);
    }

    /// <summary>A moment as a day, in Norwegian time.</summary>
    internal static string Day(DateTimeOffset at) => InOslo(at).ToString("d", CultureInfo.CurrentCulture);

    /// <summary>A moment as day and time of day, in Norwegian time.</summary>
    internal static string Moment(DateTimeOffset at) => InOslo(at).ToString("g", CultureInfo.CurrentCulture);

    private static DateTimeOffset InOslo(DateTimeOffset at) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, "Europe/Oslo");

    private static string? Invalid(string? error) => error is null ? null : "true";
}
