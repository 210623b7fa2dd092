using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Networks;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Networks.Handover;

/// <summary>
/// The page of a link that hands over a network. The first account that accepts, existing or new, owns the network, and all such links of
/// it are used up. The id of the change is derived from the link, so that it is used once, however many press at once.
/// </summary>
public sealed partial class TakeOverPage : ComponentBase
{
    private HandoverOffer? _offer;
    private NewAccount _made = NewAccount.NotTried;
    private Actor.Account? _actor;
    private string? _name;
    private string? _from;
    private string? _error;

    [Inject]
    internal HandoverLinks Links { get; set; } = null!;

    [Inject]
    internal Handovers Handovers { get; set; } = null!;

    [Inject]
    internal INetworks All { get; set; } = null!;

    [Inject]
    internal NetworkLists Networks { get; set; } = null!;

    [Inject]
    internal Colleagues Colleagues { get; set; } = null!;

    [Inject]
    internal NewAccounts Maker { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

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
        _offer = await Links.FindAsync(Token);
        if (_offer is not null
            && await All.ReadAsync(_offer.Network) is { Exists: true } network
            && network.RoleOf(new Actor.Account(_offer.From)) == NetworkRole.Owner)
        {
            _name = network.Name.Value;
            _from = (await Colleagues.KnownAsync([_offer.From])).GetValueOrDefault(_offer.From)?.Name ?? T["NameGone"].Value;
        }

        // A visitor of the demo has rights only there. For a network she creates an account, or signs in.
        if (await Visitor.MayAsync(ServiceRight.BeColleague)) _actor = await Visitor.AsAccountAsync() as Actor.Account;
        if (_name is null) Context.AnswerWith(StatusCodes.Status404NotFound);
    }

    private async Task AcceptAsync()
    {
        if (_name is not null && _actor is not null) await TakeOverAsync(_actor);
    }

    private async Task MakeAsync()
    {
        if (_name is null || _actor is not null) return;
        _made = await Maker.MakeAsync(Token!, NameField, EmailField, PasswordField);
        if (_made.Account is { } account) await TakeOverAsync(account);
    }

    private async Task TakeOverAsync(Actor.Account to)
    {
        try
        {
            var reply = await Handovers.HandOverAsync(
                _offer!.Network,
                _offer.From,
                to.User,
                new Actor.Application(),
                DerivedId.Unversioned(Token!)
            );
            // Somebody else may have used the link at the same moment: the same change gives the same answer, and one owner.
            var network = await All.ReadAsync(_offer.Network);
            if (reply is not Reply.Kept || network.RoleOf(to) != NetworkRole.Owner)
            {
                _error = reply is Reply.NotStored ? Access["NotStored"]
                    : reply is Reply.Refused { Refusal.Reason: RefusalReason.NothingToChange } ? T["OfferOwn"]
                    : T["OfferGone"];
                return;
            }

            Navigation.NavigateTo(await Networks.SlugOfAsync(network.Id) is { } slug ? Addresses.Network(slug) : Addresses.Gatherings);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            _error = Access["NotStored"];
        }
    }
}
