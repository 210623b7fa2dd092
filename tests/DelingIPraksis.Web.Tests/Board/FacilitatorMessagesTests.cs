using Bunit;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Board;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Tests.Console;

namespace DelingIPraksis.Web.Tests.Board;

/// <summary>What the facilitator says, under the clock of the board.</summary>
public sealed class FacilitatorMessagesTests : BoardContext
{
    private static readonly Message[] _three =
    [
        new("Ta en pause", TestData.Start, 9),
        new("Fem minutter igjen", TestData.Start, 8),
        new("Vi kommer", TestData.Start, 7),
    ];

    [Fact]
    public async Task Two_stand_beside_each_other_the_next_comes_when_one_is_closed_and_all_can_be_read_again()
    {
        var read = new HashSet<long>();
        var shown = Render<FacilitatorMessages>(messages => messages.Add(part => part.Messages, _three).Add(part => part.Read, read));
        Assert.Equal(["Ta en pause", "Fem minutter igjen"], Words());
        Assert.Contains("1 til.", shown.Markup, StringComparison.Ordinal);
        Assert.All(shown.FindAll("time"), time => Assert.EndsWith("Z", time.GetAttribute("datetime"), StringComparison.Ordinal));
        await shown.Find(".message button").ClickAsync();
        Assert.Equal(["Fem minutter igjen", "Vi kommer"], Words());
        var again = Render<MessageHistory>(messages => messages.Add(part => part.Messages, _three).Add(part => part.Read, read));
        Assert.Equal(3, again.FindAll("li").Count);

        IEnumerable<string> Words() => shown.FindAll(".message .words").Select(words => words.TextContent);
    }

    [Fact]
    public void Where_nothing_has_been_closed_there_is_nothing_to_read_again() =>
        Assert.Empty(
            Render<MessageHistory>(messages => messages.Add(part => part.Messages, _three).Add(part => part.Read, [])).Markup.Trim()
        );

    [Fact]
    public async Task What_was_closed_before_the_page_was_fetched_again_stays_closed()
    {
        await OpenAsync();
        foreach (var words in new[] { "Ta en pause", "Fem minutter igjen" })
            Assert.IsType<Reply.Kept>(
                await Rooms.SubmitAsync(TestData.Id, TestData.Facilitator, new Change.MessageSent(words), Guid.NewGuid())
            );
        Show();
        var drawn = 0;
        var bridge = new BoardBridge(Session, _ => Task.CompletedTask, () => Task.FromResult(drawn++));
        var top = Render<BoardTop>(board => board.Add(part => part.Session, Session).Add(part => part.Stage, BoardStage.Of(Session.View)));
        // Until the browser has said what it has closed, nothing comes over the field for a moment.
        Assert.Empty(top.FindAll(".message"));

        var pause = Session.View.Messages.Single(message => message.Text.Value == "Ta en pause");
        await bridge.Closed($"[{pause.Sequence}]");
        top.Render();
        Assert.Equal(["Fem minutter igjen"], top.FindAll(".message .words").Select(words => words.TextContent));
        Assert.Equal(2, top.FindAll(".again li").Count);
        await top.Find(".message button").ClickAsync();
        Assert.Empty(top.FindAll(".message"));
        Assert.Equal(1, drawn);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[\"x\"]")]
    public async Task A_browser_that_has_closed_nothing_or_says_what_cannot_be_read_sees_all(string words)
    {
        await OpenAsync();
        Assert.IsType<Reply.Kept>(
            await Rooms.SubmitAsync(TestData.Id, TestData.Facilitator, new Change.MessageSent("Ta en pause"), Guid.NewGuid())
        );
        Show();
        await new BoardBridge(Session, _ => Task.CompletedTask, () => Task.CompletedTask).Closed(words);
        var top = Render<BoardTop>(board => board.Add(part => part.Session, Session).Add(part => part.Stage, BoardStage.Of(Session.View)));
        Assert.Equal(["Ta en pause"], top.FindAll(".message .words").Select(shown => shown.TextContent));
    }
}
