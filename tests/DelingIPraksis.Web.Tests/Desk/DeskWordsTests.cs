using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Tests.Gatherings;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Tests.Console;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Tests.Desk;

public sealed class DeskWordsTests
{
    private readonly IStringLocalizer<SortingTexts> _texts =
        new ServiceCollection().AddLogging().AddTexts().BuildServiceProvider().GetRequiredService<IStringLocalizer<SortingTexts>>();

    public static TheoryData<Type> UndoneAtTheDesk() =>
        [.. Verbs.All.Where(verb => verb.IsAssignableTo(typeof(IOfDesk)) && verb.IsAssignableTo(typeof(IUndoable)))];

    [Theory]
    [MemberData(nameof(UndoneAtTheDesk))]
    public void A_change_that_is_undone_at_the_desk_has_words(Type verb)
    {
        var view = GatheringView.For(TestData.At(null, 2, 2), TestData.Facilitator);
        Assert.NotEmpty(DeskWords.Of((Change)Sample.Of(verb), view, view, _ => "Barrierer", _texts));
    }
}
