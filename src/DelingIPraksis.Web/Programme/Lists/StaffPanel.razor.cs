using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme.Lists;

/// <summary>
/// The organisers, facilitators and observers: added by the e-mail address of an account, or by a link that gives the role to the
/// first account that uses it.
/// </summary>
public sealed partial class StaffPanel : GatheringPart<ProgrammeSession>
{
    private IReadOnlyDictionary<Id<User>, Colleague> _names = new Dictionary<Id<User>, Colleague>();
    private IReadOnlyList<ColleagueLink> _links = [];
    private int _known = -1;
    private Id<User>? _about;
    private Role _role = Role.Facilitator;
    private string _email = "";
    private string? _fault;

    [Inject]
    internal Colleagues Colleagues { get; set; } = null!;

    [Inject]
    internal ColleagueSearch Search { get; set; } = null!;

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        if (_known == View.Staff.Count) return;
        _known = View.Staff.Count;
        _names = await Colleagues.KnownAsync(Session.View.Staff.Keys);
        if (Session.Owns) _links = await Services.Links.OfColleaguesAsync(View.Id);
    }

    private string NameOf(Id<User> user) => _names.GetValueOrDefault(user)?.Name ?? T["NameGone"];

    private string Address(string token) => Services.PublicLinks.To(Addresses.OfColleague(token)).AbsoluteUri;

    private async Task AppointAsync(Id<User> user, Role role)
    {
        _about = user;
        await AskAsync(new Change.StaffAppointed(user, role));
    }

    private async Task AddAsync()
    {
        if (string.IsNullOrWhiteSpace(_email))
        {
            _fault = T["EmailMissing"];
            return;
        }

        var found = await Search.FindAsync(View, Session.Actor, _email);
        if (found.Colleague is not { } colleague)
        {
            _fault = T[found.TooManyTries ? "ColleagueTries" : "NoSuchAccount"];
            return;
        }

        _fault = await Session.AskAsync(new Change.StaffAppointed(colleague.User, _role));
        if (_fault is not null) return;
        _email = "";
        _names = await Colleagues.KnownAsync(Session.View.Staff.Keys);
        Session.Say("StaffIs", colleague.Name, T[$"Role{_role}"].Value);
    }

    private Task LinkAsync() => LinksAsync(() => Services.Links.ForColleagueAsync(View.Id, _role), "LinkMade");

    private Task RevokeAsync(string hash) => LinksAsync(() => Services.Links.RevokeByHashAsync(hash), "LinkRevoked");

    private async Task LinksAsync(Func<Task> change, string said) => _fault = await Session.StoreAsync(async () =>
    {
        await change();
        _links = await Services.Links.OfColleaguesAsync(View.Id);
        Session.Say(said);
    });
}
