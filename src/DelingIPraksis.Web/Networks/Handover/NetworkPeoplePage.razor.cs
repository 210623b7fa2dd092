using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Networks;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Networks.Handover;

/// <summary>The people of a network, and where its owner hands it over: to somebody with an account, or by a link.</summary>
public sealed partial class NetworkPeoplePage : NetworkPart
{
    private IReadOnlyDictionary<Id<User>, Colleague> _names = new Dictionary<Id<User>, Colleague>();
    private IReadOnlyList<OpenHandover> _links = [];
    private HandoverNews? _news;
    private Guid _id;
    private string? _giveFault;
    private string? _linkFault;
    private string? _undoFault;

    [Inject]
    internal Handovers Handovers { get; set; } = null!;

    [Inject]
    internal HandoverLinks Links { get; set; } = null!;

    [Inject]
    internal Colleagues Colleagues { get; set; } = null!;

    [Inject]
    internal ColleagueSearch Search { get; set; } = null!;

    [Inject]
    internal PublicAddress Public { get; set; } = null!;

    [Inject]
    private IStringLocalizer<RefusalTexts> Refusals { get; set; } = null!;

    [Inject]
    private IStringLocalizer<AccessTexts> Access { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    /// <summary>Made when the form was rendered, so that a form that is sent twice hands over once.</summary>
    [SupplyParameterFromForm(Name = "id")]
    public string? IdField { get; set; }

    [SupplyParameterFromForm(Name = "til")]
    public string? ToField { get; set; }

    [SupplyParameterFromForm(Name = "epost")]
    public string? EmailField { get; set; }

    private static Reply Done => new Reply.Kept(0);

    private Id<User>? Me => (Actor as Actor.Account)?.User;

    private IEnumerable<Id<User>> Others => View!.People.Keys.Where(user => user != Me && _names.ContainsKey(user));

    protected override string AddressOf(string slug) => Addresses.NetworkPeople(slug);

    protected override async Task PrepareAsync(NetworkView view)
    {
        _id = Guid.TryParse(IdField, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7();
        _news = await Handovers.NewsAsync(view);
        var known = view.People.Keys.ToHashSet();
        if (_news is not null) known.UnionWith([_news.From, _news.To]);
        _names = await Colleagues.KnownAsync(known);
        if (view.Owns && Me is { } me) _links = await Links.OfAsync(view.Id, me);
    }

    private string NameOf(Id<User> user) => _names.GetValueOrDefault(user)?.Name ?? T["NameGone"];

    private static string DayOf(HandoverNews news) => NorwegianTime.Of(news.At).ToString("M", CultureInfo.CurrentCulture);

    private string LetterOf(string token) =>
        T["Letter", View!.Name, Public.To(Context.Request, Addresses.OfHandover(token)).AbsoluteUri, NameOf(Me ?? default)];

    private async Task HandOverAsync()
    {
        if (View is not { Owns: true } view || Me is not { } me) return;
        if (await ReceiverAsync(view) is not { } to) return;
        await DoAsync(() => Handovers.HandOverAsync(view.Id, me, to, Actor, _id), fault => _giveFault = fault);
    }

    private async Task<Id<User>?> ReceiverAsync(NetworkView view)
    {
        if (Id<User>.TryParse(ToField, null, out var chosen) && Others.Contains(chosen)) return chosen;
        if (string.IsNullOrWhiteSpace(EmailField))
        {
            _giveFault = T["GiveNobody"];
            return null;
        }

        var found = await Search.FindAsync(view.IsDemo, Actor, EmailField);
        if (found.Colleague is { } colleague) return colleague.User;
        _giveFault = T[found.TooManyTries ? "GiveTries" : "GiveUnknown"];
        return null;
    }

    private async Task TakeBackAsync()
    {
        if (View is { } view && Actor is Actor.Account by)
            await DoAsync(() => Handovers.TakeBackAsync(view.Id, by), fault => _undoFault = fault);
    }

    private async Task MakeLinkAsync()
    {
        if (View is not { Owns: true } view || Me is not { } me) return;
        await DoAsync(async () =>
        {
            await Links.MakeAsync(view.Id, me);
            return Done;
        }, fault => _linkFault = fault);
    }

    private async Task RevokeAsync(OpenHandover link)
    {
        if (View is not { Owns: true } view || Me is not { } me) return;
        await DoAsync(async () =>
        {
            await Links.RevokeAsync(view.Id, me, link.Hash);
            return Done;
        }, fault => _linkFault = fault);
    }

    // The page is fetched again, so that a reload does nothing twice.
    private async Task DoAsync(Func<Task<Reply>> act, Action<string> fault)
    {
        try
        {
            switch (await act())
            {
                case Reply.Refused { Refusal: var refusal }:
                    fault(Refusals.Say(refusal));
                    return;
                case Reply.NotStored:
                    fault(Access["NotStored"]);
                    return;
            }
        }
        catch (Exception cause) when (StorageErrors.IsTransient(cause))
        {
            fault(Access["NotStored"]);
            return;
        }

        Navigation.NavigateTo(Addresses.NetworkPeople(Slug));
    }
}
