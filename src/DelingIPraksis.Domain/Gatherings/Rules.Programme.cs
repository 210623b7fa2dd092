using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome Create(Gathering g, Entry entry, GatheringCreated c) => entry.Actor switch
    {
        Actor.Account account => FaultOf(c.Facts) ?? (g with { Facts = c.Facts, IsDemo = c.IsDemo, Staff = g.Staff.SetItem(account.User, Role.Organiser) }),
        Actor.Application => FaultOf(c.Facts) ?? (g with { Facts = c.Facts, IsDemo = c.IsDemo }),
        _ => RefusalReason.NotAllowed,
    };

    private static Outcome Describe(Gathering g, GatheringFacts facts) => FaultOf(facts) ?? (g with { Facts = facts });

    private static Outcome? FaultOf(GatheringFacts facts) =>
        Missing(facts.Title, Limits.Line)
        ?? Missing(facts.Network, Limits.Name)
        ?? TooLong(facts.NetworkAbout, Limits.Prose)
        ?? TooLong(facts.Host, Limits.Line)
        ?? TooLong(facts.Place, Limits.Line)
        ?? (facts.Date.Year is < 2000 or > 2100 ? RefusalReason.ImplausibleDate : (Outcome?)null)
        ?? (facts.Number is < 1 or > 999 ? RefusalReason.ImplausibleNumber : (Outcome?)null);

    private static Outcome PutBlock(Gathering g, Block block)
    {
        if (Missing(block.Title, Limits.Line) is { } fault) return fault;
        if (TooLong(block.Introduction, Limits.Prose) is { } longIntroduction) return longIntroduction;
        if (block.Talks.Count > Limits.Many) return RefusalReason.TooMany;
        foreach (var talk in block.Talks)
        {
            if ((Missing(talk.Title, Limits.Line) ?? TooLong(talk.Summary, Limits.Prose)) is { } talkFault) return talkFault;
            if (talk.Presentation is { } address && !(address.IsAbsoluteUri && address.Scheme is "http" or "https")) return RefusalReason.ImplausibleAddress;
            foreach (var speaker in talk.Speakers)
                if ((Missing(speaker.Name, Limits.Name) ?? TooLong(speaker.Organisation, Limits.Line)) is { } speakerFault) return speakerFault;
        }

        var place = g.Blocks.FindIndex(there => there.Id == block.Id);
        if (place < 0 && g.Blocks.Count >= Limits.Many) return RefusalReason.TooMany;
        return g with { Blocks = place < 0 ? g.Blocks.Add(block) : g.Blocks.SetItem(place, block) };
    }

    private static Outcome RemoveBlock(Gathering g, Id<Block> id) =>
        g.Blocks.Find(block => block.Id == id) is { } block ? g with { Blocks = g.Blocks.Remove(block) } : RefusalReason.NoSuchBlock;

    private static Outcome Invite(Gathering g, PartyInvited c)
    {
        if (Missing(c.Name, Limits.Name) is { } fault) return fault;
        if (g.Parties.Count >= Limits.Many) return RefusalReason.TooMany;
        // Two Herøy and two Våler are told apart by their number; without one, the name alone must be new.
        var duplicate = g.Parties.ContainsKey(c.Party) || g.Parties.Values.Any(party => c.RegisterNumber is { } number
            ? party.RegisterNumber == number
            : party.RegisterNumber is null && string.Equals(party.Name.Value, c.Name.Value, StringComparison.OrdinalIgnoreCase));
        return duplicate
            ? RefusalReason.DuplicateParty
            : g with { Parties = g.Parties.Add(c.Party, new Party(c.Party, c.Name, c.RegisterNumber, c.Kind, c.County, g.Parties.Count)) };
    }

    private static Outcome Appoint(Gathering g, StaffAppointed c) => c.Role switch
    {
        Role.None => g with { Staff = g.Staff.Remove(c.User) },
        Role.Organiser or Role.Facilitator or Role.Observer => g with { Staff = g.Staff.SetItem(c.User, c.Role) },
        _ => RefusalReason.NotAllowed,
    };

    private static Outcome PlanWorkshop(Gathering g, WorkshopPlanned c)
    {
        if (Missing(c.Theme, Limits.Line) is { } fault) return fault;
        if (c.Plan.IsEmpty) return RefusalReason.NoSuchPhase;
        if (FaultOf(c.Plan) is { } planFault) return planFault;
        // A plan may be changed while it runs, but not so that the place everybody is in disappears.
        if (Math.Max(g.Workshop.Position, g.Workshop.Pairs.Max(pair => pair.Own?.Position) ?? -1) >= c.Plan.Count) return RefusalReason.NoSuchPhase;
        return WithWorkshop(g, workshop => workshop with { Theme = c.Theme, Plan = c.Plan });
    }

    private static Outcome? FaultOf(ImmutableList<Phase> plan)
    {
        if (plan.Exists(phase => phase.Minutes is < 1 or > 480)) return new Refusal(RefusalReason.ImplausibleMinutes, 480);
        return plan.Count > 40 ? RefusalReason.TooMany : (Outcome?)null;
    }
}
