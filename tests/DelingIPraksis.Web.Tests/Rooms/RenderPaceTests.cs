using DelingIPraksis.Web.Rooms;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Rooms;

public sealed class RenderPaceTests
{
    private readonly FakeTimeProvider _time = new();
    private int _renders;

    [Fact]
    public void The_first_is_shown_at_once_and_those_that_follow_together()
    {
        using var pace = new RenderPace(_time, TimeSpan.FromMilliseconds(250), () => _renders++);
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
}
