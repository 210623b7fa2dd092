using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Access.Joining;

/// <summary>Lets people join. The caller has checked the code or the ticket.</summary>
internal sealed class Door(Database database, IRooms rooms, People people, TimeProvider time)
{
    /// <summary>Takes a seat for a party, or returns the seat that the browser already has there.</summary>
    /// <param name="gathering">Where.</param>
    /// <param name="party">For whom.</param>
    /// <param name="name">The name, or empty.</param>
    /// <param name="held">The seats of this browser in the gathering.</param>
    /// <param name="asked">The person id of the ticket.</param>
    /// <param name="shownOut">Whether a person of this browser has been shown out. Then it must knock, also at an open door.</param>
    public async Task<JoinOutcome> JoinAsync(
        Id<Gathering> gathering,
        Id<Party> party,
        PlainText name,
        IReadOnlyList<Seat> held,
        Id<Person> asked,
        bool shownOut = false
    )
    {
        name = name.OnOneLine;
        var now = await rooms.ReadAsync(gathering);
        if (!now.Exists) return JoinOutcome.Refused(RefusalReason.NoSuchGathering);
        if (!now.Parties.ContainsKey(party)) return JoinOutcome.Refused(RefusalReason.NoSuchParty);
        if (name.Length > Limits.Name) return JoinOutcome.Refused(RefusalReason.TooLong, Limits.Name);
        try
        {
            if (held.FirstOrDefault(seat => seat.Party == party) is { } own) return await RenameAsync(own, name);
            if (now.Door == DoorState.Closed) return JoinOutcome.Refused(RefusalReason.DoorClosed);
            // The form was sent before for another party, so this is another person.
            var person =
                now.People.TryGetValue(asked, out var membership) && membership.Party != party ? new Id<Person>(Guid.NewGuid()) : asked;
            var newcomer = new Participant
            {
                Person = person,
                Gathering = gathering,
                Party = party,
                Name = name.IsEmpty ? null : name.Value,
                JoinedAt = time.GetUtcNow(),
            };
            // The same form twice is one person who joins. A person who knocks again may have been declined since.
            return shownOut || now.Door == DoorState.Guarded
                ? await EnterAsync(newcomer, new Change.PersonKnocked(person, party), Guid.CreateVersion7(), JoinOutcome.Waiting(person))
                : await EnterAsync(newcomer, new Change.PersonJoined(person, party), person.Value, JoinOutcome.In(person));
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            return JoinOutcome.NotStored;
        }
    }

    /// <summary>Moves a person who chose the wrong party to another.</summary>
    public async Task<JoinOutcome> MoveAsync(Seat seat, Id<Party> party)
    {
        try
        {
            var reply = await rooms.SubmitAsync(
                seat.Gathering,
                seat.Actor,
                new Change.PersonMoved(seat.Person, party),
                Guid.CreateVersion7()
            );
            if (reply is not Reply.Kept) return Not(reply);
            await database.WriteAsync(context =>
                context
                    .Set<Participant>()
                    .Where(row => row.Person == seat.Person)
                    .ExecuteUpdateAsync(row => row.SetProperty(person => person.Party, party))
            );
            return JoinOutcome.In(seat.Person);
        }
        catch (Exception fault) when (StorageErrors.IsTransient(fault))
        {
            return JoinOutcome.NotStored;
        }
    }

    private async Task<JoinOutcome> EnterAsync(Participant newcomer, Change asked, Guid id, JoinOutcome kept)
    {
        // The row is written first. A row without a person in the log does no harm; a person without a row could never come back.
        var added = false;
        await database.WriteAsync(async context =>
        {
            var known = await context.Set<Participant>().FirstOrDefaultAsync(row => row.Person == newcomer.Person);
            added = known is null;
            if (known is null) context.Add(newcomer);
            else (known.Party, known.Name) = (newcomer.Party, newcomer.Name ?? known.Name);
        });
        // The name too: the screens read it as soon as they hear of the person.
        if (newcomer.Name is not null) people.Learn(newcomer.Gathering, newcomer.Person, newcomer.Name);
        var reply = await rooms.SubmitAsync(newcomer.Gathering, new Actor.Application(), asked, id);
        if (reply is Reply.Kept) return kept;
        if (added) people.Learn(newcomer.Gathering, newcomer.Person, null);
        if (added)
            await database.WriteAsync(context =>
                context.Set<Participant>().Where(row => row.Person == newcomer.Person).ExecuteDeleteAsync()
            );
        return Not(reply);
    }

    private static JoinOutcome Not(Reply reply) =>
        reply is Reply.Refused refused ? new JoinOutcome(null, refused.Refusal) : JoinOutcome.NotStored;

    /// <summary>The same person again. The new name replaces the old.</summary>
    private async Task<JoinOutcome> RenameAsync(Seat seat, PlainText name)
    {
        if (!name.IsEmpty && name.Value != seat.Name)
        {
            await database.WriteAsync(context =>
                context
                    .Set<Participant>()
                    .Where(row => row.Person == seat.Person)
                    .ExecuteUpdateAsync(row => row.SetProperty(person => person.Name, name.Value))
            );
            people.Learn(seat.Gathering, seat.Person, name.Value);
        }

        return JoinOutcome.In(seat.Person);
    }
}

/// <summary>The result of joining: a person, a refusal, or neither when it could not be stored now.</summary>
/// <param name="Person">The person, or null.</param>
/// <param name="Refusal">The refusal, or null.</param>
/// <param name="Waits">Whether the person waits at a guarded door.</param>
internal sealed record JoinOutcome(Id<Person>? Person, Refusal? Refusal, bool Waits = false)
{
    public static readonly JoinOutcome NotStored = new(null, null);

    public static JoinOutcome In(Id<Person> person) => new(person, null);

    public static JoinOutcome Waiting(Id<Person> person) => new(person, null, Waits: true);

    public static JoinOutcome Refused(RefusalReason reason, int? limit = null) => new(null, new Refusal(reason, limit));
}
