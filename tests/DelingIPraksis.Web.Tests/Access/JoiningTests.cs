using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Joining;

namespace DelingIPraksis.Web.Tests.Access;

[Collection(AccessTogether.Name)]
public sealed class JoiningTests(AccessApplication application)
{
    [Fact]
    public async Task Leads_from_a_code_on_the_front_page_to_the_board()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        Assert.Contains("action=\"bli-med\"", (await browser.GetAsync("/")).Html, StringComparison.Ordinal);
        var page = await browser.GetAsync($"/bli-med?kode={code.Symbols[..4].ToLowerInvariant()}+-+{code.Symbols[4..]}");
        Assert.Contains("Prøvesamling", page.Html, StringComparison.Ordinal);
        Assert.Contains("Før du skriver noe", page.Html, StringComparison.Ordinal);

        var joined = await JoinAsync(browser, page, gathering.Seats[0], "Anne");

        Assert.Equal(HttpStatusCode.SeeOther, joined.Status);
        var person = PersonOf(joined);
        Assert.Equal(gathering.Seats[0].Party, (await application.ReadAsync(gathering)).People[person].Party);
        Assert.Equal("Anne", (await application.Get<IPeople>().NamesAsync(gathering.Id))[person]);
        var cookie = Assert.Single(browser.Cookies, cookie => cookie.Name == "deltaker");
        Assert.True(cookie.HttpOnly);
    }

    [Fact]
    public async Task Reading_changes_nothing_however_often_it_is_done()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var before = (await application.ReadAsync(gathering)).Sequence;
        using var browser = application.Browser();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
            foreach (
                var path in new[]
                {
                $"/k/{code.Symbols}",
                $"/bli-med?kode={code.Symbols}&kommune={gathering.Seats[0].Party}&navn=Anne&_handler=bli-med",
                }
            )
                await browser.SendAsync(new HttpRequestMessage(method, path));
        Assert.Equal(before, (await application.ReadAsync(gathering)).Sequence);
        Assert.DoesNotContain(browser.Cookies, cookie => cookie.Name == "deltaker");
    }

    [Fact]
    public async Task The_same_browser_again_for_the_same_party_is_the_same_person()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var first = PersonOf(await JoinAsync(browser, code, gathering.Seats[0], "Anne"));
        var page = await browser.GetAsync($"/k/{code.Symbols}");
        Assert.Contains("Fortsett som Stad (Anne)", page.Html, StringComparison.Ordinal);
        var people = (await application.ReadAsync(gathering)).People.Count;

        Assert.Equal(first, PersonOf(await JoinAsync(browser, page, gathering.Seats[0], "Anne Berit")));

        Assert.Equal(people, (await application.ReadAsync(gathering)).People.Count);
        Assert.Equal("Anne Berit", (await application.Get<IPeople>().NamesAsync(gathering.Id))[first]);
    }

    [Fact]
    public async Task The_same_browser_may_play_another_party_too()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/k/{code.Symbols}");
        var stad = PersonOf(await JoinAsync(browser, page, gathering.Seats[0]));
        // The second window had its form open before the first one joined, and must not lose it.
        var arendal = PersonOf(await JoinAsync(browser, page, gathering.Seats[1]));
        Assert.NotEqual(stad, arendal);
        foreach (var person in new[] { stad, arendal })
            Assert.NotEqual(HttpStatusCode.NotFound, (await browser.GetAsync($"/tavle/{person}/min-lenke")).Status);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_at_once_is_one_person()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/k/{code.Symbols}");
        var before = (await application.ReadAsync(gathering)).People.Count;
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => JoinAsync(browser, page, gathering.Seats[0])));
        Assert.Single(answers.Select(PersonOf).Distinct());
        Assert.Equal(before + 1, (await application.ReadAsync(gathering)).People.Count);
    }

    [Theory]
    [InlineData("", "Skriv koden først.")]
    [InlineData("AB", "Dette ser ikke ut som en hel kode")]
    [InlineData("ZZZZ ZZZZ", "Vi finner ingen samling med denne koden")]
    public async Task Says_beside_the_field_what_is_wrong_with_a_code_and_keeps_it(string typed, string sentence)
    {
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/bli-med?kode={Uri.EscapeDataString(typed)}");
        Assert.Contains(sentence, page.Html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page.Html, StringComparison.Ordinal);
        if (typed.Length > 0) Assert.Contains($"value=\"{typed}\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_code_and_the_code_of_a_deleted_gathering_get_the_same_answer_as_an_unknown_one()
    {
        var (gathering, old) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        await application.Get<JoinCodes>().IssueAsync(gathering.Id);
        var gone = await application.Get<JoinCodes>().IssueAsync(new Id<Gathering>(Guid.NewGuid()));
        using var browser = application.Browser();
        foreach (var code in new[] { old, gone, DoorCode.Make() })
            Assert.Contains(
                "Vi finner ingen samling med denne koden",
                (await browser.GetAsync($"/k/{code.Symbols}")).Html,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task A_form_that_was_open_when_the_code_was_replaced_lets_nobody_new_in_and_keeps_what_was_written()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var open = await browser.GetAsync($"/k/{code.Symbols}");
        var before = (await application.ReadAsync(gathering)).People.Count;
        await application.Get<JoinCodes>().IssueAsync(gathering.Id);

        var refused = await JoinAsync(browser, open, gathering.Seats[0], "Anne");

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Koden er byttet ut.", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Anne\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await application.ReadAsync(gathering)).People.Count);
    }

    [Fact]
    public async Task Whoever_was_shown_out_knocks_from_the_same_browser_also_at_an_open_door()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var person = PersonOf(await JoinAsync(browser, code, gathering.Seats[0]));
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PersonShownOut(person));
        Assert.Contains("Bank på", (await browser.GetAsync($"/k/{code.Symbols}")).Html, StringComparison.Ordinal);
        var waiting = WaitingOf(await JoinAsync(browser, code, gathering.Seats[1]));
        Assert.DoesNotContain(waiting, (await application.ReadAsync(gathering)).People.Keys);
        // Another browser comes in as before.
        using var other = application.Browser();
        PersonOf(await JoinAsync(other, code, gathering.Seats[1]));
    }

    [Fact]
    public async Task A_closed_door_is_said_and_what_was_written_is_kept()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var open = await browser.GetAsync($"/k/{code.Symbols}");
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.DoorSet(false));

        Assert.Contains("Døra er lukket", (await browser.GetAsync($"/k/{code.Symbols}")).Html, StringComparison.Ordinal);
        var refused = await JoinAsync(browser, open, gathering.Seats[0], "Anne");

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Døra er lukket", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Anne\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookies, cookie => cookie.Name == "deltaker");
        Assert.DoesNotContain("Anne", (await application.Get<IPeople>().NamesAsync(gathering.Id)).Values);
    }

    [Fact]
    public async Task At_a_guarded_door_one_waits_once_and_is_in_when_let_in()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.DoorSet(true, Guarded: true));
        using var browser = application.Browser();
        var person = WaitingOf(await JoinAsync(browser, code, gathering.Seats[0], "Anne"));
        // Back, and another municipality: the same person, and one place in the line.
        Assert.Equal(person, WaitingOf(await JoinAsync(browser, code, gathering.Seats[1], "Anne")));
        var now = await application.ReadAsync(gathering);
        Assert.Equal(gathering.Seats[1].Party, Assert.Single(now.Knocks).Value.Party);
        Assert.Equal("Anne", (await application.Get<IPeople>().NamesAsync(gathering.Id))[person]);
        Assert.Contains("Du har banket på", (await browser.GetAsync($"/venter/{person}")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/tavle/{person}/min-lenke")).Status);

        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PersonAdmitted(person));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/tavle/{person}/min-lenke")).Status);
        using var stranger = application.Browser();
        Assert.DoesNotContain("Prøvesamling", (await stranger.GetAsync($"/venter/{person}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_pressed_the_wrong_municipality_moves_by_herself_while_the_door_is_open()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var person = PersonOf(await JoinAsync(browser, code, gathering.Seats[0], "Anne"));
        var page = await browser.GetAsync($"/tavle/{person}/bytt");
        Assert.Contains("Du er her for Stad.", page.Html, StringComparison.Ordinal);

        var moved = await browser.SubmitAsync(page, "bytt", ("kommune", gathering.Seats[1].Party.ToString()));

        Assert.Equal(person, PersonOf(moved));
        Assert.Equal(gathering.Seats[1].Party, (await application.ReadAsync(gathering)).People[person].Party);
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.DoorSet(false));
        var closed = await browser.GetAsync($"/tavle/{person}/bytt");
        Assert.Contains("Be den som leder samlingen om å flytte deg.", closed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"bytt\"", closed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_when_the_group_work_runs_is_led_to_a_board_that_tells_what_has_happened()
    {
        var gathering = await application.Web.Rooms.GivenBoardAsync("Stad", "Arendal");
        var code = await application.Get<JoinCodes>().IssueAsync(gathering.Id);
        using var browser = application.Browser();
        Assert.EndsWith("?sein=1", (await JoinAsync(browser, code, gathering.Seats[0])).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_pasted_with_a_break_stands_on_one_line()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        await JoinAsync(browser, code, gathering.Seats[1], "Kari\u000BNordmann");
        Assert.Contains("Kari Nordmann", (await application.Get<IPeople>().NamesAsync(gathering.Id)).Values);
    }

    [Fact]
    public async Task A_name_of_five_hundred_letters_is_refused_beside_its_field_and_kept()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var name = new string('å', 500);
        var refused = await JoinAsync(browser, code, gathering.Seats[1], name);
        Assert.Contains("Navnet kan ha høyst 120 tegn, dette har 500.", refused.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", refused.Html, StringComparison.Ordinal);
        Assert.Matches($"value=\"{gathering.Seats[1].Party}\" checked", refused.Html);

        Assert.Equal(HttpStatusCode.SeeOther, (await JoinAsync(browser, refused, gathering.Seats[1], name[..120])).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not-a-party")]
    [InlineData("00000000000000000000000000000000")]
    public async Task Asks_for_a_party_when_none_of_the_list_was_chosen(string party)
    {
        var (_, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var page = await browser.SubmitAsync(await browser.GetAsync($"/k/{code.Symbols}"), "bli-med", ("kommune", party), ("navn", "Anne"));
        Assert.Contains("Velg hvem du er her for.", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Anne\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_joins_nobody()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var before = (await application.ReadAsync(gathering)).Sequence;
        using var form = new FormUrlEncodedContent([new("_handler", "bli-med"), new("kommune", gathering.Seats[0].Party.ToString())]);
        var page = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/k/{code.Symbols}") { Content = form });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(before, (await application.ReadAsync(gathering)).Sequence);
    }

    [Fact]
    public async Task A_form_for_a_gathering_that_is_gone_leads_back_to_the_code()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/k/{code.Symbols}");
        var gone = page with
        {
            Html = page.Html.Replace(
                Ticket(page),
                application.Get<JoinTicket>().Issue(new Id<Gathering>(Guid.NewGuid())),
                StringComparison.Ordinal
            ),
        };
        var answer = await JoinAsync(browser, gone, gathering.Seats[0]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("/bli-med?kode=", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_been_shown_out_has_no_seat_any_more()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var browser = application.Browser();
        var person = PersonOf(await JoinAsync(browser, code, gathering.Seats[0]));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/tavle/{person}/min-lenke")).Status);
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PersonShownOut(person));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/tavle/{person}/min-lenke")).Status);
    }

    [Fact]
    public async Task A_thousand_people_in_one_hall_are_let_in()
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var first = application.Browser();
        var page = await first.GetAsync($"/k/{code.Symbols}");
        var before = (await application.ReadAsync(gathering)).People.Count;

        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, _) =>
        {
            using var phone = first.Beside();
            PersonOf(
                await JoinAsync(
                    phone,
                    page with
                    {
                        Html = page.Html.Replace(
                            Ticket(page),
                            application.Get<JoinTicket>().Issue(gathering.Id, code: code),
                            StringComparison.Ordinal
                        ),
                    },
                    gathering.Seats[0]
                )
            );
        });

        Assert.Equal(1_000, (await application.ReadAsync(gathering)).People.Count - before);
    }

    private static Id<Person> PersonOf(Page joined)
    {
        Assert.Equal(HttpStatusCode.SeeOther, joined.Status);
        var path = new Uri(joined.Address, joined.Location).AbsolutePath;
        Assert.StartsWith("/tavle/", path, StringComparison.Ordinal);
        return Id<Person>.Parse(path["/tavle/".Length..], null);
    }

    private static Id<Person> WaitingOf(Page knocked)
    {
        Assert.Equal(HttpStatusCode.SeeOther, knocked.Status);
        var path = new Uri(knocked.Address, knocked.Location).AbsolutePath;
        Assert.StartsWith("/venter/", path, StringComparison.Ordinal);
        return Id<Person>.Parse(path["/venter/".Length..], null);
    }

    private static string Ticket(Page page) =>
        System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"billett\" value=\"([^\"]*)\"").Groups[1].Value;

    private static async Task<Page> JoinAsync(Browser browser, DoorCode code, TestSeat seat, string name = "") =>
        await JoinAsync(browser, await browser.GetAsync($"/k/{code.Symbols}"), seat, name);

    private static Task<Page> JoinAsync(Browser browser, Page page, TestSeat seat, string name = "") =>
        browser.SubmitAsync(page, "bli-med", ("kommune", seat.Party.ToString()), ("navn", name));
}
