using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

public static partial class Rules
{
    /// <summary>A person who only knocked is remembered as erased too, so that it is not let in afterwards.</summary>
    private static Outcome ErasePerson(Gathering g, Actor actor, Id<Person> person)
    {
        if (actor is Actor.Participant self && self.Person != person) return RefusalReason.NotAllowed;
        var party = g.People.TryGetValue(person, out var membership) ? membership.Party
            : g.Knocks.TryGetValue(person, out var knock) ? knock.Party
            : (Id<Party>?)null;
        if (party is not { } where || membership is { Erased: true }) return RefusalReason.NoSuchPerson;
        return g with
        {
            People = g.People.SetItem(person, new Membership(where, Removed: true, Erased: true, membership is { Removed: false })),
            Knocks = g.Knocks.Remove(person),
        };
    }

    /// <summary>
    /// A retention that is set takes effect tomorrow at the earliest, so that nobody erases a gathering today by mistake.
    /// </summary>
    private static Outcome SetRetention(Gathering g, RetentionSet c, DateTimeOffset at)
    {
        if (!c.Retention.IsPlausible) return new Refusal(RefusalReason.ImplausibleRetention, Retention.Longest);
        var after = g with { Retention = c.Retention };
        return RetentionDates.Of(after).All <= DateOnly.FromDateTime(at.UtcDateTime)
            ? new Refusal(RefusalReason.ImplausibleRetention, Retention.Longest)
            : after;
    }
}
