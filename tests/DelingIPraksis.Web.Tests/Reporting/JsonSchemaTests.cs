using System.Text.Json.Nodes;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Files;

namespace DelingIPraksis.Web.Tests.Reporting;

/// <summary>The published schema: every field is described, and what we write is as it says.</summary>
public sealed class JsonSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(JsonSchema.Text)!;

    [Fact]
    public async Task The_schema_in_the_documentation_is_the_one_that_is_served()
    {
        var file = Path.Combine(Sources.Root, "docs", "rapport-1.schema.json");
        if (Environment.GetEnvironmentVariable("DELING_GOLDEN") == "1")
            await File.WriteAllTextAsync(file, JsonSchema.Text, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), JsonSchema.Text);
    }

    [Fact]
    public void Every_field_is_described()
    {
        Assert.DoesNotContain(Fields(Schema, "$"), field => field.Schema["description"] is null && field.Schema["$ref"] is null);
        Assert.True(Fields(Schema, "$").Count() > 60);
    }

    [Fact]
    public async Task What_is_written_is_as_the_schema_says()
    {
        foreach (var gathering in (Gathering[])[GoldenTests.Promised().Now, ImportTests.Messy().Now])
        {
            foreach (var attributed in (bool[])[true, false])
                Assert.Equal(
                    [],
                    Faults(Schema, JsonNode.Parse(await Written.BytesAsync(new ReportJsonFile(), gathering, attributed))!, "$")
                );
        }
    }

    [Theory]
    [InlineData("""{"format":"noe annet","version":1,"edition":"arkiv","gathering":{}}""")]
    [InlineData("""{"format":"deling-i-praksis/rapport","version":1,"edition":"arkiv"}""")]
    [InlineData("""{"format":"deling-i-praksis/rapport","version":1,"edition":"arkiv","gathering":{},"notes":[{"kind":"hinder"}]}""")]
    [InlineData("""{"format":"deling-i-praksis/rapport","version":1,"edition":"arkiv","gathering":{"colour":"blå"}}""")]
    public void What_is_not_as_it_says_is_found(string json) => Assert.NotEmpty(Faults(Schema, JsonNode.Parse(json)!, "$"));

    private static IEnumerable<(string Path, JsonNode Schema)> Fields(JsonNode schema, string path)
    {
        foreach (var (name, field) in schema["properties"]?.AsObject() ?? [])
        {
            yield return ($"{path}.{name}", field!);
            foreach (var inner in Fields(field!, $"{path}.{name}")) yield return inner;
        }

        if (schema["items"] is JsonObject items)
            foreach (var inner in Fields(items, $"{path}[]")) yield return inner;
    }

    // As much of JSON Schema as ours uses, read as the specification says and not as our reader does.
    private static IEnumerable<string> Faults(JsonNode schema, JsonNode value, string path)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            schema = reference[2..]
                .Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Aggregate(
                    Schema,
                    (at, step) =>
                        at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!
                );
        if (schema["type"]?.GetValue<string>() is { } type && !IsOf(type, value)) yield return $"{path} is no {type}";
        if (schema["const"] is { } constant && !JsonNode.DeepEquals(constant, value)) yield return $"{path} is not {constant}";
        if (schema["enum"] is JsonArray names && !names.Any(name => JsonNode.DeepEquals(name, value)))
            yield return $"{path} is none of {names}";
        if (value is JsonArray array && schema["items"] is { } items)
            foreach (var fault in array.SelectMany((item, index) => Faults(items, item!, $"{path}[{index}]"))) yield return fault;
        if (value is not JsonObject members) yield break;
        foreach (var needed in schema["required"]?.AsArray() ?? [])
            if (!members.ContainsKey(needed!.GetValue<string>())) yield return $"{path}.{needed} is missing";
        foreach (var (name, member) in members)
        {
            if (schema["properties"]?[name] is { } known)
                foreach (var fault in Faults(known, member!, $"{path}.{name}")) yield return fault;
            else if (schema["additionalProperties"] is JsonValue) yield return $"{path}.{name} is unknown";
        }
    }

    private static bool IsOf(string type, JsonNode value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "integer" => value.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        "boolean" => value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        _ => value.GetValueKind() == System.Text.Json.JsonValueKind.String,
    };
}
