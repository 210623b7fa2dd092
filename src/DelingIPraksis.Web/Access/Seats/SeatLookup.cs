using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Seats;

/// <summary>Looks up a seat: the browser must hold it, and the person must exist and not have been shown out.</summary>
internal sealed class SeatLookup(Database database, IRooms rooms)
{
    /// <summary>The seat, when this principal holds it.</summary>
    public async ValueTask<Seat?> FindSeatAsync(ClaimsPrincipal user, Id<Person> person) =>
        VisitorClaims.PeopleOf(user).Contains(person) ? await OfAsync(person) : null;

    /// <summary>The seats of a principal in one gathering, the newest first.</summary>
    public async Task<IReadOnlyList<Seat>> InAsync(ClaimsPrincipal user, Id<Gathering> gathering)
    {
        var held = VisitorClaims.PeopleOf(user).ToList();
        if (held.Count == 0) return [];
        var people = await database.ReadAsync(context => context.Set<Participant>()
            .Where(participant => participant.Gathering == gathering && participant.RemovedAt == null && held.Contains(participant.Person))
            .ToListAsync());
        if (people.Count == 0) return [];
        var now = await rooms.ReadAsync(gathering);
        return
        [
            .. people
                .OrderByDescending(participant => held.IndexOf(participant.Person))
                .Select(participant => SeatOf(participant, now))
                .OfType<Seat>(),
        ];
    }

    /// <summary>The gathering where a person knocks, when this principal is that person.</summary>
    public async ValueTask<Id<Gathering>?> FindKnockedGatheringAsync(ClaimsPrincipal user, Id<Person> person) =>
        !VisitorClaims.PeopleOf(user).Contains(person)
        ? null
            : await database.ReadAsync(context =>
                context
                    .Set<Participant>()
                    .Where(known => known.Person == person)
                    .Select(known => (Id<Gathering>?)known.Gathering)
                    .FirstOrDefaultAsync()
            );

    /// <summary>The person that this principal has knocked as, the newest, or null.</summary>
    public static Id<Person>? KnocksAs(ClaimsPrincipal user, Gathering gathering) =>
        VisitorClaims.PeopleOf(user).Where(gathering.Knocks.ContainsKey).Select(person => (Id<Person>?)person).LastOrDefault();

    /// <summary>Whether a person of this principal's browser has been shown out of a gathering.</summary>
    public static bool IsShownOut(ClaimsPrincipal user, Gathering gathering) =>
        VisitorClaims.PeopleOf(user).Any(person => gathering.People.TryGetValue(person, out var membership) && membership.Removed);

    /// <summary>The seat of a person, whoever asks. Only for callers that have proved the identity by a link.</summary>
    public async Task<Seat?> OfAsync(Id<Person> person)
    {
        var participant = await database.ReadAsync(context =>
            context.Set<Participant>().FirstOrDefaultAsync(known => known.Person == person && known.RemovedAt == null)
        );
        return participant is null ? null : SeatOf(participant, await rooms.ReadAsync(participant.Gathering));
    }

    // The log decides whether and for which party a person takes part. The row only has the name.
    private static Seat? SeatOf(Participant participant, Gathering gathering) =>
        gathering.PartyOf(new Actor.Participant(participant.Person)) is { } party
            ? new Seat(participant.Person, gathering.Id, party, participant.Name)
            : null;
}
