using System.Globalization;
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

    [Theory]
    [InlineData("nb-NO", "over tiden", "Over tiden: 2:27")]
    [InlineData("nn-NO", "over tida", "Over tida: 2:27")]
    [InlineData("en-GB", "over time", "Over time: 2:27")]
    public void Counts_up_when_time_is_out(string culture, string caption, string spoken)
    {
        Read(culture);
        var clock = Show(TimeSpan.FromSeconds(-147.442));
        Assert.Equal("+2:27", clock.Find(".time").TextContent);
        Assert.Equal(caption, clock.Find(".caption").TextContent);
        Assert.Equal(spoken, clock.Find("dip-clock").GetAttribute("aria-label"));
        Assert.Equal("over", clock.Find("dip-clock").GetAttribute("data-state"));
    }

    [Theory]
    [InlineData("nb-NO", "tiden er ute", "Tiden er ute")]
    [InlineData("nn-NO", "tida er ute", "Tida er ute")]
    [InlineData("en-GB", "time is up", "Time is up")]
    public void Does_not_count_the_hours_of_a_page_that_is_opened_the_next_day(string culture, string caption, string spoken)
    {
        Read(culture);
        var clock = Show(TimeSpan.FromDays(-1));
        Assert.Equal("0:00", clock.Find(".time").TextContent);
        Assert.Equal(caption, clock.Find(".caption").TextContent);
        Assert.Equal(spoken, clock.Find("dip-clock").GetAttribute("aria-label"));
    }

    // Norwegian, Swedish and Persian write the sign of a number in ways that no browser reads.
    [Theory]
    [InlineData("nb-NO")]
    [InlineData("nn-NO")]
    [InlineData("en-GB")]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void Tells_the_browser_what_remains_in_the_one_way_it_reads(string culture)
    {
        Read(culture);
        var clock = Show(TimeSpan.FromMinutes(1));
        foreach (var (remaining, written) in new[] { (0d, "0"), (-1.5, "-1500"), (-147.442, "-147442"), (1234567.8, "1234567800") })
        {
            clock.Render(parameters => parameters.Add(c => c.Remaining, TimeSpan.FromSeconds(remaining)));
            Assert.Equal(written, clock.Find("dip-clock").GetAttribute("data-remaining"));
        }
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

    private static void Read(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    private IRenderedComponent<Clock> Show(TimeSpan remaining, long asOf = 0, bool paused = false) => Render<Clock>(parameters => parameters
        .Add(clock => clock.Remaining, remaining)
        .Add(clock => clock.AsOf, asOf)
        .Add(clock => clock.Paused, paused)
        .Add(clock => clock.Total, TimeSpan.FromMinutes(15)));
}
