using System.Collections.Immutable;
using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>Arbitrary sequences of changes by arbitrary actors, over so few identities that they often concern one another.</summary>
public static class AnyStory
{
    private const int Parties = 5;

    private static readonly Gen<Id<Party>> Party = Gen.Int[0, Parties].Select(Ids.Party);
    private static readonly Gen<Id<Note>> Note = Gen.Int[0, 6].Select(Ids.Note);
    private static readonly Gen<Id<Point>> PointId = Gen.Int[0, 3].Select(Ids.Point);
    private static readonly Gen<Id<Block>> Block = Gen.Int[0, 2].Select(Ids.Block);
    private static readonly Gen<Id<Talk>> Talk = Gen.Int[0, 3].Select(Ids.Talk);
    private static readonly Gen<NoteRef> Where = Gen.Select(Party, Note, (party, note) => new NoteRef(party, note));
    private static readonly Gen<Id<Section>> SectionId = Gen.OneOf(
        Gen.Int[0, 2].Select(index => Section.AlwaysThere[index]),
        Gen.Int[0, 2].Select(Ids.Section)
    );
    private static readonly Gen<Id<NoteGroup>> GroupId = Gen.Int[0, 3].Select(Ids.Group);
    private static readonly Gen<NoteGroup> Grouping = Gen.Select(
        GroupId,
        Text("report"),
        Where.List[0, 3],
        (id, name, notes) => new NoteGroup(id, name, [.. notes])
    );
    private static readonly Gen<NoteKind> Kind = Gen.Bool.Select(barrier => barrier ? NoteKind.Barrier : NoteKind.Opportunity);
    private static readonly Gen<int> Revision = Gen.Int[0, 2];

    private static readonly Gen<QuoteRef> Quote = Gen.OneOf(
        Note.Select(note => new QuoteRef(QuoteKind.Note, note.Value)),
        Gen.Const(new QuoteRef(QuoteKind.Name)),
        Gen.Select(Party, Gen.Enum<FeedbackPrompt>(), (to, prompt) => new QuoteRef(QuoteKind.Feedback, to.Value, (int)prompt)));

    /// <summary>Every text carries who wrote it, so that a text seen by the wrong one can be told.</summary>
    public static Gen<string> Text(string owner) => Gen.Int[0, 99].Select(number => $"«{owner}:{number}»");

    public static readonly Gen<Actor> Actor = Gen.OneOf(
        Gen.Int[0, Parties].Select(Story.From),
        Gen.OneOf(Story.Facilitator, Story.Facilitator, Story.Organiser, Story.Observer, Story.Stranger));

    public static Gen<Change> Change(string owner) => Gen.OneOf(
        Gen.Select(Gen.Enum<TextField>(), Text(owner), Revision, Change (field, text, revision) => new TextWritten(field, text, revision)),
        Gen.Select(Party, Text(owner), Revision, Change (about, text, revision) => new ListeningNoted(about, text, revision)),
        Gen.Select(
            Party,
            Gen.Enum<FeedbackPrompt>(),
            Text(owner),
            Revision,
            Gen.Enum<FeedbackPart>(),
            Change (to, prompt, text, revision, part) => new FeedbackWritten(to, prompt, text, revision, part)
        ),
        Party.Select(Change (to) => new FeedbackHandedOver(to)),
        Gen.Select(Party, Text(owner), Revision, Change (from, text, revision) => new FeedbackAnswered(from, text, revision)),
        Gen.Select(Note, Kind, Text(owner), Change (note, kind, text) => new NoteAdded(note, kind, text)),
        Gen.Select(Note, Kind, Text(owner), Party, Change (note, kind, text, party) => new NoteAdded(note, kind, text, party)),
        Gen.Select(Note, Text(owner), Revision, Change (note, text, revision) => new NoteEdited(note, text, revision)),
        Gen.Select(Note, Kind, Change (note, kind) => new NoteMoved(note, kind)),
        Note.Select(Change (note) => new NoteDeleted(note)),
        Note.Select(Change (note) => new NoteRestored(note)),
        Gen.Select(Where, Gen.Bool, Change (where, agrees) => new NoteAgreed(where, agrees)),
        Gen.Select(Where, Gen.Bool, Change (where, wants) => new NoteVoted(where, wants)),
        Gen.Select(Note, Where, Gen.Bool, Change (note, where, answers) => new NoteAnswers(note, answers ? where : null)),
        Gen.Select(
            Note,
            Text(owner),
            Gen.Enum<Addressee>(),
            Gen.Bool,
            Change (note, theme, to, forSomebody) => new NoteLabelled(note, theme, forSomebody ? to : null)
        ),
        Gen.Select(Gen.Bool, Gen.Int[-1, 9], Change (done, at) => new DoneSaid(done, at < 0 ? null : at)),
        Gen.Enum<HelpReason>().Select(Change (reason) => new HelpAsked(reason)),
        Gen.Select(Party, Text(owner), Change (party, words) => new HelpAnswered(party, words)),
        Text(owner).Select(Change (text) => new CommitmentMade(new Commitment(text, "", null))),
        Gen.Select(Gen.Int[-1, 8], Gen.Int[-1, 8], Change (from, to) => new PhaseEntered(from, to)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[-1, 8], Gen.Int[-1, 8], Change (pair, from, to) => new PairMoved(Ids.Pair(pair), from, to)),
        Gen.Select(Gen.Int[0, 2], Gen.Int[-5, 5], Change (pair, minutes) => new TimeAdded(minutes, Ids.Pair(pair))),
        Gen.Select(
            Gen.Bool,
            Gen.Bool,
            Gen.Int[-1, 3],
            Gen.Enum<WallSelection>(),
            Change (notes, names, slide, selection) => new WallSet(notes, names, slide, selection)
        ),
        Gen.Select(Where, Gen.Bool, Change (where, hidden) => new NoteHidden(where, hidden)),
        Gen.Int[0, 4].Select(Change (user) => new LeadTaken(Ids.User(user))),
        Party.List[0, 2].Select(Change (to) => new MessageSent("Fem minutter til.", to.Count == 0 ? null : [.. to])),
        Gen.OneOf<Change>(
            new ClockPaused(),
            new ClockResumed(),
            new TimeAdded(2),
            new TimeAdded(-200),
            new PairsShown(),
            new PairsTakenBack(),
            new NamesErased(),
            new FaceTaken(NetworkFace.None with { Primary = "#0b5563" }),
            new WorkshopClosed(),
            new WorkshopReopened(AsItWas: true),
            new ReportPublished(),
            new ReportPublished("Et navn er rettet"),
            new ReportWithdrawn()
        ),
        Gen.Select(
            Gen.Int[0, 3],
            Gen.Int[0, 3],
            Change (names, all) => new RetentionSet(new Retention(names == 0 ? null : names, all == 0 ? null : all))
        ),
        Gen.Select(Gen.Int[0, 2], Gen.Int[-1, 3], Change (pair, turn) => new TurnPassed(Ids.Pair(pair), turn)),
        Gen.Shuffle(Enumerable.Range(0, Parties).ToArray()).Select(Change (order) => new PairsProposed(Groups(order))),
        Gen.Shuffle(Enumerable.Range(0, Parties).ToArray())
            .Select(Change (order) => new PairsProposed(Groups(order), [Groups([.. order.Reverse()], 2)])),
        Gen.Select(Party, Party, Gen.Bool, Change (one, other, together) => new PairWished(new PairWish(one, other, together))),
        Gen.Int[0, Parties].Select(Change (person) => new PersonShownOut(Ids.Person(person))),
        Gen.Int[0, Parties].Select(Change (person) => new PersonErased(Ids.Person(person))),
        Gen.Select(Gen.Bool, Gen.Bool, Change (open, guarded) => new DoorSet(open, guarded)),
        Gen.Int[0, Parties].Select(Change (person) => new PersonAdmitted(Ids.Person(person))),
        Gen.Int[0, Parties].Select(Change (person) => new PersonDeclined(Ids.Person(person))),
        Gen.Select(Gen.Int[0, Parties], Party, Change (person, party) => new PersonMoved(Ids.Person(person), party)),
        Gen.Select(Party, Text("staff"), Change (party, name) => new PartyRenamed(party, name, null, PartyKind.Other, null)),
        Party.Select(Change (party) => new PartyWithdrawn(party)),
        Gen.Select(Block, Text("report"), Change (block, title) => new BlockPut(new Block(block, title, "", [], false))),
        Gen.Select(Block, Text("report"), Change (block, text) => new BlockDescribed(block, Introduction: text)),
        Gen.Select(Block, Gen.Int[-1, 3], Change (block, place) => new BlockMoved(block, place)),
        Gen.Select(Block, Talk, Text("report"), Change (block, talk, title) => new TalkPut(block, new Talk(talk, title, [], "", null))),
        Gen.Select(Block, Talk, Gen.Int[-1, 3], Change (block, talk, place) => new TalkMoved(talk, block, place)),
        Talk.Select(Change (talk) => new TalkRemoved(talk)),
        Gen.Select(Block, Gen.Int[-1, 3], Gen.Bool, Change (block, place, after) => new BlockMoved(block, place) { AfterPoints = after }),
        Gen.Select(
            Block,
            Talk,
            Text("report"),
            Gen.Bool,
            Change (block, talk, title, after) =>
                new BlockPut(Domain.Gatherings.Block.Of(block, new Talk(talk, title, [], "", null)) with { AfterPoints = after })
        ),
        Gen.Select(
            Block, Talk, Gen.Int[-1, 3], Gen.Bool, Change (block, talk, place, after) => new TalkSetApart(talk, block, place, after)),
        Gen.Int[-1, 3].Select(Change (after) => new PointsPlaced(after)),
        Text("report").Select(Change (name) => new WelcomeDescribed(new Welcome([new Speaker(name, "")], []))),
        Gen.Shuffle(Enumerable.Range(0, Parties).ToArray()).Select(Change (order) => new PairsRecorded(Groups(order))),
        Gen.Select(
            Party,
            Gen.Int[-1, 2],
            Gen.Int[0, 2],
            Change (party, room, screen) =>
                new InvitationAnswered(party, room < 0 ? null : room + screen == 0 ? Rsvp.No : new Rsvp(true, room, screen))
        ),
        Gen.Shuffle(Enumerable.Range(0, Parties).ToArray()).Select(Change (order) => new PairsPreviewed(Groups(order))),
        Gen.Select(Party, Gen.Int[0, 2], Change (party, there) => new PartyAttended(party, there == 0 ? null : there == 1)),
        Gen.Select(
            PointId,
            Kind,
            Text("report"),
            Where.List[0, 2],
            Change (id, kind, text, sources) => new PointPut(new Point(id, kind, text, [.. sources]))
        ),
        Gen.Select(PointId, Gen.Int[-1, 4], Change (id, place) => new PointMoved(id, place)),
        PointId.Select(Change (id) => new PointRemoved(id)),
        Gen.Select(PointId, Gen.Int[-1, 4], SectionId, Change (id, place, section) => new PointMoved(id, place) { Section = section }),
        Gen.Select(
            PointId,
            SectionId,
            Text("report"),
            Where.List[0, 2],
            Change (id, section, text, sources) => new PointsPut([new Point(id, section, text, [.. sources])])
        ),
        PointId.List[0, 2].Select(Change (points) => new PointsRemoved([.. points])),
        Gen.Select(PointId, Text("report"), Revision, Change (id, text, revision) => new PointWorded(id, text, revision)),
        Gen.Select(PointId, Where.List[0, 2], Where.List[0, 1], Change (id, added, letGo) => new PointSourced(id, [.. added], [.. letGo])),
        Gen.Select(PointId, Gen.Bool, Change (id, confirmed) => new PointConfirmed(id, confirmed)),
        Gen.Select(SectionId, Text("report"), Change (id, title) => new SectionPut(id, title)),
        SectionId.Select(Change (id) => new SectionRemoved(id)),
        Gen.Select(GroupId, Text("report"), Change (id, name) => new GroupPut(id, name)),
        Gen.Select(
            Grouping.List[0, 2],
            Where.List[0, 1],
            GroupId.List[0, 1],
            Change (groups, loose, givenUp) => new NotesGrouped([.. groups], [.. loose], [.. givenUp])
        ),
        Gen.Select(Where.List[0, 2], Gen.Bool, Change (notes, leftOut) => new NotesLeftOut([.. notes], leftOut)),
        Gen.Select(Gen.Enum<ReportText>(), Text("report"), Change (part, text) => new ReportTextWritten(part, text)),
        Gen.Select(
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            Change (names, feedback, votes, empty, commitments) =>
                new ReportChosen(new ReportChoices(names, feedback, votes, empty, commitments))
        ),
        Gen.Const((Change)new ConsentCalledOff()),
        Gen.Select(Gen.Int[-1, 9], Gen.Bool, Change (days, silence) => new ConsentAsked(Story.Start.AddDays(days), silence)),
        Gen.Select(
            Quote,
            Gen.Enum<QuoteVerdict>(),
            Text(owner),
            Text(owner),
            Change (quote, verdict, words, instead) => new ConsentGiven([new QuoteAnswer(quote, verdict, words, instead)])
        )
    );

    /// <summary>Who asks for what. The owner in a text is the party of the one who asks, or «staff».</summary>
    public static readonly Gen<(Actor Actor, Change Change)> Step = Actor.SelectMany(actor =>
        Change(OwnerOf(actor)).Select(change => (actor, change)));

    public static string OwnerOf(Actor actor) => actor is Actor.Participant participant ? participant.Person.ToString() : "staff";

    /// <summary>A story in which some of the steps stand: it begins in the middle, so that most verbs can be accepted.</summary>
    public static readonly Gen<(int Start, List<(Actor Actor, Change Change)> Steps)> Steps =
        Gen.Select(Gen.Int[0, 8], Step.List[0, 60], (start, steps) => (start, steps));

    /// <summary>
    /// Told from its beginning: five parties in a pair and a trio, moved some phases forward, then the steps. Every second story has two
    /// rounds.
    /// </summary>
    public static Story Told((int Start, List<(Actor Actor, Change Change)> Steps) steps)
    {
        var story = steps.Start % 2 == 0 ? Story.WithPairs(2, 3) : Story.WithRounds();
        for (var position = 0; position < steps.Start; position++) story.When(Story.Facilitator, new PhaseEntered(position - 1, position));
        foreach (var (actor, change) in steps.Steps) story.After(TimeSpan.FromSeconds(7)).When(actor, change);
        return story;
    }

    private static ImmutableList<Pair> Groups(int[] order, int first = 0) =>
    [
        new Pair(Ids.Pair(first), [Ids.Party(order[0]), Ids.Party(order[1])], []),
        new Pair(Ids.Pair(first + 1), [Ids.Party(order[2]), Ids.Party(order[3]), Ids.Party(order[4])], []),
    ];
}
