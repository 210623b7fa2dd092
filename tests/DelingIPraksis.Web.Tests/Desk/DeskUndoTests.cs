using AngleSharp.Dom;
using Bunit;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Tests.Reporting;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Desk;

/// <summary>What is undone at the desk, also when the page has been opened again.</summary>
public sealed class DeskUndoTests : DeskContext
{
    [Fact]
    public async Task What_was_done_before_a_reload_is_undone_after_it_in_the_order_it_was_done()
    {
        Given(SampleGathering.Begun());
        var desk = Open();
        await PasteAsync(desk, "• Felles lager\n• Mer opplæring");
        await desk.InvokeAsync(() => Button(desk.FindAll(".card")[0], "Ta bort").ClickAsync());
        desk = OpenAgain(desk);
        Assert.Contains("Tatt bort: «Felles lager»", desk.Find(".undo").TextContent, StringComparison.Ordinal);
        await UndoAsync(desk);
        Assert.Equal(["Felles lager", "Mer opplæring"], Now.Points.Select(point => point.Text.Value));
        desk = OpenAgain(desk);
        Assert.Contains("2 punkter er laget.", desk.Find(".undo").TextContent, StringComparison.Ordinal);
        await UndoAsync(desk);
        Assert.Empty(Now.Points);
        Assert.Empty(desk.FindAll(".undo"));
        Assert.Empty(OpenAgain(desk).FindAll(".undo"));
    }

    [Fact]
    public async Task Notes_that_were_grouped_before_a_reload_are_loose_again_and_what_another_put_there_stays()
    {
        Given(SampleGathering.Begun().AddNote(0, NoteKind.Barrier, "Ett").AddNote(0, NoteKind.Barrier, "To"));
        NoteRef[] notes = [.. Enumerable.Range(1, 2).Select(note => new NoteRef(SampleGathering.Party(0), SampleGathering.Note(note)))];
        var desk = Open();
        await DoAsync(desk, session => session.GroupAsync([notes[0]], "Tid"));
        await OtherDoesAsync(new NotesGrouped([Now.Groups[0] with { Notes = [notes[1]] }], [], []));
        desk = OpenAgain(desk);
        await UndoAsync(desk);
        Assert.Equal([notes[1]], Now.Groups.Single().Notes);
    }

    [Fact]
    public async Task Neither_what_was_done_on_another_screen_nor_by_another_organiser_is_undone_here()
    {
        Given(SampleGathering.Begun());
        var desk = Open();
        await Rooms.SubmitAsync(Now.Id, SampleGathering.Organiser, new DoorSet(false), Guid.NewGuid());
        await Rooms.SubmitAsync(
            Now.Id, SampleGathering.Organiser, new GatheringDescribed(Now.Facts with { Title = "Ny tittel" }), Guid.NewGuid());
        await OtherDoesAsync(new PointPut(new Point(new(Guid.CreateVersion7()), Section.Barriers, "Deres punkt", [])));
        Assert.Empty(OpenAgain(desk).FindAll(".undo"));
    }

    [Fact]
    public async Task What_one_has_said_is_fine_is_not_offered_any_more_on_this_page()
    {
        Given(SampleGathering.Begun());
        var desk = Open();
        await PasteAsync(desk, "• Felles lager\n• Mer opplæring");
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Greit").ClickAsync());
        Assert.Empty(desk.FindAll(".undo"));
        await desk.InvokeAsync(() => Button(desk.FindAll(".card")[0], "Ta bort").ClickAsync());
        await UndoAsync(desk);
        Assert.Empty(desk.FindAll(".undo"));
        Assert.Equal(2, Now.Points.Count);
    }

    private static Task DoAsync(IRenderedComponent<DeskPage> desk, Func<DeskSession, Task> act) =>
        desk.InvokeAsync(() => act(desk.FindComponent<UndoBar>().Instance.Session));

    private IRenderedComponent<DeskPage> OpenAgain(IRenderedComponent<DeskPage> desk)
    {
        desk.Instance.Dispose();
        return Open();
    }

    private static async Task PasteAsync(IRenderedComponent<DeskPage> desk, string list)
    {
        await desk.InvokeAsync(() => desk.FindAll(".column-head .chip")[1].ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#point-text").InputAsync(list));
        await desk.InvokeAsync(() => Button(desk.Find(".composer"), "Lag 2 punkter av lista").ClickAsync());
    }

    private static async Task UndoAsync(IRenderedComponent<DeskPage> desk) => await Button(desk.Find(".undo"), "Angre").ClickAsync();

    private static IElement Button(IElement part, string words) =>
        part.QuerySelectorAll("button").First(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));
}
