using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Networks.Keeping;

/// <summary>
/// Where a network is set up: what it says of itself, what anybody may see, its people and gatherings; where it is joined with another and
/// divided. Each form is one change, which can be undone.
/// </summary>
public sealed partial class NetworkSettingsPage : NetworkKeepingPart
{
    private static readonly NetworkRole[] _roles = [NetworkRole.Owner, NetworkRole.Helper, NetworkRole.Observer];

    private IReadOnlyDictionary<Id<User>, Colleague> _names = new Dictionary<Id<User>, Colleague>();
    private IReadOnlyList<ListedGathering> _inside = [];
    private IReadOnlyList<ListedGathering> _outside = [];
    private IReadOnlyList<OtherNetwork> _others = [];
    private IReadOnlyList<(Id<Network> Id, string Name)> _joined = [];

    [Inject]
    internal NetworkNeighbours Neighbours { get; set; } = null!;

    [Inject]
    internal Colleagues Colleagues { get; set; } = null!;

    [Inject]
    internal ColleagueSearch Search { get; set; } = null!;

    [SupplyParameterFromForm(Name = "nettverk")]
    public string? NameField { get; set; }

    [SupplyParameterFromForm(Name = "ingress")]
    public string? IngressField { get; set; }

    [SupplyParameterFromForm(Name = "kontakt")]
    public string? ContactField { get; set; }

    [SupplyParameterFromForm(Name = "epost")]
    public string? EmailField { get; set; }

    [SupplyParameterFromForm(Name = "telefon")]
    public string? PhoneField { get; set; }

    [SupplyParameterFromForm(Name = "del")]
    public string[]? PartFields { get; set; }

    [SupplyParameterFromForm(Name = "adresse")]
    public string? AddressField { get; set; }

    [SupplyParameterFromForm(Name = "rolle")]
    public string? RoleField { get; set; }

    [SupplyParameterFromForm(Name = "hvem")]
    public string? PersonField { get; set; }

    [SupplyParameterFromForm(Name = "samling")]
    public string? GatheringField { get; set; }

    [SupplyParameterFromForm(Name = "samlinger")]
    public string[]? GatheringFields { get; set; }

    [SupplyParameterFromForm(Name = "annet")]
    public string? OtherField { get; set; }

    [SupplyParameterFromForm(Name = "nytt-navn")]
    public string? NewNameField { get; set; }

    [SupplyParameterFromForm(Name = "sikker")]
    public string? SureField { get; set; }

    protected override NetworkRole Least => NetworkRole.Helper;

    internal override string Here => AddressOf(Slug);

    protected override string AddressOf(string slug) => Addresses.NetworkSettings(slug);

    protected override async Task PrepareAsync(NetworkView view)
    {
        await base.PrepareAsync(view);
        _names = await Colleagues.KnownAsync(view.People.Keys);
        if (Actor is not Actor.Account { User: var me }) return;
        (_inside, _outside) = await Neighbours.GatheringsAsync(view, me);
        if (!view.Owns) return;
        _others = await Neighbours.OthersAsync(view, me);
        _joined = await Neighbours.JoinedAsync(view);
    }

    private string NameOf(Id<User> user) => _names.GetValueOrDefault(user)?.Name ?? T["NameGone"];

    private static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    private static IEnumerable<(string Key, bool On)> Parts(PublicParts parts) =>
    [
        (nameof(parts.Reports), parts.Reports),
        (nameof(parts.Gatherings), parts.Gatherings),
        (nameof(parts.Members), parts.Members),
        (nameof(parts.Contact), parts.Contact),
        (nameof(parts.Promises), parts.Promises),
    ];

    private Task RenameAsync() => AskAsync(new NetworkChange.Renamed(NameField, View!.Name), "navn");

    private Task IntroduceAsync() => AskAsync(new NetworkChange.Introduced(IngressField, View!.Ingress), "om");

    private Task SetContactAsync() => AskAsync(
        new NetworkChange.ContactSet(
            new NetworkContact(((PlainText)ContactField).OnOneLine, ((PlainText)EmailField).OnOneLine, ((PlainText)PhoneField).OnOneLine),
            View!.Contact),
        "kontakt");

    private Task OpenAsync() => AskAsync(
        new NetworkChange.Opened(new PublicParts(
            Has(nameof(PublicParts.Reports)),
            Has(nameof(PublicParts.Gatherings)),
            Has(nameof(PublicParts.Members)),
            Has(nameof(PublicParts.Contact)))
        {
            Promises = Has(nameof(PublicParts.Promises)),
        }),
        "apent");

    private bool Has(string part) => PartFields?.Contains(part) == true;

    private async Task AddressAsync()
    {
        var wanted = AddressField?.Trim().ToLowerInvariant();
        if (wanted == Slug) return;
        var slug = string.IsNullOrEmpty(wanted) ? null : wanted;
        // Without an address of its own the network has the one that was made, which only the index knows.
        var to = slug is null ? Addresses.Gatherings : Addresses.NetworkSettings(slug);
        await AskAsync(new NetworkChange.AddressSet(slug), "adresse", to);
    }

    private async Task AppointAsync(Id<User> user, string form)
    {
        if (!Enum.TryParse<NetworkRole>(RoleField, out var role) || View!.People.GetValueOrDefault(user)?.Role == role) return;
        var leaves = role < NetworkRole.Helper && (Actor as Actor.Account)?.User == user;
        await AskAsync(new NetworkChange.PersonAppointed(user, role), form, leaves ? Addresses.Gatherings : null);
    }

    private async Task AddPersonAsync()
    {
        if (string.IsNullOrWhiteSpace(PersonField))
        {
            Faults["ny-person"] = T["PersonMissing"];
            return;
        }

        var found = await Search.FindAsync(View!.IsDemo, Actor, PersonField);
        if (found.Colleague is not { } colleague)
        {
            Faults["ny-person"] = T[found.TooManyTries ? "PersonTries" : "PersonUnknown"];
            return;
        }

        if (!Enum.TryParse<NetworkRole>(RoleField, out var role)) role = NetworkRole.Helper;
        await AskAsync(new NetworkChange.PersonAppointed(colleague.User, role), "ny-person");
    }

    private Task BringAsync() => OneAsync(GatheringField, "hent-inn", id => new NetworkChange.GatheringAdded(new(id)));

    private Task TakeOutAsync() => OneAsync(GatheringField, "ta-ut", id => new NetworkChange.GatheringRemoved(new(id)));

    private Task JoinAsync() => OneAsync(OtherField, "sla-sammen", id => NetworkUndo.Joining(new(id)));

    private Task PartAsync(Id<Network> other, string form) => AskAsync(new NetworkChange.NetworksParted(other), form);

    private async Task OneAsync(string? chosen, string form, Func<Guid, NetworkChange> change)
    {
        if (Guid.TryParse(chosen, out var id)) await AskAsync(change(id), form);
        else Faults[form] = T["ChooseOne"];
    }

    private async Task DivideAsync()
    {
        var leaving = (GatheringFields ?? []).Select(field => Guid.TryParse(field, out var id) ? new Id<Gathering>(id) : default)
            .Where(id => id != default)
            .ToList();
        if (string.IsNullOrWhiteSpace(NewNameField)) Faults["del"] = T["DivideNameMissing"];
        else if (leaving.Count == 0) Faults["del"] = T["ChooseOne"];
        else await AskAsync(new NetworkChange.Divided(new(DerivedId.Of($"{FormId} divides")), NewNameField, [.. leaving]), "del");
    }

    private async Task EraseAsync()
    {
        if (SureField is null) Faults["slett"] = T["EraseTick"];
        else await AskAsync(new NetworkChange.NetworkErased(), "slett", Addresses.Gatherings);
    }
}
