using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>A gathering told step by step: given what has happened, when somebody asks for something, then.</summary>
public sealed class Story
{
    public static readonly Actor Organiser = new Actor.Account(Ids.User(1));
    public static readonly Actor Facilitator = new Actor.Account(Ids.User(2));
    public static readonly Actor Observer = new Actor.Account(Ids.User(3));
    public static readonly Actor Application = new Actor.Application();
    public static readonly Actor Stranger = new Actor.Stranger();
    public static readonly DateTimeOffset Start = new(2021, 6, 7, 8, 0, 0, TimeSpan.Zero);

    private readonly List<Entry> _log = [];

    public Gathering Now { get; private set; } = new(new Id<Gathering>(Guid.Parse("00000000-0000-0000-0000-000000000001")));

    public IReadOnlyList<Entry> Log => _log;

    public DateTimeOffset Clock { get; private set; } = Start;

    public Refusal? Refusal { get; private set; }

    /// <summary>A gathering in the middle of nothing: two pairs and a trio shown, one person for each party, nothing begun.</summary>
    public static Story WithPairs(params int[] sizes)
    {
        var story = Planned(sizes.Sum());
        var next = 0;
        var pairs = sizes
            .Select((size, index) => new Pair(Ids.Pair(index), [.. Enumerable.Range(0, size).Select(_ => Ids.Party(next++))], []))
            .ToImmutableList();
        return story.When(Facilitator, new PairsProposed(pairs)).When(Facilitator, new PairsShown());
    }

    /// <summary>The full plan with the exchange twice: new partners from place 6 on.</summary>
    public static readonly ImmutableList<Phase> TwoRounds =
    [
        .. PhasePlans.Full.Take(6),
        PhasePlans.Full[2] with { NewRound = true },
        .. PhasePlans.Full.Skip(3),
    ];

    /// <summary>Five parties and two rounds, both told: 0+1 and 2+3+4, then 3+0 and 4+1+2. Nothing has begun.</summary>
    public static Story WithRounds() => Planned(5)
        .When(Organiser, new WorkshopPlanned("sirkulærøkonomi", TwoRounds))
        .When(Facilitator, new PairsProposed(
            [Grouped(0, 0, 1), Grouped(1, 2, 3, 4)],
            [[Grouped(2, 3, 0), Grouped(3, 4, 1, 2)]]
        ))
        .When(Facilitator, new PairsShown())
        .Stands();

    /// <summary>A pair of some parties.</summary>
    public static Pair Grouped(int pair, params int[] members) => new(Ids.Pair(pair), [.. members.Select(Ids.Party)], []);

    /// <summary>A gathering with parties, one person for each, and a plan.</summary>
    public static Story Planned(int parties)
    {
        var story = new Story()
            .When(
                Organiser,
                new GatheringCreated(
                    GatheringFacts.None with
                    {
                        Title = "Samling",
                        Network = "Nettverket",
                        Date = new DateOnly(2021, 6, 7),
                    },
                    IsDemo: false
                )
            )
            .When(Organiser, new StaffAppointed(Ids.User(2), Role.Facilitator))
            .When(Organiser, new StaffAppointed(Ids.User(3), Role.Observer))
            .When(Organiser, new WorkshopPlanned("sirkulærøkonomi", PhasePlans.Full));
        for (var party = 0; party < parties; party++)
        {
            story.When(Organiser, new PartyInvited(Ids.Party(party), $"Kommune {party}", null, PartyKind.Municipality, null));
            story.When(Application, new PersonJoined(Ids.Person(party), Ids.Party(party)));
        }

        return story;
    }

    /// <summary>The person who takes part for a party.</summary>
    public static Actor From(int party) => new Actor.Participant(Ids.Person(party));

    public Story After(TimeSpan time)
    {
        Clock += time;
        return this;
    }

    public Story When(Actor actor, Change change)
    {
        var entry = new Entry(Now.Sequence + 1, Guid.NewGuid(), Clock, actor, change);
        var outcome = Rules.Decide(Now, entry);
        Refusal = (outcome as Outcome.Refused)?.Refusal;
        if (outcome is Outcome.Accepted accepted)
        {
            _log.Add(entry);
            Now = accepted.Gathering;
        }

        return this;
    }

    /// <summary>Everybody is moved through the plan to the first phase of a kind.</summary>
    public Story Until(PhaseKind kind)
    {
        while (Now.Workshop.Phase?.Kind != kind)
            When(Facilitator, new PhaseEntered(Now.Workshop.Position, Now.Workshop.Position + 1)).Stands();
        return this;
    }

    public Story Stands()
    {
        Assert.Null(Refusal);
        return this;
    }

    public void IsRefused(RefusalReason reason) => Assert.Equal(reason, Refusal?.Reason);

    public GatheringView SeenBy(Actor actor) => GatheringView.For(Now, actor);

    public PartyWork WorkOf(int party) => Now.Workshop.WorkOf(Ids.Party(party));
}

/// <summary>Small fixed identities, so that a failing test can be read.</summary>
public static class Ids
{
    public static Id<Party> Party(int number) => new(Make(1, number));

    public static Id<Person> Person(int number) => new(Make(2, number));

    public static Id<User> User(int number) => new(Make(3, number));

    public static Id<Pair> Pair(int number) => new(Make(4, number));

    public static Id<Note> Note(int number) => new(Make(5, number));

    public static Id<Domain.Synthesis.Point> Point(int number) => new(Make(6, number));

    public static Id<Block> Block(int number) => new(Make(7, number));

    public static Id<Talk> Talk(int number) => new(Make(10, number));

    public static Id<Domain.Synthesis.Section> Section(int number) => new(Make(8, number));

    public static Id<Domain.Synthesis.NoteGroup> Group(int number) => new(Make(9, number));

    public static Id<Promise> Promise(int number) => new(Make(11, number));

    private static Guid Make(int kind, int number) => new(kind, 0, 0, [0, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number]);
}
