using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Tests.Console;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Board;

public sealed class NoteBoardTests : BoardContext
{
    private static readonly (int, Change) Storage = (0, new NoteAdded(TestData.Note(1), NoteKind.Barrier, "Vi mangler lager"));
    private static readonly (int, Change) Measure = (1, new NoteAdded(TestData.Note(2), NoteKind.Barrier, "Ingen måler"));
    private static readonly (int, Change) Barn = (0, new NoteAdded(TestData.Note(3), NoteKind.Opportunity, "En tom låve"));

    [Fact]
    public async Task An_empty_board_teaches_with_an_example_of_each_kind()
    {
        await OpenAsync();
        Assert.Equal(2, Board.FindAll(".example").Count);
        await DoAsync(0, Storage.Item2);
        Assert.Single(Board.FindAll(".example"));
    }

    [Fact]
    public async Task The_newest_stands_first_and_one_has_a_menu_for_ones_own_and_agrees_with_the_others()
    {
        await OpenAsync(before: [Storage, Measure]);
        Assert.Equal(["Ingen måler", "Vi mangler lager"], Texts("barrier"));
        Assert.Empty(Board.FindAll($"[data-focus-key='more:{TestData.Note(2)}'], [data-focus-key='agree:{TestData.Note(1)}']"));
        await PressAsync($"agree:{TestData.Note(2)}");
        Assert.Equal("true", Key($"agree:{TestData.Note(2)}").GetAttribute("aria-pressed"));
        Assert.Equal("Enig 1", Key($"agree:{TestData.Note(2)}").TextContent);
    }

    [Fact]
    public async Task That_the_partner_is_writing_is_said_in_the_column_while_nothing_else_changes()
    {
        await OpenAsync(before: [Storage]);
        await WriteAsync(1, "note:barrier");
        Assert.Equal(["Arendal skriver …", ""], Board.FindAll(".typing").Select(line => line.TextContent));
        await WriteAsync(1, null);
        Assert.All(Board.FindAll(".typing"), line => Assert.Equal("", line.TextContent));
    }

    [Fact]
    public async Task What_somebody_writes_is_words_and_never_markup()
    {
        const string Hostile = "<img src=x onerror=alert(1)> & \"æøå\" '</span><script>'";
        await OpenAsync(
            before:
            [
                (0, new NoteAdded(TestData.Note(1), NoteKind.Barrier, Hostile)),
                (0, new NoteLabelled(TestData.Note(1), "<b>tema</b>", null)),
                Barn,
            ]
        );
        await DoAsync(0, new NoteAnswers(TestData.Note(3), new(TestData.Party(0), TestData.Note(1))));
        Assert.Equal([Hostile], Texts("barrier"));
        Assert.Equal("<b>tema</b>", Board.Find(".note .about").TextContent);
        Assert.StartsWith("Svar på: <img src=x onerror=alert(1)>", Board.Find(".answers").TextContent, StringComparison.Ordinal);
        Assert.Empty(Board.FindAll(".note img, .note script, .note b"));
    }

    [Fact]
    public async Task Whom_a_note_is_for_is_said_in_two_presses_and_taken_away_in_one()
    {
        await OpenAsync(before: [Storage]);
        await OpenMenuAsync(TestData.Note(1));
        await PressAsync("to:State");
        Assert.Equal("til staten", Board.Find(".note .about").TextContent);
        await PressAsync("theme:Innkjøp");
        Assert.Equal("Innkjøp · til staten", Board.Find(".note .about").TextContent);
        await PressAsync("to:State");
        Assert.Equal("Innkjøp", Board.Find(".note .about").TextContent);
        await ActAsync(Key("theme").GetAttribute("data-act")!, "Byggevarer");
        Assert.Equal("Byggevarer", Board.Find(".note .about").TextContent);
    }

    [Fact]
    public async Task A_theme_the_pair_has_found_itself_is_the_first_to_choose()
    {
        await OpenAsync(before: [Storage, Barn, (0, new NoteLabelled(TestData.Note(3), "Låver", null))]);
        await OpenMenuAsync(TestData.Note(1));
        Assert.Equal("Låver", Board.Find("[data-focus-key^='theme:']").TextContent);
        Assert.Equal(9, Board.FindAll("[data-focus-key^='theme:']").Count);
    }

    [Fact]
    public async Task An_opportunity_says_which_barrier_it_answers_and_the_rest_are_listed()
    {
        await OpenAsync(before: [Storage, Measure, Barn]);
        await OpenMenuAsync(TestData.Note(3));
        await ActAsync(
            Key("answers").GetAttribute("data-act")!,
            Key("answers").Children.Single(barrier => barrier.TextContent == "Vi mangler lager").GetAttribute("value")!
        );
        Assert.Equal("Svar på: Vi mangler lager", Board.Find(".answers").TextContent);
        Assert.Equal(["Ingen måler"], Board.FindAll(".unanswered li").Select(barrier => barrier.TextContent));
    }

    [Fact]
    public async Task What_is_deleted_leaves_the_way_back_where_it_was_also_when_more_than_one_is()
    {
        await OpenAsync(before: [Storage, Barn]);
        await ActAsync($"delete/{TestData.Note(1)}");
        await ActAsync($"delete/{TestData.Note(3)}");
        Assert.Empty(Board.FindAll(".note"));
        Assert.Equal(2, Board.FindAll(".removed").Count);
        await PressAsync($"undo:{TestData.Note(1)}");
        Assert.Equal(["Vi mangler lager"], Texts("barrier"));
        Assert.Single(Board.FindAll(".removed"));
        Assert.Contains("Lappen er tilbake.", Said);
    }

    [Fact]
    public async Task A_note_moved_by_hand_is_in_the_other_column_and_it_is_said()
    {
        await OpenAsync(before: [Storage]);
        await ActAsync($"move/{TestData.Note(1)}", "Opportunity");
        Assert.Equal(["Vi mangler lager"], Texts("opportunity"));
        Assert.Equal(["Lappen er flyttet til muligheter."], Said);
    }

    [Theory]
    [InlineData("move/{0}", "Opportunity")]
    [InlineData("delete/{0}", "")]
    [InlineData("theme/{0}", "Lager")]
    [InlineData("noe annet/{0}", "")]
    [InlineData("move/{0}", "7")]
    public async Task What_a_browser_says_of_a_note_one_may_not_change_is_refused(string act, string value)
    {
        await OpenAsync(before: [Measure]);
        foreach (var note in new[] { 2, 99 })
            Assert.False((await ActAsync(act.Replace("{0}", TestData.Note(note).ToString(), StringComparison.Ordinal), value)).Kept);
        Assert.Equal(["Ingen måler"], Texts("barrier"));
    }

    [Fact]
    public async Task The_two_halves_of_a_label_are_one_label_also_when_they_come_before_the_news_does()
    {
        await OpenAsync(before: [Storage]);
        await ActAsync($"theme/{TestData.Note(1)}", "Lager");
        await ActAsync($"to/{TestData.Note(1)}", "Ks");
        Assert.Equal("Lager · til KS", Board.Find(".note .about").TextContent);
    }

    [Fact]
    public async Task What_is_said_done_of_a_step_that_is_over_is_not_said_of_the_next()
    {
        await OpenAsync();
        var answer = await ActAsync($"done/{Rooms.Current.Workshop.Position - 1}", "yes");
        Assert.Equal("Steget var over før det kom fram.", answer.Message);
        Assert.True((await ActAsync($"done/{Rooms.Current.Workshop.Position}", "yes")).Kept);
    }

    [Fact]
    public async Task What_is_refused_is_said_at_the_note_and_the_note_stays()
    {
        await OpenAsync(before: [Storage]);
        await Rooms.SubmitAsync(TestData.Id, TestData.Facilitator, new WorkshopClosed(), Guid.NewGuid());
        await ActAsync($"delete/{TestData.Note(1)}");
        Assert.NotEqual("", Board.Find(".note [role=alert]").TextContent.Trim());
        Assert.Empty(Board.FindAll(".removed"));
    }

    [Fact]
    public async Task What_the_partner_wrote_down_for_me_is_mine_and_says_so()
    {
        await OpenAsync(before: [(1, new NoteAdded(TestData.Note(5), NoteKind.Barrier, "Sagt ved bordet", TestData.Party(0)))]);
        Assert.Contains("Stad, ført av Arendal", Board.Find(".note .party").TextContent, StringComparison.Ordinal);
        Assert.NotNull(Key($"more:{TestData.Note(5)}"));
    }

    [Fact]
    public async Task Who_has_said_little_is_asked_and_the_other_is_asked_to_ask()
    {
        var many = Enumerable
            .Range(10, 4)
            .Select(number => (0, (Change)new NoteAdded(TestData.Note(number), NoteKind.Barrier, $"Lapp {number}")))
            .ToArray();
        await OpenAsync(party: 1, before: many);
        Assert.StartsWith("Stad har fått ned en del.", Board.Find(".evenness").TextContent.Trim(), StringComparison.Ordinal);
        await DoAsync(1, Measure.Item2);
        await DoAsync(1, new NoteAdded(TestData.Note(20), NoteKind.Barrier, "Ingen har tid"));
        Assert.Equal("", Board.Find(".evenness").TextContent);
    }

    [Fact]
    public async Task Votes_are_counted_in_words_and_when_they_are_given_the_reason_stands_at_the_note()
    {
        var four = Enumerable
            .Range(10, 4)
            .Select(number => (0, (Change)new NoteAdded(TestData.Note(number), NoteKind.Barrier, $"Lapp {number}")))
            .ToArray();
        await OpenAsync(phase: PhaseKind.Prioritising, before: four);
        foreach (var number in new[] { 10, 11, 12 })
        {
            await PressAsync($"vote:{TestData.Note(number)}");
        }

        Assert.Contains("0 av 3 valg igjen", Board.Find(".votes").TextContent, StringComparison.Ordinal);
        Assert.Contains("is-spent", Key($"vote:{TestData.Note(13)}").ClassList);
        Assert.DoesNotContain("is-spent", Key($"vote:{TestData.Note(10)}").ClassList);
        await PressAsync($"vote:{TestData.Note(13)}");
        Assert.Contains(
            "3",
            Board.Find($"#note-{TestData.Note(13)} .error, #note-{TestData.Note(13)}-error").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("false", Key($"vote:{TestData.Note(13)}").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_note_is_no_component_and_a_board_costs_the_same_number_of_them_however_many_notes_it_has()
    {
        await OpenAsync(before: [Storage, Barn]);
        var few = Board.FindComponents<Microsoft.AspNetCore.Components.ComponentBase>().Count;
        for (var number = 20; number < 60; number++)
            await DoAsync(number % 2, new NoteAdded(TestData.Note(number), NoteKind.Barrier, $"Lapp {number}"));
        Assert.Equal(few, Board.FindComponents<Microsoft.AspNetCore.Components.ComponentBase>().Count);
    }
}
