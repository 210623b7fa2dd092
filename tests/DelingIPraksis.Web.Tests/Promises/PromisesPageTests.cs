using System.Net;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using static DelingIPraksis.Domain.Gatherings.Change;
using Browser = DelingIPraksis.Web.Tests.Access.Browser;

namespace DelingIPraksis.Web.Tests.Promises;

/// <summary>The page of promises for those who organise: the figures, the reminders to copy, and what each party has promised.</summary>
[Collection(AccessTogether.Name)]
public sealed class PromisesPageTests(AccessApplication application)
{
    [Fact]
    public async Task The_organiser_reads_the_figures_the_letters_and_what_each_has_promised()
    {
        var (gathering, organiser) = await GivenAsync();
        using (organiser)
        {
            var page = await organiser.GetAsync(Addresses.Promises(gathering.Id));
            Assert.Contains("2 løfter fra 2 deltakere", page.Html, StringComparison.Ordinal);
            Assert.Equal(["2", "0", "0", "1", "1"], CellsOf(page));
            Assert.Contains("Hei Stad", page.Html, StringComparison.Ordinal);
            Assert.Contains("• Kartlegge lagerplass", page.Html, StringComparison.Ordinal);
            Assert.Contains("1. mars 2099 · vitne: Arendal · Lagt bort", page.Html, StringComparison.Ordinal);
            Assert.Contains("Budsjettet røk", page.Html, StringComparison.Ordinal);
            // The link in the letter opens the party's own page.
            var link = System.Text.RegularExpressions.Regex.Match(page.Html, "/etter/[A-Za-z0-9_-]+").Value;
            using var phone = application.Browser();
            Assert.Contains("Dette lovte dere", (await phone.GetAsync(link)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_address_is_told_beside_it_and_the_right_ones_are_stored()
    {
        var (gathering, organiser) = await GivenAsync();
        using (organiser)
        {
            var page = await organiser.GetAsync(Addresses.Promises(gathering.Id));
            var (stad, arendal) = (gathering.Seats[0].Party, gathering.Seats[1].Party);
            var answer = await organiser.SubmitAsync(
                page, "brev", ($"epost-{stad}", "post(a)stad"), ($"epost-{arendal}", "post@arendal.example"), ("gjor", "lagre"));
            Assert.Contains("«post(a)stad» ser ikke ut som en e-postadresse.", answer.Html, StringComparison.Ordinal);
            Assert.Contains("value=\"post(a)stad\"", answer.Html, StringComparison.Ordinal);
            page = await organiser.GetAsync(Addresses.Promises(gathering.Id));
            Assert.Contains("value=\"post@arendal.example\"", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("post(a)stad", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_new_link_ends_the_one_that_was_sent()
    {
        var (gathering, organiser) = await GivenAsync();
        using (organiser)
        {
            var page = await organiser.GetAsync(Addresses.Promises(gathering.Id));
            var old = System.Text.RegularExpressions.Regex.Match(page.Html, "/etter/[A-Za-z0-9_-]+").Value;
            var answer = await organiser.SubmitAsync(page, "brev", ("gjor", $"lenke/{gathering.Seats[0].Party}"));
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
            using var phone = application.Browser();
            Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync(old)).Status);
            Assert.DoesNotContain(old, (await organiser.GetAsync(Addresses.Promises(gathering.Id))).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_leads_reads_the_promises_and_no_letter_and_a_stranger_finds_no_page()
    {
        var (gathering, organiser) = await GivenAsync();
        organiser.Dispose();
        var user = await application.GivenAccountAsync();
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new StaffAppointed(new(user.Id), Role.Facilitator));
        using var facilitator = await application.GivenSignedInAsync(user);
        var page = await facilitator.GetAsync(Addresses.Promises(gathering.Id));
        Assert.Contains("Kartlegge lagerplass", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/etter/", page.Html, StringComparison.Ordinal);
        using var stranger = await application.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Addresses.Promises(gathering.Id))).Status);
    }

    private async Task<(TestGathering Gathering, Browser Organiser)> GivenAsync()
    {
        var gathering = await application.Web.Rooms.GivenBoardAsync();
        var (rooms, stad, arendal) = (application.Web.Rooms, gathering.Seats[0], gathering.Seats[1]);
        var board = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Board);
        var last = PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Summary);
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new PhaseEntered(board, last));
        var promise = new Id<Promise>(Guid.CreateVersion7());
        await rooms.MustKeepAsync(
            gathering.Id, stad.Actor, new PromisePut(promise, new("Kartlegge lagerplass", "Rektor", new(2099, 3, 1))));
        await rooms.MustKeepAsync(gathering.Id, arendal.Actor, new PromiseWitnessed(stad.Party, promise, IsWitness: true));
        await rooms.MustKeepAsync(
            gathering.Id, arendal.Actor, new PromisePut(new(Guid.CreateVersion7()), new("Kreve ombruk i planen", "Plansjefen", null)));
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new WorkshopClosed());
        await rooms.MustKeepAsync(gathering.Id, stad.Actor, new PromiseAnswered(promise, PromiseState.Dropped, "Budsjettet røk"));
        var email = $"{gathering.Owner.User}@nettverket.example";
        await application.Web.MakeAccountAsync(gathering.Owner, email, AccessApplication.Password);
        return (gathering, await application.GivenSignedInAsync(new AppUser { Email = email }));
    }

    private static IEnumerable<string> CellsOf(Page page) => System.Text.RegularExpressions.Regex
        .Matches(page.Html, "<td class=\"num figure\"[^>]*>([^<]*)</td>").Select(cell => cell.Groups[1].Value);
}
