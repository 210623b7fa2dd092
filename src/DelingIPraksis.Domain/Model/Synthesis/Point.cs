using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>A line of the report («punkt»), written from notes and always traceable to them.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Section">
/// The section it stands in. Its name in the log is <c>kind</c>, from the time when there were only two lists.
/// </param>
/// <param name="Text">What the report says.</param>
/// <param name="Sources">The notes it was written from; empty when the organiser adds it without notes.</param>
[method: JsonConstructor]
public sealed record Point(
    Id<Point> Id,
    [property: JsonPropertyName("kind"), JsonConverter(typeof(SectionNameConverter))] Id<Section> Section,
    PlainText Text,
    ImmutableList<NoteRef> Sources)
{
    /// <summary>A point in the section for notes of a kind.</summary>
    public Point(Id<Point> id, NoteKind kind, PlainText text, ImmutableList<NoteRef> sources)
        : this(id, Synthesis.Section.Of(kind), text, sources)
    {
    }

    /// <summary>How many times the text has been changed. The rules count it.</summary>
    public int Revision { get; init; }

    /// <summary>Whether somebody has written or confirmed the text. A text that was copied from a note is not confirmed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Confirmed { get; init; }

    /// <summary>The kind of note that its section is for, or null.</summary>
    [JsonIgnore]
    public NoteKind? Kind => Synthesis.Section.KindOf(Section);
}
