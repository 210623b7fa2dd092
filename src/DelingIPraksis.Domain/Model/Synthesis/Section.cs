using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Synthesis;

/// <summary>A list of points in the report («avsnitt»). Every gathering has three; the organiser can add more.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Title">Its name; empty for the three standard sections, which the report names in its own language.</param>
public sealed record Section(Id<Section> Id, PlainText Title)
{
    /// <summary>Barriers.</summary>
    public static readonly Id<Section> Barriers = Always(1);

    /// <summary>Opportunities.</summary>
    public static readonly Id<Section> Opportunities = Always(2);

    /// <summary>Requests to national bodies: the state, KS, the county («ønsker til nasjonale aktører»).</summary>
    public static readonly Id<Section> Asks = Always(3);

    /// <summary>The standard sections, in the order of the report. The organiser's sections come after them.</summary>
    public static readonly ImmutableArray<Id<Section>> AlwaysThere = [Barriers, Opportunities, Asks];

    /// <summary>The section for notes of a kind.</summary>
    public static Id<Section> Of(NoteKind kind) => kind == NoteKind.Barrier ? Barriers : Opportunities;

    /// <summary>The kind of note for a section, or null when it is for both kinds.</summary>
    public static NoteKind? KindOf(Id<Section> section) =>
        section == Barriers ? NoteKind.Barrier : section == Opportunities ? NoteKind.Opportunity : null;

    /// <summary>The serialised name of a section: <c>barrier</c>, <c>opportunity</c>, <c>ask</c>, or its id.</summary>
    public static string NameOf(Id<Section> section) => AlwaysThere.IndexOf(section) switch
    {
        0 => "barrier",
        1 => "opportunity",
        2 => "ask",
        _ => section.ToString(),
    };

    /// <summary>The section with a serialised name.</summary>
    /// <exception cref="JsonException">No section has that name.</exception>
    public static Id<Section> Named(string? name) => name switch
    {
        "barrier" => Barriers,
        "opportunity" => Opportunities,
        "ask" => Asks,
        _ => Id<Section>.TryParse(name, null, out var id) ? id : throw new JsonException($"«{name}» is no section."),
    };

    private static Id<Section> Always(byte number) => new(new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, number]));
}

/// <summary>Serialises a section by its name. There used to be only two lists, and the log still has the kind of the point.</summary>
internal sealed class SectionNameConverter : JsonConverter<Id<Section>>
{
    public override Id<Section> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Section.Named(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Id<Section> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Section.NameOf(value));
}
