using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>The page of the link from the console: the first organiser chooses name, address and password, and is signed in.</summary>
public partial class FirstOrganiserPage : ComponentBase
{
    private bool _open;
    private string? _nameError;
    private string? _emailError;
    private string? _passwordError;
    private string? _error;

    [Inject]
    internal FirstOrganiser First { get; set; } = null!;

    [Inject]
    private SignInManager<AppUser> SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Parameter]
    public string? Token { get; set; }

    [SupplyParameterFromForm(Name = "navn")]
    public string? NameField { get; set; }

    [SupplyParameterFromForm(Name = "epost")]
    public string? EmailField { get; set; }

    [SupplyParameterFromForm(Name = "passord")]
    public string? PasswordField { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _open = await First.IsOpenAsync(Token);
        if (!_open) Context.AnswerWith(StatusCodes.Status404NotFound);
    }

    private async Task MakeAsync()
    {
        var name = new PlainText(NameField).OnOneLine;
        var email = EmailAddresses.Read(EmailField);
        var password = PasswordField ?? "";
        _nameError =
            name.IsEmpty ? T["NameMissing"].Value
            : name.Length > Limits.Name ? T["NameTooLong", Limits.Name, name.Length].Value
            : null;
        _emailError = email is null ? T["EmailWrong"].Value : null;
        _passwordError = Passwords.FaultIn(password, T);
        if (!_open || email is null || _nameError is not null || _emailError is not null || _passwordError is not null) return;
        try
        {
            await MakeAsync(name.Value, email, password);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _error = T["NotStored"];
        }
    }

    private async Task MakeAsync(string name, string email, string password)
    {
        if (await First.MakeAsync(Token!, name, email, password) is not { } made) _open = false;
        else if (made.Result.Succeeded)
        {
            await SignIn.SignInAsync(made.User, isPersistent: false);
            Navigation.NavigateTo(Addresses.Gatherings);
        }
        else if (made.Result.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal)))
            _passwordError = T["PasswordPlain"];
        else _emailError = T["EmailTaken"];
    }

    private static string? Invalid(string? error) => error is null ? null : "true";
}
