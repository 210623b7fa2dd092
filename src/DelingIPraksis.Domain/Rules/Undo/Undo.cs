using System.Buffers.Binary;
using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// Undoes what was done on the console, the programme or the desk, by new changes in the opposite direction. Entries are never removed from
/// the log, and what others have written since then stays. This class has one part for each screen.
/// </summary>
public static partial class Undo
{
    /// <summary>The changes that undo an entry, in the order in which they are asked for; none when it cannot be undone.</summary>
    /// <param name="before">The gathering as it was before the entry.</param>
    /// <param name="entry">What was done.</param>
    /// <param name="after">The gathering as it is when the entry is undone.</param>
    /// <param name="now">When it is undone, UTC. The time in between counts as a pause for a clock that is restored.</param>
    public static ImmutableList<Change> Of(Gathering before, Entry entry, Gathering after, DateTimeOffset now) => entry.Change switch
    {
        IOfProgramme => OfProgramme(before, entry.Change, after),
        IOfDesk => OfDesk(before, entry.Change, after),
        _ => OfConsole(before, entry, now),
    };

    private static ImmutableList<Change> OfConsole(Gathering before, Entry entry, DateTimeOffset now)
    {
        var workshop = before.Workshop;
        return entry.Change switch
        {
            PhaseEntered c =>
            [
                new PhaseEntered(c.To, c.From, TakenUp(workshop.Clock, entry.At, now)),
                .. workshop.Pairs.SelectMany(pair => PaceOf(pair, c, entry.At, now)),
                .. workshop.Pairs.SelectMany(pair => TurnOf(workshop, pair)),
                // Another round puts a proposal away.
                .. workshop.RoundAt(c.To) != workshop.Round ? ProposedAgain(workshop) : [],
            ],
            PairMoved c when Found(workshop, c.Pair) is { } pair =>
                [new PairMoved(c.Pair, c.To, c.From, TakenUp(pair.Own?.Clock, entry.At, now)), .. TurnOf(workshop, pair)],
            ClockPaused => [new ClockResumed(), .. ClocksOutOfStep(workshop)],
            ClockResumed => [new ClockPaused(entry.At), .. ClocksOutOfStep(workshop)],
            // The added time gave the pair a clock of its own. Without the time it follows everybody again.
            TimeAdded { Pair: { } id } when workshop.ClosedAt is null && Found(workshop, id) is { Own: null } pair =>
                [new PairMoved(id, workshop.Position, workshop.Position), .. TurnOf(workshop, pair)],
            TimeAdded c when Added(workshop, c) is not 0 and var added => [c with { Minutes = -added }],
            TurnPassed c when Found(workshop, c.Pair) is { } pair => [new TurnPassed(c.Pair, pair.Turn, pair.TurnBegan)],
            MessageSent { Text.IsEmpty: false } c => [new MessageSent(PlainText.Empty, c.To, entry.Sequence)],
            MessageSent c => [.. TakenAway(workshop, c).Select(message => new MessageSent(message.Text, c.To))],
            PairsProposed => [new PairsProposed(workshop.Proposal, workshop.ProposedLater)],
            PairsPreviewed => [new PairsPreviewed(workshop.Preview ?? [])],
            PairsShown when workshop.Pairs.IsEmpty => [new PairsTakenBack()],
            PairsShown => [.. PairsAgain(workshop, workshop.Proposal, entry.At, now)],
            PairsTakenBack => [.. PairsAgain(workshop, [], entry.At, now)],
            PairWished c => [(Change?)Wished(workshop, c.Wish.One, c.Wish.Other) ?? new PairWishDropped(c.Wish.One, c.Wish.Other)],
            PairWishDropped c when Wished(workshop, c.One, c.Other) is { } wished => [wished],
            PersonShownOut c => [c with { Back = !c.Back }],
            PersonMoved c when before.People.TryGetValue(c.Person, out var membership) => [c with { Party = membership.Party }],
            DoorSet => [new DoorSet(before.DoorOpen, before.DoorGuarded)],
            WallSet => [new WallSet(workshop.Wall.Notes, workshop.Wall.Names, workshop.Wall.Slide, workshop.Wall.Selection)],
            NoteHidden c => [c with { Hidden = !c.Hidden }],
            LeadTaken when workshop.Lead is { } lead => [new LeadTaken(lead)],
            WorkshopClosed => [new WorkshopReopened(AsItWas: true)],
            // A clock that was running when the work was reopened continues.
            WorkshopReopened when workshop.Clock is { PausedAt: null } => [new WorkshopClosed(entry.At), new ClockResumed()],
            WorkshopReopened => [new WorkshopClosed(entry.At)],
            _ => [],
        };
    }

    /// <summary>
    /// The id of a change that undoes another change, derived from the other id. Undoing twice is then one change, and the log shows what
    /// has been undone. Hazard: logs contain these ids, so the source must stay the same bytes.
    /// </summary>
    /// <param name="changeId">The id of the change that is undone.</param>
    /// <param name="index">Which of the changes that undo it, from 0.</param>
    public static Guid IdOf(Guid changeId, int index)
    {
        Span<byte> source = stackalloc byte[20];
        changeId.TryWriteBytes(source);
        BinaryPrimitives.WriteInt32LittleEndian(source[16..], index);
        return DerivedId.Of(source);
    }

    /// <summary>The ids of the changes in a log that undo another change in it.</summary>
    /// <param name="log">
    /// The ids of all changes in the log. A part is not enough: the undone change may be far before the change that undoes it.
    /// </param>
    public static IReadOnlySet<Guid> IdsIn(IEnumerable<Guid> log)
    {
        var all = log.ToHashSet();
        var undoing = new HashSet<Guid>();
        foreach (var id in all)
        {
            // The undoing changes are submitted in order, and the first refusal ends them.
            for (var index = 0; IdOf(id, index) is var undo && all.Contains(undo); index++) undoing.Add(undo);
        }

        return undoing;
    }

    // A message to several parties is on each of their screens, and is sent to all of them again.
    private static IEnumerable<Message> TakenAway(Workshop workshop, MessageSent c) =>
        (c.To is null ? workshop.Messages : c.To.SelectMany(party => workshop.WorkOf(party).Messages))
            .Where(message => c.Away is null || message.Sequence == c.Away)
            .DistinctBy(message => message.Sequence)
            .OrderBy(message => message.Sequence);

    private static PhaseClock? TakenUp(PhaseClock? clock, DateTimeOffset left, DateTimeOffset now) =>
        clock is { PausedAt: null } && now > left ? clock with { Held = clock.Held + (now - left) } : clock;

    private static Pair? Found(Workshop workshop, Id<Pair> id) => workshop.Pairs.Find(pair => pair.Id == id);

    /// <summary>The turn that a pair had, with the time when it began.</summary>
    private static IEnumerable<Change> TurnOf(Workshop workshop, Pair pair) =>
        workshop.PlaceOf(pair).Phase is { HasTurns: true } && (pair.Turn > 0 || pair.TurnBegan > TimeSpan.Zero)
            ? [new TurnPassed(pair.Id, pair.Turn, pair.TurnBegan)]
            : [];

    /// <summary>The own position that a pair had before everybody was moved to it or past it.</summary>
    private static IEnumerable<Change> PaceOf(Pair pair, PhaseEntered moved, DateTimeOffset left, DateTimeOffset now) =>
        pair.Own is { } own && moved.From >= 0 ? [new PairMoved(pair.Id, moved.From, own.Position, TakenUp(own.Clock, left, now))] : [];

    /// <summary>
    /// The pairs that were shown, each with its position and turn, and the proposal beside them. A pair that also exists now keeps its
    /// position and turn.
    /// </summary>
    private static IEnumerable<Change> PairsAgain(Workshop workshop, ImmutableList<Pair> since, DateTimeOffset left, DateTimeOffset now)
    {
        yield return new PairsProposed(workshop.Pairs, workshop.LaterRounds);
        yield return new PairsShown();
        foreach (var pair in workshop.Pairs)
        {
            if (since.Exists(there => there.Id == pair.Id && there.Members.SequenceEqual(pair.Members))) continue;
            // A group work that has ended moves no pairs.
            if (workshop.ClosedAt is not null && pair.Own is not null) continue;
            if (pair.Own is { } own) yield return new PairMoved(pair.Id, workshop.Position, own.Position, TakenUp(own.Clock, left, now));
            foreach (var turn in TurnOf(workshop, pair)) yield return turn;
        }

        foreach (var proposed in ProposedAgain(workshop)) yield return proposed;
    }

    private static IEnumerable<Change> ProposedAgain(Workshop workshop) =>
        workshop.Proposal.IsEmpty ? [] : [new PairsProposed(workshop.Proposal, workshop.ProposedLater)];

    /// <summary>
    /// During a pause, a pair that is moved further gets a clock that runs while the other clocks are paused. The others' pause does not
    /// affect it.
    /// </summary>
    private static IEnumerable<Change> ClocksOutOfStep(Workshop workshop) => workshop.ClosedAt is not null ? [] :
        from pair in workshop.Pairs
        where pair.Own is { } own && own.Clock.PausedAt is null != workshop.Clock?.PausedAt is null
        from change in TurnOf(workshop, pair).Prepend(new PairMoved(pair.Id, pair.Own!.Position, pair.Own.Position, pair.Own.Clock))
        select change;

    /// <summary>
    /// How many minutes were added to the clock, or removed from it. The total stops at zero, so removing thirty from ten removes ten.
    /// </summary>
    private static int Added(Workshop workshop, TimeAdded c) =>
        workshop.PlaceOf(c.Pair is { } id ? Found(workshop, id) : null).Clock is { } clock
            ? Math.Max(c.Minutes, -(int)clock.Total.TotalMinutes)
            : 0;

    private static PairWished? Wished(Workshop workshop, Id<Party> one, Id<Party> other) =>
        workshop.Wishes.Find(wish => wish.IsAbout(one, other)) is { } wish ? new PairWished(wish) : null;
}
