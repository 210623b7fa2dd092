using System.Collections.Immutable;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Support;

/// <summary>A gathering made for a test, with one person for each party.</summary>
/// <param name="Id">Which.</param>
/// <param name="Owner">Its organiser.</param>
/// <param name="Seats">Who takes part, in the order of the parties.</param>
public sealed record TestGathering(Id<Gathering> Id, Actor.Account Owner, ImmutableList<TestSeat> Seats);

/// <summary>Somebody who takes part.</summary>
public sealed record TestSeat(Id<Person> Person, Id<Party> Party, string Name)
{
    /// <summary>The actor that sits here.</summary>
    public Actor Actor => new Actor.Participant(Person);
}

/// <summary>What tests do to gatherings, in the field's words.</summary>
public static class GatheringVerbs
{
    private static readonly Actor _application = new Actor.Application();

    /// <summary>A gathering that is made, with its parties invited and one person joined for each.</summary>
    public static async Task<TestGathering> GivenGatheringAsync(this IRooms rooms, params IReadOnlyList<string> parties)
    {
        var names = parties.Count > 0 ? parties : ["Stad", "Arendal"];
        var owner = new Actor.Account(New<User>());
        var id = New<Gathering>();
        var facts = new GatheringFacts(
            "Prøvenettverket",
            "",
            "Prøvesamling",
            3,
            new DateOnly(2026, 11, 24),
            "Stad",
            "Digitalt",
            Language.Bokmal
        );
        await rooms.MustKeepAsync(id, owner, new Change.GatheringCreated(facts, IsDemo: false));
        var seats = names.Select(name => new TestSeat(New<Person>(), New<Party>(), name)).ToImmutableList();
        foreach (var seat in seats)
        {
            await rooms.MustKeepAsync(id, owner, new Change.PartyInvited(seat.Party, seat.Name, null, PartyKind.Municipality, null));
            await rooms.MustKeepAsync(id, _application, new Change.PersonJoined(seat.Person, seat.Party));
        }

        return new TestGathering(id, owner, seats);
    }

    /// <summary>A gathering whose parties are in pairs and have come to the board, where notes are written.</summary>
    public static async Task<TestGathering> GivenBoardAsync(this IRooms rooms, params IReadOnlyList<string> parties)
    {
        var gathering = await rooms.GivenGatheringAsync(parties);
        var pairs = InPairs(gathering.Seats)
            .Select(group => new Pair(New<Pair>(), [.. group.Select(seat => seat.Party)], []))
            .ToImmutableList();
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.WorkshopPlanned("sirkulærøkonomi", PhasePlans.Full));
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PairsProposed(pairs));
        await rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PairsShown());
        await rooms.MustKeepAsync(
            gathering.Id,
            gathering.Owner,
            new Change.PhaseEntered(-1, PhasePlans.Full.FindIndex(phase => phase.Kind == PhaseKind.Board))
        );
        return gathering;
    }

    /// <summary>A note that is not on the board yet.</summary>
    public static Change.NoteAdded ANote(string text = "Ingen eier ombruket hos oss", NoteKind kind = NoteKind.Barrier) =>
        new(New<Note>(), kind, text);

    /// <summary>Asks for a change that has to be kept for the test to make sense, and says where it stands in the log.</summary>
    public static async Task<long> MustKeepAsync(this IRooms rooms, Id<Gathering> gathering, Actor actor, Change change)
    {
        var reply = await rooms.SubmitAsync(gathering, actor, change, Guid.CreateVersion7());
        return reply is Reply.Kept kept
            ? kept.Sequence
            : throw new InvalidOperationException($"{change.GetType().Name} was answered {reply}.");
    }

    /// <summary>Two and two as they stand; the last three together when the number is odd.</summary>
    public static IReadOnlyList<IReadOnlyList<TestSeat>> InPairs(IReadOnlyList<TestSeat> seats)
    {
        List<IReadOnlyList<TestSeat>> groups = [.. seats.Chunk(2)];
        if (groups is not [.. var whole, { Count: 1 } alone] || whole.Count == 0) return groups;
        return [.. whole[..^1], [.. whole[^1], .. alone]];
    }

    private static Id<T> New<T>() => new(Guid.CreateVersion7());
}
