using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Tests.Texts;

public sealed class RelativeTimeTests
{
    private readonly IStringLocalizer<CommonTexts> _texts =
        new ServiceCollection().AddLogging().AddTexts().BuildServiceProvider().GetRequiredService<IStringLocalizer<CommonTexts>>();

    [Theory]
    [InlineData(0, "nå")]
    [InlineData(59, "nå")]
    [InlineData(60, "1 min")]
    [InlineData(3599, "59 min")]
    [InlineData(3 * 3600, "3 t")]
    [InlineData(49 * 3600, "2 d")]
    public void A_note_tells_its_age_in_whole_minutes(int seconds, string words) =>
        Assert.Equal(words, _texts.Ago(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(4, "nå")]
    [InlineData(40, "40 s")]
    [InlineData(120, "2 min")]
    public void The_facilitator_sees_the_seconds_too(int seconds, string words) =>
        Assert.Equal(words, _texts.AgoBySeconds(TimeSpan.FromSeconds(seconds)));

    // A clock that was set back must not make a note come from the future.
    [Fact]
    public void Time_that_has_not_come_is_now() => Assert.Equal("nå", _texts.Ago(TimeSpan.FromMinutes(-3)));
}
