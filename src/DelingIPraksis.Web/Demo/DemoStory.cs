using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Demo;

/// <summary>
/// Builds the log of a demo gathering, step by step. All ids are made from names, so the next start completes an interrupted demo, and
/// never makes it twice.
/// </summary>
/// <param name="name">The name that the ids are made from. The same name gives the same gathering.</param>
/// <param name="leader">The demo's organiser.</param>
internal sealed class DemoStory(string name, Id<User> leader)
{
    private readonly List<DemoStep> _steps = [];
    private readonly Actor _application = new Actor.Application();
    private readonly Actor _leader = new Actor.Account(leader);
    private int _position = -1;

    public Id<Gathering> Gathering { get; } = Named(name);

    public IReadOnlyList<DemoStep> Steps => _steps;

    /// <summary>The id of the gathering with a name.</summary>
    public static Id<Gathering> Named(string name) => new(Identity($"{name}/gathering"));

    public DemoStory Begin(GatheringFacts facts, string theme, ImmutableList<Phase> plan, params IEnumerable<DemoParty> parties)
    {
        Apply(new GatheringCreated(facts, IsDemo: true));
        Apply(new StaffAppointed(leader, Role.Organiser));
        Lead(new WorkshopPlanned(theme, plan));
        foreach (var party in parties) Lead(new PartyInvited(Party(party), party.Name, party.RegisterNumber, party.Kind, party.County));
        return this;
    }

    public DemoStory Block(string title, string introduction, bool hasWorkshop, params DemoTalk[] talks) => Lead(new BlockPut(new Block(
        new Id<Block>(Of(title)), title, introduction,
        [.. talks.Select(talk => new Talk(new Id<Talk>(Of(talk.Title)), talk.Title, [.. talk.Speakers], talk.Summary, talk.Presentation))],
        hasWorkshop)));

    public DemoStory Join(params IEnumerable<DemoParty> parties)
    {
        foreach (var party in parties) Apply(new PersonJoined(Person(party), Party(party)));
        return this;
    }

    /// <summary>Parties answer their invitations; with nobody on a screen they do not come.</summary>
    public DemoStory Answer(int onScreen, params IEnumerable<DemoParty> parties)
    {
        foreach (var party in parties) Apply(new InvitationAnswered(Party(party), onScreen == 0 ? Rsvp.No : new Rsvp(true, 0, onScreen)));
        return this;
    }

    public DemoStory Pair(params DemoParty[][] groups) =>
        Lead(
            new PairsProposed([
                .. groups.Select(group => new Pair(
                    new Id<Pair>(Of(string.Join('+', group.Select(party => party.Name)))),
                    [.. group.Select(Party)],
                    []
                )),
            ])
        )
            .Lead(new PairsShown());

    public DemoStory Until(PhaseKind kind, ImmutableList<Phase> plan)
    {
        while (_position < 0 || plan[_position].Kind != kind) Lead(new PhaseEntered(_position, ++_position));
        return this;
    }

    public DemoStory Write(DemoParty party, string challenge, string solutions) =>
        As(party, new TextWritten(TextField.Challenge, challenge, 0)).As(party, new TextWritten(TextField.Solutions, solutions, 0));

    public DemoStory Comment(DemoParty from, DemoParty to, string recognise, string wouldDo, string answer)
    {
        As(from, new FeedbackWritten(Party(to), FeedbackPrompt.Recognise, recognise, 0, FeedbackPart.Challenge));
        As(from, new FeedbackWritten(Party(to), FeedbackPrompt.WouldDo, wouldDo, 0));
        As(from, new FeedbackHandedOver(Party(to)));
        return As(to, new FeedbackAnswered(Party(from), answer, 0));
    }

    public DemoStory Barrier(DemoParty party, string text) => Note(party, NoteKind.Barrier, text);

    public DemoStory Opportunity(DemoParty party, string text) => Note(party, NoteKind.Opportunity, text);

    public DemoStory Agree(DemoParty who, DemoParty with, string text) => As(who, new NoteAgreed(Where(with, text), true));

    public DemoStory Vote(DemoParty who, DemoParty whose, string text) => As(who, new NoteVoted(Where(whose, text), true));

    public DemoStory Promise(DemoParty party, string what, string owner, DateOnly by) =>
        As(party, new CommitmentMade(new Commitment(what, owner, by)));

    /// <summary>A party says afterwards what became of its promise. A demo of an earlier version takes it too: it comes last.</summary>
    public DemoStory Became(DemoParty party, PromiseState state) =>
        As(party, new PromiseAnswered(Domain.GroupWork.Promise.OnlyOf(Party(party)), state));

    public DemoStory Point(NoteKind kind, string text, params (DemoParty Party, string Text)[] sources) =>
        Lead(new PointPut(new Point(new Id<Point>(Of(text)), kind, text, [.. sources.Select(source => Where(source.Party, source.Text))])));

    public DemoStory As(DemoParty party, Change change) => Add(new Actor.Participant(Person(party)), change);

    public DemoStory Lead(Change change) => Add(_leader, change);

    public Id<Party> Party(DemoParty party) => new(Of($"party/{party.Name}"));

    public Id<Person> Person(DemoParty party) => new(Of($"person/{party.Name}"));

    private void Apply(Change change) => Add(_application, change);

    private DemoStory Note(DemoParty party, NoteKind kind, string text) => As(party, new NoteAdded(Where(party, text).Note, kind, text));

    private NoteRef Where(DemoParty party, string text) => new(Party(party), new Id<Note>(Of($"note/{party.Name}/{text}")));

    private DemoStory Add(Actor actor, Change change)
    {
        _steps.Add(new DemoStep(Of($"change/{_steps.Count}"), actor, change));
        return this;
    }

    private Guid Of(string what) => Identity($"{name}/{what}");

    // The data folder has the demo gatherings of older versions. With other ids there would be two demos.
    private static Guid Identity(string what) => DerivedId.Unversioned(what);
}

/// <summary>A change in the demo, with the id that prevents it from being made twice.</summary>
internal sealed record DemoStep(Guid ChangeId, Actor Actor, Change Change);

internal sealed record DemoTalk(string Title, string Summary, Uri? Presentation, params Speaker[] Speakers);
