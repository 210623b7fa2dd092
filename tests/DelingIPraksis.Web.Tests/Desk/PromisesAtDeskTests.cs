using Bunit;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Tests.Reporting;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Desk;

/// <summary>What became of the promises, in figures that add up, and the way to the sheet of each municipality.</summary>
public sealed class PromisesAtDeskTests : DeskContext
{
    private static readonly EarlierPromises Spring = new(new DateOnly(2021, 3, 1), new PromiseTally(7, 2, 1, 1, 4));

    [Fact]
    public void The_table_of_this_gathering_adds_up_to_every_promise()
    {
        Given(GoldenTests.Promised());
        var desk = Open(DeskPlace.Publishing);
        Assert.Equal(["3", "0", "0", "1", "2"], FiguresOf(desk));
        Assert.Equal(Addresses.Promises(Now.Id), desk.Find(".publish a[href$='/lofter']").GetAttribute("href"));
    }

    [Fact]
    public async Task The_report_tells_the_figures_of_last_time_when_they_are_chosen_and_no_longer_when_not()
    {
        LastTime.Before = Spring;
        Given(SampleGathering.Begun());
        var desk = Open(DeskPlace.Publishing);
        Assert.Equal(["7", "3", "1", "1", "3"], FiguresOf(desk));
        await TickAsync(desk, chosen: true);
        Assert.Equal(Spring, Now.EarlierPromises);
        await TickAsync(desk, chosen: false);
        Assert.Null(Now.EarlierPromises);
    }

    [Fact]
    public async Task Figures_that_have_changed_since_are_told_of_and_renewed_by_one_press()
    {
        Given(SampleGathering.Begun().Do(SampleGathering.Organiser, new EarlierPromisesTold(Spring)));
        LastTime.Before = Spring with { Tally = new(7, 3, 2, 1, 4) };
        var desk = Open(DeskPlace.Publishing);
        var line = desk.FindAll(".publish p.small").Single(there => there.TextContent.Contains("Nå er det 5", StringComparison.Ordinal));
        Assert.Contains("Rapporten sier 3 vedtatt", line.TextContent, StringComparison.Ordinal);
        await desk.InvokeAsync(() => line.QuerySelector("button")!.Click());
        Assert.Equal(LastTime.Before, Now.EarlierPromises);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_sheet_of_each_municipality_is_found_when_the_group_work_is_over(bool over)
    {
        Given(over ? SampleGathering.Whole().Do(SampleGathering.Organiser, new WorkshopClosed()) : SampleGathering.Whole());
        var links = Open(DeskPlace.Publishing).FindAll(".publish a[href$='/etterpa#briefs']").Select(link => link.TextContent);
        Assert.Equal(over ? ["Orienteringssaken til hver kommune"] : [], links);
    }

    private static IEnumerable<string> FiguresOf(IRenderedComponent<DeskPage> desk) =>
        desk.FindAll(".publish tbody td").Select(cell => cell.TextContent);

    private static Task TickAsync(IRenderedComponent<DeskPage> desk, bool chosen) => desk.InvokeAsync(() =>
        desk.FindAll(".publish label.choice")
            .Single(label => label.TextContent.Contains("Ta tallene med i rapporten", StringComparison.Ordinal))
            .QuerySelector("input")!.Change(chosen));
}
