using System.Text.Json.Serialization;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>Who asks for a change or for a view. The actor's role is looked up in the gathering; the actor does not state it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Participant), "participant")]
[JsonDerivedType(typeof(Account), "account")]
[JsonDerivedType(typeof(Application), "application")]
[JsonDerivedType(typeof(Stranger), "stranger")]
public abstract record Actor
{
    private Actor()
    {
    }

    /// <summary>Somebody who joined with a code, for a party, without an account.</summary>
    public sealed record Participant(Id<Person> Person) : Actor;

    /// <summary>Somebody who has signed in.</summary>
    public sealed record Account(Id<User> User) : Actor;

    /// <summary>The application itself: the demo, an import, or the scheduled erasure.</summary>
    public sealed record Application : Actor;

    /// <summary>Anybody else.</summary>
    public sealed record Stranger : Actor;
}

/// <summary>What an actor is in one gathering.</summary>
public enum Role
{
    /// <summary>Nothing: a stranger, or somebody who has been shown out.</summary>
    None,

    /// <summary>Takes part for a municipality («kommunedeltaker»).</summary>
    Participant,

    /// <summary>Sees all pairs and changes nothing («observatør»).</summary>
    Observer,

    /// <summary>Leads the group work («fasilitator»).</summary>
    Facilitator,

    /// <summary>Owns the gathering and its report («arrangør»).</summary>
    Organiser,

    /// <summary>The application itself.</summary>
    Application,
}
