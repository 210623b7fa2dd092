using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Tests.Access;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>A new gathering starts from its network, with what is known in place.</summary>
[Collection(AccessTogether.Name)]
public sealed class NextGatheringTests(AccessApplication application)
{
    [Fact]
    public async Task Members_of_the_day_number_colleagues_and_wishes_are_in_place()
    {
        var site = await NetworkSite.GivenAsync(application);
        var last = await site.GivenGatheringAsync(-30, "Samling 2");
        await site.Web.Rooms.MustKeepAsync(last, site.Owner, new Change.WorkshopPlanned("ombruk", PhasePlans.Brief));
        var colleague = await site.GivenColleagueAsync(last, Role.Facilitator);
        var (one, two) = (new Id<Party>(Guid.CreateVersion7()), new Id<Party>(Guid.CreateVersion7()));
        await site.Web.Rooms.MustKeepAsync(last, site.Owner, new Change.PartyInvited(one, "Stad", "4649", PartyKind.Municipality, null));
        await site.Web.Rooms.MustKeepAsync(last, site.Owner, new Change.PartyInvited(two, "Asker", null, PartyKind.Municipality, null));
        await site.Web.Rooms.MustKeepAsync(last, site.Owner, new Change.PairWished(new PairWish(one, two, Together: false)));
        NetworkMember[] members =
        [
            new(new(Guid.CreateVersion7()), "Stad", "4649", PartyKind.Municipality),
            new(new(Guid.CreateVersion7()), "Asker", null, PartyKind.Municipality),
            new(new(Guid.CreateVersion7()), "Bergen", null, PartyKind.Municipality, From: new DateOnly(2090, 1, 1)),
            new(new(Guid.CreateVersion7()), "KS", null, PartyKind.Association),
        ];
        await site.KeepAsync(new NetworkChange.MembersAdded([.. members]));
        using var browser = await application.GivenSignedInAsync(site.OwnerUser);
        var page = await browser.GetAsync($"{await site.AddressAsync()}/ny-samling");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Stad og Asker ikke i samme par", page.Html, StringComparison.Ordinal);

        (string, string)[] filled =
        [
            ("tittel", "Samling 3"), ("nummer", "3"), ("dato", NetworkSite.Day(300)), ("vertskap", "Asker"), ("tema", "ombruk"),
            ("plan", "samme"), ("deltaker", members[0].Id.ToString()), ("deltaker", members[1].Id.ToString()),
            ("kollega", colleague.Id.ToString("N")), ("onske", "0"),
        ];
        var early = await browser.SubmitAsync(page, "ny-samling", [.. filled, ("deltaker", members[2].Id.ToString())]);
        Assert.Contains("Bergen er ikke medlem", early.Html, StringComparison.Ordinal);
        var made = await browser.SubmitAsync(page, "ny-samling", filled);
        Assert.Contains("/program", made.Location, StringComparison.Ordinal);

        var id = Id<Gathering>.Parse(made.Location!.Split('/').SkipWhile(part => part != "samling").ElementAt(1), null);
        var gathering = await site.Web.Rooms.ReadAsync(id);
        Assert.Equal(site.Id, await site.Web.NetworkOfAsync(id));
        Assert.Equal((3, "Klimanettverket", "Asker"), (gathering.Facts.Number, gathering.Facts.Network.Value, gathering.Facts.Host.Value));
        Assert.Equal(["Asker", "Stad"], gathering.PartiesInOrder.Select(party => party.Name.Value));
        Assert.Equal(PhasePlans.Brief, gathering.Workshop.Plan);
        Assert.Equal(Role.Facilitator, gathering.RoleOf(new Actor.Account(new Id<User>(colleague.Id))));
        Assert.False(Assert.Single(gathering.Workshop.Wishes).Together);
        // A form that is sent twice makes one gathering.
        Assert.Contains(id.ToString(), (await browser.SubmitAsync(page, "ny-samling", filled)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_told_beside_its_field_and_what_was_typed_stays()
    {
        var site = await NetworkSite.GivenAsync(application);
        using var browser = await application.GivenSignedInAsync(site.OwnerUser);
        var page = await browser.GetAsync($"{await site.AddressAsync()}/ny-samling");
        (string, string)[] wrong = [("tittel", "Min tittel"), ("nummer", "1000"), ("dato", "en gang i juni")];
        var answer = await browser.SubmitAsync(page, "ny-samling", wrong);
        foreach (var words in new[] { "Min tittel", "value=\"1000\"", "Skriv et tall fra 1 til 999", "Vi forstår ikke datoen" })
            Assert.Contains(words, answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_help_in_the_network_make_its_gatherings()
    {
        var site = await NetworkSite.GivenAsync(application);
        var observer = await application.GivenAccountAsync();
        await site.KeepAsync(new NetworkChange.PersonAppointed(new Id<User>(observer.Id), NetworkRole.Observer));
        using var browser = await application.GivenSignedInAsync(observer);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{await site.AddressAsync()}/ny-samling")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{await site.AddressAsync()}/samlinger")).Status);
    }
}
