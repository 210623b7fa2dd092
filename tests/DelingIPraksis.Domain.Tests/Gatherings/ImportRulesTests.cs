using System.Collections.Immutable;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

public sealed class ImportRulesTests
{
    [Fact]
    public void What_was_archived_is_the_same_when_it_is_taken_in_and_archived_again() => AnyStory.Steps.Sample(steps =>
    {
        var archive = GatheringArchives.Of(AnyStory.Told(steps).Now);
        return Written(GatheringArchives.Of(TakenIn(archive).Stands().Now)) == Written(archive);
    });

    [Fact]
    public void The_report_of_a_gathering_taken_in_says_the_same() => AnyStory.Steps.Sample(steps =>
    {
        // Consent does not travel; what it kept out is out already. Nor does that it was published: that is done anew where it has come.
        // Nor do pictures: an archive has their words, and their files lie beside it.
        var before = AnyStory.Told(steps).Now with { Consent = null, Publication = null };
        var after = TakenIn(GatheringArchives.Of(before)).Stands().Now;
        foreach (var attributed in new[] { true, false })
            Assert.Equal(
                Written(GatheringReport.Of(before, attributed) with { Pictures = [] }),
                Written(GatheringReport.Of(after, attributed))
            );
    });

    [Fact]
    public void Nothing_private_and_no_person_is_archived()
    {
        var story = Story
            .WithPairs(2)
            .Until(PhaseKind.Writing)
            .When(Story.From(0), new TextWritten(TextField.Challenge, "Ikke vist ennå", 0))
            .Stands();
        Assert.DoesNotContain("Ikke vist", Written(GatheringArchives.Of(story.Now)), StringComparison.Ordinal);
        story
            .Until(PhaseKind.Board)
            .When(Story.From(1), new FeedbackWritten(Ids.Party(0), FeedbackPrompt.Missing, "Ikke levert over", 0))
            .Stands()
            .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Angret"))
            .When(Story.From(0), new NoteDeleted(Ids.Note(1)))
            .Stands();
        var written = Written(GatheringArchives.Of(story.Now));
        Assert.Contains("Ikke vist", written, StringComparison.Ordinal);
        Assert.All(
            ["Ikke levert", "Angret", Ids.Person(0).ToString(), Ids.User(1).ToString()],
            hidden => Assert.DoesNotContain(hidden, written, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void It_is_the_one_who_takes_it_in_who_owns_it_and_the_door_is_closed()
    {
        var taken = TakenIn(Whole()).Stands().Now;
        Assert.Equal(Role.Organiser, taken.RoleOf(Story.Organiser));
        Assert.Equal(Role.None, taken.RoleOf(Story.Facilitator));
        Assert.False(taken.DoorOpen);
        Assert.Null(taken.Publication);
    }

    [Fact]
    public void It_goes_on_as_any_gathering_and_what_is_written_later_comes_after()
    {
        var taken = TakenIn(Whole()).Stands();
        taken.When(Story.Organiser, new DoorSet(true)).When(Story.Application, new PersonJoined(Ids.Person(0), Ids.Party(0)))
            .When(Story.From(0), new NoteAdded(Ids.Note(9), NoteKind.Barrier, "Kom til sist")).Stands()
            .When(
                Story.Organiser,
                new PointPut(new Point(Ids.Point(9), NoteKind.Barrier, "Et punkt til", [new NoteRef(Ids.Party(0), Ids.Note(9))]))
            )
            .Stands()
            .When(Story.Organiser, new ReportPublished()).Stands();
        Assert.Equal("Kom til sist", GatheringReport.Of(taken.Now, attributed: true).Notes[^1].Text.Value);
    }

    [Fact]
    public void One_that_exists_is_never_written_over() =>
        TakenIn(Whole()).When(Story.Organiser, new GatheringImported(Whole())).IsRefused(RefusalReason.AlreadyExists);

    [Fact]
    public void A_stranger_takes_nothing_in() =>
        new Story().When(Story.Stranger, new GatheringImported(Whole())).IsRefused(RefusalReason.NotAllowed);

    [Fact]
    public void Who_met_whom_is_enough_for_an_earlier_gathering()
    {
        var whole = Whole();
        var bare = whole with
        {
            Blocks = [],
            Theme = "",
            Plan = [],
            ClosedAt = null,
            Work = [],
            Groups = [],
            LeftOut = [],
            Sections = [],
            Points = [],
            Texts = whole.Texts.Clear(),
        };
        Assert.Equal(
            whole.Pairs.Select(pair => pair.Members.Count),
            TakenIn(bare).Stands().Now.Workshop.Pairs.Select(pair => pair.Members.Count)
        );
    }

    public static TheoryData<string, RefusalReason> Faults() => new()
    {
        { "no title", RefusalReason.Empty },
        { "a name twice", RefusalReason.DuplicateParty },
        { "a pair with a stranger", RefusalReason.NoSuchParty },
        { "somebody in two pairs", RefusalReason.GroupsDoNotFit },
        { "four together", RefusalReason.GroupsDoNotFit },
        { "work of a stranger", RefusalReason.NoSuchParty },
        { "a note twice", RefusalReason.AlreadyExists },
        { "an empty note", RefusalReason.Empty },
        { "a long note", RefusalReason.TooLong },
        { "a stranger agrees", RefusalReason.NoSuchParty },
        { "one agrees with oneself", RefusalReason.OwnNote },
        { "an answer to nothing", RefusalReason.NoSuchNote },
        { "a point over nothing", RefusalReason.NoSuchNote },
        { "too many notes", RefusalReason.TooMany },
        { "a phase of no minutes", RefusalReason.ImplausibleMinutes },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_does_not_hang_together_is_refused_whole(string fault, RefusalReason reason)
    {
        var story = TakenIn(Spoiled(fault));
        story.IsRefused(reason);
        Assert.False(story.Now.Exists);
    }

    private static GatheringArchive Spoiled(string fault)
    {
        var whole = Whole();
        return fault switch
        {
            "no title" => whole with { Facts = whole.Facts with { Title = "" } },
            "a name twice" => whole with { Parties = whole.Parties.SetItem(1, whole.Parties[1] with { Name = whole.Parties[0].Name }) },
            "a pair with a stranger" => whole with { Pairs = [new Pair(Ids.Pair(5), [Ids.Party(77), Ids.Party(0)], [])] },
            "somebody in two pairs" => whole with { Pairs = whole.Pairs.Add(new Pair(Ids.Pair(5), [Ids.Party(0), Ids.Party(1)], [])) },
            "four together" => whole with { Pairs = [new Pair(Ids.Pair(5), [.. whole.Parties.Take(4).Select(party => party.Id)], [])] },
            "work of a stranger" => whole with { Work = whole.Work.Add(new PartyWork(Ids.Party(77))) },
            "a note twice" => WithNotes(whole, notes => notes.Add(notes[0])),
            "an empty note" => WithNotes(whole, notes => [notes[0] with { Text = "" }]),
            "a long note" => WithNotes(whole, notes => [notes[0] with { Text = new string('a', Limits.Note + 1) }]),
            "a stranger agrees" => WithNotes(whole, notes => [notes[0] with { AgreedBy = [Ids.Party(77)] }]),
            "one agrees with oneself" => WithNotes(whole, notes => [notes[0] with { AgreedBy = [whole.Work[0].Party] }]),
            "an answer to nothing" => WithNotes(whole, notes => [notes[0] with { Answers = new NoteRef(Ids.Party(0), Ids.Note(66)) }]),
            "a point over nothing" => whole with
            {
                Points = [new Point(Ids.Point(5), NoteKind.Barrier, "Punkt", [new NoteRef(Ids.Party(0), Ids.Note(66))])],
            },
            "too many notes" => WithNotes(
                whole,
                notes => [.. Enumerable.Range(100, Limits.NotesOfParty + 1).Select(number => notes[0] with { Id = Ids.Note(number) })]
            ),
            "a phase of no minutes" => whole with { Plan = [new Phase(PhaseKind.Board, 0)] },
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };
    }

    private static GatheringArchive WithNotes(GatheringArchive archive, Func<ImmutableList<Note>, ImmutableList<Note>> change) =>
        archive with { Work = archive.Work.SetItem(0, archive.Work[0] with { Notes = change(archive.Work[0].Notes) }), Points = [] };

    private static GatheringArchive Whole() => GatheringArchives.Of(Story.WithPairs(2, 3).Until(PhaseKind.Board)
        .When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Ingen lagerplass")).Stands()
        .When(Story.From(1), new NoteAdded(Ids.Note(2), NoteKind.Opportunity, "Lån av frivilligsentralen")).Stands()
                .When(
                    Story.Organiser,
                    new PointPut(new Point(Ids.Point(1), NoteKind.Barrier, "Lager mangler", [new NoteRef(Ids.Party(0), Ids.Note(1))]))
                )
                .Stands()
        .Now);

    private static Story TakenIn(GatheringArchive archive) => new Story().When(Story.Organiser, new GatheringImported(archive));

    private static string Written<T>(T value) => GatheringJson.Write(value);
}
