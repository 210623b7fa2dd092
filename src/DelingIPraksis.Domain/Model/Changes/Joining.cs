namespace DelingIPraksis.Domain.Gatherings;

public abstract partial record Change
{
    /// <summary>A person joins for a party.</summary>
    [LogName("person-joined")]
    public sealed record PersonJoined(Id<Person> Person, Id<Party> Party) : Change, IByApplication, IConcernsParties
    {
        // A thousand people may join within ten seconds. If this concerned everybody, each join would wake every open screen.
        IEnumerable<Id<Party>> IConcernsParties.Parties => [Party];
    }

    /// <summary>A person asks to be let in at a guarded door, for a party.</summary>
    [LogName("person-knocked")]
    public sealed record PersonKnocked(Id<Person> Person, Id<Party> Party) : Change, IByApplication, IConcernsStaff;

    /// <summary>A person who knocked is let in.</summary>
    [LogName("person-admitted")]
    [NotUndoable("The person is in: PersonShownOut is the way out.")]
    public sealed record PersonAdmitted(Id<Person> Person) : Change, IByLeader, IConcernsEverybody, IOfConsole;

    /// <summary>A person who knocked is not let in. The next person with the same code may be.</summary>
    [LogName("person-declined")]
    [NotUndoable("The person may knock again.")]
    public sealed record PersonDeclined(Id<Person> Person) : Change, IByLeader, IConcernsStaff, IOfConsole;

    /// <summary>A person who chose the wrong party is moved to another. What was written stays with the party it was written for.</summary>
    [LogName("person-moved")]
    public sealed record PersonMoved(Id<Person> Person, Id<Party> Party)
        : Change, IByLeader, IByParticipant, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>A person is shown out, or let back in.</summary>
    /// <param name="Person">The person.</param>
    /// <param name="Back">True: the person is let back in.</param>
    [LogName("person-shown-out")]
    public sealed record PersonShownOut(Id<Person> Person, bool Back = false)
        : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;

    /// <summary>The door is opened or closed to newcomers, or (open and guarded) opened only to those who are let in one by one.</summary>
    [LogName("door-set")]
    public sealed record DoorSet(bool Open, bool Guarded = false) : Change, IByLeader, IConcernsEverybody, IOfConsole, IUndoable;
}
