using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>How changes and gatherings are written down: in the log, in snapshots, between nodes and to other programs.</summary>
public static class GatheringJson
{
    /// <summary>Camel case, enumerations by name, Norwegian letters as letters.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>Writes a value down.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value back.</summary>
    /// <exception cref="JsonException">It is not what was written.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("Nothing was written down.");
}
