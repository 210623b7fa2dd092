using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Layouts;
using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Pages;

/// <summary>The form for a new gathering. A fault is shown beside its field, and the written text stays.</summary>
public partial class NewGatheringForm : ComponentBase
{
    private FormErrors _errors = new(null, new Dictionary<DraftField, string>());
    private IReadOnlyList<InvitedParty> _unknown = [];
    private Id<Gathering> _id;

    [Inject]
    internal GatheringFactory Maker { get; set; } = null!;

    [Inject]
    private IVisitor Visitor { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    [Parameter, EditorRequired]
    public Actor.Account By { get; set; } = null!;

    [SupplyParameterFromForm(Name = "id")]
    public string? IdField { get; set; }

    [SupplyParameterFromForm(Name = "tittel")]
    public string? TitleField { get; set; }

    [SupplyParameterFromForm(Name = "nettverk")]
    public string? NetworkField { get; set; }

    [SupplyParameterFromForm(Name = "dato")]
    public string? DateField { get; set; }

    [SupplyParameterFromForm(Name = "vertskap")]
    public string? HostField { get; set; }

    [SupplyParameterFromForm(Name = "sted")]
    public string? PlaceField { get; set; }

    [SupplyParameterFromForm(Name = "tema")]
    public string? ThemeField { get; set; }

    [SupplyParameterFromForm(Name = "mal")]
    public string? TemplateField { get; set; }

    [SupplyParameterFromForm(Name = "deltakere")]
    public string? PartiesField { get; set; }

    /// <summary>The names that the user was asked about when the form was rendered.</summary>
    [SupplyParameterFromForm(Name = "spurt")]
    public string[]? AskedFields { get; set; }

    /// <summary>Those of them that were ticked.</summary>
    [SupplyParameterFromForm(Name = "med")]
    public string[]? TakenFields { get; set; }

    // A browser empties a date field with an invalid date. As plain text the value stays and can be corrected.
    private string DateType => _errors.Date is null ? "date" : "text";

    protected override void OnInitialized() =>
        _id = Id<Gathering>.TryParse(IdField, null, out var id) && id.Value != Guid.Empty ? id : new(Guid.CreateVersion7());

    private async Task MakeAsync()
    {
        if (!await Visitor.MayAsync(ServiceRight.MakeGathering))
        {
            _errors = new(T["DemoMakesNothing"], new Dictionary<DraftField, string>());
            return;
        }

        var draft = new GatheringDraft(TitleField, NetworkField, DateField, HostField, PlaceField, ThemeField, TemplateField, PartiesField)
        {
            Asked = AskedFields ?? [],
            Taken = TakenFields ?? [],
        };
        _unknown = draft.Unknown;
        var language = Languages.Current == "nn" ? Language.Nynorsk : Language.Bokmal;
        var (gathering, faults) = draft.Read(_id, language);
        if (gathering is null)
        {
            _errors = new(T["FormHasFaults"], faults.ToDictionary(fault => fault.Key, fault => Words(fault.Value)));
            return;
        }

        switch (await Maker.MakeAsync(gathering, By))
        {
            case Reply.Kept:
                // A gathering that has been held is documented, not led. The fragment replaces the form's own.
                var isHeld = gathering.Facts.Date < DateOnly.FromDateTime(Time.GetLocalNow().Date);
                var page = isHeld ? Addresses.Programme(gathering.Id) : Addresses.Console(gathering.Id);
                Navigation.NavigateTo($"{page}#{Frame.MainId}");
                break;
            case Reply.Refused { Refusal: var refusal }:
                _errors = new(Refusals.Say(refusal), new Dictionary<DraftField, string>());
                break;
            default:
                _errors = new(T["NotStored"], new Dictionary<DraftField, string>());
                break;
        }
    }

    private string Meant(InvitedParty party)
    {
        var names = string.Join($" {T["Or"].Value} ", party.Choices.Select(choice => choice.Name));
        return party.Former switch
        {
            null => T["UnknownNear", names],
            { IsLater: true } later => T["UnknownLater", later.Year, names],
            var former => T["UnknownBecame", names, former.Year],
        };
    }

    private string Words(DraftFault fault) =>
        fault.Text == nameof(RefusalReason.ImplausibleDate) ? Refusals[fault.Text] : T[fault.Text, fault.Figures];

    private sealed record FormErrors(string? Whole, IReadOnlyDictionary<DraftField, string> Fields)
    {
        public string? Title => Fields.GetValueOrDefault(DraftField.Title);

        public string? Network => Fields.GetValueOrDefault(DraftField.Network);

        public string? Date => Fields.GetValueOrDefault(DraftField.Date);

        public string? Host => Fields.GetValueOrDefault(DraftField.Host);

        public string? Place => Fields.GetValueOrDefault(DraftField.Place);

        public string? Theme => Fields.GetValueOrDefault(DraftField.Theme);

        public string? Parties => Fields.GetValueOrDefault(DraftField.Parties);
    }
}
