using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using DelingIPraksis.Web.Shell;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// The JSON Schema of the report's JSON, generated from the records and the descriptions of their fields, so that the two always agree.
/// </summary>
internal static class JsonSchema
{
    private static readonly JsonSchemaExporterOptions _how = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    public static string Text { get; } = Make().ToJsonString(ReportJsonFile.Options) + "\n";

    /// <summary>Maps the schema's address. The schema is open to everybody, because it contains nothing from any gathering.</summary>
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
        // Null is never written, so the schema does not allow it.
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(type => type!.GetValue<string>()).Single(type => type != "null");
        // Empty fields may be left out. The root names the fields that a gathering must have.
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
