using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome Propose(Gathering g, PairsProposed c)
    {
        var later = c.Later ?? [];
        var workshop = g.Workshop;
        if (later.Count > workshop.Rounds - 1 - workshop.Round) return RefusalReason.GroupsDoNotFit;
        // A pair is one pair in one round: its id is in no other.
        var all = Enumerable.Range(0, workshop.Round).SelectMany(workshop.PairsIn).Concat(c.Pairs).Concat(later.SelectMany(pairs => pairs));
        if (all.GroupBy(pair => pair.Id).Any(same => same.Count() > 1)) return RefusalReason.GroupsDoNotFit;
        if (!later.Prepend(c.Pairs).All(pairs => pairs.IsEmpty || AreGroupsOf(g, pairs))) return RefusalReason.GroupsDoNotFit;
        return WithWorkshop(g, before => before with
        {
            Proposal = InRound(c.Pairs, before.Round),
            ProposedLater = later.IsEmpty ? null : [.. later.Select((pairs, place) => InRound(pairs, before.Round + 1 + place))],
        });
    }

    private static ImmutableList<Pair> InRound(ImmutableList<Pair> pairs, int round) =>
        pairs.TrueForAll(pair => pair.Round == round) ? pairs : pairs.ConvertAll(pair => pair with { Round = round });

    /// <summary>Whether the pairs are groups of two invited parties, at most one of three, and no party is in two groups.</summary>
    private static bool AreGroupsOf(Gathering g, ImmutableList<Pair> pairs)
    {
        var members = pairs.SelectMany(pair => pair.Members).ToList();
        return pairs.All(pair => pair.Members.Count is 2 or 3)
            && pairs.Count(pair => pair.Members.Count == 3) <= 1
            && members.Distinct().Count() == members.Count
            && members.TrueForAll(g.Parties.ContainsKey);
    }

    /// <summary>
    /// Pairs given by hand. Earlier gatherings were not always grouped by our rules, so more than one group of three is accepted. A pair
    /// that was there keeps its place. What is private stays so: nothing counts as presented by it.
    /// </summary>
    private static Outcome RecordPairs(Gathering g, ImmutableList<Pair> pairs)
    {
        if (g.Workshop is { Position: >= 0, ClosedAt: null }) return RefusalReason.WorkshopRuns;
        pairs = InRound(pairs, g.Workshop.Round);
        if (FaultOfGroups(g, pairs) is { } fault) return fault;
        return WithWorkshop(g, workshop => workshop with { Pairs = pairs.ConvertAll(pair => WithTurn(pair, workshop.Pairs)) });
    }

    /// <summary>Groups of two or three, each party in one of each round at most.</summary>
    private static Outcome? FaultOfGroups(Gathering g, ImmutableList<Pair> pairs)
    {
        var seats = pairs.SelectMany(pair => pair.Members.Select(member => (member, pair.Round))).ToList();
        if (!seats.TrueForAll(seat => g.Parties.ContainsKey(seat.member))) return RefusalReason.NoSuchParty;
        return pairs.Exists(pair => pair.Members.Count is < 2 or > 3)
            || seats.Distinct().Count() != seats.Count
            || pairs.DistinctBy(pair => pair.Id).Count() != pairs.Count
                ? RefusalReason.GroupsDoNotFit
                : (Outcome?)null;
    }

    private static Outcome Wish(Gathering g, PairWish wish)
    {
        if (wish.One == wish.Other || !g.Parties.ContainsKey(wish.One) || !g.Parties.ContainsKey(wish.Other))
            return RefusalReason.NoSuchParty;
        return WithWorkshop(
            g,
            workshop => workshop with { Wishes = workshop.Wishes.RemoveAll(there => there.IsAbout(wish.One, wish.Other)).Add(wish) }
        );
    }

    private static Outcome DropWish(Gathering g, PairWishDropped c) =>
        WithWorkshop(g, workshop => workshop with { Wishes = workshop.Wishes.RemoveAll(there => there.IsAbout(c.One, c.Other)) });

    private static Outcome ShowPairs(Gathering g)
    {
        if (g.Workshop.Proposal.IsEmpty) return RefusalReason.NothingProposed;
        var shown = WithWorkshop(
            g,
            workshop => workshop with
            {
                Pairs = [.. workshop.Proposal.Select(pair => WithTurn(pair, workshop.Pairs))],
                Proposal = [],
                OtherRounds = WithLater(workshop, workshop.ProposedLater ?? []),
                ProposedLater = null,
            }
        );
        return MarkPresented(shown);
    }

    /// <summary>The rounds that are held stay. Those after the round everybody is in become these.</summary>
    private static ImmutableSortedDictionary<int, ImmutableList<Pair>>? WithLater(
        Workshop workshop, IReadOnlyList<ImmutableList<Pair>> later)
    {
        var rounds = ImmutableSortedDictionary.CreateBuilder<int, ImmutableList<Pair>>();
        rounds.AddRange((workshop.OtherRounds ?? rounds.ToImmutable()).Where(round => round.Key < workshop.Round));
        foreach (var (place, pairs) in later.Index())
            if (!pairs.IsEmpty) rounds[workshop.Round + 1 + place] = pairs;
        return rounds.Count == 0 ? null : rounds.ToImmutable();
    }

    /// <summary>What a party has written is kept. It belongs to the party, and is on the board again when the party is in a pair.</summary>
    private static Outcome TakeBackPairs(Gathering g) => g.Workshop.Pairs.IsEmpty
        ? RefusalReason.NoSuchPair
        : WithWorkshop(g, workshop => workshop with
        {
            Proposal = workshop.Pairs.ConvertAll(pair => WithTurn(pair, [])),
            ProposedLater = workshop.LaterRounds,
            Pairs = [],
            OtherRounds = WithLater(workshop, []),
        });

    /// <summary>A pair that existed before keeps its turn. A new pair begins with its first member.</summary>
    private static Pair WithTurn(Pair pair, ImmutableList<Pair> before) =>
        before.Find(there => there.Id == pair.Id && there.Members.SequenceEqual(pair.Members)) is { } same
        ? pair with { Turn = same.Turn, TurnBegan = same.TurnBegan, Own = same.Own, Furthest = same.Furthest }
        : pair with { Turn = 0, TurnBegan = TimeSpan.Zero, Own = null, Furthest = -1 };

    private static Outcome TakeLead(Gathering g, Id<User> user) =>
        g.Staff.GetValueOrDefault(user, Role.None) is Role.Facilitator or Role.Organiser
        ? WithWorkshop(g, workshop => workshop with { Lead = user })
        : RefusalReason.NotAllowed;

    private static Outcome EnterPhase(Gathering g, PhaseEntered c, DateTimeOffset at)
    {
        var workshop = g.Workshop;
        if (workshop.ClosedAt is not null) return RefusalReason.Closed;
        if (c.From != workshop.Position) return RefusalReason.PhaseHasMoved;
        if (c.To < -1 || c.To >= workshop.Plan.Count || (c.From == -1 && c.To == -1)) return RefusalReason.NoSuchPhase;
        var round = workshop.RoundAt(c.To);
        if (round > workshop.Round && !workshop.Pairs.IsEmpty && workshop.PairsIn(round).IsEmpty) return RefusalReason.RoundHasNoPairs;
        return MarkPresented(WithWorkshop(round == workshop.Round ? g : WithRound(g, round), before => before with
        {
            Position = c.To,
            Furthest = Math.Max(before.Furthest, c.To),
            Clock = c.To == -1 ? null : c.Clock ?? NewClock(before.Plan[c.To], at),
            Pairs = before.Pairs.ConvertAll(pair =>
                IsAhead(pair) ? GoingOn(pair) : pair with { Own = null, Turn = 0, TurnBegan = TimeSpan.Zero }),
        }));

        // Moving everybody on during a break ends the break, also for pairs that are ahead.
        Pair GoingOn(Pair pair) => pair.Own is { } own && c.Clock?.PausedAt is null
            ? pair with { Own = own with { Clock = Resumed(own.Clock, at) } }
            : pair;

        // Moving on gathers everybody except the pairs that have been moved further. Moving back takes all pairs.
        bool IsAhead(Pair pair) => c.To > c.From && pair.Own?.Position > c.To;
    }

    /// <summary>
    /// The pairs of another round, with what was proposed put away. Hazard: the place must be moved to that round in the same change.
    /// </summary>
    private static Gathering WithRound(Gathering g, int round) => WithWorkshop(g, workshop =>
    {
        var others = workshop.OtherRounds ?? ImmutableSortedDictionary<int, ImmutableList<Pair>>.Empty;
        others = workshop.Pairs.IsEmpty ? others : others.SetItem(workshop.Round, workshop.Pairs);
        return workshop with
        {
            Pairs = others.GetValueOrDefault(round) ?? [],
            OtherRounds = others.Remove(round) is { IsEmpty: false } rest ? rest : null,
            Proposal = [],
            ProposedLater = null,
        };
    });

    private static Outcome MovePair(Gathering g, PairMoved c, DateTimeOffset at)
    {
        var workshop = g.Workshop;
        if (workshop.ClosedAt is not null) return RefusalReason.Closed;
        if (workshop.Pairs.Find(pair => pair.Id == c.Pair) is not { } pair) return RefusalReason.NoSuchPair;
        if (workshop.Position < 0) return RefusalReason.NotYet;
        if (c.From != workshop.PlaceOf(pair).Position) return RefusalReason.PhaseHasMoved;
        if (c.To < 0 || c.To >= workshop.Plan.Count) return RefusalReason.NoSuchPhase;
        if (workshop.RoundAt(c.To) != workshop.Round) return RefusalReason.OtherRound;
        return MarkPresented(WithPair(g, pair, pair with
        {
            Own =
                        c.Clock is null && c.To == workshop.Position
                            ? null
                            : new PairPosition(c.To, c.Clock ?? NewClock(workshop.Plan[c.To], at)),
            Furthest = Math.Max(pair.Furthest, c.To),
            Turn = 0,
            TurnBegan = TimeSpan.Zero,
        }));
    }

    private static PhaseClock NewClock(Phase phase, DateTimeOffset at) => new(at, TimeSpan.FromMinutes(phase.Minutes), TimeSpan.Zero, null);

    private static Outcome PauseClock(Gathering g, ClockPaused c, DateTimeOffset at) => g.Workshop.Clock is { PausedAt: null }
        ? WithClocks(g, clock => Paused(clock, c.Since, at))
        : RefusalReason.NothingToChange;

    /// <summary>A paused clock, paused since a time in the past. A clock that was paused earlier keeps its earlier time.</summary>
    private static PhaseClock Paused(PhaseClock clock, DateTimeOffset? since, DateTimeOffset at)
    {
        var began = clock.StartedAt + clock.Held;
        return clock.PausedAt is not null ? clock : clock with { PausedAt = since < at ? (since > began ? since : began) : at };
    }

    private static PhaseClock Resumed(PhaseClock clock, DateTimeOffset at) =>
        clock.PausedAt is { } paused
            ? clock with
            {
                PausedAt = null,
                Held = clock.Held + (at > paused ? at - paused : TimeSpan.Zero),
            }
            : clock;

    private static Outcome ResumeClock(Gathering g, DateTimeOffset at) => g.Workshop.Clock is { PausedAt: not null }
        ? WithClocks(g, clock => Resumed(clock, at))
        : RefusalReason.NothingToChange;

    /// <summary>A pause applies to the shared clock and to every pair's own clock.</summary>
    private static Gathering WithClocks(Gathering g, Func<PhaseClock, PhaseClock> change) => WithWorkshop(g, workshop => workshop with
    {
        Clock = workshop.Clock is { } clock ? change(clock) : null,
        Pairs = workshop.Pairs.ConvertAll(pair => pair.Own is { } own ? pair with { Own = own with { Clock = change(own.Clock) } } : pair),
    });

    private static Outcome AddTime(Gathering g, TimeAdded c)
    {
        var workshop = g.Workshop;
        var pair = c.Pair is { } id ? workshop.Pairs.Find(there => there.Id == id) : null;
        if (c.Pair is not null && pair is null) return RefusalReason.NoSuchPair;
        if (workshop.PlaceOf(pair) is not { Clock: { } clock } place) return RefusalReason.NothingToChange;
        var total = clock.Total + TimeSpan.FromMinutes(Math.Clamp(c.Minutes, -120, 120));
        if (c.Minutes is 0 or < -120 or > 120 || total > TimeSpan.FromMinutes(480))
            return new Refusal(RefusalReason.ImplausibleMinutes, 120);
        clock = clock with { Total = total > TimeSpan.Zero ? total : TimeSpan.Zero };
        return pair is null
            ? WithWorkshop(g, before => before with { Clock = clock })
            : WithPair(g, pair, pair with { Own = new PairPosition(place.Position, clock) });
    }

    private static Outcome PassTurn(Gathering g, Entry entry, TurnPassed c)
    {
        var workshop = g.Workshop;
        if (workshop.Pairs.Find(pair => pair.Id == c.Pair) is not { } pair) return RefusalReason.NoSuchPair;
        if (g.PartyOf(entry.Actor) is { } own && !pair.Members.Contains(own)) return RefusalReason.NotAllowed;
        if (workshop.PlaceOf(pair) is not { Phase.HasTurns: true, Clock: { } clock }) return RefusalReason.NotYet;
        if (c.Turn < 0 || c.Turn >= pair.Members.Count) return RefusalReason.NoSuchPhase;
        var elapsed = clock.Elapsed(entry.At);
        return MarkPresented(
            WithPair(g, pair, pair with { Turn = c.Turn, TurnBegan = c.Began is { } began && began < elapsed ? began : elapsed })
        );
    }

    private static Gathering WithPair(Gathering g, Pair before, Pair after) =>
        WithWorkshop(g, workshop => workshop with { Pairs = workshop.Pairs.Replace(before, after) });

    private static Outcome SendMessage(Gathering g, Entry entry, MessageSent c)
    {
        if (TooLong(c.Text, Limits.Line) is { } fault) return fault;
        if (c.To is null) return WithWorkshop(g, workshop => workshop with { Messages = Said(workshop.Messages) });
        if (c.To.IsEmpty || c.To.Any(party => !g.Parties.ContainsKey(party))) return RefusalReason.NoSuchParty;
        var work = g.Workshop.Work.ToBuilder();
        foreach (var party in c.To) work[party] = g.Workshop.WorkOf(party) with { Messages = Said(g.Workshop.WorkOf(party).Messages) };
        return WithWorkshop(g, workshop => workshop with { Work = work.ToImmutable() });

        ImmutableList<Message> Said(ImmutableList<Message> before) => !c.Text.IsEmpty ? With(before, c.Text, entry)
            : c.Away is { } away ? before.RemoveAll(message => message.Sequence == away)
            : [];
    }

    private static ImmutableList<Message> With(ImmutableList<Message> before, PlainText text, Entry entry) =>
        [.. before.Add(new Message(text, entry.At, entry.Sequence)).TakeLast(Limits.Messages)];

    private static Outcome SetWall(Gathering g, WallSet c) => c.Slide < 0
        ? RefusalReason.NoSuchPhase
            : WithWorkshop(
                g,
                workshop =>
                    workshop with
                    {
                        Wall = workshop.Wall with { Notes = c.Notes, Names = c.Names, Slide = c.Slide, Selection = c.Selection },
                    }
            );

    private static Outcome HideNote(Gathering g, NoteHidden c)
    {
        if (FindNote(g, c.Note) is null) return RefusalReason.NoSuchNote;
        var hidden = g.Workshop.Wall.Hidden.Remove(c.Note);
        return WithWorkshop(g, workshop => workshop with { Wall = workshop.Wall with { Hidden = c.Hidden ? hidden.Add(c.Note) : hidden } });
    }

    private static Outcome Close(Gathering g, WorkshopClosed c, DateTimeOffset at)
    {
        if (g.Workshop.ClosedAt is not null) return RefusalReason.Closed;
        var paused = WithClocks(g, clock => Paused(clock, c.Since, at));
        return WithWorkshop(paused, workshop => workshop with { ClosedAt = c.Since < at ? c.Since : at });
    }

    private static Outcome Reopen(Gathering g, WorkshopReopened c, DateTimeOffset at)
    {
        if (g.Workshop.ClosedAt is not { } closed) return RefusalReason.NothingToChange;
        var open = WithWorkshop(g, workshop => workshop with { ClosedAt = null });
        if (!c.AsItWas) return open.Workshop.Clock is { PausedAt: not null } ? ResumeClock(open, at) : open;
        // A clock that was paused before the end stays paused. A clock that the end paused is resumed.
        return WithClocks(open, clock => clock.PausedAt >= closed ? Resumed(clock, at) : clock);
    }

    /// <summary>
    /// Marks texts as presented; they stay so. In the presentation phase: the member whose turn it is, and the members before. When that
    /// phase has passed, or is not in the plan and feedback is reached: everybody in a pair.
    /// </summary>
    private static Gathering MarkPresented(Gathering g)
    {
        var workshop = g.Workshop;
        var work = workshop.Work.ToBuilder();
        foreach (var party in workshop.Pairs.SelectMany(Presented))
            if (workshop.WorkOf(party) is var own && !own.HasPresentedIn(workshop.Round))
                work[party] = own with { Presented = true, PresentedRound = workshop.Round };
        return g with { Workshop = workshop with { Work = work.ToImmutable() } };

        IEnumerable<Id<Party>> Presented(Pair pair) => workshop.HasReached(PhaseKind.Feedback, pair)
            ? pair.Members
            : workshop.PlaceOf(pair).Phase?.Kind == PhaseKind.Presentation ? pair.Members.Take(pair.Turn + 1) : [];
    }
}
