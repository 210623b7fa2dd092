using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome Propose(Gathering g, PairsProposed c) =>
        AreGroupsOf(g, c.Pairs) ? WithWorkshop(g, workshop => workshop with { Proposal = c.Pairs }) : RefusalReason.GroupsDoNotFit;

    /// <summary>Twos, and at most one three, of invited parties, nobody twice.</summary>
    private static bool AreGroupsOf(Gathering g, ImmutableList<Pair> pairs)
    {
        var members = pairs.SelectMany(pair => pair.Members).ToList();
        return pairs.Count > 0
            && pairs.All(pair => pair.Members.Count is 2 or 3)
            && pairs.Count(pair => pair.Members.Count == 3) <= 1
            && pairs.Select(pair => pair.Id).Distinct().Count() == pairs.Count
            && members.Distinct().Count() == members.Count
            && members.TrueForAll(g.Parties.ContainsKey);
    }

    private static Outcome Wish(Gathering g, PairWish wish)
    {
        if (wish.One == wish.Other || !g.Parties.ContainsKey(wish.One) || !g.Parties.ContainsKey(wish.Other)) return RefusalReason.NoSuchParty;
        return WithWorkshop(g, workshop => workshop with { Wishes = workshop.Wishes.RemoveAll(there => there.IsAbout(wish.One, wish.Other)).Add(wish) });
    }

    private static Outcome DropWish(Gathering g, PairWishDropped c) =>
        WithWorkshop(g, workshop => workshop with { Wishes = workshop.Wishes.RemoveAll(there => there.IsAbout(c.One, c.Other)) });

    private static Outcome ShowPairs(Gathering g)
    {
        if (g.Workshop.Proposal.IsEmpty) return RefusalReason.NothingProposed;
        var shown = WithWorkshop(g, workshop => workshop with { Pairs = [.. workshop.Proposal.Select(pair => WithTurn(pair, workshop.Pairs))], Proposal = [] });
        return MarkPresented(shown);
    }

    /// <summary>A pair that stays goes on where it was; a new one begins with its first.</summary>
    private static Pair WithTurn(Pair pair, ImmutableList<Pair> before) => before.Find(there => there.Id == pair.Id && there.Members.SequenceEqual(pair.Members)) is { } same
        ? pair with { Turn = same.Turn, TurnBegan = same.TurnBegan }
        : pair with { Turn = 0, TurnBegan = TimeSpan.Zero };

    private static Outcome EnterPhase(Gathering g, PhaseEntered c, DateTimeOffset at)
    {
        var workshop = g.Workshop;
        if (workshop.ClosedAt is not null) return RefusalReason.Closed;
        if (c.From != workshop.Position) return RefusalReason.PhaseHasMoved;
        if (c.To < 0 || c.To >= workshop.Plan.Count) return RefusalReason.NoSuchPhase;
        return MarkPresented(WithWorkshop(g, before => before with
        {
            Position = c.To,
            Furthest = Math.Max(before.Furthest, c.To),
            Clock = new PhaseClock(at, TimeSpan.FromMinutes(before.Plan[c.To].Minutes), TimeSpan.Zero, null),
            Pairs = [.. before.Pairs.Select(pair => pair with { Turn = 0, TurnBegan = TimeSpan.Zero })],
        }));
    }

    private static Outcome PauseClock(Gathering g, DateTimeOffset at) => g.Workshop.Clock is { PausedAt: null } clock
        ? WithWorkshop(g, workshop => workshop with { Clock = clock with { PausedAt = at } })
        : RefusalReason.ClockAlreadyThere;

    private static Outcome ResumeClock(Gathering g, DateTimeOffset at) => g.Workshop.Clock is { PausedAt: { } paused } clock
        ? WithWorkshop(g, workshop => workshop with { Clock = clock with { PausedAt = null, Held = clock.Held + (at > paused ? at - paused : TimeSpan.Zero) } })
        : RefusalReason.ClockAlreadyThere;

    private static Outcome AddTime(Gathering g, int minutes)
    {
        if (g.Workshop.Clock is not { } clock) return RefusalReason.ClockAlreadyThere;
        var total = clock.Total + TimeSpan.FromMinutes(Math.Clamp(minutes, -120, 120));
        if (minutes is 0 or < -120 or > 120 || total > TimeSpan.FromMinutes(480)) return new Refusal(RefusalReason.ImplausibleMinutes, 120);
        return WithWorkshop(g, workshop => workshop with { Clock = clock with { Total = total > TimeSpan.Zero ? total : TimeSpan.Zero } });
    }

    private static Outcome PassTurn(Gathering g, Entry entry, TurnPassed c)
    {
        var workshop = g.Workshop;
        if (workshop.Pairs.Find(pair => pair.Id == c.Pair) is not { } pair) return RefusalReason.NoSuchPair;
        if (g.PartyOf(entry.Actor) is { } own && !pair.Members.Contains(own)) return RefusalReason.NotAllowed;
        if (workshop.Phase is not { HasTurns: true } || workshop.Clock is not { } clock) return RefusalReason.NotYet;
        if (c.Turn < 0 || c.Turn >= pair.Members.Count) return RefusalReason.NoSuchPhase;
        var passed = pair with { Turn = c.Turn, TurnBegan = clock.Elapsed(entry.At) };
        return MarkPresented(WithWorkshop(g, before => before with { Pairs = before.Pairs.Replace(pair, passed) }));
    }

    private static Outcome SendMessage(Gathering g, MessageSent c, DateTimeOffset at) =>
        TooLong(c.Text, Limits.Line) ?? WithWorkshop(g, workshop => workshop with { Message = c.Text.IsEmpty ? null : new Message(c.Text, at) });

    private static Outcome Close(Gathering g, DateTimeOffset at) => g.Workshop.ClosedAt is null
        ? WithWorkshop(g, workshop => workshop with { ClosedAt = at, Clock = workshop.Clock is { PausedAt: null } clock ? clock with { PausedAt = at } : workshop.Clock })
        : RefusalReason.Closed;

    private static Outcome Reopen(Gathering g, DateTimeOffset at)
    {
        if (g.Workshop.ClosedAt is null) return RefusalReason.ClockAlreadyThere;
        var open = WithWorkshop(g, workshop => workshop with { ClosedAt = null });
        return open.Workshop.Clock is { PausedAt: not null } ? ResumeClock(open, at) : open;
    }

    /// <summary>
    /// What is presented stays presented: in the presentation phase the member whose turn it is, and those before it; once that phase
    /// has passed (or has been left out of the plan and feedback is reached), everybody in a pair.
    /// </summary>
    private static Gathering MarkPresented(Gathering g)
    {
        var workshop = g.Workshop;
        var passed = workshop.HasReached(PhaseKind.Feedback);
        if (!passed && workshop.Phase?.Kind != PhaseKind.Presentation) return g;
        var presented = workshop.Pairs.SelectMany(pair => passed ? pair.Members : pair.Members.Take(pair.Turn + 1));
        var work = workshop.Work.ToBuilder();
        foreach (var party in presented)
            if (workshop.WorkOf(party) is { Presented: false } own) work[party] = own with { Presented = true };
        return g with { Workshop = workshop with { Work = work.ToImmutable() } };
    }
}
