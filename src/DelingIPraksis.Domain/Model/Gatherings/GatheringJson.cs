using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using DelingIPraksis.Domain.Networks;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>The JSON of changes and gatherings: in the log, in snapshots, between nodes and to other programs.</summary>
public static class GatheringJson
{
    /// <summary>Camel case, enumerations by name, Norwegian letters unescaped.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        AllowOutOfOrderMetadataProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameChanges } },
    };

    /// <summary>Serializes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Deserializes a value.</summary>
    /// <exception cref="JsonException">It is not what was written.</exception>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Nothing was written down.");

    /// <summary>Gives the serializer the log names of the records of <see cref="Change"/> and <see cref="NetworkChange"/>.</summary>
    private static void NameChanges(JsonTypeInfo info)
    {
        if (info.Type == typeof(NetworkChange))
        {
            foreach (var change in NetworkVerbs.All)
                info.PolymorphismOptions!.DerivedTypes.Add(new JsonDerivedType(change, NetworkVerbs.NameOf(change)));
        }

        if (info.Type != typeof(Change)) return;
        foreach (var change in Verbs.All) info.PolymorphismOptions!.DerivedTypes.Add(new JsonDerivedType(change, Verbs.NameOf(change)));
    }
}
