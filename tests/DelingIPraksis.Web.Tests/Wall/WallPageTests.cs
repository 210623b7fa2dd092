using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Tests.Console;
using DelingIPraksis.Web.Wall;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Wall;

public sealed class WallPageTests : ConsoleContext
{
    [Theory]
    [InlineData(null)]
    [InlineData("7K4M 2QXS")]
    [InlineData("noe helt annet")]
    public void A_stranger_without_the_code_finds_nothing(string? code)
    {
        var page = Stand(Told.At(PhaseKind.Board, 2), code, out var notFound);
        Assert.True(notFound());
        Assert.Empty(page.FindAll(".wall"));
    }

    [Theory]
    [InlineData("7K4M2QXR")]
    [InlineData("7k4m-2qxr")]
    public void The_code_is_enough_however_it_is_written(string code)
    {
        var page = Stand(Told.At(PhaseKind.Board, 2, 3), code, out var notFound);
        Assert.False(notFound());
        Assert.Equal("Barrierer og muligheter", page.Find("h1").TextContent);
        Assert.Equal("Hva står i veien, og hva kan åpne seg?", page.Find("#question").TextContent);
        Assert.Contains("Steg 5 av 8", page.Markup, StringComparison.Ordinal);
        Assert.Contains("7K4M 2QXR", page.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.Contains("0 av 2 par har skrevet", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Stad +", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Arendal", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_are_counted_and_never_quoted_and_what_changes_no_figure_draws_nothing()
    {
        var page = Stand(Told.At(PhaseKind.Board, 2), "7K4M2QXR", out _);
        await DoAsync(Told.From(0), new NoteAdded(Told.Note(1), NoteKind.Opportunity, "Felles lager"));
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".kind-opportunity b").TextContent));
        Assert.Contains("1 av 1 par har skrevet", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Felles lager", page.Markup, StringComparison.Ordinal);
        var before = page.RenderCount;
        await DoAsync(Told.From(0), new NoteEdited(Told.Note(1), "Felles lager på kaia", 0));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(before, page.RenderCount);
    }

    [Fact]
    public async Task The_facilitator_puts_the_notes_on_the_wall_turns_the_slide_and_takes_one_away()
    {
        var wall = Stand(Told.At(PhaseKind.Board, 2), "7K4M2QXR", out _);
        var console = OpenAgain();
        foreach (var note in Enumerable.Range(1, 4)) await DoAsync(Told.From(0), new NoteAdded(Told.Note(note), NoteKind.Barrier, $"Lapp {note}"));
        console.Find("[aria-keyshortcuts=W]").Change(true);
        Time.Advance(TimeSpan.FromSeconds(1));
        wall.WaitForAssertion(() => Assert.Equal(["Lapp 4", "Lapp 3", "Lapp 2"], wall.FindAll(".wall-note .words").Select(words => words.TextContent)));
        console.WaitForAssertion(() => Assert.True(HasButton(console, "Skjul")));
        Button(console, "Skjul").Click();
        Time.Advance(TimeSpan.FromSeconds(1));
        wall.WaitForAssertion(() => Assert.Equal(["Lapp 3", "Lapp 2", "Lapp 1"], wall.FindAll(".wall-note .words").Select(words => words.TextContent)));
        Assert.DoesNotContain("Stad", wall.Find(".slide").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void While_people_come_the_picture_of_the_code_is_large()
    {
        var page = Stand(Told.Planned(4, 3), "7K4M2QXR", out _);
        Assert.Equal("Velkommen", page.Find("h1").TextContent);
        Assert.Contains("3 av 4 er her", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".picture .qr"));
    }

    [Fact]
    public void A_closed_door_shows_no_code_and_the_end_is_told()
    {
        var closed = Stand(Told.Fold(Told.At(PhaseKind.CheckIn, 2), [(Told.Facilitator, new DoorSet(false))]), "7K4M2QXR", out _);
        Assert.Empty(closed.FindAll(".qr"));
        Assert.Contains("Døra er lukket", closed.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_is_told_and_the_clock_is_gone()
    {
        var ended = Stand(Told.Fold(Told.At(PhaseKind.Summary, 2), [(Told.Facilitator, new WorkshopClosed())]), "7K4M2QXR", out _);
        Assert.Equal("Gruppearbeidet er slutt", ended.Find("h1").TextContent);
        Assert.Empty(ended.FindAll("[role=timer]"));
    }

    [Theory]
    [InlineData(PhaseKind.CheckIn, "Er alle på plass?")]
    [InlineData(PhaseKind.Writing, "Hva strever dere med, og hva har dere tenkt å gjøre?")]
    [InlineData(PhaseKind.Presentation, "Én forteller, den andre lytter. Så bytter dere.")]
    [InlineData(PhaseKind.Feedback, "Hvordan opplever dere det den andre fortalte?")]
    [InlineData(PhaseKind.Prioritising, "Hva tar dere med til alle?")]
    [InlineData(PhaseKind.Plenary, "Hva hørte vi fra parene?")]
    [InlineData(PhaseKind.Summary, "Hva tar dere med hjem?")]
    public void Each_phase_has_its_question(PhaseKind phase, string question) =>
        Assert.Equal(question, Stand(Told.At(phase, 2), "7K4M2QXR", out _).Find("#question").TextContent);

    private IRenderedComponent<WallPage> Stand(Gathering gathering, string? code, out Func<bool> notFound)
    {
        var missing = false;
        notFound = () => missing;
        Use(gathering, new Actor.Stranger());
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.OnNotFound += (_, _) => missing = true;
        navigation.NavigateTo($"/samling/{Told.Id}/vegg" + (code is null ? "" : $"?kode={Uri.EscapeDataString(code)}"));
        return Render<WallPage>(page => page.Add(wall => wall.Id, Told.Id.Value));
    }
}
