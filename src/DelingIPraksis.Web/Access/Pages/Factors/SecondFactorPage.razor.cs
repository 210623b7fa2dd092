using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Factors;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>
/// The second step of an account: turned on with the app's first code, turned off with a code. The secret is on the page only until it is
/// on, and the recovery codes only in the answer that made them.
/// </summary>
public partial class SecondFactorPage : ComponentBase
{
    private AppUser? _user;
    private AuthenticatorKey? _key;
    private IReadOnlyList<string>? _codes;
    private int _left;
    private string? _error;
    private string? _said;

    [Inject]
    private UserManager<AppUser> Users { get; set; } = null!;

    [Inject]
    internal SecondFactor Factor { get; set; } = null!;

    [Inject]
    internal PasswordAgain Again { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private IOptions<ServiceOptions> Service { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [SupplyParameterFromForm(Name = "kode")]
    public string? CodeField { get; set; }

    [SupplyParameterFromForm(Name = "passord", FormName = "begynn-totrinn")]
    public string? PasswordField { get; set; }

    [SupplyParameterFromForm(Name = "hva", FormName = "endre-totrinn")]
    public string? WhatField { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await Visitor.MayAsync(ServiceRight.HaveAccount)) _user = await Users.GetUserAsync(Context.User);
        if (_user is null) Navigation.NotFound();
        else if (_user.TwoFactorEnabled) _left = await Factor.LeftAsync(_user);
        // Hazard: a form that is not on the page when its answer comes is refused. That of the first code is there while a secret waits.
        else if (CodeField is not null) _key = await Factor.KeyAsync(_user, Service.Value.Name);
    }

    private Task BeginAsync() => TryAsync(async user =>
    {
        _error = await Again.FaultAsync(Context, user, PasswordField);
        if (_error is null) _key = await Factor.NewKeyAsync(user, Service.Value.Name);
    });

    private Task TurnOnAsync() => TryAsync(async user =>
    {
        _codes = await Factor.TurnOnAsync(user, CodeField);
        if (_codes is not null) _said = T["FactorTurnedOn"];
        else (_error, _key) = (T["FactorWrong"], await Factor.KeyAsync(user, Service.Value.Name));
    });

    private Task ChangeAsync() => TryAsync(async user =>
    {
        if (WhatField == "nye")
        {
            _codes = await Factor.RenewCodesAsync(user, CodeField);
            if (_codes is null) _error = T["FactorWrong"];
            _left = await Factor.LeftAsync(user);
        }
        else if (await Factor.TurnOffAsync(user, CodeField)) _said = T["FactorTurnedOff"];
        else _error = T["FactorWrong"];
    });

    private async Task TryAsync(Func<AppUser, Task> act)
    {
        if (_user is null) return;
        try
        {
            await act(_user);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _error = Access["NotStored"];
        }
    }
}
