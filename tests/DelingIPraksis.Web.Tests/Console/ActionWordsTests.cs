using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Tests.Gatherings;
using DelingIPraksis.Web.Console.History;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Console;

public sealed class ActionWordsTests
{
    private readonly ActionWords _words =
        new ServiceCollection().AddLogging().AddTexts().AddScoped<ActionWords>().BuildServiceProvider().GetRequiredService<ActionWords>();

    public static TheoryData<Type> InHistory() => [.. Verbs.All.Where(verb => verb.IsAssignableTo(typeof(IOfConsole)))];

    [Theory]
    [MemberData(nameof(InHistory))]
    public void An_action_in_the_history_has_words(Type verb)
    {
        var view = GatheringView.For(TestData.At(null, 2, 2), TestData.Facilitator);
        var line = _words.Line(new LeaderAction(1, TestData.Start, "Astrid", (Change)Sample.Of(verb), Undone: false), view);
        Assert.Matches(@"^Astrid \w", line);
    }
}
