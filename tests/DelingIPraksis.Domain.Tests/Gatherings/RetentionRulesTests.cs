using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>How long a gathering is kept, and what is left when its time is out.</summary>
public sealed class RetentionRulesTests
{
    [Fact]
    public void Names_go_after_a_year_when_nobody_has_said_anything() =>
        Assert.Equal(new RetentionDates(new DateOnly(2022, 6, 7), null, null), Story.Planned(2).SeenBy(Story.Stranger).RetentionDates);

    [Fact]
    public void The_days_follow_the_gathering_when_it_is_moved()
    {
        var story = Story.Planned(2).When(Story.Organiser, new RetentionSet(new Retention(3, 24))).Stands();
        story.When(Story.Organiser, new GatheringDescribed(story.Now.Facts with { Date = new DateOnly(2021, 9, 30) })).Stands();
        Assert.Equal(
            new RetentionDates(new DateOnly(2021, 12, 30), new DateOnly(2023, 9, 30), null),
            story.SeenBy(Story.From(0)).RetentionDates
        );
    }

    [Fact]
    public void A_date_long_ago_never_makes_it_go_sooner_than_from_the_day_it_was_made()
    {
        var story = Story.Planned(2).When(Story.Organiser, new RetentionSet(new Retention(3, 12))).Stands();
        story.When(Story.Organiser, new GatheringDescribed(story.Now.Facts with { Date = new DateOnly(2001, 6, 7) })).Stands();
        Assert.Equal(new DateOnly(2022, 6, 7), story.SeenBy(Story.Organiser).RetentionDates.All);
    }

    [Fact]
    public void Names_that_would_outlive_the_rest_go_with_it() =>
        Assert.Null(
            Story
                .Planned(2)
                .When(Story.Organiser, new RetentionSet(new Retention(12, 6)))
                .Stands()
                .SeenBy(Story.Organiser)
                .RetentionDates.Names
        );

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, -1)]
    [InlineData(121, null)]
    public void A_period_is_from_a_month_to_ten_years(int? names, int? all) =>
        Story.Planned(2).When(Story.Organiser, new RetentionSet(new Retention(names, all))).IsRefused(RefusalReason.ImplausibleRetention);

    [Fact]
    public void What_would_be_gone_at_once_is_not_chosen_by_mistake()
    {
        var story = Story.Planned(2).After(TimeSpan.FromDays(200));
        story.When(Story.Organiser, new RetentionSet(new Retention(3, 6))).IsRefused(RefusalReason.ImplausibleRetention);
        story.When(Story.Organiser, new RetentionSet(new Retention(3, 7))).Stands();
    }

    [Fact]
    public void When_the_names_are_removed_every_word_stays_and_so_does_a_published_report()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Board)
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Tid"))
            .Stands();
        story
            .When(Story.Organiser, new BlockPut(new Block(Ids.Block(1), "Bolk", "", [], false)))
            .When(Story.Organiser, new ReportPublished())
            .Stands();
        var before = story.Now;
        story.When(Story.Application, new NamesErased()).Stands();
        Assert.Equal(story.Clock, story.SeenBy(Story.Organiser).RetentionDates.NamesErasedAt);
        Assert.Equal(GatheringJson.Write(before), GatheringJson.Write(story.Now with { NamesErasedAt = null, Sequence = before.Sequence }));
    }

    [Fact]
    public void What_is_erased_exists_for_nobody_and_is_not_made_again()
    {
        var story = Story.WithPairs(2).When(Story.Organiser, new GatheringErased()).Stands();
        Assert.False(story.Now.Exists);
        foreach (var actor in new[] { Story.Organiser, Story.Facilitator, Story.From(0), Story.Application })
            Assert.Equal(Role.None, story.SeenBy(actor).Role);
        story.When(Story.From(0), new DoneSaid(true)).IsRefused(RefusalReason.NoSuchGathering);
        story.When(Story.Organiser, new GatheringCreated(story.Now.Facts, IsDemo: false)).IsRefused(RefusalReason.AlreadyExists);
    }

    [Fact]
    public void Everything_is_kept_as_long_as_the_names_and_a_month_at_least() =>
        Gen.Select(Gen.Int[1, 120].Nullable(), Gen.Int[1, 120].Nullable())
            .Sample(
                (names, all) =>
    {
        var until = Story
            .Planned(2)
            .When(Story.Organiser, new RetentionSet(new Retention(names, all)))
            .Stands()
            .SeenBy(Story.Stranger)
            .RetentionDates;
        return (until.Names ?? until.All) is not { } first
            || (first >= new DateOnly(2021, 7, 7) && (until.All is null || until.All >= first));
    });
}
