using AngleSharp.Dom;
using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Tests.Reporting;
using Microsoft.AspNetCore.Components.Web;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Desk;

public sealed class SortingTests : DeskContext
{
    [Fact]
    public async Task Notes_are_chosen_put_in_a_group_by_name_and_the_group_is_taken_back()
    {
        Given(Noted("Vi mangler lager", "Ingen plass til lager", "Avgiften er høy"));
        var desk = Open();
        await ChooseAsync(desk, 1, 2);
        await desk.InvokeAsync(() => Button(desk.Find(".pane-bar"), "Legg i gruppe").ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#group-name").InputAsync("Lager"));
        await desk.InvokeAsync(() => desk.Find(".group-form").SubmitAsync());
        Assert.Equal([("Lager", 2)], Now.Groups.Select(group => (group.Name.Value, group.Notes.Count)));
        Assert.Equal(["Lager 2", "Uten gruppe 1"], desk.FindAll(".pane .part h3").Select(title => title.TextContent));
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Empty(Now.Groups);
    }

    [Fact]
    public async Task A_group_that_has_the_name_takes_the_notes()
    {
        Given(
            Noted("A", "B")
                .Do(SampleGathering.Organiser, new NotesGrouped([new NoteGroup(new(Guid.NewGuid()), "Lager", [Where(1)])], [], []))
        );
        var desk = Open();
        await ChooseAsync(desk, 2);
        await desk.InvokeAsync(() => Button(desk.Find(".pane-bar"), "Legg i gruppe").ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#group-name").InputAsync("lager"));
        await desk.InvokeAsync(() => desk.Find(".group-form").SubmitAsync());
        Assert.Equal(2, Assert.Single(Now.Groups).Notes.Count);
    }

    [Fact]
    public async Task Notes_are_drawn_to_a_group_and_out_of_it_again()
    {
        Given(
            Noted("A", "B")
                .Do(SampleGathering.Organiser, new NotesGrouped([new NoteGroup(new(Guid.NewGuid()), "Lager", [Where(1)])], [], []))
        );
        var desk = Open();
        await desk.InvokeAsync(() => desk.FindAll(".pane .note")[1].DragStartAsync());
        await desk.InvokeAsync(() => desk.FindAll(".part")[0].DropAsync());
        Assert.Equal(2, Now.Groups[0].Notes.Count);
        await desk.InvokeAsync(() => desk.FindAll(".pane .note")[0].DragStartAsync());
        // All notes are in the group now, so there is no place outside it to drop on: the menu does it.
        await ChooseAsync(desk, 1);
        await desk.InvokeAsync(() => Button(desk.Find(".pane-bar"), "Ta ut av gruppa").ClickAsync());
        Assert.Equal([Where(2)], Now.Groups[0].Notes);
    }

    [Fact]
    public async Task Notes_drawn_onto_a_point_stand_behind_it_and_beside_one_they_begin_a_new()
    {
        Given(Noted("A", "B", "C").AddPoint(1, NoteKind.Barrier, "Ett", (0, 1)));
        var desk = Open();
        await desk.InvokeAsync(() => desk.FindAll(".pane .note")[1].DragStartAsync());
        await desk.InvokeAsync(() => desk.Find(".column > .list > li").DropAsync());
        Assert.Equal([Where(1), Where(2)], Now.Points[0].Sources);
        await desk.InvokeAsync(() => desk.FindAll(".pane .note")[2].DragStartAsync());
        await desk.InvokeAsync(() => desk.FindAll(".column")[2].DropAsync());
        Assert.Equal("C", desk.Find(".composer .quote").TextContent);
    }

    [Fact]
    public async Task A_group_is_named_anew_merged_and_dissolved()
    {
        var (one, other) = (
            new NoteGroup(new(Guid.NewGuid()), "Lager", [Where(1)]),
            new NoteGroup(new(Guid.NewGuid()), "Plass", [Where(2)])
        );
        Given(Noted("A", "B").Do(SampleGathering.Organiser, new NotesGrouped([one, other], [], [])));
        var menus = Popovers();
        var desk = Open();
        await ChooseAsync(0, "Endre navn");
        await desk.InvokeAsync(() => desk.Find(".part-head input").InputAsync("Lagring"));
        await desk.InvokeAsync(() => desk.Find(".part-head input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }));
        Assert.Equal(["Lagring", "Plass"], Now.Groups.Select(group => group.Name.Value));
        await ChooseAsync(1, "Slå sammen med");
        await menus.FindAll("[role=menuitem]").First(item => item.TextContent.Trim() == "Lagring").ClickAsync();
        Assert.Equal([("Lagring", 2)], Now.Groups.Select(group => (group.Name.Value, group.Notes.Count)));
        await ChooseAsync(0, "Løs opp");
        Assert.Empty(Now.Groups);
        for (var step = 0; step < 3; step++) await Button(desk.Find(".undo"), "Angre").ClickAsync();
        Assert.Equal([("Lager", 1), ("Plass", 1)], Now.Groups.Select(group => (group.Name.Value, group.Notes.Count)));

        async Task ChooseAsync(int part, string words)
        {
            await desk.InvokeAsync(() => desk.FindAll(".part .mud-menu button")[part].ClickAsync());
            await menus.FindAll("[role=menuitem]").First(item => item.TextContent.Contains(words, StringComparison.Ordinal)).ClickAsync();
        }
    }

    [Fact]
    public async Task Shift_chooses_all_between()
    {
        Given(Noted("A", "B", "C", "D"));
        var desk = Open();
        await desk.InvokeAsync(() => desk.FindAll(".box")[0].ClickAsync());
        await desk.InvokeAsync(() => desk.FindAll(".box")[2].ClickAsync(new MouseEventArgs { ShiftKey = true }));
        Assert.Contains("3 lapper er valgt", desk.Find(".chosen").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Themes_are_looked_over_with_the_words_that_caused_them_applied_in_one_entry_and_undone()
    {
        Given(Noted("Innkjøp tar for lang tid", "Anskaffelser er vanskelige for små kommunar", "Vi manglar kompetanse på klima", "Xyz"));
        var desk = Open();
        await desk.InvokeAsync(() => Button(desk.Find(".pane .tools"), "Foreslå temaer").ClickAsync());
        Assert.NotEmpty(desk.FindAll(".because mark"));
        Assert.Contains("Xyz", desk.FindAll(".themes > details li").Select(item => item.TextContent));
        Assert.Empty(Now.Groups);
        var before = Now.Sequence;
        var suggested = desk.FindAll(".suggested > li").Count;
        await desk.InvokeAsync(() => desk.FindAll(".suggested .name")[0].ChangeAsync("Mitt eget navn"));
        await desk.InvokeAsync(() => Button(desk.Find(".themes"), "Bruk").ClickAsync());
        Assert.Equal((before + 1, suggested), (Now.Sequence, Now.Groups.Count));
        Assert.Contains(Now.Groups, group => group.Name.Value == "Mitt eget navn");
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Empty(Now.Groups);
    }

    [Fact]
    public async Task A_theme_and_a_note_in_it_can_be_left_out()
    {
        Given(Noted("Innkjøp tar for lang tid", "Anskaffelser er vanskelige"));
        var desk = Open();
        await desk.InvokeAsync(() => Button(desk.Find(".pane .tools"), "Foreslå temaer").ClickAsync());
        await desk.InvokeAsync(() => desk.Find(".suggested .theme-notes input").ChangeAsync(false));
        await desk.InvokeAsync(() => Button(desk.Find(".themes"), "Bruk").ClickAsync());
        Assert.Single(Assert.Single(Now.Groups).Notes);
    }

    [Fact]
    public async Task Notes_that_say_the_same_are_shown_together_and_become_one_point()
    {
        Given(Noted("Vi mangler lager til materialene", "Vi manglar lager til materiala", "Avgiften er høy"));
        var desk = Open();
        await desk.InvokeAsync(() => Button(desk.Find(".pane .tools"), "Finn like").ClickAsync());
        await Button(Assert.Single(desk.FindAll(".sets > li")), "Slå sammen").ClickAsync();
        Assert.Equal([Where(1), Where(2)], Assert.Single(Now.Points).Sources);
        Assert.Empty(desk.FindAll(".sets > li"));
        Assert.Contains(
            "2 slått sammen",
            desk.Find(".fates").TextContent.Replace("\n", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Notes_left_out_are_counted_and_can_be_taken_in_again()
    {
        Given(Noted("A", "B"));
        var desk = Open();
        await ChooseAsync(desk, 1);
        await desk.InvokeAsync(() => Button(desk.Find(".pane-bar"), "Utelat").ClickAsync());
        Assert.Equal([Where(1)], Now.LeftOut);
        await desk.InvokeAsync(() => desk.FindAll(".fate")[3].ClickAsync());
        Assert.Equal(["A"], desk.FindAll(".note-words").Select(words => words.TextContent));
        await ChooseAsync(desk, 1);
        await desk.InvokeAsync(() => Button(desk.Find(".pane-bar"), "Ta med igjen").ClickAsync());
        Assert.Empty(Now.LeftOut);
    }

    [Fact]
    public async Task Groups_become_points_in_the_notes_own_words_in_one_press()
    {
        Given(
            Noted("A", "B")
                .AddNote(2, NoteKind.Opportunity, "C")
                .Do(
                    SampleGathering.Organiser,
                    new NotesGrouped(
                        [
                            new NoteGroup(
                                new(Guid.NewGuid()),
                                "Lager",
                                [Where(1), Where(2), new(SampleGathering.Party(2), SampleGathering.Note(3))]
                            ),
                        ],
                        [],
                        []
                    )
                )
        );
        var desk = Open();
        await desk.InvokeAsync(() => Button(desk.Find(".pane .tools"), "Lag punkter av gruppene").ClickAsync());
        Assert.Equal(
            [(NoteKind.Barrier, "A", 2), (NoteKind.Opportunity, "C", 1)],
            Now.Points.Select(point => (point.Kind!.Value, point.Text.Value, point.Sources.Count))
        );
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        Assert.Empty(Now.Points);
    }

    [Fact]
    public async Task What_is_written_to_the_state_becomes_asks_in_one_press()
    {
        Given(SampleGathering.Begun()
            .Do(SampleGathering.From(0), new NoteAdded(SampleGathering.Note(1), NoteKind.Barrier, "Avgiften er feil"))
            .Do(SampleGathering.From(0), new NoteLabelled(Where(1).Note, "", Addressee.State)));
        var desk = Open();
        await desk.InvokeAsync(() => Button(desk.Find(".asks"), "Lag punkter av dem").ClickAsync());
        Assert.Equal((Section.Asks, "Avgiften er feil"), (Now.Points[0].Section, Now.Points[0].Text.Value));
        Assert.Empty(desk.FindAll(".asks"));
    }

    [Fact]
    public async Task A_section_is_added_named_anew_and_taken_out_when_it_is_empty()
    {
        var desk = Open();
        await desk.InvokeAsync(() => Button(desk.Find(".points"), "Nytt avsnitt").ClickAsync());
        await desk.InvokeAsync(() => desk.Find("#section-title").InputAsync("Gode eksempler"));
        await desk.InvokeAsync(() => desk.Find(".new-section").SubmitAsync());
        var section = Assert.Single(Now.Sections);
        await desk.InvokeAsync(() => desk.FindAll(".card .move")[0].ChangeAsync(section.Id.ToString()));
        Assert.Equal(section.Id, Now.Points.First(point => point.Text.Value == "Det mangler lager og måling").Section);
        Assert.DoesNotContain(
            desk.FindAll(".column")[3].QuerySelectorAll("button"),
            button => button.TextContent.Trim() == "Ta bort Gode eksempler"
        );
        await desk.InvokeAsync(() => Button(desk.Find(".undo"), "Angre").ClickAsync());
        await desk.InvokeAsync(() => Button(desk.FindAll(".column")[3], "Ta bort").ClickAsync());
        Assert.Empty(Now.Sections);
    }

    [Fact]
    public void The_filter_stands_in_the_address_and_is_read_from_it()
    {
        var filter = new NoteFilter
        {
            Kind = NoteKind.Barrier,
            To = Addressee.State,
            Usage = NoteUsage.NotYet,
            Words = "lager & æøå",
            Order = NoteOrder.Support,
            By = NoteArrangement.None,
            Supported = true,
            Theme = "Innkjøp",
            Group = default(Domain.Id<NoteGroup>),
        };
        var query = string.Join(
            '&',
            filter.ToQuery().Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString((string)part.Value!)}")
        );
        Assert.Equal(filter, NoteFilter.From($"?{query}"));
        Assert.Equal(new NoteFilter(), NoteFilter.From("?slag=7&par=x&til=&rekkefolge=99"));
    }

    [Fact]
    public async Task Each_sees_who_else_is_here_and_which_point_is_being_worded()
    {
        var desk = Open();
        Actor = new Actor.Account(SampleGathering.FacilitatorUser);
        var other = Open();
        desk.WaitForAssertion(() => Assert.Contains("Her nå: Bjørn", desk.Find(".desk-head").TextContent, StringComparison.Ordinal));
        await desk.InvokeAsync(() => Button(desk.FindAll(".card")[0], "Endre").ClickAsync());
        other.WaitForAssertion(() =>
            Assert.Contains("Astrid skriver på dette punktet", other.Find(".card").TextContent, StringComparison.Ordinal)
        );
        await desk.InvokeAsync(() => Button(desk.FindAll(".card")[0], "Avbryt").ClickAsync());
        other.WaitForAssertion(() => Assert.DoesNotContain("skriver på", other.Find(".card").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_worded_meanwhile_is_merged_and_only_what_collides_is_asked_about()
    {
        var desk = Open();
        var script = JSInterop.SetupModule("/js/desk/desk.js").Setup<string?>("merged", _ => true).SetResult(null);
        await desk.InvokeAsync(() => Button(desk.FindAll(".card")[0], "Endre").ClickAsync());
        await desk.InvokeAsync(() => desk.Find(".card textarea").InputAsync("Mine ord"));
        await Rooms.SubmitAsync(
            Now.Id,
            SampleGathering.Organiser,
            new PointWorded(SampleGathering.Point(1), "Den andres ord", 0),
            Guid.NewGuid()
        );
        await desk.InvokeAsync(() => Button(desk.FindAll(".card")[0], "Lagre").ClickAsync(new()));
        Assert.Equal("Den andres ord", desk.Find(".theirs .said").TextContent);
        Assert.Equal("Mine ord", desk.Find(".card textarea").GetAttribute("value"));
        await desk.InvokeAsync(() => Button(desk.Find(".theirs"), "Behold begge").ClickAsync(new()));
        Assert.Equal("Den andres ord Mine ord", Now.Points[0].Text.Value);
    }

    private static NoteRef Where(int note) => new(SampleGathering.Party(0), SampleGathering.Note(note));

    private static SampleGathering Noted(params string[] notes)
    {
        var sample = SampleGathering.Begun();
        foreach (var note in notes) sample.AddNote(0, NoteKind.Barrier, note);
        return sample;
    }

    private static async Task ChooseAsync(IRenderedComponent<DeskPage> desk, params int[] notes)
    {
        foreach (var note in notes) await desk.Find($"#note-{SampleGathering.Note(note)}").ClickAsync();
    }

    private static IElement Button(IElement within, string words) =>
        within.QuerySelectorAll("button").First(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));
}
