using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access;

/// <summary>Who is asking in this request or circuit, as an <see cref="Actor"/>. The one place where a screen learns it.</summary>
public interface IVisitor
{
    /// <summary>The person, when this browser holds that seat (it joined, or came by its re-entry link); a stranger otherwise.</summary>
    ValueTask<Seat?> InSeatAsync(Id<Person> person);

    /// <summary>The gathering that the person came to the door of, when this browser is that person; null otherwise.</summary>
    ValueTask<Id<Gathering>?> AtTheDoorAsync(Id<Person> person) => ValueTask.FromResult<Id<Gathering>?>(null);

    /// <summary>The one who has signed in, or a stranger.</summary>
    ValueTask<Actor> AsAccountAsync();
}

/// <summary>A place somebody has taken in a gathering.</summary>
/// <param name="Person">Who.</param>
/// <param name="Gathering">Where.</param>
/// <param name="Party">For which party.</param>
/// <param name="Name">The name given when joining, or null.</param>
public sealed record Seat(Id<Person> Person, Id<Gathering> Gathering, Id<Party> Party, string? Name)
{
    /// <summary>The actor that sits here.</summary>
    public Actor Actor => new Actor.Participant(Person);
}

/// <summary>The names of people, kept apart from the log so that they can be erased.</summary>
public interface IPeople
{
    /// <summary>The names known in a gathering; people without a name are left out.</summary>
    ValueTask<IReadOnlyDictionary<Id<Person>, string>> NamesAsync(Id<Gathering> gathering);
}
