using AngleSharp.Dom;
using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Tests.Reporting;
using Microsoft.AspNetCore.Components.Web;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Desk;

public sealed class DeskTests : DeskContext
{
    [Fact]
    public void All_notes_stand_with_what_they_are_used_in_and_how_many_are()
    {
        Given(SampleGathering.Whole().AddPoint(9, NoteKind.Opportunity, "Enda ett", (0, 1)));
        var desk = Open();
        Assert.Contains("3 av 3 lapper er brukt", desk.Find(".sub").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, desk.FindAll(".pane .note").Count);
        Assert.Contains("Brukt i barriere 1, mulighet 2", desk.Find(".pane .note").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lager", 1)]
    [InlineData("FRIVILLIG arendal", 1)]
    [InlineData("finnes ikke", 0)]
    public async Task Notes_are_found_by_their_words_and_by_who_wrote_them(string words, int found)
    {
        var desk = Open();
        await desk.InvokeAsync(() => desk.Find("#note-search").InputAsync(words));
        Assert.Equal(found, desk.FindAll(".pane .note").Count);
    }

    [Fact]
    public async Task Notes_are_found_by_kind_pair_and_use()
    {
        Given(
            SampleGathering
                .Begun()
                .AddNote(0, NoteKind.Barrier, "A")
                .AddNote(2, NoteKind.Opportunity, "B")
                .AddPoint(1, NoteKind.Barrier, "A", (0, 1))
        );
        var desk = Open();
        await desk.InvokeAsync(() => desk.FindAll(".kinds .chip")[2].ClickAsync());
        Assert.Equal("B", desk.Find(".note-words").TextContent);
        await desk.InvokeAsync(() => desk.FindAll(".kinds .chip")[0].ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#note-pair").ChangeAsync(Now.Workshop.Pairs[0].Id.ToString()));
        Assert.Equal("A", desk.Find(".note-words").TextContent);
        await desk.InvokeAsync(() => desk.FindAll(".fate")[4].ClickAsync());
        Assert.Empty(desk.FindAll(".note-words"));
    }

    [Fact]
    public async Task A_point_is_written_over_the_chosen_notes_with_their_words_under_it()
    {
        Given(SampleGathering.Begun().AddNote(0, NoteKind.Barrier, "Mangler lager").AddNote(2, NoteKind.Barrier, "Ingen eier det"));
        var desk = Open();
        foreach (var box in (string[])["00000005000000000000000000000001", "00000005000000000000000000000002"])
            await desk.InvokeAsync(() => desk.Find($"#note-{box}").ClickAsync());
        await desk.InvokeAsync(() => desk.Find(".pane-bar .btn-solid").ClickAsync());
        Assert.Equal(["Mangler lager", "Ingen eier det"], desk.FindAll(".over .quote").Select(words => words.TextContent));
        await desk.InvokeAsync(() => desk.Find("#point-text").InputAsync("Det mangler både lager og eier"));
        await desk.InvokeAsync(() => desk.Find(".composer").SubmitAsync());
        var point = Assert.Single(Now.Points);
        Assert.Equal((NoteKind.Barrier, "Det mangler både lager og eier", 2), (point.Kind, point.Text.Value, point.Sources.Count));
        Assert.Empty(desk.FindAll(".composer"));
        Assert.Empty(desk.FindAll(".chosen"));
    }

    [Fact]
    public async Task What_is_refused_stays_in_the_field_with_the_reason_beside_it()
    {
        var desk = Open();
        await desk.InvokeAsync(() => desk.FindAll(".column-head .chip")[0].ClickAsync());
        var tooLong = new string('x', Limits.Note + 1);
        await desk.InvokeAsync(() => desk.Find("#point-text").InputAsync(tooLong));
        await desk.InvokeAsync(() => desk.Find(".composer").SubmitAsync());
        Assert.Contains("for lang", desk.Find("#point-text-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(tooLong, desk.Find("#point-text").GetAttribute("value"));
        Assert.Equal("true", desk.Find("#point-text").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_note_is_used_as_it_is()
    {
        Given(SampleGathering.Begun().AddNote(0, NoteKind.Opportunity, "Felles lager"));
        var desk = Open();
        await desk.InvokeAsync(() => desk.Find(".note .chip").ClickAsync());
        Assert.Equal(("Felles lager", NoteKind.Opportunity), (Now.Points[0].Text.Value, Now.Points[0].Kind));
        Assert.Contains("1 av 1", desk.Find(".sub").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_note_not_used_becomes_a_point_and_all_of_them_are_taken_back_at_once()
    {
        Given(
            SampleGathering
                .Whole()
                .Do(SampleGathering.From(2), new NoteAdded(SampleGathering.Note(8), NoteKind.Barrier, "A"))
                .Do(SampleGathering.From(3), new NoteAdded(SampleGathering.Note(9), NoteKind.Opportunity, "B"))
        );
        var desk = Open();
        await desk.InvokeAsync(() => Button(desk.Find(".pane .tools"), "Lag punkt av de 2").ClickAsync());
        Assert.Equal(
            ["Det mangler lager og måling", "Gå sammen med frivilligheten", "Folk kaster mer", "A", "B"],
            Now.Points.Select(point => point.Text.Value)
        );
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Equal(3, Now.Points.Count);
    }

    [Fact]
    public async Task A_point_is_moved_by_button_and_by_key_and_says_where_it_stands()
    {
        var desk = Open();
        await desk.InvokeAsync(() =>
            desk.FindAll("button").First(button => button.GetAttribute("aria-label") == "Flytt punkt 1 ned").ClickAsync());
        Assert.Equal(["Folk kaster mer", "Det mangler lager og måling"], Barriers());
        await Cards(desk, "is-barrier")[1].KeyDownAsync(new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        Assert.Equal(["Det mangler lager og måling", "Folk kaster mer"], Barriers());
    }

    [Fact]
    public async Task A_point_is_moved_by_hand()
    {
        var desk = Open();
        await Cards(desk, "is-barrier")[1].DragStartAsync();
        await desk.InvokeAsync(() => desk.FindAll(".column > .list > li")[0].DropAsync());
        Assert.Equal(["Folk kaster mer", "Det mangler lager og måling"], Barriers());
    }

    [Fact]
    public async Task A_point_that_was_removed_comes_back_where_it_stood()
    {
        var desk = Open();
        await Button(Cards(desk, "is-barrier")[0], "Ta bort").ClickAsync();
        Assert.Equal(["Folk kaster mer"], Barriers());
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Equal(["Det mangler lager og måling", "Folk kaster mer"], Barriers());
        Assert.Equal(2, Now.Points.First(point => point.Kind == NoteKind.Barrier).Sources.Count);
    }

    [Fact]
    public async Task A_point_is_edited_where_it_stands_also_when_a_note_behind_it_was_deleted()
    {
        var desk = Open();
        await Rooms.SubmitAsync(Now.Id, SampleGathering.From(0), new NoteDeleted(SampleGathering.Note(1)), Guid.NewGuid());
        await Button(Cards(desk, "is-barrier")[0], "Endre").ClickAsync();
        await Cards(desk, "is-barrier")[0].QuerySelector("textarea")!.InputAsync("Nye ord");
        await Button(Cards(desk, "is-barrier")[0], "Lagre").ClickAsync(new());
        Assert.Equal("Nye ord", Barriers()[0]);
        Assert.Contains("1 lapp bak", Cards(desk, "is-barrier")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notes_behind_a_point_are_one_click_away()
    {
        var desk = Open();
        await Button(Cards(desk, "is-barrier")[0], "2 lapper bak").ClickAsync();
        Assert.Equal(["Vi mangler et lager", "=Ingen måler"], desk.FindAll(".sources .quote").Select(quote => quote.TextContent));
    }

    [Fact]
    public void One_who_leads_or_observes_reads_and_cannot_change()
    {
        Actor = new Actor.Account(SampleGathering.ObserverUser);
        var desk = Open();
        Assert.Empty(desk.FindAll("textarea"));
        Assert.Empty(desk.FindAll("input[type=checkbox]"));
        Assert.DoesNotContain(
            desk.FindAll("button"),
            button =>
                button.TextContent.Contains("Publiser ", StringComparison.Ordinal)
                || button.TextContent.Contains("Ta bort", StringComparison.Ordinal)
        );
        Assert.Contains("Stad var vert.", desk.Find("#tekst-About").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void To_a_stranger_there_is_nothing_here()
    {
        Actor = new Actor.Stranger();
        Assert.Equal("", Open().Markup.Trim());
    }

    [Fact]
    public void What_is_worth_a_look_is_said_with_where_it_is()
    {
        Given(SampleGathering.Whole().Do(SampleGathering.Organiser, new ReportTextWritten(ReportText.Closing, "Bildetekst")));
        var flaw = Open().Find(".flaws a");
        Assert.Equal("Ord som skulle vært byttet ut, står igjen i «Til slutt»", flaw.TextContent.Trim());
        Assert.EndsWith("#tekst-Closing", flaw.GetAttribute("href"), StringComparison.Ordinal);
    }

    /// <summary>The tick is for what was found when it was given: another find asks for another look.</summary>
    [Fact]
    public async Task A_report_with_what_points_at_a_person_is_published_when_somebody_has_looked_at_just_that()
    {
        Given(SampleGathering.Whole().Do(SampleGathering.Organiser, new ReportTextWritten(ReportText.Closing, "Ring 99 88 77 66")));
        var dialogs = Dialogs();
        var desk = Open(DeskPlace.Publishing);
        Button(desk.Find(".publish"), "Publiser rapporten").Click();
        Assert.StartsWith("Se på personopplysningene", desk.Find("#publish-error").TextContent.Trim(), StringComparison.Ordinal);
        await desk.Find(".personal-check input").ChangeAsync(true);
        await desk.Find("#felt-Workshop").InputAsync("Eller kari@stad.no");
        await desk.Find("#felt-Workshop").BlurAsync();
        desk.WaitForAssertion(() => Assert.False(desk.Find(".personal-check input").IsChecked()));
        Button(desk.Find(".publish"), "Publiser rapporten").Click();
        Assert.Null(Now.Publication);
        await desk.Find(".personal-check input").ChangeAsync(true);
        Button(desk.Find(".publish"), "Publiser rapporten").Click();
        await ConfirmAsync(dialogs, "Publiser rapporten");
        desk.WaitForAssertion(() => Assert.NotNull(Now.Publication));
    }

    [Fact]
    public async Task A_report_is_published_corrected_and_withdrawn()
    {
        var dialogs = Dialogs();
        var desk = Open(DeskPlace.Publishing);
        Button(desk.Find(".publish"), "Publiser rapporten").Click();
        await ConfirmAsync(dialogs, "Publiser rapporten");
        desk.WaitForAssertion(() =>
            Assert.Contains("Den publiserte rapporten er lik denne", desk.Find(".publish").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("rapporter/kortreist-2021", desk.Find(".publish a[target]").GetAttribute("href"));
        await Button(Cards(desk, "is-barrier")[0], "Ta bort").ClickAsync();
        Assert.Contains("endret siden den ble publisert", desk.Find(".publish").TextContent, StringComparison.Ordinal);
        Button(desk.Find(".publish"), "Trekk tilbake").Click();
        await ConfirmAsync(dialogs, "Trekk tilbake");
        desk.WaitForAssertion(() => Assert.Null(Now.Publication));
    }

    [Fact]
    public async Task The_preview_is_the_report_itself()
    {
        var desk = Open();
        await desk.InvokeAsync(() => desk.FindAll(".views .chip")[1].ClickAsync());
        desk.WaitForAssertion(() => Assert.Equal("Kortreist samling 7. juni 2021", desk.Find("article h2").TextContent));
        Assert.Equal(
            ["Det mangler lager og måling", "Folk kaster mer"],
            desk.FindAll("article .is-barrier li").Select(item => item.TextContent.Trim())
        );
    }

    private List<string> Barriers() => [.. Now.Points.Where(point => point.Kind == NoteKind.Barrier).Select(point => point.Text.Value)];

    private static IReadOnlyList<IElement> Cards(IRenderedComponent<DeskPage> desk, string kind) => desk.FindAll($".card.{kind}");

    private static IElement Button(IElement within, string words) =>
        within.QuerySelectorAll("button").First(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));

    private static async Task ConfirmAsync(IRenderedComponent<MudBlazor.MudDialogProvider> dialogs, string words)
    {
        dialogs.WaitForElement(".mud-dialog");
        await dialogs.FindAll(".mud-dialog button").First(button => button.TextContent.Trim() == words).ClickAsync();
    }
}
