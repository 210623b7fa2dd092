using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Reports;

public sealed class NobodyLeftOutTests
{
    [Fact]
    public void Parties_with_a_theme_in_common_and_no_point_are_named_with_the_note_to_bring()
    {
        var audit = Audit(Noted("Vi har for lite penger", "Bussen går for sjelden", "Kollektivtilbudet er elendig", "Budsjettet er kuttet")
            .When(Story.Organiser, Point(1, 1)).When(Story.Organiser, Point(2, 4)));
        Assert.Equal((4, 2, 2), (audit.Parties, audit.Points, audit.Share));
        var voice = Assert.Single(audit.Missing);
        Assert.Equal("Transport og mobilitet", voice.Theme?.Bokmal);
        Assert.Equal([Ids.Party(1), Ids.Party(2)], voice.Parties);
        Assert.Equal("Bussen går for sjelden", voice.Text);
    }

    [Fact]
    public void A_point_over_the_suggested_note_leaves_nobody_out()
    {
        var story = Noted("Vi har for lite penger", "Bussen går for sjelden", "Kollektivtilbudet er elendig", "Budsjettet er kuttet")
            .When(Story.Organiser, Point(1, 1)).When(Story.Organiser, Point(2, 4));
        var voice = Audit(story).Missing[0];
        story.When(Story.Organiser, new PointPut(new Point(Ids.Point(3), NoteKind.Barrier, voice.Text, [voice.Note]))).Stands();
        // With three points of four parties a share is two, and only one of them is without a point.
        Assert.Empty(Audit(story).Missing);
    }

    [Fact]
    public void A_party_stands_behind_a_point_by_agreeing_with_a_note_under_it()
    {
        Story Two() => Noted("Vi har for lite penger", "Bussen går for sjelden")
            .When(Story.Organiser, Point(1, 1)).When(Story.Organiser, Point(2, 1)).Stands();
        Assert.Equal([Ids.Party(1)], Assert.Single(Audit(Two()).Missing).Parties);
        Assert.Empty(Audit(Two().When(Story.From(1), new NoteAgreed(Where(1), true)).Stands()).Missing);
    }

    [Fact]
    public void A_note_that_many_agree_with_is_a_voice_whatever_it_says()
    {
        var story = Noted("Xylofonen", "Vi har for lite penger").When(Story.From(1), new NoteAgreed(Where(1), true));
        story.When(Story.Organiser, new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, "Skrevet uten lapper", []))).Stands();
        var voice = Assert.Single(Audit(story).Missing);
        Assert.Equal((null, 2, "Xylofonen"), (voice.Theme, voice.Parties.Count, voice.Text.Value));
    }

    [Fact]
    public void Deleted_notes_and_parties_that_said_nothing_have_no_voice()
    {
        var story = Noted("Vi har for lite penger", "Bussen går for sjelden").When(Story.From(1), new NoteDeleted(Ids.Note(2)));
        story.When(Story.Organiser, Point(1, 1)).Stands();
        var audit = Audit(story);
        Assert.Equal((1, 1, 0), (audit.Parties, audit.Share, audit.Missing.Count));
    }

    [Fact]
    public void It_is_told_before_the_report_is_published_and_not_in_the_publication()
    {
        var story = Noted("Vi har for lite penger", "Bussen går for sjelden", "Kollektivtilbudet er elendig", "Budsjettet er kuttet")
            .When(Story.Organiser, Point(1, 1)).When(Story.Organiser, Point(2, 4)).Stands();
        var flaw = Assert.Single(
            story.SeenBy(Story.Organiser).Flaws(story.Clock, new DateOnly(2021, 6, 8)), flaw => flaw.Kind == FlawKind.LeftOut);
        Assert.Equal((2, "Bussen går for sjelden"), (flaw.Count, flaw.Where.Value));
        Assert.Null(GatheringReport.Of(story.Now, attributed: false).NobodyLeftOut);
    }

    [Fact]
    public void Without_points_or_notes_there_is_nothing_to_tell()
    {
        Assert.Null(GatheringReport.Of(Noted("Vi har for lite penger").Now, attributed: true).NobodyLeftOut);
        Assert.Null(GatheringReport.Of(Noted().When(Story.Organiser, Point(1)).Stands().Now, attributed: true).NobodyLeftOut);
    }

    private static NobodyLeftOut Audit(Story story) => GatheringReport.Of(story.Now, attributed: true).NobodyLeftOut!;

    private static NoteRef Where(int note) => new(Ids.Party(note - 1), Ids.Note(note));

    private static PointPut Point(int point, params int[] notes) =>
        new(new Point(Ids.Point(point), NoteKind.Barrier, $"Punkt {point}", [.. notes.Select(Where)]));

    // One note from each party, in order: the note of party 0 is number 1.
    private static Story Noted(params string[] notes)
    {
        var story = Story.WithPairs(2, 2).Until(PhaseKind.Board);
        for (var note = 1; note <= notes.Length; note++)
            story.When(Story.From(note - 1), new NoteAdded(Ids.Note(note), NoteKind.Barrier, notes[note - 1])).Stands();
        return story;
    }
}
