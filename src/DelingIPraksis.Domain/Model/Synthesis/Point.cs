using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>A line of the report («punkt»), distilled from notes and always traceable to them.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Section">Which list it stands in. The log calls it <c>kind</c>: that is what it was when there were only two lists.</param>
/// <param name="Text">What the report says.</param>
/// <param name="Sources">The notes it was written over; may be empty when the organiser adds it of own knowledge.</param>
[method: JsonConstructor]
public sealed record Point(
    Id<Point> Id,
    [property: JsonPropertyName("kind"), JsonConverter(typeof(SectionNameConverter))] Id<Section> Section,
    PlainText Text,
    ImmutableList<NoteRef> Sources)
{
    /// <summary>A point in the section where notes of a kind belong.</summary>
    public Point(Id<Point> id, NoteKind kind, PlainText text, ImmutableList<NoteRef> sources)
        : this(id, Synthesis.Section.Of(kind), text, sources)
    {
    }

    /// <summary>How many times the text has been changed; the rules count it.</summary>
    public int Revision { get; init; }

    /// <summary>
    /// Whether somebody stands for the words: has written them, or looked at words that were borrowed of a note and kept them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Confirmed { get; init; }

    /// <summary>The kind of note its section is for, or null.</summary>
    [JsonIgnore]
    public NoteKind? Kind => Synthesis.Section.KindOf(Section);
}
