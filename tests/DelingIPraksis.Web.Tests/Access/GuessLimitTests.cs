using System.Net;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Access;

public sealed class GuessLimitTests
{
    private static readonly IPAddress Hall = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("198.51.100.7");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Never_holds_up_a_hall_where_everybody_has_the_right_code()
    {
        var limit = Limit();
        for (var person = 0; person < 10_000; person++)
        {
            var admitted = limit.AdmitAsync(Hall);
            Assert.True(admitted.IsCompletedSuccessfully && await admitted);
        }
    }

    [Fact]
    public async Task Lets_a_hall_through_ten_a_second_when_somebody_in_it_guesses()
    {
        var limit = Limit();
        Miss(limit, Hall, 101);
        var line = Enumerable.Range(0, 1_000).Select(_ => limit.AdmitAsync(Hall)).ToList();
        Assert.InRange(line.Count(turn => turn.IsCompleted), 1, 2);
        for (var second = 0; second < 101; second++) _time.Advance(TimeSpan.FromSeconds(1));
        Assert.All(await Task.WhenAll(line), Assert.True);
    }

    [Fact]
    public async Task Sees_no_more_than_ten_guesses_a_second_from_one_address()
    {
        var limit = Limit();
        Miss(limit, Hall, 101);
        var tries = 0;
        for (var minute = 0; minute < 60 * 10; minute++)
        {
            for (var burst = 0; burst < 50 && limit.AdmitAsync(Hall) is { IsCompleted: true } turn && await turn; burst++)
            {
                limit.RecordFailure(Hall);
                tries++;
            }

            _time.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.InRange(tries, 1, 601);
    }

    [Fact]
    public async Task Says_no_only_when_the_line_is_too_long()
    {
        var limit = Limit();
        Miss(limit, Hall, 101);
        var answers = Enumerable.Range(0, 3_000).Select(_ => limit.AdmitAsync(Hall)).ToList();
        var refused = answers.Count(answer => answer.IsCompleted && !answer.Result);
        Assert.InRange(refused, 1_700, 1_900);
        Assert.True(await limit.AdmitAsync(Elsewhere));
    }

    [Fact]
    public async Task Forgets_after_a_while()
    {
        var limit = Limit();
        Miss(limit, Hall, 101);
        _time.Advance(TimeSpan.FromMinutes(21));
        for (var tries = 0; tries < 5; tries++) Assert.True(await limit.AdmitAsync(Hall));
    }

    [Fact]
    public void Slows_those_who_have_been_wrong_when_the_guesses_come_from_everywhere()
    {
        var limit = Limit();
        for (var address = 0; address < 3_001; address++) limit.RecordFailure(new IPAddress([10, 0, (byte)(address >> 8), (byte)address]));
        Assert.True(limit.AdmitAsync(new IPAddress([10, 0, 0, 1])).IsCompleted);
        Assert.False(limit.AdmitAsync(new IPAddress([10, 0, 0, 2])).IsCompleted);
        Assert.True(limit.AdmitAsync(Hall).IsCompleted);
    }

    [Fact]
    public void Counts_a_customers_whole_network_as_one_address()
    {
        var limit = Limit();
        for (var host = 0; host < 101; host++) limit.RecordFailure(IPAddress.Parse($"2001:db8:1:2::{host:x}"));
        Assert.True(limit.AdmitAsync(IPAddress.Parse("2001:db8:1:2::ffff")).IsCompleted);
        Assert.False(limit.AdmitAsync(IPAddress.Parse("2001:db8:1:2:3::1")).IsCompleted);
        Assert.True(limit.AdmitAsync(IPAddress.Parse("2001:db8:1:3::1")).IsCompleted);
    }

    private GuessLimit Limit() => new(Options.Create(new AccessOptions()), _time);

    private static void Miss(GuessLimit limit, IPAddress from, int times)
    {
        for (var time = 0; time < times; time++) limit.RecordFailure(from);
    }
}
