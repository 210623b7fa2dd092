namespace DelingIPraksis.Domain.Gatherings;

// Whose screens a change concerns. A change has at least one of these markers; `Impact` reads them, and takes the first that has an
// answer. When none has, the change concerns everybody.

/// <summary>The change concerns every screen.</summary>
public interface IConcernsEverybody;

/// <summary>The change concerns only those who lead, own or observe.</summary>
public interface IConcernsStaff;

/// <summary>The change concerns the parties it names.</summary>
public interface IConcernsParties
{
    /// <summary>The parties, or null when the change names none.</summary>
    IEnumerable<Id<Party>>? Parties { get; }
}

/// <summary>The change concerns the members of a pair.</summary>
public interface IConcernsPair
{
    /// <summary>The pair, or null when the change is for everybody.</summary>
    Id<GroupWork.Pair>? Pair { get; }
}

/// <summary>
/// The change concerns the actor's party and all its pair. A note may be written down for the partner: then it is the partner's.
/// </summary>
public interface IConcernsOwnPair;

/// <summary>The change concerns the actor's party, and perhaps one more.</summary>
public interface IConcernsOwnParty
{
    /// <summary>The other party, or null.</summary>
    Id<Party>? OtherParty => null;
}
