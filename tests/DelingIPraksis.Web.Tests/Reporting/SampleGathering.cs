using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>
/// A gathering told by the real rules: two pairs, talks, notes and points, all of it with fixed identities so that whole files can be
/// compared.
/// </summary>
internal sealed class SampleGathering
{
    public static readonly Id<User> OrganiserUser = new(Guid.Parse("10000000-0000-0000-0000-000000000001"));
    public static readonly Id<User> FacilitatorUser = new(Guid.Parse("10000000-0000-0000-0000-000000000002"));
    public static readonly Id<User> ObserverUser = new(Guid.Parse("10000000-0000-0000-0000-000000000003"));
    public static readonly Actor Organiser = new Actor.Account(OrganiserUser);
    public static readonly string[] Names = ["Stad", "Arendal", "Bergen", "Guovdageaidnu - Kautokeino"];

    private readonly List<Entry> _log = [];
    private int _notes;

    public static readonly Id<Gathering> GatheringId = new(Guid.Parse("00000000-0000-0000-0000-00000000000a"));

    public Gathering Now { get; private set; } = new(GatheringId);

    public IReadOnlyList<Entry> Log => _log;

    public DateTimeOffset Clock { get; set; } = new(2021, 6, 7, 8, 12, 0, TimeSpan.Zero);

    public static Id<Party> Party(int number) => new(Make(1, number));

    public static Id<Note> Note(int number) => new(Make(5, number));

    public static Id<Point> Point(int number) => new(Make(6, number));

    public static Actor From(int party) => new Actor.Participant(new Id<Person>(Make(2, party)));

    /// <summary>Facts, four parties in two pairs, the board open; nothing written.</summary>
    public static SampleGathering Begun(string title = "Kortreist samling 7. juni 2021", Language language = Language.Bokmal)
    {
        var sample = new SampleGathering();
        sample.Do(Organiser, new GatheringCreated(new GatheringFacts(
            "Kortreist Kvalitet",
            "Et nettverk av kommuner.",
            title,
            5,
            new DateOnly(2021, 6, 7),
            "Stad kommune",
            "Digitalt",
            language
        ),
            IsDemo: false
        )
        );
        sample
            .Do(Organiser, new StaffAppointed(FacilitatorUser, Role.Facilitator))
            .Do(Organiser, new StaffAppointed(ObserverUser, Role.Observer));
        sample.Do(Organiser, new WorkshopPlanned("sirkulærøkonomi", PhasePlans.Full));
        for (var party = 0; party < Names.Length; party++)
        {
            sample.Do(Organiser, new PartyInvited(Party(party), Names[party], null, PartyKind.Municipality, null));
            sample.Do(new Actor.Application(), new PersonJoined(new Id<Person>(Make(2, party)), Party(party)));
        }

        ImmutableList<Pair> pairs =
        [
            new(new Id<Pair>(Make(4, 0)), [Party(0), Party(1)], []),
            new(new Id<Pair>(Make(4, 1)), [Party(2), Party(3)], []),
        ];
        sample.Do(Organiser, new PairsProposed(pairs)).Do(Organiser, new PairsShown());
        for (var phase = 0; phase < 5; phase++) sample.Do(Organiser, new PhaseEntered(phase - 1, phase));
        return sample;
    }

    /// <summary>A gathering from before this tool: facts and four parties, nobody joined, no pairs.</summary>
    public static SampleGathering Held()
    {
        var facts = GatheringFacts.None with { Network = "Kortreist Kvalitet", Title = "Samling i 2019", Date = new DateOnly(2019, 6, 3) };
        var sample = new SampleGathering().Do(Organiser, new GatheringCreated(facts, IsDemo: false));
        for (var party = 0; party < Names.Length; party++)
            sample.Do(Organiser, new PartyInvited(Party(party), Names[party], null, PartyKind.Municipality, null));
        return sample;
    }

    /// <summary>Two rounds: a note of the first pairs in the first, and one of the new pairs in the second.</summary>
    public static SampleGathering InRounds()
    {
        var sample = Begun();
        ImmutableList<Phase> plan = [.. PhasePlans.Full.Take(6), PhasePlans.Full[2] with { NewRound = true }, .. PhasePlans.Full.Skip(3)];
        ImmutableList<Pair> later =
        [
            new(new Id<Pair>(Make(4, 2)), [Party(0), Party(2)], []),
            new(new Id<Pair>(Make(4, 3)), [Party(1), Party(3)], []),
        ];
        return sample
            .Do(Organiser, new WorkshopPlanned("sirkulærøkonomi", plan))
            .Do(Organiser, new PairsProposed(sample.Now.Workshop.Pairs, [later]))
            .Do(Organiser, new PairsShown())
            .AddNote(0, NoteKind.Barrier, "Fra første runde")
            .Do(Organiser, new PhaseEntered(4, 6))
            .Do(Organiser, new PhaseEntered(6, 8))
            .AddNote(0, NoteKind.Opportunity, "Fra andre runde");
    }

    /// <summary>A small whole gathering, with something of everything.</summary>
    public static SampleGathering Whole(Language language = Language.Bokmal) => Begun(language: language)
        .Do(Organiser, new ReportTextWritten(ReportText.About, "Stad var vert.\n\nRapporten samler innleggene."))
        .Do(Organiser, new ReportTextWritten(ReportText.Welcome, "Ordføreren ønsket velkommen."))
        .Do(Organiser, new ReportTextWritten(ReportText.Workshop, "Kommunene satt sammen to og to."))
        .Do(Organiser, new ReportTextWritten(ReportText.Closing, "Takk for dagen."))
        .Do(Organiser, new BlockPut(new Block(new Id<Block>(Make(7, 1)), "Bolk 1: Kortreiste sirkler", "Fire innlegg.",
        [
                            new Talk(
                                new Id<Talk>(Make(8, 1)),
                                "Biogass i Viken",
                                [new Speaker("Tord Araldsen", "Viken fylkeskommune"), new Speaker("Kari Nordmann", "")],
                                "Om å gjere meir av avfallet. Det er ikkje vanskeleg, seier dei.",
                                new Uri("https://eksempel.no/biogass (1).pdf")
                            ),
        ], HasWorkshop: true)))
        .Do(From(0), new TextWritten(TextField.Challenge, "Alt går i containeren.", 0))
        .Do(From(1), new FeedbackWritten(Party(0), FeedbackPrompt.Recognise, "Slik er det hos oss også.", 0))
        .Do(From(1), new FeedbackHandedOver(Party(0)))
        .Do(From(0), new FeedbackAnswered(Party(1), "Vi inviterer dere på befaring.", 0))
        .Do(From(2), new FeedbackWritten(Party(3), FeedbackPrompt.Missing, "Aldri levert over", 0))
        .AddNote(0, NoteKind.Barrier, "Vi mangler et lager")
        .AddNote(1, NoteKind.Opportunity, "Spør frivilligsentralen\nDe har lokaler")
        .AddNote(3, NoteKind.Barrier, "=Ingen måler")
        .Do(From(1), new NoteAgreed(new NoteRef(Party(0), Note(1)), true))
        .AddPoint(1, NoteKind.Barrier, "Det mangler lager og måling", (0, 1), (3, 3))
        .AddPoint(2, NoteKind.Opportunity, "Gå sammen med frivilligheten", (1, 2))
        .AddPoint(3, NoteKind.Barrier, "Folk kaster mer")
        .Do(Organiser, new PhaseEntered(4, 5))
        .Do(From(1), new NoteVoted(new NoteRef(Party(0), Note(1)), true))
        .Do(Organiser, new PhaseEntered(5, 6)).Do(Organiser, new PhaseEntered(6, 7))
        .Do(From(0), new CommitmentMade(new Commitment("Kartlegge én skole", "Eiendomssjefen", new DateOnly(2021, 10, 1))));

    public SampleGathering AddNote(int party, NoteKind kind, string text) => Do(From(party), new NoteAdded(Note(++_notes), kind, text));

    public SampleGathering AddPoint(int number, NoteKind kind, string text, params (int Party, int Note)[] sources) =>
        Do(
            Organiser,
            new PointPut(
                new Point(Point(number), kind, text, [.. sources.Select(source => new NoteRef(Party(source.Party), Note(source.Note)))])
            )
        );

    public SampleGathering Do(Actor actor, Change change)
    {
        Clock += TimeSpan.FromSeconds(1);
        var entry = new Entry(Now.Sequence + 1, Make(9, _log.Count), Clock, actor, change);
        var outcome = Rules.Decide(Now, entry);
        Assert.True(outcome is Outcome.Accepted, $"{change}: {(outcome as Outcome.Refused)?.Refusal}");
        Now = ((Outcome.Accepted)outcome).Gathering;
        _log.Add(entry);
        return this;
    }

    private static Guid Make(int kind, int number) => new(kind, 0, 0, [0, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number]);
}
