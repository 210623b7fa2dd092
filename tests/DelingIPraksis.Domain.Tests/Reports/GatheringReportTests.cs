using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Reports;

public sealed class GatheringReportTests
{
    [Fact]
    public void All_notes_are_in_it_with_the_points_they_stand_behind()
    {
        var report = GatheringReport.Of(Noted().Now, attributed: true);
        Assert.Equal(["Sist i alfabetet: å", "Aller først"], report.Notes.Select(note => note.Text.Value));
        Assert.Equal([new PointPlace(Section.Barriers, "", 1), new PointPlace(Section.Opportunities, "", 1)], report.Notes[0].UsedIn);
        Assert.Equal(["Kommune 0", "Kommune 1"], report.Notes[0].Origin!.Group.Select(name => name.Value));
    }

    [Fact]
    public void In_the_publication_neither_name_nor_order_tells_whose_a_note_is()
    {
        var notes = GatheringReport.Of(Noted().Now, attributed: false).Notes;
        Assert.Equal(["Aller først", "Sist i alfabetet: å"], notes.Select(note => note.Text.Value));
        Assert.All(notes, note => Assert.Null(note.Origin));
    }

    [Fact]
    public void A_note_that_was_deleted_is_no_source_any_more()
    {
        var story = Noted().When(Story.From(0), new NoteDeleted(Ids.Note(1))).Stands();
        var report = GatheringReport.Of(story.Now, attributed: true);
        Assert.Empty(report.Barriers[0].Sources);
        Assert.Equal(["Aller først"], report.Notes.Select(note => note.Text.Value));
    }

    [Fact]
    public void Feedback_in_a_trio_is_kept_whoever_in_it_gave_it()
    {
        var story = Story.WithPairs(3).Until(PhaseKind.Feedback)
            .When(Story.From(2), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Surprise, "Fra den tredje", 0))
            .When(Story.From(2), new FeedbackHandedOver(Ids.Party(0))).Stands();
        var feedback = Assert.Single(GatheringReport.Of(story.Now, attributed: true).Groups[0].Contributions[0].Feedback);
        Assert.Equal(("Kommune 2", "Fra den tredje"), (feedback.From.Value, feedback.Replies[FeedbackPrompt.Surprise].Value));
    }

    [Fact]
    public void Only_those_who_follow_the_gathering_get_the_report()
    {
        var story = Noted();
        Assert.All(
            [Story.Organiser, Story.Facilitator, Story.Observer],
            actor => Assert.NotNull(story.SeenBy(actor).Report(attributed: true))
        );
        Assert.All([Story.From(0), Story.Stranger], actor =>
        {
            Assert.Null(story.SeenBy(actor).Report(attributed: false));
            Assert.Empty(story.SeenBy(actor).AllNotes);
        });
    }

    [Fact]
    public void Coverage_counts_each_note_once()
    {
        var view = Noted().SeenBy(Story.Observer);
        var coverage = Coverage.Of(view.AllNotes, view.Points, view.LeftOut);
        Assert.Equal((1, 2), (coverage.Used, coverage.Total));
        Assert.Equal(2, coverage.PointsOver(new NoteRef(Ids.Party(0), Ids.Note(1))).Count());
    }

    [Theory]
    [InlineData("Vi har ikke funnet ut hvordan vi gjør det", Language.Bokmal)]
    [InlineData("Vi har ikkje funne ut korleis vi gjer det", Language.Nynorsk)]
    [InlineData("We have not found out how this is done", Language.English)]
    [InlineData("Stad kommune", Language.Nynorsk)]
    [InlineData("", Language.Nynorsk)]
    public void A_text_tells_its_language_by_its_small_words(string text, Language language) =>
        Assert.Equal(language, LanguageDetector.Of(text, Language.Nynorsk));

    private static Story Noted() => Story.WithPairs(2).Until(PhaseKind.Board)
        .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Sist i alfabetet: å"))
        .When(Story.From(1), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "Aller først"))
        .When(Story.Organiser, new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, "Ett", [new NoteRef(Ids.Party(0), Ids.Note(1))])))
        .When(Story.Organiser, new PointPut(new Point(Ids.Point(2), NoteKind.Opportunity, "To", [new NoteRef(Ids.Party(0), Ids.Note(1))])))
        .Stands();
}
