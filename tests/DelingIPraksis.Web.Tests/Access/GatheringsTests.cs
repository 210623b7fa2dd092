using System.Text.RegularExpressions;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;

namespace DelingIPraksis.Web.Tests.Access;

[Collection(AccessTogether.Name)]
public sealed class GatheringsTests(AccessApplication application)
{
    private static readonly (string Name, string Value)[] Good =
    [
        ("tittel", "Samling <b>på Stad</b>"),
        ("nettverk", "Kortreist Kvalitet"),
        ("dato", "2027-06-07"),
        ("vertskap", "Stad kommune"),
        ("sted", "Nordfjordeid"),
        ("tema", "sirkulærøkonomi"), ("mal", "WithoutPresentation"), ("deltakere", "Stad\nArendal\n3222 Lørenskog"),
    ];

    [Fact]
    public async Task An_organiser_makes_a_gathering_from_nothing_and_a_stranger_joins_it()
    {
        var user = await application.GivenAccountAsync();
        using var organiser = await application.GivenSignedInAsync(user);

        var made = await organiser.SubmitAsync(await organiser.GetAsync("/samlinger"), "ny-samling", Good);

        var id = Regex.Match(made.Location!, "/samling/([0-9a-f]{32})/konsoll").Groups[1].Value;
        var gathering = await application.Web.Rooms.ReadAsync(Id<Gathering>.Parse(id, null));
        Assert.Equal(["Stad", "Arendal", "Lørenskog"], gathering.PartiesInOrder.Select(party => party.Name.Value));
        Assert.Equal((6, "sirkulærøkonomi"), (gathering.Workshop.Plan.Count, gathering.Workshop.Theme.Value));
        Assert.Equal(Role.Organiser, gathering.RoleOf(new Actor.Account(new Id<User>(user.Id))));

        var list = await organiser.GetAsync("/samlinger");
        Assert.Contains("Samling <b>på Stad</b>", list.Html, StringComparison.Ordinal);
        Assert.Contains($"\"samling/{id}/konsoll", list.Html, StringComparison.Ordinal);
        var code = Regex.Match(list.Html, "class=\"code\"[^>]*>([^<]+)<").Groups[1].Value;
        Assert.True(DoorCode.TryParse(code, out var door));
        using var stranger = application.Browser();
        Assert.Contains("Hvor kommer du fra?", (await stranger.GetAsync($"/k/{door.Symbols}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_gathering()
    {
        using var organiser = await application.GivenSignedInAsync();
        var form = await organiser.GetAsync("/samlinger");
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => organiser.SubmitAsync(form, "ny-samling", Good)));
        Assert.Single(made.Select(page => page.Location).Distinct());
        Assert.Single(Regex.Matches((await organiser.GetAsync("/samlinger")).Html, "class=\"what\""), _ => true);
    }

    [Fact]
    public async Task A_slip_is_said_beside_its_field_and_nothing_is_lost()
    {
        using var organiser = await application.GivenSignedInAsync();
        var form = await organiser.GetAsync("/samlinger");
        var page = await organiser.SubmitAsync(
            form,
            "ny-samling",
            [.. Good.Select(field => field.Name == "dato" ? ("dato", "20021-06-07") : field)]
        );
        Assert.Contains("Bruk et år mellom 2000 og 2100.", page.Html, StringComparison.Ordinal);
        Assert.Contains("type=\"text\" value=\"20021-06-07\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Kortreist Kvalitet\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("3222 Lørenskog</textarea>", page.Html, StringComparison.Ordinal);
        Assert.Matches("value=\"WithoutPresentation\" checked", page.Html);

        Assert.Contains("/konsoll", (await organiser.SubmitAsync(page, "ny-samling", Good)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organiser_sees_only_her_own_gatherings()
    {
        var (gathering, _) = await application.GivenOpenDoorAsync("Stad", "Arendal");
        using var organiser = await application.GivenSignedInAsync();
        Assert.DoesNotContain(gathering.Id.ToString(), (await organiser.GetAsync("/samlinger")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_reports_stand_on_the_front_page()
    {
        var gathering = await application.Web.Rooms.GivenBoardAsync("Stad", "Arendal");
        var point = new DelingIPraksis.Domain.Synthesis.Point(
            new(Guid.NewGuid()),
            DelingIPraksis.Domain.GroupWork.NoteKind.Barrier,
            "Ingen eier ombruket",
            []
        );
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PointPut(point));
        using var browser = application.Browser();
        Assert.DoesNotContain(gathering.Id.ToString(), (await browser.GetAsync("/")).Html, StringComparison.Ordinal);
        await application.Web.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.ReportPublished());
        Assert.Matches("href=\"rapporter/provesamling-2026", (await browser.GetAsync("/")).Html);
    }
}
