using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>What a speaker answers by the link, presentations that are kept here, and pictures of the report.</summary>
public sealed class FileRulesTests
{
    private static readonly Actor.Application _link = new();
    private static readonly TalkFile _file = new(new(Ids.Talk(1).Value), "Lysark.pdf", "pdf", 12, new string('a', 64));
    private static readonly ReportPicture _picture = new(
        new(Ids.Talk(1).Value), new PictureFile(new string('b', 64), "jpg", 800, 600), "Torget", "Folk på et torg", "Kari Foto", true);

    [Fact]
    public void A_speaker_corrects_the_words_and_approves_them()
    {
        var talk = Answered(Begun(), "Ny tittel", "Slik var det", approves: true);
        Assert.Equal(("Ny tittel", "Slik var det"), (talk.Title.Value, talk.Summary.Value));
        Assert.NotNull(talk.ApprovedAt);
        Assert.False(SpeakerLacks.Of(talk).Approval);
    }

    [Fact]
    public void What_the_organiser_has_changed_meanwhile_is_not_overwritten()
    {
        var story = Begun();
        var read = TalkWords.Of(TalkOf(story));
        story.When(Story.Organiser, new TalkPut(Ids.Block(1), TalkOf(story) with { Summary = "Arrangørens" }, TalkOf(story))).Stands();
        story.When(_link, new TalkAnswered(Ids.Talk(1), new("Innlegg", "Innlederens"), read, true)).IsRefused(RefusalReason.ChangedByOther);
    }

    [Fact]
    public void The_approval_ends_when_the_organiser_changes_the_summary_and_not_when_the_title_changes()
    {
        var story = Begun();
        Answered(story, "Innlegg", "Slik var det", approves: true);
        story.When(Story.Organiser, new TalkPut(Ids.Block(1), TalkOf(story) with { Title = "Annen tittel" }, TalkOf(story))).Stands();
        Assert.NotNull(TalkOf(story).ApprovedAt);
        story.When(Story.Organiser, new TalkPut(Ids.Block(1), TalkOf(story) with { Summary = "Kortere" }, TalkOf(story))).Stands();
        Assert.Null(TalkOf(story).ApprovedAt);
        Assert.True(SpeakerLacks.Of(TalkOf(story)).Approval);
    }

    [Fact]
    public void Nothing_is_not_approved() =>
        Begun().When(_link, new TalkAnswered(Ids.Talk(1), new("Innlegg", ""), new("Innlegg", ""), true)).IsRefused(RefusalReason.Empty);

    [Fact]
    public void A_field_of_the_talk_that_is_saved_by_an_older_screen_takes_no_file_away()
    {
        var story = Begun();
        var stale = TalkOf(story);
        story.When(_link, new TalkFilePut(Ids.Talk(1), _file)).Stands();
        story.When(Story.Organiser, new TalkPut(Ids.Block(1), stale with { Title = "Ny" }, stale)).Stands();
        Assert.Equal([_file], TalkOf(story).Files);
        story.When(_link, new TalkFilePut(Ids.Talk(1), _file)).IsRefused(RefusalReason.AlreadyExists);
        story.When(Story.Organiser, new TalkFileRemoved(Ids.Talk(1), _file.Id)).Stands();
        Assert.Empty(TalkOf(story).Files);
        Assert.DoesNotContain("\"files\"", GatheringJson.Write(TalkOf(story)), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_formats_that_are_kept_may_be_named()
    {
        var story = Begun();
        story.When(Story.Organiser, new TalkFilePut(Ids.Talk(1), _file with { Format = "html" })).IsRefused(RefusalReason.NotAllowed);
        story.When(Story.Organiser, new TalkFilePut(Ids.Talk(1), _file with { Hash = "../nokler" })).IsRefused(RefusalReason.NotAllowed);
        story.When(Story.Organiser, new PicturePut(_picture with { File = _picture.File with { Format = "svg" } }))
            .IsRefused(RefusalReason.NotAllowed);
    }

    [Fact]
    public void A_picture_without_consent_is_in_no_edition_and_the_preflight_says_so()
    {
        var story = Begun();
        story.When(Story.Organiser, new PicturePut(_picture with { Consent = false })).Stands();
        Assert.Empty(GatheringReport.Of(story.Now, attributed: false).Pictures);
        Assert.Empty(GatheringReport.Of(story.Now, attributed: true).Pictures);
        Assert.Contains(Flaws(story), flaw => flaw.Kind == FlawKind.PictureWithoutConsent);
        story.When(Story.Organiser, new PicturePut(_picture with { Alternative = "" })).Stands();
        Assert.Single(GatheringReport.Of(story.Now, attributed: false).Pictures);
        Assert.Contains(Flaws(story), flaw => flaw.Kind == FlawKind.MissingAlternative && flaw.Picture == _picture.Id);
        story.When(Story.Organiser, new PicturePut(_picture)).Stands();
        Assert.DoesNotContain(Flaws(story), flaw => flaw.Picture is not null);
    }

    [Fact]
    public void The_content_of_a_picture_never_changes()
    {
        var story = Begun();
        story.When(Story.Organiser, new PicturePut(_picture)).Stands();
        story.When(Story.Organiser, new PicturePut(_picture with { Caption = "Ny", File = _picture.File with { Width = 1 } })).Stands();
        Assert.Equal((800, "Ny"), (story.Now.Pictures[0].File.Width, story.Now.Pictures[0].Caption.Value));
        story.When(Story.Organiser, new PictureRemoved(_picture.Id)).Stands();
        Assert.DoesNotContain("\"pictures\"", GatheringJson.Write(story.Now), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gathering_with_files_is_the_same_after_a_snapshot()
    {
        var story = Begun();
        story.When(_link, new TalkFilePut(Ids.Talk(1), _file)).Stands();
        story.When(Story.Organiser, new PicturePut(_picture with { After = Ids.Block(1) })).Stands();
        var written = GatheringJson.Write(story.Now);
        Assert.Equal(written, GatheringJson.Write(GatheringJson.Read<Gathering>(written)));
        Assert.Contains("Lysark.pdf", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_shows_its_own_talk_and_none_other()
    {
        var story = Begun();
        Assert.Equal("Innlegg", SpeakerView.Of(story.Now, Ids.Talk(1))!.Talk.Title.Value);
        Assert.Null(SpeakerView.Of(story.Now, Ids.Talk(7)));
    }

    private static Story Begun()
    {
        var story = Story.WithPairs(2, 2);
        story.When(Story.Organiser, new BlockPut(new Block(Ids.Block(1), "Bolk", "", [new Talk(Ids.Talk(1), "Innlegg", [], "")], false)))
            .Stands();
        return story;
    }

    private static Talk TalkOf(Story story) => story.Now.Blocks.SelectMany(block => block.Talks).First(talk => talk.Id == Ids.Talk(1));

    private static Talk Answered(Story story, string title, string summary, bool approves)
    {
        story.When(_link, new TalkAnswered(Ids.Talk(1), new(title, summary), TalkWords.Of(TalkOf(story)), approves)).Stands();
        return TalkOf(story);
    }

    private static IEnumerable<ReportFlaw> Flaws(Story story) =>
        Preflight.Check(story.Now, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), new DateOnly(2026, 12, 1));
}
