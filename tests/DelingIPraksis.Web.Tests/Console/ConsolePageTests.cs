using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

public sealed class ConsolePageTests : ConsoleContext
{
    [Fact]
    public void One_without_a_role_finds_nothing_here()
    {
        var notFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound = true;
        var page = Open(TestData.At(PhaseKind.Board, 2), new Actor.Account(TestData.User(99)));
        Assert.True(notFound);
        Assert.Empty(page.FindAll("h1"));
    }

    [Fact]
    public void Says_how_many_pairs_are_at_work_where_they_are_and_the_code()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2, 3));
        Assert.Equal("2 par i gang", page.Find("h1").TextContent);
        Assert.Contains("Barrierer og muligheter · 0 av 5 er her nå · 0 lapper", page.Find(".sub").TextContent, StringComparison.Ordinal);
        Assert.Equal("7K4M 2QXR", page.Find(".code").TextContent);
    }

    [Fact]
    public void An_observer_sees_the_same_and_has_nothing_to_press_that_changes_anything()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2), TestData.Observer);
        Assert.Contains("observatør", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("textarea, select:not(#pair-order)"));
        Assert.All(
            page.FindAll("button:not([aria-controls^=tool]):not([aria-keyshortcuts='?'])"),
            button => Assert.Contains(button.TextContent.Trim().Split(' ')[0], (string[])["Les", "Vis"])
        );
    }

    [Fact]
    public async Task Before_there_are_pairs_it_proposes_them_and_an_observer_waits()
    {
        Assert.NotEmpty(Open(TestData.Planned(4, 4)).FindAll(".pairing"));
        Assert.Empty(OpenAgain(TestData.Observer).FindAll(".pairing"));
        await DoAsync(TestData.Organiser, new WorkshopPlanned("nytt tema", PhasePlans.Brief));
    }

    [Fact]
    public void Presence_is_counted_for_each_party()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2));
        using var first = Presence.Enter(TestData.Id, TestData.Person(0), TestData.Party(0));
        Settle();
        page.WaitForAssertion(() => Assert.Contains("1 + 0", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("Ingen er her fra Arendal nå", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_is_read_beside_and_what_is_private_stays_so()
    {
        var page = Open(TestData.At(PhaseKind.Writing, 2));
        await DoAsync(TestData.From(0), new TextWritten(TextField.Challenge, "Hemmelig utfordring", 0));
        await page.InvokeAsync(() => Button(page, "Les").ClickAsync());
        Assert.DoesNotContain("Hemmelig", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Ikke presentert ennå", page.Find("#reading").TextContent, StringComparison.Ordinal);
        await DoAsync(TestData.Facilitator, new PhaseEntered(1, 2));
        page.WaitForAssertion(() => Assert.Contains("Hemmelig utfordring", page.Find("#reading").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#reading button[aria-keyshortcuts=Escape]").ClickAsync());
        Assert.Empty(page.FindAll("#reading"));
    }

    [Fact]
    public async Task Notes_appear_in_what_is_read_with_who_wrote_them()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2));
        await page.InvokeAsync(() => Button(page, "Les").ClickAsync());
        await DoAsync(TestData.From(1), new NoteAdded(TestData.Note(1), NoteKind.Barrier, "Mangler lager"));
        page.WaitForAssertion(() =>
            Assert.Contains("Mangler lager", page.Find("#reading .note-barrier").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Arendal", page.Find("#reading .note-barrier .by").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_help_comes_first_is_said_aloud_and_is_answered_without_entering()
    {
        var said = new List<string>();
        var page = Open(TestData.At(PhaseKind.Board, 2, 2));
        Services.GetRequiredService<Announcer>().Announced += said.Add;
        await DoAsync(TestData.From(2), new HelpAsked(HelpReason.Unsure));
        page.WaitForAssertion(() =>
            Assert.StartsWith("Kristiansand + Bergen", page.Find("tbody tr th").TextContent.Trim(), StringComparison.Ordinal)
        );
        Assert.Contains(
            "Kristiansand ber om hjelp: usikre på oppgaven",
            page.Find("tbody tr.is-asking").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(["Kristiansand ber om hjelp: usikre på oppgaven."], said);
        await page.InvokeAsync(() => page.Find(".queue button[aria-keyshortcuts=H]").ClickAsync());
        Assert.NotEmpty(page.FindAll("#reading .asking"));
        await page.InvokeAsync(() => Button(page, "Ferdig hjulpet Kristiansand").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".queue")));
        Assert.Contains(new HelpAnswered(TestData.Party(2)), Rooms.Asked);
    }

    [Fact]
    public async Task The_group_work_is_ended_only_when_one_is_sure_and_can_be_opened_again()
    {
        var dialogs = Render<MudDialogProvider>();
        var page = Open(TestData.At(PhaseKind.Summary, 2));
        Button(page, "Avslutt gruppearbeidet").Click();
        dialogs.WaitForElement(".mud-dialog");
        await Button(dialogs, "Avbryt").ClickAsync();
        Assert.DoesNotContain(new WorkshopClosed(), Rooms.Asked);
        Button(page, "Avslutt gruppearbeidet").Click();
        dialogs.WaitForElement(".mud-dialog");
        await Button(dialogs, "Avslutt").ClickAsync(new());
        Settle();
        page.WaitForAssertion(() => Assert.Equal("Ferdig: 1 par", page.Find("h1").TextContent));
        await page.InvokeAsync(() => Button(page, "Åpne igjen").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.Equal("1 par i gang", page.Find("h1").TextContent));
    }
}
