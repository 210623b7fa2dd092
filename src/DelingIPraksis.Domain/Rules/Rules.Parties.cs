using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
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

    private static Outcome AnswerInvitation(Gathering g, InvitationAnswered c, DateTimeOffset at)
    {
        if (g.Workshop.ClosedAt is not null || DateOnly.FromDateTime(at.UtcDateTime) > g.Facts.Date) return RefusalReason.Closed;
        return c.Read is { } read && read.Answer != g.Rsvps?.GetValueOrDefault(c.Party)
            ? RefusalReason.ChangedByOther
            : SetRsvp(g, c.Party, c.Answer);
    }

    private static Outcome SetRsvp(Gathering g, Id<Party> party, Rsvp? answer)
    {
        if (!g.Parties.ContainsKey(party)) return RefusalReason.NoSuchParty;
        if (answer is not null && !IsPlausible(answer)) return new Refusal(RefusalReason.ImplausiblePeople, Limits.PeopleOfParty);
        var rsvps = g.Rsvps ?? ImmutableSortedDictionary<Id<Party>, Rsvp>.Empty;
        return g with { Rsvps = OrNull(answer is null ? rsvps.Remove(party) : rsvps.SetItem(party, answer)) };
    }

    private static bool IsPlausible(Rsvp answer) => answer.Comes
        ? answer is { InRoom: >= 0, OnScreen: >= 0 } && (long)answer.InRoom + answer.OnScreen is >= 1 and <= Limits.PeopleOfParty
        : answer == Rsvp.No;

    private static ImmutableSortedDictionary<Id<Party>, T>? OrNull<T>(ImmutableSortedDictionary<Id<Party>, T>? some) =>
        some is { IsEmpty: false } ? some : null;

    private static Outcome Preview(Gathering g, ImmutableList<Pair> pairs)
    {
        if (g.Workshop.ClosedAt is not null) return RefusalReason.Closed;
        return FaultOfGroups(g, pairs) ?? WithWorkshop(g, workshop => workshop with { Preview = pairs.IsEmpty ? null : pairs });
    }

    private static Outcome AnswerPartner(Gathering g, PartnerAnswered c)
    {
        if (g.Workshop.ClosedAt is not null) return RefusalReason.Closed;
        if (!g.Parties.ContainsKey(c.Party)) return RefusalReason.NoSuchParty;
        if (g.Workshop.Preview?.Find(pair => pair.Members.Contains(c.Party)) is not { } pair) return RefusalReason.NotPaired;
        var answer = new PartnerAnswer(c.Partners, c.Accepts, c.Accepts ? PlainText.Empty : c.Reason);
        if (!answer.IsAbout(pair, c.Party)) return RefusalReason.NotPartner;
        if (!c.Accepts && Missing(c.Reason, Limits.Line) is { } fault) return fault;
        var answers = g.Workshop.PartnerAnswers ?? ImmutableSortedDictionary<Id<Party>, PartnerAnswer>.Empty;
        return WithWorkshop(g, workshop => workshop with { PartnerAnswers = answers.SetItem(c.Party, answer) });
    }

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
            Preview = workshop.Preview?.RemoveAll(pair => pair.Members.Contains(id)) is { IsEmpty: false } preview ? preview : null,
            PartnerAnswers = OrNull(workshop.PartnerAnswers?.Remove(id)),
        }) with
        {
            Parties = g.Parties.Remove(id),
            Rsvps = OrNull(g.Rsvps?.Remove(id)),
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
