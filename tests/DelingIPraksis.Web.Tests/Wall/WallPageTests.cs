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
        var page = Stand(TestData.At(PhaseKind.Board, 2), code, out var notFound);
        Assert.True(notFound());
        Assert.Empty(page.FindAll(".wall"));
    }

    [Theory]
    [InlineData("7K4M2QXR")]
    [InlineData("7k4m-2qxr")]
    public void The_code_is_enough_however_it_is_written(string code)
    {
        var page = Stand(TestData.At(PhaseKind.Board, 2, 3), code, out var notFound);
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
        var page = Stand(TestData.At(PhaseKind.Board, 2), "7K4M2QXR", out _);
        await DoAsync(TestData.From(0), new NoteAdded(TestData.Note(1), NoteKind.Opportunity, "Felles lager"));
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("1", page.Find(".kind-opportunity b").TextContent));
        Assert.Contains("1 av 1 par har skrevet", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Felles lager", page.Markup, StringComparison.Ordinal);
        var before = page.RenderCount;
        await DoAsync(TestData.From(0), new NoteEdited(TestData.Note(1), "Felles lager på kaia", 0));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(before, page.RenderCount);
    }

    [Fact]
    public async Task The_facilitator_puts_the_notes_on_the_wall_turns_the_slide_and_takes_one_away()
    {
        var wall = Stand(TestData.At(PhaseKind.Board, 2), "7K4M2QXR", out _);
        var console = OpenAgain();
        foreach (var note in Enumerable.Range(1, 4))
            await DoAsync(TestData.From(0), new NoteAdded(TestData.Note(note), NoteKind.Barrier, $"Lapp {note}"));
        await console.Find("[aria-keyshortcuts=W]").ChangeAsync(true);
        Time.Advance(TimeSpan.FromSeconds(1));
        wall.WaitForAssertion(() =>
            Assert.Equal(["Lapp 4", "Lapp 3", "Lapp 2"], wall.FindAll(".wall-note .words").Select(words => words.TextContent))
        );
        console.WaitForAssertion(() => Assert.True(HasButton(console, "Skjul")));
        await Button(console, "Skjul").ClickAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        wall.WaitForAssertion(() =>
            Assert.Equal(["Lapp 3", "Lapp 2", "Lapp 1"], wall.FindAll(".wall-note .words").Select(words => words.TextContent))
        );
        Assert.DoesNotContain("Stad", wall.Find(".slide").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void While_people_come_the_picture_of_the_code_is_large()
    {
        var page = Stand(TestData.Planned(4, 3), "7K4M2QXR", out _);
        Assert.Equal("Velkommen", page.Find("h1").TextContent);
        Assert.Contains("3 av 4 er her", page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".picture .qr"));
    }

    [Fact]
    public void A_closed_door_shows_no_code_and_the_end_is_told()
    {
        var closed = Stand(
            TestData.Fold(TestData.At(PhaseKind.CheckIn, 2), [(TestData.Facilitator, new DoorSet(false))]),
            "7K4M2QXR",
            out _
        );
        Assert.Empty(closed.FindAll(".qr"));
        Assert.Contains("Døra er lukket", closed.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_is_told_and_the_clock_is_gone()
    {
        var ended = Stand(
            TestData.Fold(TestData.At(PhaseKind.Summary, 2), [(TestData.Facilitator, new WorkshopClosed())]),
            "7K4M2QXR",
            out _
        );
        Assert.Equal("Gruppearbeidet er slutt", ended.Find("h1").TextContent);
        Assert.Empty(ended.FindAll("[role=timer]"));
    }

    [Fact]
    public async Task The_end_says_thanks_and_where_the_report_is_when_it_is_there()
    {
        var page = Stand(
            TestData.Fold(TestData.At(PhaseKind.Summary, 2), [(TestData.Facilitator, new WorkshopClosed())]),
            "7K4M2QXR",
            out _
        );
        Assert.Equal("Takk for at dere delte", page.Find("#question").TextContent);
        Assert.Contains("Rapporten kommer når arrangøren har skrevet den.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".qr"));
        await DoAsync(
            TestData.Organiser,
            new PointPut(new Domain.Synthesis.Point(new(Guid.CreateVersion7()), NoteKind.Barrier, "Punkt", []))
        );
        await DoAsync(TestData.Organiser, new ReportPublished());
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal("QR-kode til rapporten", page.Find(".qr").GetAttribute("aria-label")));
        Assert.EndsWith("/rapporter/2021-nettverket", page.Find(".report-address").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_code_is_on_the_wall_and_on_the_console_at_once()
    {
        var page = Stand(TestData.Planned(4, 3), "7K4M2QXR", out _);
        var console = OpenAgain();
        JoinCodeProvider.Change("4WR6 QCSG");
        page.WaitForAssertion(() => Assert.Contains("4WR6 QCSG", page.Find("footer").TextContent, StringComparison.Ordinal));
        console.WaitForAssertion(() => Assert.Contains("4WR6 QCSG", console.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("7K4M 2QXR", page.Markup + console.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wall_that_was_opened_with_the_old_code_may_be_fetched_again_after_a_new_one()
    {
        var page = Stand(TestData.Planned(4, 3), "7K4M2QXR", out _);
        JoinCodeProvider.Change("4WR6 QCSG");
        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => Assert.EndsWith("/vegg?kode=4WR6QCSG", navigation.Uri, StringComparison.Ordinal));
        var missing = false;
        navigation.OnNotFound += (_, _) => missing = true;
        // Somebody signs out in that browser: the wall stays.
        LookAtTheVisitorAgain();
        var again = Render<WallPage>(wall => wall.Add(fetched => fetched.Id, TestData.Id.Value));
        Assert.False(missing);
        Assert.Contains("4WR6 QCSG", page.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.Contains("4WR6 QCSG", again.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wall_that_was_opened_by_a_role_gets_no_code_in_its_address()
    {
        Use(TestData.Planned(4, 3));
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"/samling/{TestData.Id}/vegg");
        var page = Render<WallPage>(wall => wall.Add(opened => opened.Id, TestData.Id.Value));
        JoinCodeProvider.Change("4WR6 QCSG");
        page.WaitForAssertion(() => Assert.Contains("4WR6 QCSG", page.Find("footer").TextContent, StringComparison.Ordinal));
        Assert.EndsWith("/vegg", navigation.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb-NO", "+2:27", "over tiden")]
    [InlineData("nn-NO", "+2:27", "over tida")]
    [InlineData("en-GB", "+2:27", "over time")]
    public void A_wall_that_is_opened_in_overtime_counts_up(string culture, string figures, string caption)
    {
        var late = TestData.At(PhaseKind.Writing, 2);
        Time.SetUtcNow(late.Workshop.Clock!.StartedAt + late.Workshop.Clock.Total + TimeSpan.FromSeconds(147.4));
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.CurrentUICulture =
            System.Globalization.CultureInfo.GetCultureInfo(culture);
        var page = Stand(late, "7K4M2QXR", out _);
        Assert.Equal(
            (figures, caption, "-147400"),
            (page.Find(".time").TextContent, page.Find(".caption").TextContent, page.Find("dip-clock").GetAttribute("data-remaining"))
        );
    }

    [Fact]
    public async Task A_note_of_two_thousand_letters_has_its_beginning_on_the_wall()
    {
        var page = Stand(TestData.At(PhaseKind.Board, 2), "7K4M2QXR", out _);
        await DoAsync(
            TestData.From(0),
            new NoteAdded(TestData.Note(1), NoteKind.Barrier, string.Concat(Enumerable.Repeat("👩‍👩‍👧 ord\n", 130)))
        );
        await DoAsync(TestData.Facilitator, new WallSet(Notes: true, Names: false, 0));
        Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".wall-note")));
        var words = page.Find(".wall-note .words").TextContent;
        Assert.InRange(words.Length, 200, 220);
        Assert.EndsWith(" …", words, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', words);
        Assert.DoesNotContain("\u200D …", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PhaseKind.CheckIn, "Er alle på plass?")]
    [InlineData(PhaseKind.Writing, "Hva strever dere med, og hva vil dere prøve?")]
    [InlineData(PhaseKind.Presentation, "Én forteller, den andre lytter. Så bytter dere.")]
    [InlineData(PhaseKind.Feedback, "Hvordan opplever dere det den andre fortalte?")]
    [InlineData(PhaseKind.Prioritising, "Hva skal alle få høre?")]
    [InlineData(PhaseKind.Plenary, "Hva hørte vi fra parene?")]
    [InlineData(PhaseKind.Summary, "Hva tar dere med hjem?")]
    public void Each_phase_has_its_question(PhaseKind phase, string question) =>
        Assert.Equal(question, Stand(TestData.At(phase, 2), "7K4M2QXR", out _).Find("#question").TextContent);

    private IRenderedComponent<WallPage> Stand(Gathering gathering, string? code, out Func<bool> notFound)
    {
        var missing = false;
        notFound = () => missing;
        Use(gathering, new Actor.Stranger());
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.OnNotFound += (_, _) => missing = true;
        navigation.NavigateTo($"/samling/{TestData.Id}/vegg" + (code is null ? "" : $"?kode={Uri.EscapeDataString(code)}"));
        return Render<WallPage>(page => page.Add(wall => wall.Id, TestData.Id.Value));
    }
}
