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
        if (block.IsTalk) block = block with { Title = "", Introduction = "", HasWorkshop = false };
        var place = g.Blocks.FindIndex(there => there.Id == block.Id);
        if (place < 0 && g.Blocks.Count >= Limits.Many) return RefusalReason.TooMany;
        return WithBlocks(g, place < 0 ? g.Blocks.Add(block) : g.Blocks.SetItem(place, block));
    }

    private static Outcome DescribeBlock(Gathering g, BlockDescribed c)
    {
        // A talk outside the blocks has its own title and text.
        if (g.Blocks.Find(block => block.Id == c.Block) is not { IsTalk: false } there) return RefusalReason.NoSuchBlock;
        var block = there with
        {
            Title = c.Title ?? there.Title,
            Introduction = c.Introduction ?? there.Introduction,
            HasWorkshop = c.HasWorkshop ?? there.HasWorkshop,
        };
        return FaultOf(block) ?? (g with { Blocks = g.Blocks.Replace(there, block) });
    }

    private static Outcome MoveBlock(Gathering g, BlockMoved c) => g.Blocks.Find(block => block.Id == c.Block) is { } block
        ? WithBlocks(g, Placed(g.Blocks.Remove(block), block with { AfterPoints = c.AfterPoints ?? block.AfterPoints }, c.Place))
        : RefusalReason.NoSuchBlock;

    private static Outcome PlacePoints(Gathering g, int after)
    {
        var blocks = g.Blocks.ConvertAll(block => block with { AfterPoints = g.Blocks.IndexOf(block) >= after });
        return blocks.SequenceEqual(g.Blocks) ? RefusalReason.NothingToChange : g with { Blocks = blocks };
    }

    // In the order of the report: what was held before the points of the group work, and what was held after them.
    private static Gathering WithBlocks(Gathering g, ImmutableList<Block> blocks) =>
        g with { Blocks = [.. blocks.OrderBy(block => block.AfterPoints)] };

    private static Outcome RemoveBlock(Gathering g, Id<Block> id) =>
        g.Blocks.Find(block => block.Id == id) is { } block ? g with { Blocks = g.Blocks.Remove(block) } : RefusalReason.NoSuchBlock;

    private static Outcome PutTalk(Gathering g, TalkPut c)
    {
        if (FaultOf(c.Talk) is { } fault) return fault;
        if (FindTalk(g, c.Talk.Id) is var (home, there))
            return c.Read is { } read && !there.Says(read)
                ? RefusalReason.ChangedByOther
                : WithTalks(g, home, home.Talks.Replace(there, Written(there, c.Talk)));
        if (c.Read is not null || g.Blocks.Find(block => block.Id == c.Block) is not { IsTalk: false } block)
            return RefusalReason.NoSuchBlock;
        return block.Talks.Count >= Limits.Many ? RefusalReason.TooMany : WithTalks(g, block, block.Talks.Add(c.Talk));
    }

    // Files and the approval have verbs of their own. What the speaker approved is the summary as it was.
    private static Talk Written(Talk there, Talk talk) => talk with
    {
        KeptFiles = there.KeptFiles,
        ApprovedAt = there.Summary == talk.Summary ? there.ApprovedAt : null,
    };

    private static Outcome MoveTalk(Gathering g, TalkMoved c)
    {
        if (FindTalk(g, c.Talk) is not var (home, talk)) return RefusalReason.NoSuchBlock;
        var without = WithTalks(g, home, home.Talks.Remove(talk));
        return without.Blocks.Find(block => block.Id == c.Block) is { IsTalk: false } to
            ? WithTalks(without, to, Placed(to.Talks, talk, c.Place))
            : RefusalReason.NoSuchBlock;
    }

    private static Outcome SetTalkApart(Gathering g, TalkSetApart c)
    {
        if (FindTalk(g, c.Talk) is not var (home, talk)) return RefusalReason.NoSuchBlock;
        if (home.IsTalk) return RefusalReason.NothingToChange;
        if (g.Blocks.Exists(block => block.Id == c.Block)) return RefusalReason.AlreadyExists;
        if (g.Blocks.Count >= Limits.Many) return RefusalReason.TooMany;
        var without = WithTalks(g, home, home.Talks.Remove(talk));
        return WithBlocks(without, Placed(without.Blocks, Block.Of(c.Block, talk) with { AfterPoints = c.AfterPoints }, c.Place));
    }

    private static Outcome DescribeWelcome(Gathering g, WelcomeDescribed c) => c.Read is { } read && !read.Says(g.Welcome)
        ? RefusalReason.ChangedByOther
        : FaultOf(c.Welcome.Speakers) ?? FaultOf(c.Welcome.Links) ?? (g with { Welcome = c.Welcome });

    private static Outcome RemoveTalk(Gathering g, Id<Talk> id) =>
        FindTalk(g, id) is var (home, talk) ? WithTalks(g, home, home.Talks.Remove(talk)) : RefusalReason.NoSuchBlock;

    private static Outcome? FaultOf(Block block) =>
        !block.IsTalk ? Missing(block.Title, Limits.Line) ?? TooLong(block.Introduction, Limits.Prose)
        : block.Talks.IsEmpty ? RefusalReason.Empty
        : block.Talks.Count > 1 ? new Refusal(RefusalReason.TooMany, 1)
        : (Outcome?)null;

    private static Outcome? FaultOf(Talk talk)
    {
        if ((Missing(talk.Title, Limits.Line) ?? TooLong(talk.Summary, Limits.Prose)) is { } fault) return fault;
        return FaultOf(talk.Links) ?? FaultOf(talk.Speakers);
    }

    private static Outcome? FaultOf(ImmutableList<Link> links)
    {
        if (links.Count > Limits.Links) return new Refusal(RefusalReason.TooMany, Limits.Links);
        foreach (var link in links)
            if ((TooLong(link.Words, Limits.Line) ?? (IsWebAddress(link.Address) ? null : RefusalReason.ImplausibleAddress)) is { } fault)
                return fault;
        return null;
    }

    private static Outcome? FaultOf(ImmutableList<Speaker> speakers)
    {
        if (speakers.Count > Limits.Many) return RefusalReason.TooMany;
        foreach (var speaker in speakers)
            if ((Missing(speaker.Name, Limits.Name) ?? TooLong(speaker.Organisation, Limits.Line)) is { } fault) return fault;
        return null;
    }

    private static bool IsWebAddress(Uri? address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };

    private static (Block Block, Talk Talk)? FindTalk(Gathering g, Id<Talk> id)
    {
        foreach (var block in g.Blocks)
            if (block.Talks.Find(talk => talk.Id == id) is { } talk) return (block, talk);
        return null;
    }

    // A talk outside the blocks is its own place in the programme, and the place goes with the talk.
    private static Gathering WithTalks(Gathering g, Block block, ImmutableList<Talk> talks) => g with
    {
        Blocks = block.IsTalk && talks.IsEmpty ? g.Blocks.Remove(block) : g.Blocks.Replace(block, block with { Talks = talks }),
    };

    private static ImmutableList<T> Placed<T>(ImmutableList<T> others, T moved, int place) =>
        others.Insert(Math.Clamp(place, 0, others.Count), moved);
}
