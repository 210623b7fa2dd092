using System.Net;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Tests.Access;

namespace DelingIPraksis.Web.Tests.Console;

/// <summary>Sheets of paper, one for each pair.</summary>
[Collection(AccessTogether.Name)]
public sealed class SheetsTests(AccessApplication application)
{
    [Fact]
    public async Task One_for_each_pair_with_both_names_and_one_with_room_for_names_before_there_are_pairs()
    {
        var user = await application.GivenAccountAsync();
        var owner = new Actor.Account(new(user.Id));
        var paired = await application.Web.Rooms.GivenBoardAsync("Stad", "Arendal", "Bergen", "Asker");
        var unpaired = await application.Web.Rooms.GivenGatheringAsync();
        foreach (var gathering in new[] { paired, unpaired })
            await application.Web.Rooms.MustKeepAsync(
                gathering.Id,
                gathering.Owner,
                new Change.StaffAppointed(owner.User, Role.Facilitator)
            );
        using var browser = await application.GivenSignedInAsync(user);
        var sheets = (await browser.GetAsync($"/samling/{paired.Id.Value}/ark")).Html;
        Assert.Equal(2, sheets.Split("class=\"paper\"").Length - 1);
        Assert.Contains("Stad + Arendal", sheets, StringComparison.Ordinal);
        Assert.Equal(1, (await browser.GetAsync($"/samling/{unpaired.Id.Value}/ark")).Html.Split("class=\"paper\"").Length - 1);
    }

    [Fact]
    public async Task Only_for_those_who_lead_or_follow()
    {
        var gathering = await application.Web.Rooms.GivenBoardAsync();
        using var other = await application.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/samling/{gathering.Id.Value}/ark")).Status);
        using var stranger = application.Browser();
        Assert.StartsWith(
            $"/{Addresses.SignIn}",
            (await stranger.GetAsync($"/samling/{gathering.Id.Value}/ark")).Location,
            StringComparison.Ordinal
        );
    }
}
