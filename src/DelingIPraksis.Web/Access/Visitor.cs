using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;

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

    /// <summary>
    /// Who asks is somebody else from now on: signed out, or without a seat, in another window. Only a circuit lives to hear it.
    /// </summary>
    event Action Changed
    {
        add { }
        remove { }
    }

    /// <summary>Whether the one who asks may do what belongs to the service and to no one gathering.</summary>
    ValueTask<bool> MayAsync(ServiceRight right) => ValueTask.FromResult(false);

    /// <summary>Whether it is somebody who tries the demo.</summary>
    ValueTask<bool> TriesTheDemoAsync() => ValueTask.FromResult(false);
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
