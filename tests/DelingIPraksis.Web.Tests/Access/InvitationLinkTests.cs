using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>A municipality's own link, a pair's link and a colleague's link: what they open, for whom, and for how long.</summary>
[Collection(AccessTogether.Name)]
public sealed class InvitationLinkTests(AccessApplication application)
{
    private InvitationLinks Links => application.Get<InvitationLinks>();

    [Fact]
    public async Task A_party_comes_in_by_its_own_link_days_ahead_and_looking_changes_nothing()
    {
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var stad = gathering.Seats[0].Party;
        var token = (await Links.OfPartiesAsync(gathering.Id, [stad]))[stad];
        var before = (await application.ReadAsync(gathering)).Sequence;
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/kom/{token}");
        Assert.Contains("Velkommen, Stad", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await application.ReadAsync(gathering)).Sequence);

        var answers = await Task.WhenAll(
            browser.SubmitAsync(page, "kom", ("navn", "Kari")),
            browser.SubmitAsync(page, "kom", ("navn", "Kari"))
        );
        Assert.All(answers, answer => Assert.Contains("/tavle/", answer.Location, StringComparison.Ordinal));
        Assert.Equal(before + 1, (await application.ReadAsync(gathering)).Sequence);
        Assert.Equal(2, (await application.ReadAsync(gathering)).People.Values.Count(person => person.Party == stad));
    }

    [Fact]
    public async Task The_same_party_has_the_same_link_until_it_is_renewed_and_the_database_opens_nothing()
    {
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var stad = gathering.Seats[0].Party;
        var token = (await Links.OfPartiesAsync(gathering.Id, [stad]))[stad];
        Assert.Equal(token, (await Links.OfPartiesAsync(gathering.Id, [stad]))[stad]);
        var rows = await application
            .Get<Database>()
            .ReadAsync(context => context.Set<Web.Access.InvitationLink>().Where(link => link.Gathering == gathering.Id).ToListAsync());
        Assert.All(rows, row => Assert.DoesNotContain(token, row.Sealed + row.TokenHash, StringComparison.Ordinal));

        var renewed = await Links.RenewAsync(gathering.Id, stad);
        Assert.Equal(renewed, (await Links.OfPartiesAsync(gathering.Id, [stad]))[stad]);
        using var browser = application.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/kom/{token}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/kom/{renewed}")).Status);
    }

    [Fact]
    public async Task A_link_of_a_party_that_is_withdrawn_or_was_never_there_says_so_calmly()
    {
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var bergen = new Id<Party>(Guid.NewGuid());
        await application.Web.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new Change.PartyInvited(bergen, "Bergen", null, PartyKind.Municipality, null)
        );
        var token = (await Links.OfPartiesAsync(gathering.Id, [bergen]))[bergen];
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PartyWithdrawn(bergen));
        using var browser = application.Browser();
        foreach (
            var address in new[]
            {
                $"/kom/{token}",
                "/kom/AAAAAAAAAAAAAAAAAAAAAA",
                "/kom/x",
                "/medarrangor/AAAAAAAAAAAAAAAAAAAAAA",
                $"/par/7K4M2QXR/{Guid.NewGuid():N}",
            }
        )
        {
            var page = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("Lenken virker ikke lenger", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pairs_link_lets_in_for_one_of_the_two()
    {
        var gathering = await application.Web.Rooms.GivenBoardAsync("Stad", "Arendal", "Bergen", "Asker");
        var code = await application.Get<JoinCodes>().IssueAsync(gathering.Id);
        var pair = (await application.ReadAsync(gathering)).Workshop.Pairs[0];
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/par/{code.Symbols}/{pair.Id}");
        Assert.Contains("Hvem er dere?", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Asker", page.Html, StringComparison.Ordinal);
        Assert.Contains(
            "/tavle/",
            (await browser.SubmitAsync(page, "kom", ("part", pair.Members[1].ToString()))).Location,
            StringComparison.Ordinal
        );
        var outsider = (await application.ReadAsync(gathering)).Workshop.Pairs[1].Members[0];
        Assert.Null((await browser.SubmitAsync(page, "kom", ("part", outsider.ToString()))).Location);
    }

    [Fact]
    public async Task A_colleague_makes_an_account_by_a_link_that_is_good_for_one()
    {
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var token = await Links.ForColleagueAsync(gathering.Id, Role.Facilitator);
        using var first = application.Browser();
        using var second = application.Browser();
        var (one, other) = (await first.GetAsync($"/medarrangor/{token}"), await second.GetAsync($"/medarrangor/{token}"));
        var made = await first.SubmitAsync(
            one,
            "ny-konto",
            ("navn", "Frode"),
            ("epost", $"{Guid.NewGuid():N}@ks.example"),
            ("passord", AccessApplication.Password)
        );
        Assert.Contains("/konsoll", made.Location, StringComparison.Ordinal);
        Assert.Equal([Role.Facilitator, Role.Organiser], (await application.ReadAsync(gathering)).Staff.Values.Order());

        var late = await second.SubmitAsync(
            other,
            "ny-konto",
            ("navn", "Lise"),
            ("epost", $"{Guid.NewGuid():N}@ks.example"),
            ("passord", AccessApplication.Password)
        );
        Assert.Null(late.Location);
        Assert.Equal(2, (await application.ReadAsync(gathering)).Staff.Count);
    }

    [Fact]
    public async Task Whoever_asks_by_a_colleagues_link_which_addresses_have_accounts_is_slowed()
    {
        var user = await application.GivenAccountAsync();
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var token = await Links.ForColleagueAsync(gathering.Id, Role.Facilitator);
        var limit = application.Get<SignInLimit>();
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/medarrangor/{token}");
        Task<Page> AskAsync(string email) =>
            browser.SubmitAsync(page, "ny-konto", ("navn", "Frode"), ("epost", email), ("passord", AccessApplication.Password));
        Assert.Contains("allerede en konto", (await AskAsync(user.Email!)).Html, StringComparison.Ordinal);
        // The turns of the link are used up by the tries so far and by those who wait.
        for (var miss = 0; miss < 1_000; miss++) limit.RecordFailure("colleague's link", token);
        var waiting = new List<Task<bool>>();
        while (waiting.TrueForAll(turn => !turn.IsCompletedSuccessfully || turn.Result))
            waiting.Add(limit.AdmitAsync("colleague's link", token));
        Assert.Contains("for mange ganger herfra", (await AskAsync($"{Guid.NewGuid():N}@ks.example")).Html, StringComparison.Ordinal);
        Assert.Single((await application.ReadAsync(gathering)).Staff);
    }

    // A phone writes the apostrophe of a text, a keyboard the straight one; both are the same person.
    [Fact]
    public async Task Whoever_has_an_apostrophe_in_the_address_makes_an_account_and_signs_in()
    {
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var token = await Links.ForColleagueAsync(gathering.Id, Role.Facilitator);
        var address = $"ola.d’angelo+{Guid.NewGuid():N}@stad.kommune.no";
        using var browser = application.Browser();
        var made = await browser.SubmitAsync(
            await browser.GetAsync($"/medarrangor/{token}"),
            "ny-konto",
            ("navn", "Ola"),
            ("epost", address),
            ("passord", AccessApplication.Password)
        );
        Assert.Contains("/konsoll", made.Location, StringComparison.Ordinal);
        foreach (var typed in new[] { address, address.Replace('’', '\''), $" <{address.ToUpperInvariant()}> " })
        {
            using var other = application.Browser();
            var signedIn = await other.SubmitAsync(
                await other.GetAsync("/logg-inn"),
                "logg-inn",
                ("epost", typed),
                ("passord", AccessApplication.Password)
            );
            Assert.Equal(HttpStatusCode.SeeOther, signedIn.Status);
        }
    }

    [Fact]
    public async Task A_slip_in_the_form_for_an_account_is_said_and_the_link_is_not_used_up()
    {
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var token = await Links.ForColleagueAsync(gathering.Id, Role.Observer);
        using var browser = application.Browser();
        var page = await browser.SubmitAsync(
            await browser.GetAsync($"/medarrangor/{token}"),
            "ny-konto",
            ("navn", "Frode"),
            ("epost", "ikke en adresse"),
            ("passord", "kort")
        );
        Assert.Contains("Skriv en hel e-postadresse", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Frode\"", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/medarrangor/{token}")).Status);
    }

    [Fact]
    public async Task An_organiser_who_opens_a_link_for_observers_stays_an_organiser()
    {
        var user = await application.GivenAccountAsync();
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        await application.Web.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new Change.StaffAppointed(new Id<User>(user.Id), Role.Organiser)
        );
        var token = await Links.ForColleagueAsync(gathering.Id, Role.Observer);
        using var browser = await application.GivenSignedInAsync(user);
        await browser.SubmitAsync(await browser.GetAsync($"/medarrangor/{token}"), "medarrangor");
        Assert.Equal(Role.Organiser, (await application.ReadAsync(gathering)).RoleOf(new Actor.Account(new Id<User>(user.Id))));
    }

    [Fact]
    public async Task What_is_downloaded_is_for_those_who_lead_and_follow()
    {
        var user = await application.GivenAccountAsync();
        var gathering = await application.Web.Rooms.GivenBoardAsync("Stad", "Arendal");
        var code = await application.Get<JoinCodes>().IssueAsync(gathering.Id);
        string[] files = ["kalender.ics", "qr.svg", "plan.json", "program", "invitasjon"];
        using var stranger = await application.GivenSignedInAsync(user);
        foreach (var file in files)
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/samling/{gathering.Id}/{file}")).Status);

        await application.Web.Rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new Change.StaffAppointed(new Id<User>(user.Id), Role.Organiser)
        );
        foreach (var file in files) Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"/samling/{gathering.Id}/{file}")).Status);
        Assert.Contains(
            $"/k/{code.Symbols}",
            (await stranger.GetAsync($"/samling/{gathering.Id}/kalender.ics")).Html.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("<title>QR-kode", (await stranger.GetAsync($"/samling/{gathering.Id}/qr.svg")).Html, StringComparison.Ordinal);
    }
}
