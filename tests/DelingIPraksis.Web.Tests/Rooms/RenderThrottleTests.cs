using System.Globalization;
using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Rooms;

public sealed class RenderThrottleTests
{
    private readonly FakeTimeProvider _time = new();
    private int _renders;

    [Fact]
    public void The_first_is_shown_at_once_and_those_that_follow_together()
    {
        using var pace = new RenderThrottle(_time, TimeSpan.FromMilliseconds(250), () => _renders++);
        pace.Signal();
        Assert.Equal(1, _renders);
        for (var signal = 0; signal < 50; signal++) pace.Signal();
        Assert.Equal(1, _renders);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        Assert.Equal(2, _renders);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, _renders);
        pace.Signal();
        Assert.Equal(3, _renders);
    }

    [Fact]
    public async Task It_is_rendered_in_the_readers_language_whoever_brings_the_news()
    {
        var (nynorsk, english) = (CultureInfo.GetCultureInfo("nn-NO"), CultureInfo.GetCultureInfo("en-GB"));
        List<CultureInfo> seen = [];
        CultureInfo.CurrentUICulture = english;
        using var pace = new RenderThrottle(_time, TimeSpan.FromMilliseconds(250), () => seen.Add(CultureInfo.CurrentUICulture));
        await Task.Run(() =>
        {
            CultureInfo.CurrentUICulture = nynorsk;
            pace.Signal();
            pace.Signal();
            _time.Advance(TimeSpan.FromMilliseconds(250));
            Assert.Equal(nynorsk, CultureInfo.CurrentUICulture);
        }, TestContext.Current.CancellationToken);
        Assert.Equal([english, english], seen);
    }
}
