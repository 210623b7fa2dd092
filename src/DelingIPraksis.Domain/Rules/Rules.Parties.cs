using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome Invite(Gathering g, PartyInvited c)
    {
        if (FaultOf(c.Name, c.RegisterNumber, c.County) is { } fault) return fault;
        if (g.Parties.Count >= Limits.Many) return RefusalReason.TooMany;
        if (g.Parties.ContainsKey(c.Party) || g.Parties.Values.Any(party => IsSame(party, c.Name, c.RegisterNumber)))
            return RefusalReason.DuplicateParty;
        var order = g.Parties.IsEmpty ? 0 : g.Parties.Values.Max(party => party.Order) + 1;
        return g with { Parties = g.Parties.Add(c.Party, new Party(c.Party, c.Name, c.RegisterNumber, c.Kind, c.County, order)) };
    }

    private static Outcome Rename(Gathering g, PartyRenamed c)
    {
        if (FaultOf(c.Name, c.RegisterNumber, c.County) is { } fault) return fault;
        if (!g.Parties.TryGetValue(c.Party, out var party)) return RefusalReason.NoSuchParty;
        if (g.Workshop.WorkOf(c.Party).HasWritten) return RefusalReason.PartyHasBegun;
        if (g.Parties.Values.Any(other => other.Id != c.Party && IsSame(other, c.Name, c.RegisterNumber)))
            return RefusalReason.DuplicateParty;
        return g with
        {
            Parties = g.Parties.SetItem(
                c.Party,
                party with
                {
                    Name = c.Name,
                    RegisterNumber = c.RegisterNumber,
                    Kind = c.Kind,
                    County = c.County,
                }
            ),
        };
    }

    private static Outcome SayAttended(Gathering g, PartyAttended c) => g.Parties.TryGetValue(c.Party, out var party)
        ? g with { Parties = g.Parties.SetItem(c.Party, party with { TookPart = c.TookPart }) }
        : RefusalReason.NoSuchParty;

    private static Outcome WithdrawParty(Gathering g, Id<Party> id)
    {
        if (!g.Parties.ContainsKey(id)) return RefusalReason.NoSuchParty;
        if (HasBegun(g, id)) return RefusalReason.PartyHasBegun;
        // People who were shown out of the party, or knocked for it, must not be let in to a party that no longer exists.
        return WithWorkshop(g, workshop => workshop with
        {
            Work = workshop.Work.Remove(id),
            Proposal = workshop.Proposal.Exists(pair => pair.Members.Contains(id)) ? [] : workshop.Proposal,
            Wishes = workshop.Wishes.RemoveAll(wish => wish.One == id || wish.Other == id),
        }) with
        {
            Parties = g.Parties.Remove(id),
            People = g.People.RemoveRange(g.People.Where(person => person.Value.Party == id).Select(person => person.Key)),
            Knocks = g.Knocks.RemoveRange(g.Knocks.Where(knock => knock.Value.Party == id).Select(knock => knock.Key)),
        };
    }

    private static Outcome? FaultOf(PlainText name, string? registerNumber, string? county) =>
        Missing(name, Limits.Name)
        ?? (registerNumber?.Length > Limits.RegisterNumber ? new Refusal(RefusalReason.TooLong, Limits.RegisterNumber) : (Outcome?)null)
        ?? (county?.Length > Limits.Name ? new Refusal(RefusalReason.TooLong, Limits.Name) : (Outcome?)null);

    private static bool HasBegun(Gathering g, Id<Party> party) =>
        g.Workshop.WorkOf(party).HasWritten
        || Enumerable.Range(0, g.Workshop.Rounds).Any(round => g.Workshop.PairOf(party, round) is not null)
        || g.People.Values.Any(membership => membership.Party == party && !membership.Removed);

    private static bool IsThere(Gathering g, Id<Party> except, PlainText name, string? number) =>
        !name.IsEmpty && g.Parties.Values.Any(party => party.Id != except && party.MatchesName(name, number));

    /// <summary>
    /// The comparison that applies to existing logs. Two municipalities with the same name (Herøy, Våler) are separated by number;
    /// without a number the name must be new.
    /// </summary>
    private static bool IsSame(Party party, PlainText name, string? number) => number is not null
        ? party.RegisterNumber == number
        : party.RegisterNumber is null && string.Equals(party.Name.Value, name.Value, StringComparison.OrdinalIgnoreCase);
}
