using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>
/// The page of a colleague's link. The first account that accepts, existing or new, gets the role, and the link is used up. The id of the
/// change is derived from the link, so only one is appointed, however many press at once.
/// </summary>
public partial class ColleaguePage : ComponentBase
{
    private const string Asking = "colleague's link";

    private Invitation? _invitation;
    private GatheringView? _gathering;
    private Actor.Account? _actor;
    private string? _error;
    private string? _nameError;
    private string? _emailError;
    private string? _passwordError;

    [Inject]
    internal InvitationLinks Links { get; set; } = null!;

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private SignInManager<AppUser> SignIn { get; set; } = null!;

    [Inject]
    internal SignInLimit Limit { get; set; } = null!;

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
        _invitation = await Links.FindAsync(Token);
        if (_invitation is { Party: null })
        {
            var gathering = await Rooms.ReadAsync(_invitation.Gathering);
            if (gathering.Exists) _gathering = GatheringView.For(gathering, new Actor.Stranger());
        }

        // A visitor of the demo has rights only there. For a role here she creates an account, or signs in.
        if (await Visitor.MayAsync(ServiceRight.BeColleague)) _actor = await Visitor.AsAccountAsync() as Actor.Account;
        if (_gathering is null) Context.AnswerWith(StatusCodes.Status404NotFound);
    }

    private async Task AcceptAsync()
    {
        if (_gathering is not null && _actor is not null) await TakeRoleAsync(_actor);
    }

    private async Task TakeRoleAsync(Actor.Account account)
    {
        var id = _gathering!.Id;
        // An account that already has a role keeps it: a link for observers takes nothing away.
        if ((await Rooms.ReadAsync(id)).RoleOf(account) == Role.None)
        {
            // A link that was used in an older version may still be open. It must not be used twice.
            var once = DerivedId.Unversioned(Token!);
            var reply = await Rooms.SubmitAsync(
                id,
                new Actor.Application(),
                new Change.StaffAppointed(account.User, _invitation!.Role),
                once
            );
            if (reply is not Reply.Kept || (await Rooms.ReadAsync(id)).RoleOf(account) == Role.None)
            {
                _error = reply is Reply.NotStored ? Access["NotStored"] : T["ColleagueGone"];
                return;
            }

            await Links.RevokeAsync(Token!);
        }

        Navigation.NavigateTo(Addresses.Console(id));
    }

    private async Task MakeAsync()
    {
        if (_gathering is null || _actor is not null) return;
        var name = new PlainText(NameField).OnOneLine;
        var (email, password) = (EmailAddresses.Read(EmailField), PasswordField ?? "");
        _nameError =
            name.IsEmpty ? Access["NameMissing"].Value
            : name.Length > Limits.Name ? Access["NameTooLong", Limits.Name, name.Length].Value
            : null;
        _emailError = email is null ? Access["EmailWrong"].Value : null;
        _passwordError = Passwords.FaultIn(password, Access);
        if (email is null || _nameError is not null || _emailError is not null || _passwordError is not null) return;
        var user = new AppUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = name.Value,
        };
        try
        {
            // A taken address reveals that somebody has an account, and does not use up the link. So attempts are counted for the link,
            // whatever addresses are tried with it.
            if (!await Limit.AdmitAsync(Asking, Token!))
            {
                _emailError = Access["SignInTooMany"];
                return;
            }

            var made = await SignIn.UserManager.CreateAsync(user, password);
            if (!made.Succeeded)
            {
                if (made.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal)))
                    _passwordError = Access["PasswordPlain"];
                else
                {
                    Limit.RecordFailure(Asking, Token!);
                    _emailError = Access["EmailTaken"];
                }

                return;
            }

            await SignIn.SignInAsync(user, isPersistent: false);
            await TakeRoleAsync(new Actor.Account(new Id<User>(user.Id)));
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _error = Access["NotStored"];
        }
    }
}
