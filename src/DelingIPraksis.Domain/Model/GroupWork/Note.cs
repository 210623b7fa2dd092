using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>A note («lapp») on the shared board: one barrier or one opportunity, in one or two sentences.</summary>
/// <param name="Id">Its identity, made by the browser or the server that created it.</param>
/// <param name="Kind">Which column it stands in.</param>
/// <param name="Text">What it says.</param>
/// <param name="By">The person who wrote it. The note belongs to the party.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Sequence">Its place in the log: the order of the board.</param>
public sealed record Note(Id<Note> Id, NoteKind Kind, PlainText Text, Id<Person>? By, DateTimeOffset At, long Sequence)
{
    /// <summary>The round it was written in, from 0. It stands on the board of the pair that its party had then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Round { get; init; }

    /// <summary>How many times the text has been changed.</summary>
    public int Revision { get; init; }

    /// <summary>Whether it has been deleted. It can be restored.</summary>
    public bool Deleted { get; init; }

    /// <summary>The parties that agree with it, not counting its own.</summary>
    public ImmutableSortedSet<Id<Party>> AgreedBy { get; init; } = [];

    /// <summary>The parties that want to bring it to the plenary.</summary>
    public ImmutableSortedSet<Id<Party>> Votes { get; init; } = [];

    /// <summary>The partner that wrote it down for this party, at a table with one screen; null when the party wrote it itself.</summary>
    public Id<Party>? WrittenBy { get; init; }

    /// <summary>What it is about, in a word or two («tema»); empty when nobody has said.</summary>
    public PlainText Theme { get; init; }

    /// <summary>Who could do something about it, or null when nobody has said.</summary>
    public Addressee? To { get; init; }

    /// <summary>
    /// The barrier that this opportunity answers («dette svarer på»), or null. The barrier may have been deleted or moved since.
    /// </summary>
    public NoteRef? Answers { get; init; }
}

/// <summary>The two kinds of note.</summary>
public enum NoteKind
{
    /// <summary>Barriere: what stands in the way.</summary>
    Barrier,

    /// <summary>Mulighet: what could open up.</summary>
    Opportunity,
}

/// <summary>Whom a note is for: who could do something about it.</summary>
public enum Addressee
{
    /// <summary>Eget arbeid: the party itself.</summary>
    OwnWork,

    /// <summary>Regionen: the county and neighbouring municipalities.</summary>
    Region,

    /// <summary>Staten: ministries, directorates, laws and money.</summary>
    State,

    /// <summary>KS: the association of municipalities, for national work.</summary>
    Ks,

    /// <summary>Næringsliv og frivillige: those outside the public sector.</summary>
    Others,
}

/// <summary>Identifies a note: it belongs to a party.</summary>
/// <param name="Party">Whose note.</param>
/// <param name="Note">Which.</param>
public readonly record struct NoteRef(Id<Party> Party, Id<Note> Note);
