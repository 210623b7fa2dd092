using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Searching;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Domain.Tests.Gatherings;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Searching;

/// <summary>Who finds what: every kind of text that a gathering has, for every role, before and after it is shown to others.</summary>
public sealed class SearchableTextsTests
{
    private static readonly (string Name, Actor Actor, bool Follows)[] _readers =
    [
        ("organiser", Story.Organiser, true),
        ("facilitator", Story.Facilitator, true),
        ("observer", Story.Observer, true),
        ("application", Story.Application, true),
        ("participant who wrote it", Story.From(0), false),
        ("partner", Story.From(1), false),
        ("participant of another pair", Story.From(2), false),
        ("stranger", Story.Stranger, false),
        ("account without a role", new Actor.Account(Ids.User(9)), false),
    ];

    /// <summary>Each text by a word that nothing else has, and what those who follow find before and after it is shown.</summary>
    private static readonly (string Word, bool Before, bool After)[] _texts =
    [
        ("tittelord", true, true),
        ("ingressord", true, true),
        ("bolkord", true, true),
        ("innleggord", true, true),
        ("talerord", true, true),
        ("utfordringsord", false, true),
        ("lytteord", false, false),
        ("tilbakeord", false, true),
        ("svarord", false, true),
        ("lappeord", false, true),
        ("slettetord", false, false),
        ("lovnadsord", false, true),
        ("punktord", true, true),
        ("avsnittsord", true, true),
        ("velkomstord", true, true),
        ("meldingsord", false, false),
    ];

    public static TheoryData<string, string> Everything =>
        [.. _texts.SelectMany(text => _readers.Select(reader => (text.Word, reader.Name)))];

    [Theory, MemberData(nameof(Everything))]
    public void A_text_is_found_by_those_who_follow_once_it_is_shown_and_by_nobody_else(string word, string reader)
    {
        var (_, actor, follows) = Array.Find(_readers, known => known.Name == reader);
        var (_, before, after) = Array.Find(_texts, text => text.Word == word);
        Assert.Equal(follows && before, Finds(Early(), actor, word));
        Assert.Equal(follows && after, Finds(Whole(), actor, word));
    }

    [Theory]
    [InlineData(QuoteVerdict.Open, true, false)]
    [InlineData(QuoteVerdict.Approved, true, false)]
    [InlineData(QuoteVerdict.Withheld, false, false)]
    [InlineData(QuoteVerdict.Softened, false, true)]
    public void What_a_party_withholds_is_found_by_nobody_and_what_it_softens_as_it_says_it(QuoteVerdict verdict, bool hard, bool soft)
    {
        var story = Whole().When(Story.Organiser, new ConsentAsked(Story.Start.AddDays(5), SilenceMeansYes: true)).Stands();
        var quote = story.SeenBy(Story.From(0)).OwnQuotes.Find(quote => quote.Ref.Kind == QuoteKind.Note)!;
        var instead = verdict == QuoteVerdict.Softened ? "mildereord om saken" : "";
        if (verdict != QuoteVerdict.Open)
            story.When(Story.From(0), new ConsentGiven([new QuoteAnswer(quote.Ref, verdict, quote.Words, instead)])).Stands();
        foreach (var (_, actor, _) in _readers.Where(reader => reader.Follows))
        {
            Assert.Equal(hard, Finds(story, actor, "lappeord"));
            Assert.Equal(soft, Finds(story, actor, "mildereord"));
            // The point that was written from the note says the same, nearly word for word.
            Assert.Equal(hard, Finds(story, actor, "punktord"));
        }
    }

    [Fact]
    public void Everybody_finds_what_the_published_page_says_and_nothing_that_a_party_wrote() => AnyStory.Steps.Sample(steps =>
    {
        var gathering = AnyStory.Told(steps).Now;
        var report = GatheringReport.Of(gathering, attributed: false);
        var words = gathering
            .Workshop.Work.Values.SelectMany(work =>
                work.Notes.Select(note => note.Text)
                    .Concat(work.Texts.Values.Concat(work.Listening.Values).Select(text => text.Text))
                    .Concat(work.Feedback.Values.SelectMany(given => given.Written()).Select(reply => reply.Text))
            )
            .Where(text => !text.IsEmpty)
            .ToHashSet();
        return SearchableTexts.Of(report).TrueForAll(text => !words.Contains(text.Text) && text is { Party: null, Note: null });
    });

    [Fact]
    public void Nobody_finds_what_is_still_private_whatever_has_happened() => AnyStory.Steps.Sample(steps =>
    {
        var story = AnyStory.Told(steps);
        var shown = story
            .Now.Workshop.Work.Values.SelectMany(work =>
                (work.Presented ? work.Texts.Values.Select(text => text.Text) : [])
                    .Concat(work.Notes.Where(note => !note.Deleted).Select(note => note.Text))
                    .Concat(work.Feedback.Values.Where(given => given.HandedOverAt is not null).SelectMany(Words))
                    .Concat(work.Promises.Select(promise => promise.Commitment.What))
            )
            .ToHashSet();
        return _readers.All(reader =>
            SearchableTexts.Of(story.SeenBy(reader.Actor)) is var found
            && (reader.Follows || found.IsEmpty)
            && found.Where(text => text.Party is not null).All(text => shown.Contains(text.Text) || story.Now.Consent is not null)
            && found.Select(text => text.Reference).Distinct().Count() == found.Count
        );
    });

    private static IEnumerable<PlainText> Words(Feedback given) => given.Written().Select(reply => reply.Text).Append(given.Answer.Text);

    private static bool Finds(Story story, Actor actor, string word)
    {
        var reader = new SearchReader();
        var query = SearchQuery.Read(word + " ", reader);
        return SearchableTexts.Of(story.SeenBy(actor)).Exists(text => SearchReading.Answers(text, query, reader));
    }

    /// <summary>The parties have begun to write, and shown nothing to others.</summary>
    private static Story Early()
    {
        var story = Story.WithPairs(2, 2);
        var facts = story.Now.Facts with { Title = "Samling om tittelord", Ingress = "En ingressord" };
        var talk = new Talk(Ids.Talk(1), "Om innleggord", [new Speaker("Kari", "Talerord kommune")], "Hun fortalte.", null);
        var point = new Point(Ids.Point(1), Ids.Section(1), "Et punktord om saken, det er sagt her", []);
        return story
            .When(Story.Organiser, new GatheringDescribed(facts)).Stands()
            .When(Story.Organiser, new BlockPut(new Block(Ids.Block(1), "Bolkord", "", [], false))).Stands()
            .When(Story.Organiser, new TalkPut(Ids.Block(1), talk)).Stands()
            .When(Story.Organiser, new SectionPut(Ids.Section(1), "Avsnittsord")).Stands()
            .When(Story.Organiser, new PointPut(point)).Stands()
            .When(Story.Organiser, new ReportTextWritten(ReportText.Welcome, "Et velkomstord")).Stands()
            .When(Story.Facilitator, new MessageSent("Et meldingsord")).Stands()
            .When(Story.From(0), new TextWritten(TextField.Challenge, "Et utfordringsord", 0)).Stands();
    }

    /// <summary>The group work is through.</summary>
    private static Story Whole() => Early()
        .Until(PhaseKind.Presentation)
        .When(Story.From(0), new ListeningNoted(Ids.Party(1), "Et lytteord", 0)).Stands()
        .Until(PhaseKind.Feedback)
        .When(Story.From(1), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Recognise, "Et tilbakeord", 0)).Stands()
        .When(Story.From(1), new FeedbackHandedOver(Ids.Party(0))).Stands()
        .When(Story.From(0), new FeedbackAnswered(Ids.Party(1), "Et svarord", 0)).Stands()
        .Until(PhaseKind.Summary)
        .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Et punktord om lappeord, det er sagt her")).Stands()
        .When(Story.From(0), new NoteAdded(Ids.Note(2), NoteKind.Barrier, "Et slettetord")).Stands()
        .When(Story.From(0), new NoteDeleted(Ids.Note(2))).Stands()
        .When(Story.From(0), new CommitmentMade(new Commitment("Et lovnadsord", "Rådmannen", null))).Stands();
}
