using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Tests.Gatherings;
using DelingIPraksis.Web.Console.Doings;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Console;

public sealed class DoingWordsTests
{
    private readonly DoingWords _words =
        new ServiceCollection().AddLogging().AddTexts().AddScoped<DoingWords>().BuildServiceProvider().GetRequiredService<DoingWords>();

    public static TheoryData<Type> InHistory() => [.. Verbs.All.Where(verb => verb.IsAssignableTo(typeof(IOfConsole)))];

    [Theory]
    [MemberData(nameof(InHistory))]
    public void An_action_in_the_history_has_words(Type verb)
    {
        var view = GatheringView.For(Told.At(null, 2, 2), Told.Facilitator);
        var line = _words.Line(new Doing(1, Told.Start, "Astrid", (Change)Sample.Of(verb), Undone: false), view);
        Assert.Matches(@"^Astrid \w", line);
    }
}
