using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class ReportRulesTests
{
    [Fact]
    public void Points_stand_in_two_lists_in_the_order_the_organiser_gives_them()
    {
        var story = Story.WithPairs(2);
        foreach (
            var (number, kind) in new[] { (1, NoteKind.Barrier), (2, NoteKind.Opportunity), (3, NoteKind.Barrier), (4, NoteKind.Barrier) }
        )
            story.When(Story.Organiser, new PointPut(new Point(Ids.Point(number), kind, $"Punkt {number}", []))).Stands();
        story.When(Story.Organiser, new PointMoved(Ids.Point(4), 0)).Stands();
        var report = GatheringReport.Of(story.Now, attributed: false);
        Assert.Equal(["Punkt 4", "Punkt 1", "Punkt 3"], report.Barriers.Select(point => point.Text.Value));
        Assert.Equal(["Punkt 2"], report.Opportunities.Select(point => point.Text.Value));
    }

    [Fact]
    public void The_archive_tells_who_wrote_what_and_the_publication_does_not()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Board)
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Mangler lager"));
        story
            .When(
                Story.Organiser,
                new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, "Det mangler lager", [new NoteRef(Ids.Party(0), Ids.Note(1))]))
            )
            .Stands();
        Assert.Equal("Kommune 0", Assert.Single(GatheringReport.Of(story.Now, attributed: true).Barriers[0].Sources).Origin!.Party.Value);
        var published = GatheringReport.Of(story.Now, attributed: false);
        Assert.Empty(published.Barriers[0].Sources);
        Assert.All(published.Groups, group => Assert.Empty(group.Contributions));
    }

    [Fact]
    public void A_point_is_written_over_notes_that_exist() => Story.WithPairs(2)
        .When(Story.Organiser, new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, "Punkt", [new NoteRef(Ids.Party(0), Ids.Note(9))])))
        .IsRefused(RefusalReason.NoSuchNote);

    [Fact]
    public void Publishing_again_is_a_correction_that_remembers_the_first_day()
    {
        var story = Story.WithPairs(2);
        story.When(Story.Organiser, new ReportPublished()).IsRefused(RefusalReason.ReportIsEmpty);
        story
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, "Punkt", [])))
            .When(Story.Organiser, new ReportPublished())
            .Stands();
        story.After(TimeSpan.FromDays(2)).When(Story.Organiser, new ReportPublished()).Stands();
        Assert.Equal((Story.Start, Story.Start.AddDays(2)), (story.Now.Publication!.FirstAt, story.Now.Publication.At));
        story
            .When(Story.Organiser, new ReportWithdrawn())
            .Stands()
            .When(Story.Organiser, new ReportWithdrawn())
            .IsRefused(RefusalReason.NotPublished);
    }

    [Fact]
    public void A_link_to_a_presentation_is_an_address_on_the_web() => Story.Planned(2)
            .When(
                Story.Organiser,
                new BlockPut(
                    new Block(
                        Ids.Block(1),
                        "Bolk",
                        "",
                        [new Talk(new Id<Talk>(Guid.Empty), "Innlegg", [], "", new Uri("javascript:alert(1)"))],
                        false
                    )
                )
            )
        .IsRefused(RefusalReason.ImplausibleAddress);

    [Theory]
    [InlineData(1999)]
    [InlineData(2101)]
    public void A_day_is_in_our_time(int year) => Story.Planned(2)
            .When(
                Story.Organiser,
                new GatheringDescribed(GatheringFacts.None with { Title = "T", Network = "N", Date = new DateOnly(year, 6, 7) })
            )
        .IsRefused(RefusalReason.ImplausibleDate);
}
