using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Undo
{
    private static ImmutableList<Change> OfProgramme(Gathering before, Change change, Gathering now) => change switch
    {
        GatheringDescribed c when RecordParts.PutBack(before.Facts, c.Facts, now.Facts) is { } facts =>
            [new GatheringDescribed(facts, now.Facts)],
        WorkshopPlanned c when PlanBack(before.Workshop, c, now.Workshop) is { } planned => [planned],
        BlockPut c when BlockIn(before, c.Block.Id) is { } block && block.AfterPoints != c.Block.AfterPoints =>
            [new BlockPut(block), new BlockMoved(block.Id, before.Blocks.IndexOf(block))],
        BlockPut c => [BlockIn(before, c.Block.Id) is { } block ? new BlockPut(block) : new BlockRemoved(c.Block.Id)],
        BlockDescribed c when BlockIn(before, c.Block) is { } block =>
        [
            new BlockDescribed(
                c.Block,
                c.Title is null ? (PlainText?)null : block.Title,
                c.Introduction is null ? (PlainText?)null : block.Introduction,
                c.HasWorkshop is null ? null : block.HasWorkshop),
        ],
        BlockMoved c when BlockIn(before, c.Block) is { } block =>
            [new BlockMoved(c.Block, before.Blocks.IndexOf(block)) { AfterPoints = c.AfterPoints is null ? null : block.AfterPoints }],
        PointsPlaced => [new PointsPlaced(before.Blocks.Count(block => !block.AfterPoints))],
        BlockRemoved c when BlockIn(before, c.Block) is { } block =>
            [new BlockPut(block), new BlockMoved(c.Block, before.Blocks.IndexOf(block))],
        TalkPut c when TalkIn(before, c.Talk.Id) is not var (_, was) => [new TalkRemoved(c.Talk.Id)],
        TalkPut c when TalkIn(before, c.Talk.Id) is var (_, was) && TalkIn(now, c.Talk.Id) is var (home, there) =>
            RecordParts.PutBack(was, c.Talk, there) is { } talk ? [new TalkPut(home.Id, talk, there)] : [],
        TalkMoved c when TalkIn(before, c.Talk) is var (home, _) && home.IsTalk =>
            [new TalkSetApart(c.Talk, home.Id, before.Blocks.IndexOf(home), home.AfterPoints)],
        TalkSetApart c when TalkIn(before, c.Talk) is var (home, talk) => [new TalkMoved(c.Talk, home.Id, home.Talks.IndexOf(talk))],
        WelcomeDescribed c when RecordParts.PutBack(before.Welcome, c.Welcome, now.Welcome) is { } welcome =>
            [new WelcomeDescribed(welcome, now.Welcome)],
        PairsRecorded => [new PairsRecorded(before.Workshop.Pairs)],
        PartyAttended c when before.Parties.TryGetValue(c.Party, out var party) => [new PartyAttended(c.Party, party.TookPart)],
        InvitationAnswered c => [new InvitationAnswered(c.Party, before.Rsvps?.GetValueOrDefault(c.Party))],
        TalkRemoved c when TalkIn(before, c.Talk) is var (home, _) && home.IsTalk =>
            [new BlockPut(home), new BlockMoved(home.Id, before.Blocks.IndexOf(home))],
        TalkMoved c when TalkIn(before, c.Talk) is var (home, talk) => [new TalkMoved(c.Talk, home.Id, home.Talks.IndexOf(talk))],
        TalkRemoved c when TalkIn(before, c.Talk) is var (home, talk) =>
            [new TalkPut(home.Id, talk), new TalkMoved(c.Talk, home.Id, home.Talks.IndexOf(talk))],
        PartyInvited c => [new PartyWithdrawn(c.Party)],
        PartyRenamed c when before.Parties.TryGetValue(c.Party, out var party) =>
            [new PartyRenamed(c.Party, party.Name, party.RegisterNumber, party.Kind, party.County)],
        PartyWithdrawn c when before.Parties.TryGetValue(c.Party, out var party) =>
        [
            new PartyInvited(c.Party, party.Name, party.RegisterNumber, party.Kind, party.County),
            .. party.TookPart is { } there ? [new PartyAttended(c.Party, there)] : ImmutableList<Change>.Empty,
            .. before.Rsvps?.GetValueOrDefault(c.Party) is { } rsvp ? [new InvitationAnswered(c.Party, rsvp)] : ImmutableList<Change>.Empty,
        ],
        StaffAppointed c => [new StaffAppointed(c.User, before.Staff.GetValueOrDefault(c.User))],
        RetentionSet => [new RetentionSet(before.Retention)],
        _ => [],
    };

    private static Block? BlockIn(Gathering g, Id<Block> id) => g.Blocks.Find(block => block.Id == id);

    private static (Block Block, Talk Talk)? TalkIn(Gathering g, Id<Talk> id) =>
        g.Blocks.Find(block => block.Talks.Exists(talk => talk.Id == id)) is { } home
            ? (home, home.Talks.Find(talk => talk.Id == id)!)
            : null;

    // Group work that had no plan cannot lose its plan again.
    private static WorkshopPlanned? PlanBack(Workshop before, WorkshopPlanned c, Workshop now)
    {
        if (before.Plan.IsEmpty || PlanBack(before.Plan, c.Plan, now.Plan) is not { } plan) return null;
        var themeStands = c.Theme != before.Theme && now.Theme == c.Theme;
        if (!themeStands && c.Theme != before.Theme && c.Plan.SequenceEqual(before.Plan)) return null;
        return new WorkshopPlanned(themeStands ? before.Theme : now.Theme, plan, new PlanRead(now.Theme, now.Plan));
    }

    private static ImmutableList<Phase>? PlanBack(ImmutableList<Phase> before, ImmutableList<Phase> after, ImmutableList<Phase> now)
    {
        if (!PhaseKey.SameOrder(before, after)) return PhaseKey.SameOrder(after, now) ? OrderBack(before, after, now) : null;
        var changed = Enumerable.Range(0, before.Count).Where(place => before[place] != after[place]).ToList();
        var plan = now;
        foreach (var place in changed)
        {
            if (PhaseKey.Of(after, place).In(now) is >= 0 and var there
                && RecordParts.PutBack(before[place], after[place], now[there]) is { } phase)
                plan = plan.SetItem(there, phase);
        }

        return changed.Count > 0 && plan == now ? null : plan;
    }

    /// <summary>
    /// The phases in their earlier order. Each phase keeps its current content, and removed phases return as they were. Null when somebody
    /// has since written in a phase that would be removed.
    /// </summary>
    private static ImmutableList<Phase>? OrderBack(ImmutableList<Phase> before, ImmutableList<Phase> after, ImmutableList<Phase> now)
    {
        var head = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = before.Skip(head).Reverse().Zip(after.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var left = Enumerable.Range(head, after.Count - head - tail).ToList();
        var plan = now.GetRange(0, head).ToBuilder();
        foreach (var phase in before.Skip(head).Take(before.Count - head - tail))
        {
            var place = left.FindIndex(there => after[there] == phase);
            plan.Add(place < 0 ? phase : now[left[place]]);
            if (place >= 0) left.RemoveAt(place);
        }

        plan.AddRange(now.GetRange(now.Count - tail, tail));
        return left.TrueForAll(there => now[there] == after[there]) ? plan.ToImmutable() : null;
    }
}
