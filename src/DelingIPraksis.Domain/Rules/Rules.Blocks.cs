using System.Collections.Immutable;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome PutBlock(Gathering g, Block block)
    {
        if (FaultOf(block) is { } fault) return fault;
        if (block.Talks.Count > Limits.Many) return RefusalReason.TooMany;
        foreach (var talk in block.Talks)
            if (FaultOf(talk) is { } talkFault) return talkFault;
        var place = g.Blocks.FindIndex(there => there.Id == block.Id);
        if (place < 0 && g.Blocks.Count >= Limits.Many) return RefusalReason.TooMany;
        return g with { Blocks = place < 0 ? g.Blocks.Add(block) : g.Blocks.SetItem(place, block) };
    }

    private static Outcome DescribeBlock(Gathering g, BlockDescribed c)
    {
        if (g.Blocks.Find(block => block.Id == c.Block) is not { } there) return RefusalReason.NoSuchBlock;
        var block = there with
        {
            Title = c.Title ?? there.Title,
            Introduction = c.Introduction ?? there.Introduction,
            HasWorkshop = c.HasWorkshop ?? there.HasWorkshop,
        };
        return FaultOf(block) ?? (g with { Blocks = g.Blocks.Replace(there, block) });
    }

    private static Outcome MoveBlock(Gathering g, BlockMoved c) => g.Blocks.Find(block => block.Id == c.Block) is { } block
        ? g with { Blocks = Placed(g.Blocks.Remove(block), block, c.Place) }
        : RefusalReason.NoSuchBlock;

    private static Outcome RemoveBlock(Gathering g, Id<Block> id) =>
        g.Blocks.Find(block => block.Id == id) is { } block ? g with { Blocks = g.Blocks.Remove(block) } : RefusalReason.NoSuchBlock;

    private static Outcome PutTalk(Gathering g, TalkPut c)
    {
        if (FaultOf(c.Talk) is { } fault) return fault;
        if (FindTalk(g, c.Talk.Id) is var (home, there))
            return c.Read is { } read && !there.Says(read)
                ? RefusalReason.ChangedByOther
                : WithTalks(g, home, home.Talks.Replace(there, c.Talk));
        if (c.Read is not null || g.Blocks.Find(block => block.Id == c.Block) is not { } block) return RefusalReason.NoSuchBlock;
        return block.Talks.Count >= Limits.Many ? RefusalReason.TooMany : WithTalks(g, block, block.Talks.Add(c.Talk));
    }

    private static Outcome MoveTalk(Gathering g, TalkMoved c)
    {
        if (FindTalk(g, c.Talk) is not var (home, talk)) return RefusalReason.NoSuchBlock;
        var without = WithTalks(g, home, home.Talks.Remove(talk));
        return without.Blocks.Find(block => block.Id == c.Block) is { } to
            ? WithTalks(without, to, Placed(to.Talks, talk, c.Place))
            : RefusalReason.NoSuchBlock;
    }

    private static Outcome RemoveTalk(Gathering g, Id<Talk> id) =>
        FindTalk(g, id) is var (home, talk) ? WithTalks(g, home, home.Talks.Remove(talk)) : RefusalReason.NoSuchBlock;

    private static Outcome? FaultOf(Block block) => Missing(block.Title, Limits.Line) ?? TooLong(block.Introduction, Limits.Prose);

    private static Outcome? FaultOf(Talk talk)
    {
        if ((Missing(talk.Title, Limits.Line) ?? TooLong(talk.Summary, Limits.Prose)) is { } fault) return fault;
        if (talk.Presentation is { } address && !IsWebAddress(address)) return RefusalReason.ImplausibleAddress;
        if (talk.Speakers.Count > Limits.Many) return RefusalReason.TooMany;
        foreach (var speaker in talk.Speakers)
            if ((Missing(speaker.Name, Limits.Name) ?? TooLong(speaker.Organisation, Limits.Line)) is { } speakerFault) return speakerFault;
        return null;
    }

    private static bool IsWebAddress(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https";

    private static (Block Block, Talk Talk)? FindTalk(Gathering g, Id<Talk> id)
    {
        foreach (var block in g.Blocks)
            if (block.Talks.Find(talk => talk.Id == id) is { } talk) return (block, talk);
        return null;
    }

    private static Gathering WithTalks(Gathering g, Block block, ImmutableList<Talk> talks) =>
        g with
        {
            Blocks = g.Blocks.Replace(block, block with { Talks = talks }),
        };

    private static ImmutableList<T> Placed<T>(ImmutableList<T> others, T moved, int place) =>
        others.Insert(Math.Clamp(place, 0, others.Count), moved);
}
