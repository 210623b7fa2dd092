using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>What is done on the programme and the desk, and undone; and what is one step there.</summary>
public sealed class ScreenUndoTests
{
    private static readonly NoteRef _note = new(Ids.Party(0), Ids.Note(1));

    private static readonly Dictionary<string, Func<Gathering, Change>> _all = new()
    {
        ["facts"] = g => new GatheringDescribed(g.Facts with { Title = "Ny", Number = 3, Meeting = new("https://a.example/") }, g.Facts),
        ["a minute"] = g => Plan(g, g.Workshop.Plan.SetItem(2, g.Workshop.Plan[2] with { Minutes = 33 })),
        ["a phase away"] = g => Plan(g, g.Workshop.Plan.RemoveAt(3)),
        ["a phase more"] = g => Plan(g, g.Workshop.Plan.Add(new Phase(PhaseKind.Board, 7))),
        ["a phase moved"] = g => Plan(g, g.Workshop.Plan.RemoveAt(1).Insert(4, g.Workshop.Plan[1])),
        ["another plan"] = g => Plan(g, PhasePlans.Brief),
        ["the theme"] = g => new WorkshopPlanned("et annet", g.Workshop.Plan),
        ["a new block"] = _ => new BlockPut(new Block(Ids.Block(9), "Ny", "", [], false)),
        ["a block again"] = g => new BlockPut(g.Blocks[0] with { Title = "Ny" }),
        ["a text of a block"] = _ => new BlockDescribed(Ids.Block(1), Introduction: "Ny"),
        ["a block moved"] = _ => new BlockMoved(Ids.Block(1), 1),
        ["a block away"] = _ => new BlockRemoved(Ids.Block(1)),
        ["a new talk"] = _ => new TalkPut(Ids.Block(2), new Talk(Ids.Talk(9), "Ny", [], "", null)),
        ["a text of a talk"] = g => new TalkPut(Ids.Block(1), g.Blocks[0].Talks[0] with { Summary = "Ny" }, g.Blocks[0].Talks[0]),
        ["a talk moved"] = _ => new TalkMoved(Ids.Talk(1), Ids.Block(2), 0),
        ["a talk away"] = _ => new TalkRemoved(Ids.Talk(1)),
        ["links of a talk"] = g => new TalkPut(
            Ids.Block(1),
            g.Blocks[0].Talks[0] with { Links = [new("Dahl", new("https://a.example/")), new("", new("https://b.example/"))] },
            g.Blocks[0].Talks[0]),
        ["a talk out of its block"] = _ => new TalkSetApart(Ids.Talk(1), Ids.Block(9), 0, AfterPoints: true),
        ["a talk outside the blocks into one"] = _ => new TalkMoved(Ids.Talk(3), Ids.Block(2), 0),
        ["a talk outside the blocks away"] = _ => new TalkRemoved(Ids.Talk(3)),
        ["a talk outside the blocks as a block away"] = _ => new BlockRemoved(Ids.Block(3)),
        ["a new talk outside the blocks"] = _ => new BlockPut(Block.Of(Ids.Block(9), new Talk(Ids.Talk(9), "Ny", [], "", null))),
        ["a block to after the points"] = _ => new BlockMoved(Ids.Block(1), 1) { AfterPoints = true },
        ["a block put after the points"] = g => new BlockPut(g.Blocks[0] with { AfterPoints = true }),
        ["the points up"] = _ => new PointsPlaced(0),
        ["the points down"] = _ => new PointsPlaced(3),
        ["the welcome"] = g => new WelcomeDescribed(g.Welcome with { Links = [] }, g.Welcome),
        ["pairs by hand"] = _ => new PairsRecorded([new Pair(Ids.Pair(9), [Ids.Party(4), Ids.Party(0)], [])]),
        ["one who was not there"] = _ => new PartyAttended(Ids.Party(4), false),
        ["an answer to an invitation"] = _ => new InvitationAnswered(Ids.Party(4), new Rsvp(true, 2, 1)),
        ["a party"] = _ => new PartyInvited(Ids.Party(9), "Ny", null, PartyKind.Other, null),
        ["a party renamed"] = _ => new PartyRenamed(Ids.Party(4), "Ny", "1804", PartyKind.Municipality, "Nordland"),
        ["a party away"] = _ => new PartyWithdrawn(Ids.Party(4)),
        ["a role"] = _ => new StaffAppointed(Ids.User(2), Role.Observer),
        ["a new role"] = _ => new StaffAppointed(Ids.User(9), Role.Facilitator),
        ["how long"] = _ => new RetentionSet(new Retention(3, 120)),
        ["a point"] = _ => new PointPut(new Point(Ids.Point(9), Section.Barriers, "Nytt", [_note])),
        ["points"] = _ => new PointsPut([new Point(Ids.Point(8), Section.Asks, "A", []), new Point(Ids.Point(9), Section.Asks, "B", [])]),
        ["a point moved"] = _ => new PointMoved(Ids.Point(1), 1),
        ["a point to a section"] = _ => new PointMoved(Ids.Point(1), 0) { Section = Section.Asks },
        ["a point away"] = _ => new PointRemoved(Ids.Point(1)),
        ["a point worded"] = g => new PointWorded(Ids.Point(1), "Nye ord", g.Points[0].Revision),
        ["a note behind"] = _ => new PointSourced(Ids.Point(2), [_note], []),
        ["a note let go"] = _ => new PointSourced(Ids.Point(1), [], [_note]),
        ["a point confirmed"] = _ => new PointConfirmed(Ids.Point(1), true),
        ["a section"] = _ => new SectionPut(Ids.Section(9), "Ny"),
        ["a section named"] = _ => new SectionPut(Ids.Section(1), "Ny"),
        ["a section away"] = _ => new SectionRemoved(Ids.Section(1)),
        ["a group named"] = _ => new GroupPut(Ids.Group(1), "Ny"),
        ["a group dissolved"] = _ => new NotesGrouped([], [], [Ids.Group(1)]),
        ["notes in a new group"] = _ => new NotesGrouped([new NoteGroup(Ids.Group(9), "Ny", [_note])], [], []),
        ["a note left out"] = _ => new NotesLeftOut([_note], true),
    };

    public static TheoryData<string> All() => [.. _all.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_undone_is_as_it_was(string what)
    {
        var story = Prepared();
        var before = story.Now;
        story.When(Story.Organiser, _all[what](before)).Stands();
        foreach (var change in Undo.Of(before, story.Log[^1], story.Now, story.Clock)) story.When(Story.Organiser, change).Stands();
        Assert.Equal(Written(before), Written(story.Now));
    }

    [Fact]
    public void What_another_has_written_since_stays()
    {
        var story = Prepared();
        var before = story.Now;
        story.When(Story.Organiser, new GatheringDescribed(before.Facts with { Title = "Min", Host = "Min" }, before.Facts)).Stands();
        var done = story.Log[^1];
        story.When(Story.Organiser, new GatheringDescribed(story.Now.Facts with { Host = "Din", Place = "Dit" }, story.Now.Facts)).Stands();
        foreach (var change in Undo.Of(before, done, story.Now, story.Clock)) story.When(Story.Organiser, change).Stands();
        Assert.Equal(before.Facts with { Host = "Din", Place = "Dit" }, story.Now.Facts);
    }

    [Fact]
    public void Minutes_that_another_has_changed_since_stay_when_a_phase_comes_back_and_a_phase_written_in_since_does_not_go()
    {
        var story = Prepared();
        var before = story.Now;
        story.When(Story.Organiser, Plan(before, before.Workshop.Plan.RemoveAt(3))).Stands();
        var done = story.Log[^1];
        story.When(Story.Organiser, Plan(story.Now, story.Now.Workshop.Plan.SetItem(3, story.Now.Workshop.Plan[3] with { Minutes = 44 })));
        foreach (var change in Undo.Of(before, done, story.Now, story.Clock)) story.When(Story.Organiser, change).Stands();
        Assert.Equal(before.Workshop.Plan.SetItem(4, before.Workshop.Plan[4] with { Minutes = 44 }), story.Now.Workshop.Plan);

        before = story.Now;
        story.When(Story.Organiser, Plan(before, before.Workshop.Plan.Add(new Phase(PhaseKind.Board, 7)))).Stands();
        done = story.Log[^1];
        story.When(Story.Organiser, Plan(story.Now, story.Now.Workshop.Plan.SetItem(8, new Phase(PhaseKind.Board, 44)))).Stands();
        Assert.Empty(Undo.Of(before, done, story.Now, story.Clock));
    }

    [Fact]
    public void The_first_plan_and_a_deadline_that_is_moved_have_no_way_back()
    {
        var none = new Gathering(new(Guid.NewGuid()));
        Assert.Empty(Undo.Of(none, Entry(new WorkshopPlanned("tema", PhasePlans.Full)), none, Story.Start));
        var asked = none with { Consent = new(Story.Start, Story.Start.AddDays(7), false) };
        Assert.Empty(Undo.Of(asked, Entry(new ConsentAsked(Story.Start.AddDays(9), false)), asked, Story.Start));
        Assert.Equal([new ConsentCalledOff()], Undo.Of(none, Entry(new ConsentAsked(Story.Start.AddDays(9), false)), asked, Story.Start));
    }

    [Fact]
    public void The_letters_of_a_field_are_one_step_until_there_is_a_pause_or_another_field()
    {
        var facts = GatheringFacts.None;
        Entry[] log =
        [
            Typed("A", 0), Typed("AB", 1), Typed("ABC", 2),
            Entry(new GatheringDescribed(facts with { Host = "X" }, facts), 3), Typed("ABCD", 4), Typed("ABCDE", 60),
        ];
        Assert.Equal([1, 1, 1, 3], Counts(log));

        Entry Typed(string title, int minute) => Entry(new GatheringDescribed(facts with { Title = title }, facts), minute);
    }

    [Fact]
    public void Changes_asked_for_together_are_one_step_and_the_log_alone_tells()
    {
        var first = Guid.CreateVersion7();
        Change[] parties =
        [
            .. Enumerable.Range(0, 3).Select(number => new PartyInvited(Ids.Party(number), "P", null, PartyKind.Other, null)),
        ];
        Entry[] log =
        [
            Entry(new BlockRemoved(Ids.Block(1))),
            .. parties.Select((party, index) => Entry(party) with { ChangeId = index == 0 ? first : Step.IdOf(first, index) }),
            Entry(parties[0]),
        ];
        Assert.Equal([1, 3, 1], Counts(log));
        // The last of them has been undone already.
        Assert.Equal([2, 1], Counts(log[..3]));
    }

    private static IEnumerable<int> Counts(Entry[] log)
    {
        var left = log.Reverse().ToList();
        while (Step.Newest(left) is { } step)
        {
            yield return step.Entries.Count;
            left.RemoveRange(0, step.Entries.Count);
        }
    }

    private static Entry Entry(Change change, int minute = 0) =>
        new(1, Guid.CreateVersion7(), Story.Start.AddMinutes(minute), Story.Organiser, change);

    private static WorkshopPlanned Plan(Gathering g, ImmutableList<Phase> plan) =>
        new(g.Workshop.Theme, plan, new PlanRead(g.Workshop.Theme, g.Workshop.Plan));

    private static Story Prepared()
    {
        var story = Story.WithPairs(2, 2).When(Story.Organiser, new PartyInvited(Ids.Party(4), "Sist", null, PartyKind.Other, null));
        // The board, and back: nothing of the plan runs.
        story.Until(PhaseKind.Board).When(Story.From(0), new NoteAdded(Ids.Note(1), NoteKind.Barrier, "Tid")).Stands();
        story.When(Story.Facilitator, new PhaseEntered(story.Now.Workshop.Position, -1)).Stands();
        foreach (var change in (Change[])
        [
            new BlockPut(new Block(Ids.Block(1), "Bolk 1", "", [new Talk(Ids.Talk(1), "Innlegg", [new("Kari", "Stad")], "", null)], true)),
            new BlockPut(new Block(Ids.Block(2), "Bolk 2", "", [], false)),
            new BlockPut(Block.Of(Ids.Block(3), new Talk(Ids.Talk(3), "Til slutt", [], "", null)) with { AfterPoints = true }),
            new WelcomeDescribed(new Welcome([new("Alfred Bjørlo", "Stad")], [new("", new("https://stad.example/velkommen"))])),
            new PointPut(new Point(Ids.Point(1), Section.Barriers, "Ett", [_note])),
            new PointPut(new Point(Ids.Point(2), Section.Barriers, "To", [])),
            new SectionPut(Ids.Section(1), "Eget"),
            new NotesGrouped([new NoteGroup(Ids.Group(1), "Gruppe", [_note])], [], []),
        ])
            story.When(Story.Organiser, change).Stands();
        return story;
    }

    // A point that has been worded twice has been worded twice; who is invited again comes last, and a group that comes back too.
    private static string Written(Gathering g) => GatheringJson.Write(g with
    {
        Sequence = 0,
        LastLed = 0,
        Points = g.Points.ConvertAll(point => point with { Revision = 0 }),
    });
}
