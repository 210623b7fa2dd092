using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Console;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

/// <summary>One pair by itself, words to some, the lead that is taken over, and the way back from everything.</summary>
public sealed class SteeringTests : ConsoleContext
{
    [Fact]
    public async Task A_pair_is_moved_given_time_and_let_follow_again()
    {
        var page = Open(TestData.At(PhaseKind.Writing, 2, 2));
        await page.InvokeAsync(() => Button(page, "Les").ClickAsync());
        await page.InvokeAsync(() => Button(page, "Flytt paret til Presentasjon").ClickAsync());
        Settle();
        page.WaitForAssertion(() =>
            Assert.Contains("Eget steg: Presentasjon", page.Find("#pace-title").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Eget steg: Presentasjon", page.Find("table.pairs").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, Rooms.Current.Workshop.Position);
        await page.InvokeAsync(() => Button(page, "2 min til").ClickAsync());
        Assert.Equal(new TimeAdded(2, TestData.PairId(0)), Rooms.Asked[^1]);
        Settle();
        await page.InvokeAsync(() => Button(page, "La dem følge de andre").ClickAsync());
        Assert.Null(Rooms.Current.Workshop.Pairs[0].Own);
    }

    [Fact]
    public async Task The_last_step_is_undone_from_the_key_and_the_one_before_it_after_that()
    {
        var page = Open(TestData.At(PhaseKind.Writing, 2));
        await page.InvokeAsync(() => Button(page, "Neste: Presentasjon").ClickAsync());
        Settle();
        await page.InvokeAsync(() => Button(page, "+2 min").ClickAsync());
        Settle();
        page.WaitForAssertion(() =>
            Assert.Contains("Per ga alle 2 min til.", page.Find(".undo-bar").TextContent, StringComparison.Ordinal)
        );
        await page.InvokeAsync(() => page.Find("[aria-keyshortcuts=U]").ClickAsync());
        Settle();
        page.WaitForAssertion(() =>
            Assert.Contains("Per flyttet alle til Presentasjon.", page.Find(".undo-bar").TextContent, StringComparison.Ordinal)
        );
        await page.InvokeAsync(() => page.Find("[aria-keyshortcuts=U]").ClickAsync());
        Assert.Equal(1, Rooms.Current.Workshop.Position);
        Settle();
        page.WaitForAssertion(() =>
            Assert.Contains("Angret: Per flyttet alle", page.Find(".undone").TextContent, StringComparison.Ordinal)
        );
        // It is said for a while, and not until the service is started again.
        Time.Advance(TimeSpan.FromSeconds(15));
        page.WaitForAssertion(() => Assert.Equal("", page.Find(".undone").TextContent.Trim()));
    }

    [Fact]
    public async Task What_was_undone_is_no_longer_told_when_something_else_is_done()
    {
        var page = Open(TestData.At(PhaseKind.Writing, 2));
        await page.InvokeAsync(() => Button(page, "+2 min").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".undo-bar")));
        await page.InvokeAsync(() => page.Find("[aria-keyshortcuts=U]").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.Contains("Angret", page.Find(".undone").TextContent, StringComparison.Ordinal));
        await DoAsync(TestData.Other, new ClockPaused());
        page.WaitForAssertion(() => Assert.Equal("", page.Find(".undone").TextContent.Trim()));
    }

    [Fact]
    public async Task The_beginning_and_the_first_pairs_are_undone_and_one_is_told_that_every_word_is_kept()
    {
        var page = Open(TestData.Planned(2, 2));
        await DoAsync(
            TestData.Facilitator,
            new PairsProposed([new Pair(new Id<Pair>(Guid.NewGuid()), [TestData.Party(0), TestData.Party(1)], [])])
        );
        await DoAsync(TestData.Facilitator, new PairsShown());
        await DoAsync(TestData.Facilitator, new PhaseEntered(-1, 0));
        page.WaitForAssertion(() => Assert.DoesNotContain("tas vare på", page.Find(".undo-bar").TextContent, StringComparison.Ordinal));
        await DoAsync(TestData.From(0), new TextWritten(TextField.Challenge, "Byggavfallet", 0));
        page.WaitForAssertion(() =>
            Assert.Contains("Det som er skrevet, tas vare på", page.Find(".undo-bar").TextContent, StringComparison.Ordinal)
        );
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await page.InvokeAsync(() => Button(page, "Angre").ClickAsync());
            Settle();
        }

        Assert.Equal(
            (-1, 0, 0),
            (Rooms.Current.Workshop.Position, Rooms.Current.Workshop.Pairs.Count, Rooms.Current.Workshop.Proposal.Count)
        );
        Assert.False(Rooms.Current.Workshop.WorkOf(TestData.Party(0)).Text(TextField.Challenge).Text.IsEmpty);
    }

    [Fact]
    public async Task What_one_has_done_the_next_one_can_undo()
    {
        var page = Open(TestData.At(PhaseKind.Writing, 2));
        await DoAsync(TestData.Other, new PhaseEntered(1, 2));
        page.WaitForAssertion(() => Assert.Contains("Inger flyttet alle", page.Find(".undo-bar").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[aria-keyshortcuts=U]").ClickAsync());
        Assert.Equal(1, Rooms.Current.Workshop.Position);
    }

    [Fact]
    public async Task The_lead_is_taken_over_and_handed_on()
    {
        var page = Open(TestData.At(PhaseKind.Writing, 2));
        await DoAsync(TestData.Other, new LeadTaken(TestData.User(3)));
        page.WaitForAssertion(() => Assert.Contains("Inger leder nå", page.Find(".lead").TextContent, StringComparison.Ordinal));
        Assert.False(HasButton(page, "Neste: Presentasjon"));
        await page.InvokeAsync(() => page.Find("[aria-keyshortcuts=L]").ClickAsync());
        Settle();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Neste: Presentasjon")));
        await page.InvokeAsync(() => page.Find("#hand-to").ChangeAsync(TestData.User(1).Value.ToString()));
        await page.InvokeAsync(() => page.Find(".hand-over").SubmitAsync());
        Assert.Equal(TestData.User(1), Rooms.Current.Workshop.Lead);
    }

    [Fact]
    public async Task A_message_goes_to_one_pair_or_to_those_who_lag()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2, 2));
        await DoAsync(TestData.From(0), new NoteAdded(TestData.Note(1), NoteKind.Barrier, "Lager"));
        await DoAsync(TestData.From(1), new NoteAdded(TestData.Note(2), NoteKind.Barrier, "Folk"));
        Assert.Contains(page.FindAll("#message-to option"), option => option.TextContent == "Til dem som trenger mer tid (1 par)");
        await page.InvokeAsync(() => page.Find("#message-to").ChangeAsync("laggards"));
        await page.InvokeAsync(() => page.Find("#message").InputAsync("Trenger dere noe?"));
        await page.InvokeAsync(() => page.Find(".message-form").SubmitAsync());
        Assert.Equal("Trenger dere noe?", GatheringView.For(Rooms.Current, TestData.From(2)).Message!.Text.Value);
        Assert.Null(GatheringView.For(Rooms.Current, TestData.From(0)).Message);
        Settle();
        page.WaitForAssertion(() =>
            Assert.Contains("Til Kristiansand + Bergen", page.Find(".message-now").TextContent, StringComparison.Ordinal)
        );
        await page.InvokeAsync(() => page.Find("#message-to").ChangeAsync(TestData.PairId(0).ToString()));
        await page.InvokeAsync(() => page.Find("#message").InputAsync("Fint!"));
        await page.InvokeAsync(() => page.Find(".message-form").SubmitAsync());
        Assert.Equal("Fint!", GatheringView.For(Rooms.Current, TestData.From(1)).Message!.Text.Value);
    }

    [Fact]
    public async Task One_who_asks_for_help_is_answered_in_words_without_entering()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2));
        await DoAsync(TestData.From(1), new HelpAsked(HelpReason.Unsure));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".queue-reply")));
        await page.InvokeAsync(() => page.Find(".queue-reply").SubmitAsync());
        Assert.Contains("Skriv noen ord først", page.Find(".asks").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find(".queue-reply input").InputAsync("Ett punkt på hver lapp holder."));
        await page.InvokeAsync(() => page.Find(".queue-reply").SubmitAsync());
        Assert.Null(Rooms.Current.Workshop.WorkOf(TestData.Party(1)).Help);
        Assert.Equal("Ett punkt på hver lapp holder.", GatheringView.For(Rooms.Current, TestData.From(1)).Message!.Text.Value);
    }

    [Fact]
    public void Eight_pairs_are_seen_at_once_and_nobody_is_asked_to_sort_them() =>
        Assert.Empty(Open(TestData.At(PhaseKind.Board, 2, 2, 2, 2, 2, 2, 2, 2)).FindAll(".pair-tools"));

    [Fact]
    public async Task Pairs_are_sorted_and_found_by_name()
    {
        var page = Open(TestData.At(PhaseKind.Board, 2, 2, 2, 2, 2, 2, 2, 2, 2));
        await page.InvokeAsync(() => page.Find("#pair-order").ChangeAsync(PairOrder.Name.ToString()));
        var sorted = page.FindAll("table.pairs .names").Select(names => names.TextContent.Trim()).ToList();
        Assert.Equal(("Asker + Hurdal", "Trondheim + Re"), (sorted[0], sorted[^1]));
        await page.InvokeAsync(() => page.Find("#pair-search").InputAsync("berg"));
        Assert.Equal(["Kristiansand + Bergen"], page.FindAll("table.pairs .names").Select(names => names.TextContent.Trim()));
        Assert.Equal("1 par", page.Find(".pair-tools [role=status]").TextContent);
        await page.InvokeAsync(() => page.Find("#pair-search").InputAsync("Hürdal"));
        Assert.Equal(["Asker + Hurdal"], page.FindAll("table.pairs .names").Select(names => names.TextContent.Trim()));
    }
}
