using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Console;

/// <summary>Gatherings told under the real rules: so many parties with one person each, so many in each pair, and where they are.</summary>
internal static class TestData
{
    public static readonly Id<Gathering> Id = new(Guid.Parse("00000000-0000-0000-0000-00000000beef"));
    public static readonly Actor Organiser = new Actor.Account(User(1));
    public static readonly Actor Facilitator = new Actor.Account(User(2));
    public static readonly Actor Other = new Actor.Account(User(3));
    public static readonly Actor Observer = new Actor.Account(User(4));
    public static readonly Actor Application = new Actor.Application();
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = ["Stad", "Arendal", "Kristiansand", "Bergen", "Asker", "Hurdal", "Trondheim", "Re"];

    public static Gathering Planned(int parties, int joined, params IEnumerable<Change> then)
    {
        var steps = new List<(Actor, Change)>
        {
            (
                Organiser,
                new GatheringCreated(
                    GatheringFacts.None with
                    {
                        Title = "Samling i Stad",
                        Network = "Nettverket",
                        Date = new DateOnly(2026, 11, 23),
                        Host = "Stad kommune",
                    },
                    false
                )
            ),
            (Organiser, new StaffAppointed(User(2), Role.Facilitator)),
            (Organiser, new StaffAppointed(User(3), Role.Facilitator)),
            (Organiser, new StaffAppointed(User(4), Role.Observer)),
            (Organiser, new WorkshopPlanned("sirkulærøkonomi", PhasePlans.Full)),
        };
        steps.AddRange(
            Enumerable
                .Range(0, parties)
                .Select(party => (Organiser, (Change)new PartyInvited(Party(party), Name(party), null, PartyKind.Municipality, null)))
        );
        steps.AddRange(Enumerable.Range(0, joined).Select(party => (Application, (Change)new PersonJoined(Person(party), Party(party)))));
        steps.AddRange(then.Select(change => (Facilitator, change)));
        return Fold(new Gathering(Id), steps);
    }

    /// <summary>Parties that have all joined, and a plan of two rounds.</summary>
    public static Gathering InRounds(int parties)
    {
        var full = PhasePlans.Full;
        ImmutableList<Phase> plan = [.. full.Take(6), full[2] with { NewRound = true }, .. full.Skip(3)];
        return Fold(Planned(parties, parties), [(Organiser, new WorkshopPlanned("sirkulærøkonomi", plan))]);
    }

    /// <summary>In pairs of these sizes, and moved on to a phase.</summary>
    public static Gathering At(PhaseKind? phase, params int[] sizes)
    {
        var next = 0;
        ImmutableList<Pair> pairs =
        [
            .. sizes.Select((size, index) => new Pair(PairId(index), [.. Enumerable.Range(0, size).Select(_ => Party(next++))], [])),
        ];
        var until = phase is { } kind ? PhasePlans.Full.FindIndex(step => step.Kind == kind) : -1;
        return Planned(sizes.Sum(), sizes.Sum(),
            [new PairsProposed(pairs), new PairsShown(), .. Enumerable.Range(0, until + 1).Select(step => new PhaseEntered(step - 1, step))]
        );
    }

    public static Gathering Fold(Gathering gathering, IEnumerable<(Actor Actor, Change Change)> steps) => Rules.Fold(
        gathering,
        steps.Select((step, index) => new Entry(gathering.Sequence + index + 1, Guid.NewGuid(), Start, step.Actor, step.Change))
    );

    public static string Name(int party) => party < Names.Length ? Names[party] : $"Kommune {party}";

    public static Actor From(int party) => new Actor.Participant(Person(party));

    public static Id<Party> Party(int number) => new(Make(1, number));

    public static Id<Person> Person(int number) => new(Make(2, number));

    public static Id<User> User(int number) => new(Make(3, number));

    public static Id<Pair> PairId(int number) => new(Make(4, number));

    public static Id<Note> Note(int number) => new(Make(5, number));

    private static Guid Make(int kind, int number) => new(kind, 0, 0, [0, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number]);
}
