using AngleSharp.Dom;
using Bunit;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Tests.Reporting;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Desk;

/// <summary>Points that are pasted, borrowed, written and taken back.</summary>
public sealed class PointWritingTests : DeskContext
{
    [Fact]
    public async Task A_list_that_is_pasted_becomes_a_point_for_each_line_in_one_press_and_is_taken_back_in_one()
    {
        Given(SampleGathering.Begun());
        var desk = Open();
        await desk.InvokeAsync(() => desk.FindAll(".column-head .chip")[1].ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#point-text").InputAsync("• Felles lager\n• Mer opplæring\n• Kortere frister"));
        await desk.InvokeAsync(() => Button(desk.Find(".composer"), "Lag 3 punkter av lista").ClickAsync());
        Assert.Equal(["Felles lager", "Mer opplæring", "Kortere frister"], Now.Points.Select(point => point.Text.Value));
        Assert.All(Now.Points, point => Assert.Equal(NoteKind.Opportunity, point.Kind));
        Assert.Empty(desk.FindAll(".composer"));
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Empty(Now.Points);
    }

    [Fact]
    public async Task What_is_no_list_is_not_offered_to_be_split()
    {
        Given(SampleGathering.Begun());
        var desk = Open();
        await desk.InvokeAsync(() => desk.FindAll(".column-head .chip")[0].ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#point-text").InputAsync("Bare ett punkt, med komma og – tankestrek"));
        Assert.Empty(desk.FindAll(".composer .list"));
    }

    [Fact]
    public async Task A_written_point_a_new_wording_a_move_and_a_section_are_each_taken_back()
    {
        Given(SampleGathering.Begun());
        var desk = Open();
        await WriteAsync(desk, "Ett");
        await WriteAsync(desk, "To");
        await desk.InvokeAsync(() => Button(desk.FindAll(".card")[0], "Endre").ClickAsync());
        await desk.InvokeAsync(() => desk.Find(".card textarea").InputAsync("Ett, endret"));
        await desk.InvokeAsync(() => Button(desk.FindAll(".card")[0], "Lagre").ClickAsync());
        await desk.InvokeAsync(() =>
            desk.FindAll("button").First(button => button.GetAttribute("aria-label") == "Flytt punkt 1 ned").ClickAsync());
        await desk.InvokeAsync(() => Button(desk.Find(".points"), "Nytt avsnitt").ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#section-title").InputAsync("Gode eksempler"));
        await desk.InvokeAsync(() => desk.Find(".new-section").SubmitAsync());
        Assert.Equal(("To|Ett, endret", 1), Status());
        await UndoAsync(desk);
        Assert.Equal(("To|Ett, endret", 0), Status());
        await UndoAsync(desk);
        Assert.Equal(("Ett, endret|To", 0), Status());
        await UndoAsync(desk);
        Assert.Equal(("Ett|To", 0), Status());
        await UndoAsync(desk);
        Assert.Equal(("Ett", 0), Status());
        await UndoAsync(desk);
        Assert.Equal(("", 0), Status());
        Assert.Empty(desk.FindAll(".undo"));
    }

    [Fact]
    public async Task Going_back_does_not_take_away_what_somebody_else_has_written_since()
    {
        var desk = Open();
        var card = desk.FindAll(".card.is-barrier")[0];
        await Button(card, "Endre").ClickAsync();
        await desk.InvokeAsync(() => desk.Find(".card textarea").InputAsync("Mine ord"));
        await desk.InvokeAsync(() => Button(desk.FindAll(".card.is-barrier")[0], "Lagre").ClickAsync());
        var point = Now.Points.First(there => there.Text == "Mine ord");
        await OtherDoesAsync(new PointWorded(point.Id, "Deres ord", point.Revision));
        await UndoAsync(desk);
        Assert.Equal("Deres ord", Now.Points.First(there => there.Id == point.Id).Text.Value);
    }

    [Fact]
    public async Task A_point_in_the_words_of_one_of_several_notes_is_not_written_yet_until_somebody_keeps_the_words()
    {
        Given(
            SampleGathering
                .Begun()
                .AddNote(0, NoteKind.Barrier, "Vi har ingen tall på ombruk")
                .AddNote(2, NoteKind.Barrier, "Nytt er for billig")
                .Do(
                    SampleGathering.Organiser,
                    new NotesGrouped(
                        [
                            new NoteGroup(
                                new(Guid.NewGuid()),
                                "Ombruk",
                                [
                                    new(SampleGathering.Party(0), SampleGathering.Note(1)),
                                    new(SampleGathering.Party(2), SampleGathering.Note(2)),
                                ]
                            ),
                        ],
                        [],
                        []
                    )
                )
        );
        var desk = Open();
        await desk.InvokeAsync(() => Button(desk.Find(".pane .tools"), "Lag punkter av gruppene").ClickAsync());
        Assert.Contains(
            "Ikke skrevet ennå: ordene er lånt fra én av 2 lapper",
            desk.Find(".card .unwritten").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("0 av 2 lapper er brukt · 2 er samlet, men ikke skrevet", desk.Find(".sub").TextContent, StringComparison.Ordinal);
        Turn(desk, DeskPlace.Publishing);
        Assert.Contains(desk.FindAll(".flaws li"), flaw => flaw.TextContent.Contains("Ikke skrevet ennå", StringComparison.Ordinal));
        await desk.InvokeAsync(() => Button(desk.Find(".card"), "Behold ordene").ClickAsync());
        Assert.Empty(desk.FindAll(".unwritten"));
        Assert.Contains("2 av 2 lapper er brukt", desk.Find(".sub").TextContent, StringComparison.Ordinal);
        await UndoAsync(desk);
        Assert.Single(desk.FindAll(".unwritten"));
    }

    [Fact]
    public async Task What_looks_like_somebodys_number_is_said_where_it_is_written_and_before_it_is_published()
    {
        Given(
            SampleGathering
                .Whole()
                .Do(SampleGathering.Organiser, new ReportTextWritten(ReportText.Workshop, "Kari Nordmann, tlf 99 88 77 66, kari@stad.no"))
        );
        var desk = Open();
        Assert.Contains("et telefonnummer, en e-postadresse", desk.Find("#tekst-Workshop .personal").TextContent, StringComparison.Ordinal);
        Assert.Contains(desk.FindAll(".flaws li"), flaw => flaw.TextContent.Contains("et telefonnummer", StringComparison.Ordinal));
        await desk.InvokeAsync(() => desk.FindAll(".column-head .chip")[0].ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#point-text").InputAsync("01017012343"));
        Assert.Contains("et fødselsnummer", desk.Find(".composer .personal").TextContent, StringComparison.Ordinal);
    }

    private (string Points, int Sections) Status() => (string.Join('|', Now.Points.Select(point => point.Text.Value)), Now.Sections.Count);

    private static async Task WriteAsync(IRenderedComponent<DeskPage> desk, string text)
    {
        await desk.InvokeAsync(() => desk.FindAll(".column-head .chip")[0].ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#point-text").InputAsync(text));
        desk.Find(".composer").Submit();
    }

    private static async Task UndoAsync(IRenderedComponent<DeskPage> desk) =>
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());

    private static IElement Button(IElement part, string words) =>
        part.QuerySelectorAll("button").First(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));
}
