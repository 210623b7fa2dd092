using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>
/// From a code to a seat. Loading the page changes nothing, because link scanners load it too. Only the form joins. A refused form is shown
/// again with everything that was written in it.
/// </summary>
public partial class JoinPage : ComponentBase
{
    private GatheringView? _gathering;
    private IReadOnlyList<Seat> _held = [];
    private string? _ticket;
    private Id<Person> _becomes;
    private string? _codeError;
    private string? _partyError;
    private string? _nameError;
    private string? _error;
    private bool _answered;
    private bool _replaced;
    private bool _shownOut;

    [Inject]
    internal CodeLookup Lookup { get; set; } = null!;

    [Inject]
    internal JoinTicket Tickets { get; set; } = null!;

    [Inject]
    internal JoinCodes Codes { get; set; } = null!;

    [Inject]
    internal JoinRateLimiter Pace { get; set; } = null!;

    [Inject]
    internal Door Door { get; set; } = null!;

    [Inject]
    internal SeatLookup Seats { get; set; } = null!;

    [Inject]
    internal SeatCookie Cookie { get; set; } = null!;

    [Inject]
    private IRooms Rooms { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    [Inject]
    private IStringLocalizer<CommonTexts> Common { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Parameter]
    public string? Code { get; set; }

    [SupplyParameterFromQuery(Name = "kode")]
    public string? CodeField { get; set; }

    [SupplyParameterFromForm(Name = "kommune")]
    public string? PartyField { get; set; }

    [SupplyParameterFromForm(Name = "navn")]
    public string? NameField { get; set; }

    [SupplyParameterFromForm(Name = "billett")]
    public string? TicketField { get; set; }

    private string? Typed => Code ?? CodeField;

    // A sent form is answered with a form, also when the door was closed meanwhile, so that the written text stays.
    private bool IsSent => HttpMethods.IsPost(Context.Request.Method);

    private bool Knocks => _gathering is { Door: DoorState.Guarded } || (_shownOut && _gathering is { DoorOpen: true });

    private bool MayAsk => _gathering is { DoorOpen: true } || _held.Count > 0 || IsSent;

    protected override async Task OnInitializedAsync()
    {
        if (Typed is not null || TicketField is not null) await FindAsync();
        // The gathering was erased while the form was open, so there is no form to answer with and the code is asked for again.
        if (_gathering is null && IsSent)
            Navigation.NavigateTo(
                Navigation.GetUriWithQueryParameters(Addresses.Join, new Dictionary<string, object?> { ["kode"] = Typed ?? "" })
            );
    }

    private async Task FindAsync()
    {
        var ticket = Tickets.Read(TicketField);
        if ((ticket?.Gathering ?? await GatheringAsync()) is not { } id) return;
        var gathering = await Rooms.ReadAsync(id);
        if (!gathering.Exists)
        {
            _codeError = T["UnknownCode"];
            return;
        }

        _gathering = GatheringView.For(gathering, new Actor.Stranger());
        _held = await Seats.InAsync(Context.User, id);
        // A person who already waits at the door knocks again as the same person, and is in the queue once.
        _becomes = ticket?.Person ?? SeatLookup.KnocksAs(Context.User, gathering) ?? new Id<Person>(Guid.NewGuid());
        _shownOut = SeatLookup.IsShownOut(Context.User, gathering);
        var code = await Codes.OfAsync(id);
        _replaced = ticket is { } handed && !JoinTicket.IsFor(handed, code);
        _ticket = ticket is null ? Tickets.Issue(id, _becomes, code) : TicketField;
    }

    private async Task<Id<Gathering>?> GatheringAsync()
    {
        var found = await Lookup.FindAsync(Typed, Context.Connection.RemoteIpAddress);
        if (found.Gathering is null) _codeError = T[found.Answer.ToString()];
        return found.Gathering;
    }

    private async Task JoinAsync()
    {
        if (_gathering is null) return;
        _answered = true;
        if (!Id<Party>.TryParse(PartyField, null, out var party) || _gathering.Party(party) is null)
        {
            _partyError = T["ChooseParty"];
            return;
        }

        var isNew = !_held.Any(seat => seat.Party == party);
        if (isNew && _replaced)
        {
            _error = T["CodeReplaced"];
            return;
        }

        if (isNew && !Pace.Admits(_gathering.Id, Context.Connection.RemoteIpAddress))
        {
            _error = T["JoinTooMany"];
            return;
        }

        var outcome = await Door.JoinAsync(_gathering.Id, party, NameField, _held, _becomes, _shownOut);
        if (outcome.Person is { } person)
        {
            Cookie.Add(Context, person);
            Navigation.NavigateTo(
                outcome.Waits ? Addresses.Waiting(person)
                : _held.Any(seat => seat.Person == person) ? Addresses.Board(person)
                : Addresses.Arrival(person, _gathering)
            );
            return;
        }

        switch (outcome.Refusal?.Reason)
        {
            case RefusalReason.TooLong:
                _nameError = T["NameTooLong", outcome.Refusal.Limit ?? 0, new PlainText(NameField).Length];
                break;
            case RefusalReason.NoSuchParty:
                _partyError = T["ChooseParty"];
                break;
            case null:
                _error = T["NotStored"];
                break;
            default:
                _error = Refusals.Say(outcome.Refusal);
                break;
        }
    }
}
