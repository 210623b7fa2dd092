using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Tests.Access;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>A network is kept on two pages: its members, and its settings.</summary>
[Collection(AccessTogether.Name)]
public sealed class NetworkKeepingTests(AccessApplication application)
{
    [Fact]
    public async Task Members_are_pasted_with_a_first_day_and_that_is_undone_after_a_reload()
    {
        var (site, browser, address) = await GivenAsync("medlemmer");
        using var _ = browser;
        var kept = await browser.SubmitAsync(
            await browser.GetAsync(address), "legg-til", ("navn", "Stad\nArendal kommune\nNORSUS"), ("siden", "1.1.2020"));
        Assert.EndsWith(address, kept.Location, StringComparison.Ordinal);
        var page = await browser.GetAsync(address);
        foreach (var words in new[] { "Medlemmer nå (3)", "Stad", "Arendal", "NORSUS", "fra 01.01.2020", "3 medlemmer ble lagt til." })
            Assert.Contains(words, page.Html, StringComparison.Ordinal);
        var numbers = (await site.ReadAsync()).Members.Values.Select(member => member.RegisterNumber).OfType<string>();
        Assert.Equal(["4203", "4649"], numbers.Order());

        await browser.SubmitAsync(page, "angre");
        Assert.Empty((await site.ReadAsync()).Members);
        Assert.DoesNotContain("3 medlemmer ble lagt til.", (await browser.GetAsync(address)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Arendal\nStad", "", "Medlemmet st&#xE5;r her allerede")]
    [InlineData("Herøy", "", "Det er to kommuner som heter Herøy")]
    [InlineData("Bergen", "31.2.2020", "Skriv datoen som")]
    [InlineData("  ", "", "Skriv minst ett navn")]
    public async Task What_cannot_be_added_is_told_beside_the_field_and_what_was_typed_stays(string names, string since, string told)
    {
        var (site, browser, address) = await GivenAsync("medlemmer");
        using var _ = browser;
        await site.KeepAsync(new NetworkChange.MembersAdded([Member("Stad", "4649")]));
        var answer = await browser.SubmitAsync(await browser.GetAsync(address), "legg-til", ("navn", names), ("siden", since));
        var html = WebUtility.HtmlDecode(answer.Html);
        Assert.Contains(WebUtility.HtmlDecode(told), html, StringComparison.Ordinal);
        Assert.Contains(names.Split('\n')[0].Trim(), html, StringComparison.Ordinal);
        Assert.Contains(since, html, StringComparison.Ordinal);
        Assert.Single((await site.ReadAsync()).Members);
    }

    [Fact]
    public async Task A_member_s_period_is_corrected_and_one_that_ended_stands_with_the_earlier()
    {
        var (site, browser, address) = await GivenAsync("medlemmer");
        using var _ = browser;
        var stad = Member("Stad", "4649");
        await site.KeepAsync(new NetworkChange.MembersAdded([stad]));
        var wrong = await browser.SubmitAsync(
            await browser.GetAsync(address), $"endre-{stad.Id}", ("medlem", "Stad"), ("fra", "1.1.2023"), ("til", "1.1.2020"));
        Assert.Contains("Siste dag kan ikke være før første", WebUtility.HtmlDecode(wrong.Html), StringComparison.Ordinal);
        Assert.Contains("value=\"1.1.2023\"", wrong.Html, StringComparison.Ordinal);
        await browser.SubmitAsync(wrong, $"endre-{stad.Id}", ("medlem", "Stad"), ("fra", "1.1.2020"), ("til", "31.12.2022"));
        Assert.Contains("Tidligere medlemmer (1)", WebUtility.HtmlDecode((await browser.GetAsync(address)).Html), StringComparison.Ordinal);
        var member = Assert.Single((await site.ReadAsync()).Members.Values);
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2022, 12, 31)), (member.From, member.Until));
        await browser.SubmitAsync(await browser.GetAsync(address), $"ut-{stad.Id}");
        Assert.Empty((await site.ReadAsync()).Members);
    }

    [Fact]
    public async Task Those_who_took_part_in_gatherings_become_members_by_one_press_from_their_first_gathering()
    {
        var (site, browser, address) = await GivenAsync("medlemmer");
        using var _ = browser;
        await site.KeepAsync(new NetworkChange.MembersAdded([Member("Stad", "4649")]));
        foreach (var days in new[] { -30, -400 })
        {
            var gathering = await site.GivenGatheringAsync(days);
            foreach (var (name, number) in new[] { ("Stad", "4649"), ("Arendal", "4203") })
                await site.Web.Rooms.MustKeepAsync(gathering, site.Owner, new Change.PartyInvited(
                    new(Guid.CreateVersion7()), name, number, PartyKind.Municipality, null));
        }

        var page = await browser.GetAsync(address);
        Assert.Contains("står ikke her (1)", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        await browser.SubmitAsync(page, "hent");
        var members = (await site.ReadAsync()).Members.Values;
        Assert.Equal(["Arendal", "Stad"], members.Select(member => member.Name.Value).Order());
        var first = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-400);
        Assert.Equal(first, members.Single(member => member.Name == "Arendal").From);
        Assert.DoesNotContain("value=\"hent\"", (await browser.GetAsync(address)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_description_contact_and_what_is_public_are_set_and_undone_one_by_one()
    {
        var (site, browser, address) = await GivenAsync("innstillinger");
        using var _ = browser;
        await SendAsync("navn", ("nettverk", "Lavutslippsnettverket"));
        await SendAsync("om", ("ingress", "Vi møtes to ganger i året."));
        await SendAsync("kontakt", ("kontakt", "Sekretariatet"), ("epost", "post@nett.example"), ("telefon", ""));
        await SendAsync("apent", ("del", "Reports"), ("del", "Members"));
        var network = await site.ReadAsync();
        Assert.Equal(
            ("Lavutslippsnettverket", "Vi møtes to ganger i året.", "Sekretariatet", new PublicParts(true, false, true, false)),
            (network.Name.Value, network.Ingress.Value, network.Contact.Name.Value, network.Public));
        for (var step = 0; step < 4; step++) await SendAsync("angre");
        network = await site.ReadAsync();
        Assert.Equal(
            ("Klimanettverket", "", NetworkContact.None, PublicParts.Usual),
            (network.Name.Value, network.Ingress.Value, network.Contact, network.Public));
        var empty = await SendAsync("navn", ("nettverk", " "));
        Assert.Contains("nettverk-error", empty.Html, StringComparison.Ordinal);
        Assert.Equal("Klimanettverket", (await site.ReadAsync()).Name.Value);

        async Task<Page> SendAsync(string form, params (string, string)[] fields) =>
            await browser.SubmitAsync(await browser.GetAsync(address), form, fields);
    }

    [Fact]
    public async Task Two_networks_with_a_gathering_of_the_same_number_are_joined_with_both_kept_and_parted_again()
    {
        var (site, browser, address) = await GivenAsync("innstillinger");
        using var _ = browser;
        var one = await site.GivenGatheringAsync(-30);
        var two = await site.Web.MakeAsync(site.Owner, "Det andre nettverket");
        foreach (var gathering in new[] { one, two })
        {
            var facts = (await site.Web.Rooms.ReadAsync(gathering)).Facts;
            await site.Web.Rooms.MustKeepAsync(gathering, site.Owner, new Change.GatheringDescribed(facts with { Number = 7 }));
        }

        var other = await site.Web.NetworkOfAsync(two);
        var page = await browser.GetAsync(address);
        Assert.Contains("Begge har samling nr. 7", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        await browser.SubmitAsync(page, "sla-sammen", ("annet", other.ToString()));
        Assert.Equal((site.Id, site.Id), (await site.Web.NetworkOfAsync(one), await site.Web.NetworkOfAsync(two)));
        await browser.SubmitAsync(await browser.GetAsync(address), $"skill-{other}");
        Assert.Equal((site.Id, other), (await site.Web.NetworkOfAsync(one), await site.Web.NetworkOfAsync(two)));
    }

    [Fact]
    public async Task A_network_is_divided_and_erased_only_when_that_is_meant()
    {
        var (site, browser, address) = await GivenAsync("innstillinger");
        using var _ = browser;
        var leaving = await site.GivenGatheringAsync(-30);
        var nameless = await browser.SubmitAsync(await browser.GetAsync(address), "del", ("samlinger", leaving.ToString()));
        Assert.Contains("Skriv hva det nye nettverket heter.", WebUtility.HtmlDecode(nameless.Html), StringComparison.Ordinal);
        await browser.SubmitAsync(nameless, "del", ("nytt-navn", "Avleggeren"), ("samlinger", leaving.ToString()));
        Assert.NotEqual(site.Id, await site.Web.NetworkOfAsync(leaving));

        await browser.SubmitAsync(await browser.GetAsync(address), "slett");
        Assert.True((await site.ReadAsync()).Exists);
        await browser.SubmitAsync(await browser.GetAsync(address), "slett", ("sikker", "ja"));
        Assert.False((await site.ReadAsync()).Exists);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Somebody_the_owner_knows_gets_a_role_and_a_stranger_s_address_tells_nothing()
    {
        var (site, browser, address) = await GivenAsync("innstillinger");
        using var _ = browser;
        var colleague = await site.GivenColleagueAsync(await site.GivenGatheringAsync(-30), Role.Facilitator);
        var stranger = await application.GivenAccountAsync();
        var unknown = await SendAsync("ny-person", ("hvem", stranger.Email!), ("rolle", "Helper"));
        var nobody = await SendAsync("ny-person", ("hvem", "ingen@nett.example"), ("rolle", "Helper"));
        foreach (var page in new[] { unknown, nobody })
            Assert.Contains("Vi finner ingen du kjenner", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        await SendAsync("ny-person", ("hvem", colleague.Email!), ("rolle", "Helper"));
        var user = new Id<User>(colleague.Id);
        Assert.Equal(NetworkRole.Helper, (await site.ReadAsync()).People[user].Role);
        await SendAsync($"rolle-{user}", ("rolle", "Observer"));
        Assert.Equal(NetworkRole.Observer, (await site.ReadAsync()).People[user].Role);
        var alone = await SendAsync($"rolle-{site.Owner.User}", ("rolle", "None"));
        Assert.Contains("Et nettverk må ha minst én eier", WebUtility.HtmlDecode(alone.Html), StringComparison.Ordinal);

        async Task<Page> SendAsync(string form, params (string, string)[] fields) =>
            await browser.SubmitAsync(await browser.GetAsync(address), form, fields);
    }

    [Fact]
    public async Task Each_role_finds_what_it_may_do_and_a_stranger_finds_nothing()
    {
        var site = await NetworkSite.GivenAsync(application);
        await site.KeepAsync(new NetworkChange.MembersAdded([Member("Stad", "4649")]));
        var (helper, observer, stranger) =
            (await application.GivenAccountAsync(), await application.GivenAccountAsync(), await application.GivenAccountAsync());
        await site.KeepAsync(new NetworkChange.PersonAppointed(new Id<User>(helper.Id), NetworkRole.Helper));
        await site.KeepAsync(new NetworkChange.PersonAppointed(new Id<User>(observer.Id), NetworkRole.Observer));
        var address = await site.AddressAsync();
        foreach (var (user, members, settings, adds, owns) in new[]
        {
            (site.OwnerUser, HttpStatusCode.OK, HttpStatusCode.OK, true, true),
            (helper, HttpStatusCode.OK, HttpStatusCode.OK, true, false),
            (observer, HttpStatusCode.OK, HttpStatusCode.NotFound, false, false),
            (stranger, HttpStatusCode.NotFound, HttpStatusCode.NotFound, false, false),
        })
        {
            using var browser = await application.GivenSignedInAsync(user);
            var list = await browser.GetAsync($"{address}/medlemmer");
            var set = await browser.GetAsync($"{address}/innstillinger");
            Assert.Equal((members, settings), (list.Status, set.Status));
            Assert.Equal(adds, list.Html.Contains("value=\"legg-til\"", StringComparison.Ordinal));
            Assert.Equal(owns, set.Html.Contains("value=\"slett\"", StringComparison.Ordinal));
        }
    }

    private async Task<(NetworkSite Site, Browser Browser, string Address)> GivenAsync(string page)
    {
        var site = await NetworkSite.GivenAsync(application);
        return (site, await application.GivenSignedInAsync(site.OwnerUser), $"{await site.AddressAsync()}/{page}");
    }

    private static NetworkMember Member(string name, string number) =>
        new(new(Guid.CreateVersion7()), name, number, PartyKind.Municipality);
}
