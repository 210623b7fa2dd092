using System.Net;
using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Tests.Access;

[Collection(AccessTogether.Name)]
public sealed class ReentryTests(AccessApplication application)
{
    [Fact]
    public async Task Another_device_becomes_the_same_person_by_her_own_link()
    {
        using var laptop = application.Browser();
        var (_, person) = await GivenSeatAsync(laptop);
        var link = await MakeLinkAsync(laptop, person);
        using var phone = application.Browser();
        var page = await phone.GetAsync(link);
        Assert.Contains("Fortsett som Stad (Anne)", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(phone.Cookies, cookie => cookie.Name == "deltaker");

        var entered = await phone.SubmitAsync(page, "inn");

        Assert.Equal(
            (HttpStatusCode.SeeOther, $"/tavle/{person}"),
            (entered.Status, new Uri(entered.Address, entered.Location).AbsolutePath)
        );
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync($"/tavle/{person}/min-lenke")).Status);
    }

    [Fact]
    public async Task A_link_works_many_times_until_a_newer_one_is_made_or_it_is_revoked()
    {
        using var laptop = application.Browser();
        var (_, person) = await GivenSeatAsync(laptop);
        var old = await MakeLinkAsync(laptop, person);
        for (var time = 0; time < 3; time++) Assert.Equal(HttpStatusCode.OK, (await laptop.GetAsync(old)).Status);

        var newer = await MakeLinkAsync(laptop, person);
        Assert.Equal(HttpStatusCode.NotFound, (await laptop.GetAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await laptop.GetAsync(newer)).Status);

        await application.Get<ReentryLinks>().RevokeAsync(person);
        var gone = await laptop.GetAsync(newer);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Contains("Lenken virker ikke lenger", gone.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_somebody_who_has_been_shown_out_opens_nothing()
    {
        using var laptop = application.Browser();
        var (gathering, person) = await GivenSeatAsync(laptop);
        var link = await MakeLinkAsync(laptop, person);
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PersonShownOut(person));
        Assert.Equal(HttpStatusCode.NotFound, (await laptop.GetAsync(link)).Status);
    }

    [Fact]
    public async Task Nobody_gets_the_link_of_another()
    {
        using var owner = application.Browser();
        var (_, person) = await GivenSeatAsync(owner);
        using var other = application.Browser();
        await GivenSeatAsync(other);
        foreach (var browser in new[] { other, application.Browser() })
            using (browser)
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/tavle/{person}/min-lenke")).Status);
    }

    [Fact]
    public async Task Only_the_hash_of_a_link_is_kept()
    {
        using var laptop = application.Browser();
        var (_, person) = await GivenSeatAsync(laptop);
        var token = (await MakeLinkAsync(laptop, person)).Split('/')[^1];
        Assert.Equal(22, token.Length);
        var hash = await application
            .Get<Database>()
            .ReadAsync(context =>
                context.Set<Web.Storage.ReentryLink>().Where(link => link.Person == person).Select(link => link.TokenHash).SingleAsync()
            );
        Assert.Equal(LinkToken.Hash(token), hash);
        Assert.DoesNotContain(token, hash, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA%01")]
    public async Task A_link_that_never_was_gets_the_calm_page(string token)
    {
        using var browser = application.Browser();
        var page = await browser.GetAsync($"/inn/{token}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Lenken virker ikke lenger", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_tokens_are_a_million_different_ones() =>
        Assert.Equal(1_000_000, Enumerable.Range(0, 1_000_000).Select(_ => LinkToken.Make()).ToHashSet().Count);

    private async Task<(TestGathering Gathering, Id<Person> Person)> GivenSeatAsync(Browser browser)
    {
        var (gathering, code) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        var joined = await browser.SubmitAsync(
            await browser.GetAsync($"/k/{code.Symbols}"),
            "bli-med",
            ("kommune", gathering.Seats[0].Party.ToString()),
            ("navn", "Anne")
        );
        return (gathering, Id<Person>.Parse(joined.Location!.Split('/')[^1], null));
    }

    private static async Task<string> MakeLinkAsync(Browser browser, Id<Person> person)
    {
        var page = await browser.SubmitAsync(await browser.GetAsync($"/tavle/{person}/min-lenke"), "min-lenke");
        Assert.Contains("<svg class=\"qr\"", page.Html, StringComparison.Ordinal);
        return new Uri(Regex.Match(page.Html, "data-text=\"([^\"]+)\"").Groups[1].Value).AbsolutePath;
    }
}
