using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Pairing;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    private static Outcome Create(Gathering g, Entry entry, GatheringCreated c) => entry.Actor switch
    {
        Actor.Account account => FaultOf(c.Facts)
            ?? (
                g with
                {
                    Facts = c.Facts,
                    IsDemo = c.IsDemo,
                    RehearsalOf = c.RehearsalOf,
                    MadeAt = entry.At,
                    Staff = g.Staff.SetItem(account.User, Role.Organiser),
                }
            ),
        Actor.Application => FaultOf(c.Facts)
            ?? (g with { Facts = c.Facts, IsDemo = c.IsDemo, RehearsalOf = c.RehearsalOf, MadeAt = entry.At }),
        _ => RefusalReason.NotAllowed,
    };

    private static Outcome Describe(Gathering g, GatheringDescribed c) => c.Read is { } read && read != g.Facts
        ? RefusalReason.ChangedByOther
        : FaultOf(c.Facts) ?? (g with { Facts = c.Facts });

    private static Outcome? FaultOf(GatheringFacts facts) =>
        Missing(facts.Title, Limits.Line)
        ?? Missing(facts.Network, Limits.Name)
        ?? TooLong(facts.NetworkAbout, Limits.Prose)
        ?? TooLong(facts.Host, Limits.Line)
        ?? TooLong(facts.Place, Limits.Line)
        ?? TooLong(facts.Ingress, Limits.Prose)
        ?? (facts.EndsAt <= facts.StartsAt ? RefusalReason.ImplausibleTime : (Outcome?)null)
        ?? (facts.Meeting is { } meeting && !IsWebAddress(meeting) ? RefusalReason.ImplausibleAddress : (Outcome?)null)
        ?? (facts.OriginalReport is { } original && !IsWebAddress(original) ? RefusalReason.ImplausibleAddress : (Outcome?)null)
        ?? (facts.Date.Year is < 2000 or > 2100 ? RefusalReason.ImplausibleDate : (Outcome?)null)
        ?? (facts.Number is < 1 or > 999 ? RefusalReason.ImplausibleNumber : (Outcome?)null);

    private static Outcome Appoint(Gathering g, StaffAppointed c) => c.Role switch
    {
        not Role.Organiser when IsLastOrganiser(g, c.User) => RefusalReason.LastOrganiser,
        Role.None => g with { Staff = g.Staff.Remove(c.User) },
        Role.Organiser or Role.Facilitator or Role.Observer => g with { Staff = g.Staff.SetItem(c.User, c.Role) },
        _ => RefusalReason.NotAllowed,
    };

    private static bool IsLastOrganiser(Gathering g, Id<User> user) =>
        g.Staff.GetValueOrDefault(user) == Role.Organiser && g.Staff.Count(member => member.Value == Role.Organiser) == 1;

    private static Outcome PlanWorkshop(Gathering g, WorkshopPlanned c)
    {
        // ImmutableList compares by reference, and a plan that was read from the log is another list with the same phases.
        if (c.Read is { } read && (read.Theme != g.Workshop.Theme || !read.Plan.SequenceEqual(g.Workshop.Plan)))
            return RefusalReason.ChangedByOther;
        if (Missing(c.Theme, Limits.Line) is { } fault) return fault;
        if (c.Plan.IsEmpty) return RefusalReason.NoSuchPhase;
        if (FaultOf(c.Plan) is { } planFault) return planFault;
        // A plan may be changed while it runs, but the place where everybody is must still exist.
        if (Math.Max(g.Workshop.Position, g.Workshop.Pairs.Max(pair => pair.Own?.Position) ?? -1) >= c.Plan.Count)
            return RefusalReason.NoSuchPhase;
        // What has been written and who sat together belong to their rounds.
        if (g.Workshop.Position >= 0 && RoundsUntilNow(c.Plan) != RoundsUntilNow(g.Workshop.Plan)) return RefusalReason.RoundHasBegun;
        return WithWorkshop(g, workshop => workshop with { Theme = c.Theme, Plan = c.Plan });

        (int, int) RoundsUntilNow(ImmutableList<Phase> plan) =>
            (Workshop.RoundAt(plan, g.Workshop.Position), Workshop.RoundAt(plan, g.Workshop.Furthest));
    }

    private static Outcome? FaultOf(ImmutableList<Phase> plan)
    {
        if (plan.Exists(phase => phase.Minutes is < 1 or > 480)) return new Refusal(RefusalReason.ImplausibleMinutes, 480);
        if (plan.Count > 40) return RefusalReason.TooMany;
        if (Workshop.RoundAt(plan, plan.Count) >= DayPlanner.MostRounds)
            return new Refusal(RefusalReason.TooManyRounds, DayPlanner.MostRounds);
        return plan.Select(phase => TooLong(phase.ForPresenter, Limits.Note) ?? TooLong(phase.ForCommenter, Limits.Note))
            .FirstOrDefault(fault => fault is not null);
    }
}
