using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>
/// The page of a colleague's link. The first account that accepts, existing or new, gets the role, and the link is used up. The id of the
/// change is derived from the link, so only one is appointed, however many press at once.
/// </summary>
public partial class ColleaguePage : ComponentBase
{
    private Invitation? _invitation;
    private GatheringView? _gathering;
    private Actor.Account? _actor;
    private NewAccount _made = NewAccount.NotTried;
    private string? _error;

    [Inject]
    internal InvitationLinks Links { get; set; } = null!;

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    internal NewAccounts Maker { get; set; } = null!;

    [Inject]
    private IStringLocalizer<AccessTexts> Access { get; set; } = null!;

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
        _made = await Maker.MakeAsync(Token!, NameField, EmailField, PasswordField);
        if (_made.Account is { } account) await TakeRoleAsync(account);
    }
}
