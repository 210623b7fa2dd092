using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// The JSON Schema of the report's JSON, made of the shape itself and what is said of its fields, so that the two never part.
/// </summary>
internal static class JsonSchema
{
    private static readonly JsonSchemaExporterOptions _how = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    /// <summary>The schema.</summary>
    public static string Text { get; } = Make().ToJsonString(ReportJsonFile.Options) + "\n";

    /// <summary>MeasuredService to whomever asks: it tells of no gathering.</summary>
    public static void MapJsonSchema(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Addresses.Schema, () => Results.Text(Text, "application/schema+json", System.Text.Encoding.UTF8));

    private static JsonObject Make()
    {
        var schema = (JsonObject)ReportJsonFile.Options.GetJsonSchemaAsNode(typeof(ReportJson), _how);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", ReportJson.FormatName);
        schema["type"] = "object";
        schema["required"] = new JsonArray("format", "version", "edition", "gathering");
        var properties = (JsonObject)schema["properties"]!;
        properties["format"]!["const"] = ReportJson.FormatName;
        properties["version"]!["const"] = ReportJson.CurrentVersion;
        properties["edition"]!["enum"] = new JsonArray(ReportEditions.Archive, ReportEditions.Publication);
        return schema;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema) return node;
        // What is left out is left out: null is never written.
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(type => type!.GetValue<string>()).Single(type => type != "null");
        // Whatever is empty may be left out; what a gathering must have is said at the root.
        schema.Remove("required");
        if (schema["enum"] is JsonArray names && names.Remove(null)) schema["type"] = "string";
        var said = (context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type)
            .GetCustomAttributes(typeof(DescriptionAttribute), inherit: false)
            .OfType<DescriptionAttribute>()
            .FirstOrDefault()
            ?.Description;
        if (said is not null) schema.Insert(0, "description", said);
        if (schema.ContainsKey("properties")) schema["additionalProperties"] = false;
        return schema;
    }
}
