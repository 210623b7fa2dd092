using Bunit;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Board;
using DelingIPraksis.Web.Tests.Console;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Board;

/// <summary>Asking for the facilitator, and what is said when the question is gone.</summary>
public sealed class HelpMenuTests : BoardContext
{
    private const string Seen = "Fasilitatoren har sett det.";

    [Fact]
    public async Task A_question_that_a_colleague_took_back_has_not_been_seen_by_the_facilitator()
    {
        var menu = await AskedAsync();
        await DoAsync(0, new HelpAnswered(TestData.Party(0)));
        menu.Render();
        Assert.DoesNotContain(Seen, menu.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_was_answered_has_been_seen_also_on_a_page_that_came_afterwards()
    {
        var menu = await AskedAsync();
        await Rooms.SubmitAsync(TestData.Id, TestData.Facilitator, new HelpAnswered(TestData.Party(0)), Guid.NewGuid());
        Show();
        menu.Render();
        Assert.Contains(Seen, menu.Markup, StringComparison.Ordinal);
        Assert.Contains(Seen, Render<HelpMenu>(help => help.Add(shown => shown.Session, Session)).Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<HelpMenu>> AskedAsync()
    {
        await OpenAsync(before: (0, new HelpAsked(HelpReason.Unsure)));
        var menu = Render<HelpMenu>(help => help.Add(shown => shown.Session, Session));
        Assert.DoesNotContain(Seen, menu.Markup, StringComparison.Ordinal);
        return menu;
    }
}
