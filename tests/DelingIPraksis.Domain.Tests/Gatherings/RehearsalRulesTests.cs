using DelingIPraksis.Domain.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class RehearsalRulesTests
{
    [Fact]
    public void A_rehearsal_is_erased_and_then_it_does_not_exist_for_anybody()
    {
        var story = Rehearsal().When(Story.Organiser, new RehearsalErased()).Stands();
        Assert.False(story.Now.Exists);
        Assert.Equal(Role.None, story.SeenBy(Story.Organiser).Role);
        story.When(Story.Organiser, new MessageSent("Hei")).IsRefused(RefusalReason.NoSuchGathering);
        story.When(Story.Organiser, new GatheringCreated(story.Now.Facts, IsDemo: false)).IsRefused(RefusalReason.AlreadyExists);
    }

    [Fact]
    public void What_was_really_held_is_never_erased_that_way() =>
        Story.WithPairs(2).When(Story.Organiser, new RehearsalErased()).IsRefused(RefusalReason.NotAllowed);

    [Fact]
    public void A_rehearsal_is_never_published()
    {
        var story = Rehearsal().When(Story.Organiser, new BlockPut(new Block(Ids.Block(1), "Bolk", "", [], false))).Stands();
        Assert.True(story.SeenBy(Story.Organiser).IsRehearsal);
        story.When(Story.Organiser, new ReportPublished()).IsRefused(RefusalReason.NotAllowed);
    }

    private static Story Rehearsal() => new Story()
            .When(
                Story.Organiser,
                new GatheringCreated(
                    GatheringFacts.None with
                    {
                        Title = "Generalprøve",
                        Network = "Nettverket",
                        Date = new DateOnly(2026, 6, 7),
                    },
                    IsDemo: true,
                    RehearsalOf: new Id<Gathering>(Guid.NewGuid())
                )
            )
            .Stands();
}
