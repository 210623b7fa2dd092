using Bunit;
using DelingIPraksis.Web.Shell.Parts;

namespace DelingIPraksis.Web.Tests.Shell;

public sealed class ClockTests : PartsContext
{
    [Fact]
    public void Shows_what_remains_and_of_how_much()
    {
        var clock = Show(TimeSpan.FromSeconds(760));
        Assert.Equal("12:40", clock.Find(".time").TextContent);
        Assert.Equal("igjen av 15 min", clock.Find(".caption").TextContent);
    }

    [Fact]
    public void Takes_off_what_has_passed_since_it_was_true()
    {
        var then = Time.GetTimestamp();
        Time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("12:00", Show(TimeSpan.FromSeconds(760), then).Find(".time").TextContent);
    }

    [Fact]
    public void Does_not_go_while_it_is_paused()
    {
        var then = Time.GetTimestamp();
        Time.Advance(TimeSpan.FromMinutes(5));
        var clock = Show(TimeSpan.FromSeconds(760), then, paused: true);
        Assert.Equal("12:40", clock.Find(".time").TextContent);
        Assert.Equal("satt på pause", clock.Find(".caption").TextContent);
    }

    [Fact]
    public void Says_that_it_is_nearly_done_in_the_last_minute() =>
        Assert.Equal("snart ferdig", Show(TimeSpan.FromSeconds(60)).Find(".caption").TextContent);

    [Fact]
    public void Asks_to_finish_the_writing_when_time_is_up()
    {
        var clock = Show(TimeSpan.FromSeconds(-20));
        Assert.Equal("0:00", clock.Find(".time").TextContent);
        Assert.Equal("tiden er ute, skriv ferdig", clock.Find(".caption").TextContent);
    }

    [Fact]
    public void Is_left_alone_when_only_its_parent_changes()
    {
        var clock = Show(TimeSpan.FromSeconds(760));
        Time.Advance(TimeSpan.FromSeconds(3));
        clock.Render(parameters => parameters.Add(c => c.Remaining, TimeSpan.FromSeconds(760)));
        Assert.Equal(1, clock.RenderCount);
    }

    [Fact]
    public void Is_told_when_the_facilitator_adds_time()
    {
        var clock = Show(TimeSpan.FromSeconds(760));
        clock.Render(parameters => parameters.Add(c => c.Remaining, TimeSpan.FromSeconds(880)));
        Assert.Equal("880000", clock.Find("dip-clock").GetAttribute("data-remaining"));
    }

    private IRenderedComponent<Clock> Show(TimeSpan remaining, long asOf = 0, bool paused = false) => Render<Clock>(parameters => parameters
        .Add(clock => clock.Remaining, remaining)
        .Add(clock => clock.AsOf, asOf)
        .Add(clock => clock.Paused, paused)
        .Add(clock => clock.Total, TimeSpan.FromMinutes(15)));
}
