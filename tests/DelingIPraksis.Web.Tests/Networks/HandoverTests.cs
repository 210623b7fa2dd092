using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Web.Tests.Access;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>A network is handed over in one act, to an account or by a link, and both are told.</summary>
[Collection(AccessTogether.Name)]
public sealed class HandoverTests(AccessApplication application)
{
    [Fact]
    public async Task It_is_handed_over_with_the_gatherings_to_come_both_are_told_and_it_is_undone()
    {
        var site = await NetworkSite.GivenAsync(application);
        var (held, next) = (await site.GivenGatheringAsync(-30), await site.GivenGatheringAsync(30));
        var colleague = await site.GivenColleagueAsync(next, Role.Facilitator);
        var receiver = new Actor.Account(new Id<User>(colleague.Id));
        using var owner = await application.GivenSignedInAsync(site.OwnerUser);
        using var other = await application.GivenSignedInAsync(colleague);
        var folk = $"{await site.AddressAsync()}/folk";
        var page = await owner.GetAsync(folk);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(folk)).Status);

        var answers = await Task.WhenAll(
            owner.SubmitAsync(page, "overlever", ("epost", colleague.Email!)),
            owner.SubmitAsync(page, "overlever", ("epost", colleague.Email!))
        );
        Assert.Contains(answers, answer => answer.Location is not null);
        Assert.Equal((NetworkRole.Owner, NetworkRole.Helper), await RolesAsync(site, receiver));
        Assert.Equal(Role.Organiser, (await site.Web.Rooms.ReadAsync(next)).RoleOf(receiver));
        Assert.Equal(Role.None, (await site.Web.Rooms.ReadAsync(held)).RoleOf(receiver));
        Assert.Contains("Du ga nettverket videre til Kari", (await owner.GetAsync(folk)).Html, StringComparison.Ordinal);
        var front = await other.GetAsync(await site.AddressAsync());
        Assert.Contains("Kari ga nettverket videre til deg", front.Html, StringComparison.Ordinal);

        await owner.SubmitAsync(await owner.GetAsync(folk), "angre");
        Assert.Equal((NetworkRole.None, NetworkRole.Owner), await RolesAsync(site, receiver));
        Assert.Equal(Role.Facilitator, (await site.Web.Rooms.ReadAsync(next)).RoleOf(receiver));
        Assert.DoesNotContain("Du ga nettverket videre", (await owner.GetAsync(folk)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_an_account_gets_a_link_that_makes_one_and_works_once()
    {
        var site = await NetworkSite.GivenAsync(application);
        using var owner = await application.GivenSignedInAsync(site.OwnerUser);
        var folk = $"{await site.AddressAsync()}/folk";
        var unknown = await owner.SubmitAsync(await owner.GetAsync(folk), "overlever", ("epost", "ingen@kommune.example"));
        Assert.Contains("Har personen ikke konto? Lag en lenke under", unknown.Html, StringComparison.Ordinal);
        Assert.Contains("ingen@kommune.example", unknown.Html, StringComparison.Ordinal);

        await owner.SubmitAsync(await owner.GetAsync(folk), "lenke");
        var link = Regex.Match((await owner.GetAsync(folk)).Html, "/overta/[A-Za-z0-9_-]+").Value;
        using var newcomer = application.Browser();
        var offer = await newcomer.GetAsync(link);
        Assert.Contains("Kari gir nettverket videre til deg", offer.Html, StringComparison.Ordinal);
        // Looking changes nothing.
        Assert.Equal(NetworkRole.Owner, (await site.Web.Networks().ReadAsync(site.Id)).RoleOf(site.Owner));

        var email = $"{Guid.NewGuid():N}@kommune.example";
        var taken = await newcomer.SubmitAsync(
            offer,
            "ny-konto",
            ("navn", "Nils Ny"),
            ("epost", email),
            ("passord", AccessApplication.Password)
        );
        Assert.EndsWith(await site.AddressAsync(), $"/{taken.Location?.TrimStart('/')}", StringComparison.Ordinal);
        Assert.Equal(NetworkRole.Helper, (await site.Web.Networks().ReadAsync(site.Id)).RoleOf(site.Owner));
        Assert.Contains("Du eier det nå", (await newcomer.GetAsync(await site.AddressAsync())).Html, StringComparison.Ordinal);
        Assert.Contains("Du ga nettverket videre til Nils Ny", (await owner.GetAsync(folk)).Html, StringComparison.Ordinal);
        using var late = application.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await late.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_link_that_is_withdrawn_and_one_of_somebody_who_no_longer_owns_give_nothing()
    {
        var site = await NetworkSite.GivenAsync(application);
        using var owner = await application.GivenSignedInAsync(site.OwnerUser);
        var folk = $"{await site.AddressAsync()}/folk";
        await owner.SubmitAsync(await owner.GetAsync(folk), "lenke");
        var page = await owner.GetAsync(folk);
        var link = Regex.Match(page.Html, "/overta/[A-Za-z0-9_-]+").Value;
        var revoke = Regex.Match(page.Html, "value=\"(trekk-[^\"]+)\"").Groups[1].Value;
        await owner.SubmitAsync(page, revoke);
        using var late = application.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await late.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Who_does_not_own_it_hands_nothing_over()
    {
        var site = await NetworkSite.GivenAsync(application);
        var helper = await application.GivenAccountAsync();
        await site.KeepAsync(new NetworkChange.PersonAppointed(new Id<User>(helper.Id), NetworkRole.Helper));
        using var browser = await application.GivenSignedInAsync(helper);
        var page = await browser.GetAsync($"{await site.AddressAsync()}/folk");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("overlever", page.Html, StringComparison.Ordinal);
    }

    private static async Task<(NetworkRole Receiver, NetworkRole Giver)> RolesAsync(NetworkSite site, Actor receiver)
    {
        var network = await site.Web.Networks().ReadAsync(site.Id);
        return (network.RoleOf(receiver), network.RoleOf(site.Owner));
    }
}
