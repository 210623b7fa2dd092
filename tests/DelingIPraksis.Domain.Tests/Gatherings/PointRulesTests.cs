using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class PointRulesTests
{
    [Theory]
    [InlineData("barrier", 1)]
    [InlineData("opportunity", 2)]
    public void A_log_from_when_there_were_two_lists_still_reads(string kind, int section)
    {
        var written =
            """{"verb":"point-put","point":{"id":"00000000000000000000000000000007","kind":"KIND","text":"Ord","sources":[]}}""".Replace(
                "KIND",
                kind,
                StringComparison.Ordinal
            );
        var point = ((PointPut)GatheringJson.Read<Change>(written)).Point;
        Assert.Equal((Section.AlwaysThere[section - 1], "Ord", 0), (point.Section, point.Text.Value, point.Revision));
    }

    [Fact]
    public void A_point_is_written_down_with_the_name_of_its_section()
    {
        Point[] points =
        [
            new(Ids.Point(1), NoteKind.Barrier, "A", []),
            new(Ids.Point(2), Section.Asks, "B", []),
            new(Ids.Point(3), Ids.Section(1), "C", []),
        ];
        foreach (var point in points)
            Assert.Equal(point.Section, GatheringJson.Read<Point>(GatheringJson.Write(point)).Section);
        Assert.Contains("\"kind\":\"ask\"", GatheringJson.Write(points[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_of_the_organisers_own_comes_after_those_that_are_always_there()
    {
        var story = Story.WithPairs(2)
            .When(Story.Organiser, new SectionPut(Ids.Section(1), "Gode eksempler"))
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(1), Ids.Section(1), "Stad har et lager", [])))
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(2), Section.Asks, "Staten må endre avgiften", [])))
            .When(Story.Organiser, new SectionPut(Ids.Section(1), "Eksempler")).Stands();
        var sections = GatheringReport.Of(story.Now, attributed: false).Sections;
        Assert.Equal(["", "", "", "Eksempler"], sections.Select(section => section.Title.Value));
        Assert.Equal([0, 0, 1, 1], sections.Select(section => section.Points.Count));
    }

    [Fact]
    public void A_section_with_points_is_not_taken_out()
    {
        var story = Story.WithPairs(2)
            .When(Story.Organiser, new SectionPut(Ids.Section(1), "Eksempler"))
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(1), Ids.Section(1), "Ett", [])));
        story.When(Story.Organiser, new SectionRemoved(Ids.Section(1))).IsRefused(RefusalReason.SectionNotEmpty);
        story
            .When(Story.Organiser, new PointMoved(Ids.Point(1), 0) { Section = Section.Barriers })
            .When(Story.Organiser, new SectionRemoved(Ids.Section(1)))
            .Stands();
        story.When(Story.Organiser, new PointMoved(Ids.Point(1), 0) { Section = Ids.Section(1) }).IsRefused(RefusalReason.NoSuchSection);
        story.When(Story.Organiser, new PointPut(new Point(Ids.Point(2), Ids.Section(1), "To", []))).IsRefused(RefusalReason.NoSuchSection);
    }

    [Fact]
    public void A_point_is_moved_to_a_place_in_another_section()
    {
        var story = WithPoints((1, Section.Barriers), (2, Section.Asks), (3, Section.Asks))
            .When(Story.Organiser, new PointMoved(Ids.Point(1), 1) { Section = Section.Asks }).Stands();
        var report = GatheringReport.Of(story.Now, attributed: false);
        Assert.Empty(report.Barriers);
        Assert.Equal(["Punkt 2", "Punkt 1", "Punkt 3"], report.Asks.Select(point => point.Text.Value));
    }

    [Fact]
    public void Two_who_word_the_same_point_do_not_write_over_each_other()
    {
        var story = WithPoints((1, Section.Barriers)).When(Story.Organiser, new PointWorded(Ids.Point(1), "Først", 0)).Stands();
        story.When(Story.Organiser, new PointWorded(Ids.Point(1), "Samtidig", 0)).IsRefused(RefusalReason.ChangedByOther);
        story.When(Story.Organiser, new PointWorded(Ids.Point(1), "Først", 0)).Stands();
        story.When(Story.Organiser, new PointWorded(Ids.Point(1), "Etterpå", 1)).Stands();
        Assert.Equal(("Etterpå", 2), (story.Now.Points[0].Text.Value, story.Now.Points[0].Revision));
    }

    [Fact]
    public void Sources_are_added_and_let_go_without_touching_the_words()
    {
        var story = Noted(3);
        story.When(Story.Organiser, new PointPut(new Point(Ids.Point(1), Section.Barriers, "Ord", [Where(1), Where(2)])));
        story.When(Story.Organiser, new PointSourced(Ids.Point(1), [Where(2), Where(3)], [Where(1)])).Stands();
        Assert.Equal([Where(2), Where(3)], story.Now.Points[0].Sources);
        story.When(Story.Organiser, new PointSourced(Ids.Point(1), [Where(9)], [])).IsRefused(RefusalReason.NoSuchNote);
    }

    [Fact]
    public void Many_points_are_put_at_once_or_none_is()
    {
        var story = Noted(2);
        story
            .When(
                Story.Organiser,
                new PointsPut([new(Ids.Point(1), Section.Barriers, "A", [Where(1)]), new(Ids.Point(2), Section.Barriers, "B", [Where(9)])])
            )
            .IsRefused(RefusalReason.NoSuchNote);
        story
            .When(
                Story.Organiser,
                new PointsPut([new(Ids.Point(1), Section.Barriers, "A", []), new(Ids.Point(1), Section.Barriers, "A", [])])
            )
            .IsRefused(RefusalReason.AlreadyExists);
        Assert.Empty(story.Now.Points);
        story
            .When(
                Story.Organiser,
                new PointsPut([new(Ids.Point(1), Section.Barriers, "A", [Where(1)]), new(Ids.Point(2), Section.Asks, "B", [])])
            )
            .Stands();
        story.When(Story.Organiser, new PointsRemoved([Ids.Point(1), Ids.Point(7)])).Stands();
        Assert.Equal(["B"], story.Now.Points.Select(point => point.Text.Value));
    }

    private static NoteRef Where(int note) => new(Ids.Party(0), Ids.Note(note));

    private static Story Noted(int notes)
    {
        var story = Story.WithPairs(2).Until(PhaseKind.Board);
        for (var note = 1; note <= notes; note++)
            story.When(Story.From(0), new NoteAdded(Ids.Note(note), NoteKind.Barrier, $"Lapp {note}")).Stands();
        return story;
    }

    private static Story WithPoints(params (int Number, Id<Section> Section)[] points)
    {
        var story = Story.WithPairs(2);
        foreach (var (number, section) in points)
            story.When(Story.Organiser, new PointPut(new Point(Ids.Point(number), section, $"Punkt {number}", []))).Stands();
        return story;
    }
}
