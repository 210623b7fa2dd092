using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    // What an old log has, and an old page may send: no owner and no day is asked for, and empty words take the commitment away.
    private static Outcome Commit(Gathering g, Entry entry, Id<Party> party, Commitment commitment) =>
        !HasReached(g, party, PhaseKind.Summary)
            ? RefusalReason.NotYet
            : FaultOf(commitment) ?? PutPromise(g, entry, party, Promise.OnlyOf(party), commitment);

    private static Outcome Put(Gathering g, Entry entry, Id<Party> party, PromisePut c)
    {
        if (!HasReached(g, party, PhaseKind.Summary)) return RefusalReason.NotYet;
        if (c.Commitment.What.IsEmpty) return RefusalReason.Empty;
        if (c.Commitment.Owner.IsEmpty) return RefusalReason.OwnerMissing;
        if (FaultOf(c.Commitment) is { } fault) return fault;
        var every = g.Workshop.WorkOf(party).EveryPromise ?? [];
        var before = every.Find(promise => promise.Id == c.Promise);
        // A day that was ahead when it was set stays when the other words are mended.
        if (c.Commitment.By is { } by && by != before?.Commitment.By && by < DateOnly.FromDateTime(entry.At.UtcDateTime))
            return RefusalReason.DateInThePast;
        if (before is null && every.Count >= Limits.PromisesEver) return new Refusal(RefusalReason.TooMany, Limits.PromisesEver);
        if (before?.Stands != true && every.Count(promise => promise.Stands) >= Limits.PromisesOfParty)
            return new Refusal(RefusalReason.TooMany, Limits.PromisesOfParty);
        return PutPromise(g, entry, party, c.Promise, c.Commitment);
    }

    private static Outcome PutPromise(Gathering g, Entry entry, Id<Party> party, Id<Promise> id, Commitment commitment) =>
        ChangeWork(g, entry, party, work =>
        {
            var every = work.EveryPromise ?? [];
            var before = every.Find(promise => promise.Id == id);
            if (before is null) return work with { EveryPromise = every.Add(new Promise(id, commitment)) };
            if (before.Commitment == commitment && !before.Withdrawn) return work;
            return work with
            {
                EveryPromise = every.Replace(before, before with { Commitment = commitment, Withdrawn = false, Witnesses = null }),
            };
        });

    private static Outcome Withdraw(Gathering g, Entry entry, Id<Party> party, PromiseWithdrawn c)
    {
        var every = g.Workshop.WorkOf(party).EveryPromise ?? [];
        if (every.Find(promise => promise.Id == c.Promise) is not { } before) return RefusalReason.NoSuchPromise;
        if (!c.Withdrawn && !before.Stands && every.Count(promise => promise.Stands) >= Limits.PromisesOfParty)
            return new Refusal(RefusalReason.TooMany, Limits.PromisesOfParty);
        return ChangePromise(g, entry, party, before, before with { Withdrawn = c.Withdrawn });
    }

    private static Outcome Witness(Gathering g, Entry entry, Id<Party> party, PromiseWitnessed c)
    {
        if (NotPartner(g, party, c.Party) is { } fault) return fault;
        if (g.Workshop.WorkOf(c.Party).Promises.Find(promise => promise.Id == c.Promise) is not { } before)
            return RefusalReason.NoSuchPromise;
        var witnesses = (before.Witnesses ?? []).Remove(party);
        if (c.IsWitness) witnesses = witnesses.Add(party);
        return ChangePromise(g, entry, c.Party, before, before with { Witnesses = witnesses.IsEmpty ? null : witnesses });
    }

    private static Outcome AnswerPromise(Gathering g, Entry entry, PromiseAnswered c)
    {
        var own = entry.Actor is Actor.Application ? c.Party : g.PartyOf(entry.Actor);
        if (own is not { } party || (c.Party is { } said && said != party)) return RefusalReason.NotAllowed;
        if (!g.Parties.ContainsKey(party)) return RefusalReason.NoSuchParty;
        if (g.Workshop.WorkOf(party).Promises.Find(promise => promise.Id == c.Promise) is not { } before)
            return RefusalReason.NoSuchPromise;
        if (c.State is { } state && !Enum.IsDefined(state)) return RefusalReason.NotAllowed;
        if (TooLong(c.Why, Limits.Note) is { } fault) return fault;
        var answer = c.State is { } became ? new PromiseAnswer(became, c.Why, entry.At) : null;
        return ChangePromise(g, entry, party, before, before with { Answer = answer });
    }

    private static Outcome TellEarlierPromises(Gathering g, EarlierPromises? earlier) =>
        earlier is { Date.Year: < 2000 or > 2100 } ? RefusalReason.ImplausibleDate
        : earlier is { Tally.IsSound: false } ? RefusalReason.ImplausibleNumber
        : g with { EarlierPromises = earlier };

    private static Outcome ChangePromise(Gathering g, Entry entry, Id<Party> party, Promise before, Promise after) =>
        ChangeWork(g, entry, party, work => work with { EveryPromise = work.EveryPromise!.Replace(before, after) });

    private static Outcome? FaultOf(Commitment commitment) =>
        TooLong(commitment.What, Limits.Note)
        ?? TooLong(commitment.Owner, Limits.Name)
        ?? (commitment.By is { Year: < 2000 or > 2100 } ? RefusalReason.ImplausibleDate : (Outcome?)null);

    private static Outcome? FaultOfPromises(Gathering g, PartyWork work)
    {
        if (work.Commitment is { } only && FaultOf(only) is { } fault) return fault;
        if (work.EveryPromise is not { } promises) return null;
        if (promises.Count > Limits.PromisesOfParty) return new Refusal(RefusalReason.TooMany, Limits.PromisesOfParty);
        if (promises.DistinctBy(promise => promise.Id).Count() != promises.Count) return RefusalReason.AlreadyExists;
        if (promises.Exists(promise => promise.Witnesses?.All(g.Parties.ContainsKey) == false)) return RefusalReason.NoSuchParty;
        return promises
            .Select(promise => FaultOf(promise.Commitment) ?? TooLong(promise.Answer?.Why ?? default, Limits.Note))
            .FirstOrDefault(found => found is not null);
    }

    // The archives of old logs have the one commitment of their time.
    private static ImmutableList<Promise>? PromisesIn(PartyWork archived) =>
        archived.EveryPromise
        ?? (archived.Commitment is { What.IsEmpty: false } only ? [new Promise(Promise.OnlyOf(archived.Party), only)] : null);
}
