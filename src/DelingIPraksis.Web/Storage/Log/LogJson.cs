using System.Text.Json;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Storage;

/// <summary>Reads what stands in a log.</summary>
internal static class LogJson
{
    // An unknown property comes from a newer version. If it were ignored, its data would be lost in everything that is made from the log.
    private static readonly JsonSerializerOptions _strict = new(GatheringJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Deserializes a value, and refuses what this version does not know.</summary>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, _strict) ?? throw new JsonException("Nothing was written down.");

    /// <summary>Whether a text is a JSON object at all.</summary>
    public static bool IsObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
