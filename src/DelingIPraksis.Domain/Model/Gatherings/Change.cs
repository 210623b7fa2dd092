using System.Text.Json.Serialization;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// Everything that can be done to a gathering: the closed list of the product's verbs, one record each, in the files of the folder
/// <c>Changes</c>. A change made by a participant is made for its party.
/// </summary>
/// <remarks>
/// A record says what it is in its own declaration:
/// <list type="bullet">
/// <item>its name in the log: <see cref="LogNameAttribute"/>;</item>
/// <item>who may ask for it: <see cref="IByLeader"/>, <see cref="IByOwner"/>, <see cref="IByParticipant"/>,
/// <see cref="IByApplication"/>, <see cref="IByAnyAccount"/>;</item>
/// <item>whose screens it concerns: <see cref="IConcernsEverybody"/>, <see cref="IConcernsStaff"/>, <see cref="IConcernsPair"/>,
/// <see cref="IConcernsParties"/>, <see cref="IConcernsOwnPair"/>, <see cref="IConcernsOwnParty"/>;</item>
/// <item>of which screen it is (<see cref="IOfConsole"/>, <see cref="IOfProgramme"/>, <see cref="IOfDesk"/>), and whether it can be
/// undone there (<see cref="IUndoable"/>) or why not (<see cref="NotUndoableAttribute"/>).</item>
/// </list>
/// What the record says is asked by <see cref="GatheringJson"/>, <see cref="Permissions"/>, <see cref="Impact"/>, <see cref="Undo"/> and
/// <see cref="Verbs"/>. The rule is in <see cref="Rules"/>, and the changes that undo it are in <see cref="Undo"/>.
/// The names of the derived records are added in <see cref="GatheringJson"/>: to write a change with other options is an error.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb")]
public abstract partial record Change
{
    private Change()
    {
    }
}
