using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Reports;

public sealed class ConsentTests
{
    private const string Hard = "Ledelsen hos oss vil ikke bruke penger på dette";
    private const string Soft = "Det er vanskelig å få penger til dette";

    [Fact]
    public void A_party_is_asked_about_every_word_of_its_own_in_any_edition_and_about_nobody_elses()
    {
        var quotes = Asked().SeenBy(Story.From(0)).OwnQuotes;
        Assert.Equal(
            [
                (QuoteKind.Name, "Kommune 0", true),
                (QuoteKind.Note, Hard, true),
                (QuoteKind.Commitment, "Vi spør dem en gang til\nRådmannen", false),
                (QuoteKind.Text, "Utfordringen vår er at ingen eier den", false),
                (QuoteKind.Answer, "Takk for det, vi prøver", false),
            ],
            quotes.Select(quote => (quote.Ref.Kind, quote.Words.Value, quote.InPublication)));
        Assert.Contains(
            Asked().SeenBy(Story.From(1)).OwnQuotes,
            quote => quote is { Ref.Kind: QuoteKind.Feedback, Words.Value: "Det kjenner vi igjen hos oss" }
        );
    }

    [Fact]
    public void The_party_sees_in_which_points_its_words_stand()
    {
        var view = Asked().SeenBy(Story.From(0));
        Assert.Equal(
            [Ids.Point(1), Ids.Point(2)],
            view.OwnQuotes.Where(quote => quote.Ref.Kind == QuoteKind.Note).SelectMany(view.PointsWith).Select(point => point.Id)
        );
    }

    [Fact]
    public void What_is_withheld_is_in_no_edition_nor_any_point_that_says_it()
    {
        var story = Asked().When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Withheld)).Stands();
        Assert.Equal(["Noe helt annet"], GatheringReport.Of(story.Now, attributed: false).Barriers.Select(point => point.Text.Value));
        Assert.DoesNotContain("penger", GatheringJson.Write(GatheringReport.Of(story.Now, attributed: false)), StringComparison.Ordinal);
        Assert.DoesNotContain("penger", GatheringJson.Write(GatheringReport.Of(story.Now, attributed: true)), StringComparison.Ordinal);
        Assert.Equal(
            [FlawKind.SilencedPoint, FlawKind.SilencedPoint],
            Flaws(story).Where(flaw => flaw.Point is not null).Select(flaw => flaw.Kind)
        );
    }

    [Fact]
    public void Softer_words_take_the_place_of_the_harder_ones_in_the_points_too()
    {
        var story = Asked().When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Softened, Soft)).Stands();
        var report = GatheringReport.Of(story.Now, attributed: false);
        Assert.Equal(
            [$"{Soft}.", $"To sier: «{Soft}», og flere er enige om at det er slik", "Noe helt annet"],
            report.Barriers.Select(point => point.Text.Value)
        );
        Assert.Equal([Soft], report.Notes.Select(note => note.Text.Value));
    }

    [Fact]
    public void An_approval_is_of_the_words_that_were_read_and_a_refusal_holds_whatever_becomes_of_the_note()
    {
        var approved = Asked().When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Approved)).Stands();
        approved.When(Story.From(0), new NoteEdited(Ids.Note(1), "Helt andre ord om en annen sak", 0)).Stands();
        Assert.Equal(QuoteVerdict.Open, Of(approved, QuoteKind.Note).Verdict);
        var withheld = Asked()
            .When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Withheld))
            .When(Story.From(0), new NoteDeleted(Ids.Note(1)))
            .Stands();
        Assert.DoesNotContain("penger", GatheringJson.Write(GatheringReport.Of(withheld.Now, attributed: false)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public void Silence_means_what_the_parties_were_told(bool yes, int points) =>
        Assert.Equal(points, GatheringReport.Of(Asked(yes).Now, attributed: false).Barriers.Count);

    [Fact]
    public void What_the_parties_were_told_is_never_made_worse()
    {
        var story = Asked(silenceMeansYes: false);
        story
            .When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(9), SilenceMeansYes: true))
            .IsRefused(RefusalReason.PromisedOtherwise);
        story
            .When(Story.Organiser, new ConsentAsked(story.Clock.AddHours(20), SilenceMeansYes: false))
            .IsRefused(RefusalReason.NoticeTooShort);
        Asked(silenceMeansYes: true)
            .When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(3), SilenceMeansYes: true))
            .IsRefused(RefusalReason.PromisedOtherwise);
        story.When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(9), SilenceMeansYes: false)).Stands();
        story
            .When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(900), SilenceMeansYes: false))
            .IsRefused(RefusalReason.ImplausibleDeadline);
    }

    [Fact]
    public void A_deadline_is_moved_forward_with_a_day_to_go_and_those_who_come_see_that_it_was()
    {
        var story = Asked(silenceMeansYes: false)
            .When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(3), SilenceMeansYes: false))
            .Stands();
        Assert.Equal(
            (Story.Start.AddDays(3), Story.Start.AddDays(5)),
            (story.SeenBy(Story.From(0)).Consent!.Until, story.SeenBy(Story.From(0)).Consent!.UntilBefore)
        );
    }

    [Fact]
    public void When_everybody_has_answered_nobody_waits_and_the_deadline_is_anybodys()
    {
        var story = Asked(silenceMeansYes: true);
        foreach (var party in new[] { 0, 1 })
            story
                .When(
                    Story.From(party),
                    new ConsentGiven([
                        .. story
                            .SeenBy(Story.From(party))
                            .OwnQuotes.Select(quote => new QuoteAnswer(quote.Ref, QuoteVerdict.Approved, quote.Words)),
                    ])
                )
                .Stands();
        story.When(Story.Organiser, new ConsentAsked(story.Clock.AddHours(1), SilenceMeansYes: true)).Stands();
    }

    [Fact]
    public void Called_off_the_report_is_as_before_but_for_what_was_withheld()
    {
        var story = Asked(silenceMeansYes: false).When(Story.From(0), Answer(QuoteKind.Commitment, QuoteVerdict.Withheld)).Stands();
        Assert.Single(GatheringReport.Of(story.Now, attributed: false).Barriers);
        story
            .When(Story.Organiser, new ConsentCalledOff())
            .Stands()
            .When(Story.Organiser, new ConsentCalledOff())
            .IsRefused(RefusalReason.ConsentNotAsked);
        Assert.Equal(3, GatheringReport.Of(story.Now, attributed: false).Barriers.Count);
        Assert.DoesNotContain(
            "Vi spør dem en gang til",
            GatheringJson.Write(GatheringReport.Of(story.Now, attributed: true)),
            StringComparison.Ordinal
        );
        Assert.Null(story.SeenBy(Story.From(0)).Consent);
        Assert.NotNull(story.SeenBy(Story.From(0)).ConsentCalledOffAt);
        Assert.Null(story.SeenBy(Story.Stranger).ConsentCalledOffAt);
        story.When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Approved)).IsRefused(RefusalReason.ConsentNotAsked);
        // Asked anew, with other terms: what was answered still holds.
        story.When(Story.Organiser, new ConsentAsked(story.Clock.AddHours(1), SilenceMeansYes: true)).Stands();
        Assert.Equal(1, story.SeenBy(Story.Organiser).ConsentStatus[0].Withheld);
    }

    [Fact]
    public void The_archive_loses_nothing_to_silence()
    {
        var story = Asked(silenceMeansYes: false);
        Assert.DoesNotContain(GatheringReport.Of(story.Now, attributed: false).Notes, note => note.Text == Hard);
        var report = GatheringReport.Of(story.Now, attributed: true);
        Assert.Equal(3, report.Barriers.Count);
        Assert.Contains(report.Notes, note => note.Text == Hard);
        Assert.Equal((0, 5), (report.Withheld.Words.Withheld, report.Withheld.Words.Open));
        Assert.Equal(2, story.SeenBy(Story.Organiser).PointsWaiting);
    }

    [Fact]
    public void What_asking_takes_out_is_told_before()
    {
        var view = Written().SeenBy(Story.Organiser);
        Assert.Equal((2, 0), (view.PointsHeldIfAsked(silenceMeansYes: false), view.PointsHeldIfAsked(silenceMeansYes: true)));
        Assert.Equal(0, Written().SeenBy(Story.Observer).PointsHeldIfAsked(silenceMeansYes: false));
    }

    [Fact]
    public void A_report_that_is_published_before_all_have_answered_says_that_it_is_provisional_until_it_is_corrected()
    {
        var story = Asked(silenceMeansYes: false).When(Story.Organiser, new ReportPublished()).Stands();
        Assert.Equal(2, GatheringReport.Of(story.Now, attributed: false).Waiting);
        story
            .When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Approved))
            .When(Story.Organiser, new ReportPublished("To punkter til"))
            .Stands();
        Assert.Equal(0, GatheringReport.Of(story.Now, attributed: false).Waiting);
        Assert.Equal(3, GatheringReport.Of(story.Now, attributed: false).Barriers.Count);
    }

    [Fact]
    public void Feedback_that_is_withheld_is_in_no_archive_also_when_the_pages_have_no_feedback()
    {
        var story = Written().When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(5), SilenceMeansYes: true)).Stands();
        var quote = story.SeenBy(Story.From(1)).OwnQuotes.Single(quote => quote.Ref.Kind == QuoteKind.Feedback);
        story
            .When(Story.From(1), new ConsentGiven([new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words)]))
            .When(Story.Organiser, new ReportChosen(ReportChoices.Usual with { Feedback = false }))
            .Stands();
        var archive = GatheringJson.Write(GatheringArchives.Of(story.Now));
        Assert.DoesNotContain(quote.Words.Value, archive, StringComparison.Ordinal);
        Assert.Contains("Takk for det, vi prøver", archive, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_are_taken_after_the_group_work_has_ended_and_until_the_deadline()
    {
        var story = Asked().When(Story.Facilitator, new WorkshopClosed()).Stands();
        story.When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Approved)).Stands();
        story.When(Story.From(1), Answer(QuoteKind.Note, QuoteVerdict.Withheld)).IsRefused(RefusalReason.NoSuchQuote);
        story
            .When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Withheld, words: "Andre ord"))
            .IsRefused(RefusalReason.ChangedByOther);
        story.When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Softened)).IsRefused(RefusalReason.Empty);
        story
            .After(TimeSpan.FromDays(6))
            .When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Withheld))
            .IsRefused(RefusalReason.ConsentOver);
    }

    [Fact]
    public void The_organiser_is_told_how_far_each_has_come_and_nobody_else_is()
    {
        var story = Asked().When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Withheld)).Stands();
        var status = story.SeenBy(Story.Organiser).ConsentStatus;
        Assert.Equal([(5, 4, 1), (2, 2, 0)], status.Select(party => (party.Total, party.Open, party.Withheld)));
        Assert.All([Story.From(1), Story.Observer, Story.Facilitator, Story.Stranger], actor =>
        {
            Assert.Empty(story.SeenBy(actor).ConsentStatus);
            Assert.Empty(story.SeenBy(actor).ObjectionsOf(Ids.Party(0)));
        });
    }

    [Fact]
    public void A_name_that_is_withheld_is_not_among_those_who_worked_together_but_stays_in_the_archive()
    {
        var story = Asked().When(Story.From(0), Answer(QuoteKind.Name, QuoteVerdict.Withheld)).Stands();
        Assert.Equal(["Kommune 1"], GatheringReport.Of(story.Now, attributed: false).Groups[0].Members.Select(name => name.Value));
        Assert.Equal(
            ["Kommune 0", "Kommune 1"],
            GatheringReport.Of(story.Now, attributed: true).Groups[0].Members.Select(name => name.Value)
        );
        Assert.Equal(["Kommune 0"], GatheringReport.Of(story.Now, attributed: true).Withheld.Unnamed.Select(name => name.Value));
    }

    [Fact]
    public void Those_who_have_not_answered_are_named_until_silence_is_an_answer()
    {
        Assert.Equal(
            ["Kommune 0", "Kommune 1"],
            Flaws(Asked()).Where(flaw => flaw.Kind == FlawKind.UnapprovedQuotes).Select(flaw => flaw.Where.Value)
        );
        Assert.DoesNotContain(Flaws(Asked().After(TimeSpan.FromDays(6))), flaw => flaw.Kind == FlawKind.UnapprovedQuotes);
        Assert.Contains(Flaws(Asked(silenceMeansYes: false).After(TimeSpan.FromDays(6))), flaw => flaw.Kind == FlawKind.UnapprovedQuotes);
    }

    /// <summary>Whatever is withheld, and wherever the organiser has written it too: it is in no byte of either edition.</summary>
    [Fact]
    public void Withheld_words_are_in_no_byte_of_the_report() =>
        Gen.Select(Gen.Int[0, 1], Gen.Enum<ReportText>(), Gen.Bool, Gen.Bool)
            .Sample(
                (whose, part, close, attributed) =>
    {
        var story = Written();
        var secret = story
            .SeenBy(Story.From(whose))
            .OwnQuotes.FindAll(quote => quote.Ref.Kind != QuoteKind.Name && quote.Words.Value.Split(' ').Length > 3);
        foreach (var quote in secret)
        {
            story.When(Story.Organiser, new ReportTextWritten(part, $"Noen sa dette: {quote.Words}. Og så mer."));
            story.When(Story.Organiser, new PointPut(new Point(Ids.Point(9), NoteKind.Opportunity, quote.Words, [])));
        }

        if (close) story.When(Story.Facilitator, new WorkshopClosed());
        story.When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(5), SilenceMeansYes: true)).Stands();
        story
            .When(
                Story.From(whose),
                new ConsentGiven(secret.ConvertAll(quote => new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words)))
            )
            .Stands();
        var said = GatheringJson.Write(GatheringReport.Of(story.Now, attributed)) + GatheringJson.Write(GatheringArchives.Of(story.Now));
        return secret.Count > 0 && secret.TrueForAll(quote => !said.Contains(quote.Words.Value.Split('\n')[0], StringComparison.Ordinal));
    });

    [Fact]
    public void Few_words_that_are_withheld_are_no_point_and_no_quotation_and_still_anybodys()
    {
        var story = Written()
            .When(Story.From(0), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "Ingen tid")).Stands()
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(4), NoteKind.Barrier, "Ingen tid", []))).Stands()
            .When(Story.Organiser, new PointPut(new Point(Ids.Point(5), NoteKind.Barrier, "Det er ingen tid satt av til å øve", [])))
            .Stands()
            .When(
                Story.Organiser,
                new BlockPut(new Block(Ids.Block(1), "Ingen tid", "En sa «ingen tid». Ingen tid var satt av.", [], HasWorkshop: false))
            )
            .Stands()
            .When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(5), SilenceMeansYes: true)).Stands();
        var quote = story.SeenBy(Story.From(0)).OwnQuotes.Single(quote => quote.Words == "Ingen tid");
        story.When(Story.From(0), new ConsentGiven([new QuoteAnswer(quote.Ref, QuoteVerdict.Withheld, quote.Words)])).Stands();
        var report = GatheringReport.Of(story.Now, attributed: false);
        Assert.DoesNotContain(report.Barriers, point => point.Text == "Ingen tid");
        Assert.Contains(report.Barriers, point => point.Text == "Det er ingen tid satt av til å øve");
        Assert.Equal(
            ("Ingen tid", "En sa «…». Ingen tid var satt av."),
            (report.Blocks[0].Title.Value, report.Blocks[0].Introduction.Value)
        );
        Assert.Contains(Flaws(story), flaw => flaw.Kind == FlawKind.SilencedWords && flaw.Block == Ids.Block(1));
    }

    [Fact]
    public void A_title_that_says_what_is_withheld_is_cut_and_the_organiser_is_told_where()
    {
        var story = Asked()
            .When(
                Story.Organiser,
                new BlockPut(
                    new Block(
                        Ids.Block(1),
                        Hard,
                        "",
                        [new Talk(Ids.Talk(1), $"Slik svarte en kommune oss: {Hard}", [new Speaker("Kari", Hard)], "", null)],
                        HasWorkshop: false
                    )
                )
            )
            .Stands()
            .When(Story.From(0), Answer(QuoteKind.Note, QuoteVerdict.Withheld)).Stands();
        var block = GatheringReport.Of(story.Now, attributed: true).Blocks[0];
        Assert.Equal(
            ("…", "Slik svarte en kommune oss: …", "…"),
            (block.Title.Value, block.Talks[0].Title.Value, block.Talks[0].Speakers[0].Organisation.Value)
        );
        Assert.Equal(
            [(Ids.Block(1), null), (null, Ids.Talk(1))],
            Flaws(story).Where(flaw => flaw.Kind == FlawKind.SilencedWords).Select(flaw => (flaw.Block, flaw.Talk))
        );
    }

    [Fact]
    public void What_is_chosen_away_is_in_neither_edition()
    {
        var story = Written()
            .When(
                Story.Organiser,
                new ReportChosen(new ReportChoices(Names: false, Feedback: false, Votes: false, EmptyGroups: false, Commitments: true))
            )
            .Stands();
        var publication = GatheringReport.Of(story.Now, attributed: false);
        Assert.Empty(publication.Groups);
        Assert.Equal(
            [("Vi spør dem en gang til", "")],
            publication.Commitments.Select(commitment => (commitment.What.Value, commitment.Owner.Value))
        );
        Assert.All(
            GatheringReport.Of(story.Now, attributed: true).Groups,
            group => Assert.All(group.Contributions, contribution => Assert.Empty(contribution.Feedback))
        );
    }

    private static IEnumerable<ReportFlaw> Flaws(Story story) => story.SeenBy(Story.Organiser).Flaws(story.Clock, new DateOnly(2021, 6, 8));

    private static Quote Of(Story story, QuoteKind kind) => story.SeenBy(Story.From(0)).OwnQuotes.Single(quote => quote.Ref.Kind == kind);

    private static ConsentGiven Answer(QuoteKind kind, QuoteVerdict verdict, string instead = "", string? words = null)
    {
        var quote = Of(Written(), kind);
        return new([new QuoteAnswer(quote.Ref, verdict, words ?? quote.Words, instead)]);
    }

    private static Story Asked(bool silenceMeansYes = true) =>
        Written().When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(5), silenceMeansYes)).Stands();

    private static Story Written() => Story.WithPairs(2)
        .When(Story.From(0), new TextWritten(TextField.Challenge, "Utfordringen vår er at ingen eier den", 0)).Until(PhaseKind.Feedback)
        .When(Story.From(1), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Recognise, "Det kjenner vi igjen hos oss", 0)).Stands()
        .When(Story.From(1), new FeedbackHandedOver(Ids.Party(0))).Stands()
        .When(Story.From(0), new FeedbackAnswered(Ids.Party(1), "Takk for det, vi prøver", 0)).Stands()
        .Until(PhaseKind.Summary)
        .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, Hard)).Stands()
        .When(Story.From(0), new CommitmentMade(new Commitment("Vi spør dem en gang til", "Rådmannen", null))).Stands()
            .When(
                Story.Organiser,
                new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, $"{Hard}.", [new NoteRef(Ids.Party(0), Ids.Note(1))]))
            )
            .Stands()
            .When(
                Story.Organiser,
                new PointPut(new Point(Ids.Point(2), NoteKind.Barrier, $"To sier: «{Hard}», og flere er enige om at det er slik", []))
            )
            .Stands()
        .When(Story.Organiser, new PointPut(new Point(Ids.Point(3), NoteKind.Barrier, "Noe helt annet", []))).Stands();
}
