using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Tests.Gatherings;
using DelingIPraksis.Web.Programme;
using DelingIPraksis.Web.Tests.Console;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Programme;

public sealed class ProgrammeWordsTests
{
    private readonly ProgrammeWords _words = new ServiceCollection()
        .AddLogging()
        .AddTexts()
        .AddScoped<ProgrammeWords>()
        .BuildServiceProvider()
        .GetRequiredService<ProgrammeWords>();

    public static TheoryData<Type> UndoneOnTheProgramme() =>
        [.. Verbs.All.Where(verb => verb.IsAssignableTo(typeof(IOfProgramme)) && verb.IsAssignableTo(typeof(IUndoable)))];

    [Theory]
    [MemberData(nameof(UndoneOnTheProgramme))]
    public void A_change_that_is_undone_on_the_programme_has_words(Type verb)
    {
        var view = GatheringView.For(TestData.At(null, 2, 2), TestData.Facilitator);
        var change = (Change)Sample.Of(verb);
        // The words name what was changed, and a sample that says what was read changes nothing.
        if (change is Change.GatheringDescribed described) change = described with { Read = null };
        var entry = new Entry(1, Guid.NewGuid(), TestData.Start, TestData.Facilitator, change);
        Assert.NotEmpty(_words.Of(new Step([entry]), view, new Dictionary<Id<User>, string>()));
    }
}
