using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>A list of points in the report («avsnitt»). Three are always there, in every gathering; others the organiser names.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Title">What it is called; empty for those that are always there, which the report names in its own language.</param>
public sealed record Section(Id<Section> Id, PlainText Title)
{
    /// <summary>What stands in the way.</summary>
    public static readonly Id<Section> Barriers = Always(1);

    /// <summary>What could open up.</summary>
    public static readonly Id<Section> Opportunities = Always(2);

    /// <summary>What is asked of others than the municipalities: the state, KS, the county («ønsker til nasjonale aktører»).</summary>
    public static readonly Id<Section> Asks = Always(3);

    /// <summary>Those that are always there, in the order of the report; the named ones come after them.</summary>
    public static readonly ImmutableArray<Id<Section>> AlwaysThere = [Barriers, Opportunities, Asks];

    /// <summary>The section where a note of a kind belongs.</summary>
    public static Id<Section> Of(NoteKind kind) => kind == NoteKind.Barrier ? Barriers : Opportunities;

    /// <summary>The kind of note that belongs in a section, or null when notes of both kinds do.</summary>
    public static NoteKind? KindOf(Id<Section> section) =>
        section == Barriers ? NoteKind.Barrier : section == Opportunities ? NoteKind.Opportunity : null;

    /// <summary>The name of a section where it is written down: <c>barrier</c>, <c>opportunity</c>, <c>ask</c>, or its identity.</summary>
    public static string NameOf(Id<Section> section) => AlwaysThere.IndexOf(section) switch
    {
        0 => "barrier",
        1 => "opportunity",
        2 => "ask",
        _ => section.ToString(),
    };

    /// <summary>The section that is written down by a name.</summary>
    /// <exception cref="JsonException">It is no name of a section.</exception>
    public static Id<Section> Named(string? name) => name switch
    {
        "barrier" => Barriers,
        "opportunity" => Opportunities,
        "ask" => Asks,
        _ => Id<Section>.TryParse(name, null, out var id) ? id : throw new JsonException($"«{name}» is no section."),
    };

    private static Id<Section> Always(byte number) => new(new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, number]));
}

/// <summary>Writes a section down by its name, as the kind of a point was written when there were only two lists.</summary>
internal sealed class SectionNameConverter : JsonConverter<Id<Section>>
{
    public override Id<Section> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Section.Named(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Id<Section> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Section.NameOf(value));
}
