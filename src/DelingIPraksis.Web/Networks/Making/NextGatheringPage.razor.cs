using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Layouts;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Networks.Making;

/// <summary>
/// The form for the next gathering of a network. All that is known is filled in, so that an organiser who has never used the product writes
/// only what is new: the host, and what the group work is about. A fault is shown beside its field, and what is typed stays.
/// </summary>
public sealed partial class NextGatheringPage : NetworkPart
{
    private readonly Dictionary<DraftField, string> _faults = [];
    private IReadOnlyList<(Id<User> User, string Name, Role Role)> _colleagues = [];
    private NetworkStart? _start;
    private string? _whole;
    private Id<Gathering> _id;

    [Inject]
    internal NetworkHistory History { get; set; } = null!;

    [Inject]
    internal INetworks All { get; set; } = null!;

    [Inject]
    internal GatheringFactory Maker { get; set; } = null!;

    [Inject]
    internal Colleagues Colleagues { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    [SupplyParameterFromForm(Name = "id")]
    public string? IdField { get; set; }

    /// <summary>There when the form comes back: then a box without a tick was unticked.</summary>
    [SupplyParameterFromForm(Name = "sendt")]
    public string? SentField { get; set; }

    [SupplyParameterFromForm(Name = "tittel")]
    public string? TitleField { get; set; }

    [SupplyParameterFromForm(Name = "nummer")]
    public string? NumberField { get; set; }

    [SupplyParameterFromForm(Name = "dato")]
    public string? DateField { get; set; }

    [SupplyParameterFromForm(Name = "vertskap")]
    public string? HostField { get; set; }

    [SupplyParameterFromForm(Name = "sted")]
    public string? PlaceField { get; set; }

    [SupplyParameterFromForm(Name = "tema")]
    public string? ThemeField { get; set; }

    [SupplyParameterFromForm(Name = "plan")]
    public string? PlanField { get; set; }

    [SupplyParameterFromForm(Name = "deltaker")]
    public string[]? PartyFields { get; set; }

    [SupplyParameterFromForm(Name = "kollega")]
    public string[]? ColleagueFields { get; set; }

    [SupplyParameterFromForm(Name = "onske")]
    public string[]? WishFields { get; set; }

    protected override NetworkRole Least => NetworkRole.Helper;

    private bool IsSent => SentField is not null;

    private string PlanName => PlanField ?? (_start!.Learnt.Plan.IsEmpty ? GatheringTemplate.All[0].Key : NetworkStart.CorrectedPlan);

    // A browser empties a date field with an invalid date. As plain text the value stays and can be corrected.
    private string DateType => Fault(DraftField.Date) is null ? "date" : "text";

    private string? DateHint => Fault(DraftField.Date) is not null ? Access["DateHint"].Value
        : _start!.Next.Date is not null && !IsSent ? T["DateProposed"].Value
        : null;

    protected override string AddressOf(string slug) => Addresses.NextGathering(slug);

    protected override async Task PrepareAsync(NetworkView view)
    {
        _id = Id<Gathering>.TryParse(IdField, null, out var id) && id.Value != Guid.Empty ? id : new(Guid.CreateVersion7());
        var gatherings = await History.GatheringsAsync(view);
        // One that is planned and not held has not been tried: the last that was held comes first.
        var last = (gatherings.FirstOrDefault(there => there.View.ClosedAt is not null && there.View.Plan.Count > 0)
            ?? gatherings.FirstOrDefault(there => there.View.Plan.Count > 0)
            ?? (gatherings.Count > 0 ? gatherings[0] : null))?.View;
        var learnt = await History.LessonsAsync([.. last?.Plan ?? []], gatherings);
        _start = NetworkStart.Of(view, gatherings, last, learnt, History.Today);
        var staff = (last?.Staff ?? new Dictionary<Id<User>, Role>()).Where(member => new Actor.Account(member.Key) != Actor).ToList();
        var names = await Colleagues.KnownAsync(staff.Select(member => member.Key));
        _colleagues = [.. staff.Where(member => names.ContainsKey(member.Key))
            .Select(member => (member.Key, names[member.Key].Name, member.Value))];
    }

    private async Task MakeAsync()
    {
        if (View is not { } view || _start is not { } start || Actor is not Actor.Account by) return;
        if (!await Visitor.MayAsync(ServiceRight.MakeGathering))
        {
            _whole = Access["DemoMakesNothing"];
            return;
        }

        var draft = new GatheringDraft(TitleField, view.Name.Value, DateField, HostField, PlaceField, ThemeField, null, null)
        {
            Number = NumberField,
        };
        var (facts, theme, faults) = draft.ReadFacts(Languages.Current == "nn" ? Language.Nynorsk : Language.Bokmal);
        List<PossibleParty> chosen = [.. start.Parties.Where(party => Has(PartyFields, party.Key))];
        if (!faults.ContainsKey(DraftField.Date) && chosen.Find(party => !party.IsThereOn(facts.Date)) is { } away)
            _faults[DraftField.Parties] = T["NotMemberThen", away.Party.Name, facts.Date.ToString("D", CultureInfo.CurrentCulture)];
        else if (GatheringDraft.PartyCount(chosen.Count) is { } fault) faults[DraftField.Parties] = fault;
        foreach (var (field, fault) in faults) _faults[field] = Words(fault);
        if (_faults.Count > 0)
        {
            _whole = Access["FormHasFaults"];
            return;
        }

        var made = new NewGathering(
            _id,
            facts with { NetworkAbout = view.Ingress },
            theme,
            start.PlanOf(PlanField),
            [.. chosen.Select(party => party.Party)]
        )
        {
            Wishes =
            [
                .. start.Wishes
                    .Where((_, place) => Has(WishFields, Invariant.Value(place)))
                    .Where(wish => chosen.Contains(wish.One) && chosen.Contains(wish.Other))
                    .Select(wish => new NewWish(wish.One.Party, wish.Other.Party, wish.Together)),
            ],
            Colleagues =
            [
                .. _colleagues.Where(member => Has(ColleagueFields, member.User.ToString())).Select(member => (member.User, member.Role)),
            ],
        };
        switch (await Maker.MakeAsync(made, by))
        {
            case Reply.Kept:
                // It has come to a network of the maker with this name by itself. When she has several, it is this one.
                await All.SubmitAsync(view.Id, by, new NetworkChange.GatheringAdded(_id), DerivedId.Of($"{_id} belongs to {view.Id}"));
                Navigation.NavigateTo($"{Addresses.Programme(_id)}#{Frame.MainId}");
                break;
            case Reply.Refused { Refusal: var refusal }:
                _whole = Refusals.Say(refusal);
                break;
            default:
                _whole = Access["NotStored"];
                break;
        }
    }

    private bool Takes(PossibleParty party) => IsSent ? Has(PartyFields, party.Key)
        : party.IsUsual && (_start!.Next.Date is not { } day || party.IsThereOn(day));

    private string? PeriodOf(PossibleParty party) => party switch
    {
        { From: { } from } when from > History.Today => T["MemberFrom", from.ToString("D", CultureInfo.CurrentCulture)].Value,
        { Until: { } until } => T["MemberUntil", until.ToString("D", CultureInfo.CurrentCulture)].Value,
        _ => null,
    };

    private string? Fault(DraftField field) => _faults.GetValueOrDefault(field);

    private string Words(DraftFault fault) =>
        fault.Text == nameof(RefusalReason.ImplausibleDate) ? Refusals[fault.Text] : Access[fault.Text, fault.Figures];

    private static bool Has(string[]? fields, string value) => fields?.Contains(value) == true;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? date) => date is { } day ? Invariant.Value(day) : null;
}
