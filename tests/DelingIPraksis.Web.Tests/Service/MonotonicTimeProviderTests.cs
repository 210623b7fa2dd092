using CsCheck;
using DelingIPraksis.Web.Service;

namespace DelingIPraksis.Web.Tests.Service;

/// <summary>R10: somebody sets the machine's clock while the service runs.</summary>
public sealed class MonotonicTimeProviderTests
{
    [Fact]
    public void A_clock_that_is_set_back_three_hours_does_not_stop_the_time()
    {
        var machine = new Machine();
        var time = new MonotonicTimeProvider(machine);
        var before = time.GetUtcNow();
        machine.Set(TimeSpan.FromHours(-3));
        machine.Pass(TimeSpan.FromMinutes(7));
        Assert.Equal(TimeSpan.FromMinutes(7), time.GetUtcNow() - before);
    }

    [Fact]
    public void A_machine_that_slept_is_believed()
    {
        var machine = new Machine();
        var time = new MonotonicTimeProvider(machine);
        var before = time.GetUtcNow();
        machine.Set(TimeSpan.FromHours(9));
        Assert.Equal(TimeSpan.FromHours(9), time.GetUtcNow() - before);
    }

    [Fact]
    public void Whatever_is_done_to_the_clock_what_comes_later_is_later() =>
        Gen.Select(Gen.Int[-20_000, 20_000], Gen.Int[0, 5_000])
            .Array[1, 40]
            .Sample(steps =>
    {
        var machine = new Machine();
        var time = new MonotonicTimeProvider(machine);
        var last = time.GetUtcNow();
        foreach (var (set, passed) in steps)
        {
            machine.Set(TimeSpan.FromSeconds(set));
            machine.Pass(TimeSpan.FromSeconds(passed));
            var now = time.GetUtcNow();
            if (now - last < TimeSpan.FromSeconds(passed)) return false;
            last = now;
        }

        return true;
    });

    /// <summary>A machine's two clocks: one that can be set, one that cannot.</summary>
    private sealed class Machine : TimeProvider
    {
        private DateTimeOffset _told = new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _told;

        public override long GetTimestamp() => _ticks;

        public void Set(TimeSpan by) => _told += by;

        public void Pass(TimeSpan time)
        {
            _told += time;
            _ticks += time.Ticks;
        }
    }
}
