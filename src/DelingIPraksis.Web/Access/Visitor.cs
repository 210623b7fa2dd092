using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;

namespace DelingIPraksis.Web.Access;

/// <summary>The visitor of this request or circuit, as an <see cref="Actor"/>. Screens must ask this interface and nothing else.</summary>
public interface IVisitor
{
    /// <summary>The seat of the person, when this browser holds it (it joined, or used its re-entry link); otherwise null.</summary>
    ValueTask<Seat?> FindSeatAsync(Id<Person> person);

    /// <summary>The gathering where the person knocks, when this browser is that person; otherwise null.</summary>
    ValueTask<Id<Gathering>?> FindKnockAsync(Id<Person> person) => ValueTask.FromResult<Id<Gathering>?>(null);

    /// <summary>The account that has signed in, or a stranger.</summary>
    ValueTask<Actor> AsAccountAsync();

    /// <summary>
    /// Raised when the visitor has changed: signed out, or gave up a seat, in another window. Only circuits live long enough to get it.
    /// </summary>
    event Action Changed
    {
        add { }
        remove { }
    }

    /// <summary>Whether the visitor has a right in the service, independent of gatherings.</summary>
    ValueTask<bool> MayAsync(ServiceRight right) => ValueTask.FromResult(false);

    /// <summary>Whether it is a visitor of the demo.</summary>
    ValueTask<bool> IsDemoVisitorAsync() => ValueTask.FromResult(false);
}

/// <summary>A person's place in a gathering.</summary>
/// <param name="Person">Who.</param>
/// <param name="Gathering">Where.</param>
/// <param name="Party">For which party.</param>
/// <param name="Name">The name given when joining, or null.</param>
public sealed record Seat(Id<Person> Person, Id<Gathering> Gathering, Id<Party> Party, string? Name)
{
    public Actor Actor => new Actor.Participant(Person);
}

/// <summary>The names of people, stored outside the log so that they can be erased.</summary>
public interface IPeople
{
    /// <summary>The names in a gathering. People without a name are left out.</summary>
    ValueTask<IReadOnlyDictionary<Id<Person>, string>> NamesAsync(Id<Gathering> gathering);
}
