using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// Each circuit has JSON options of its own. The arguments of its calls to scripts are an array of objects, and for each type in it the
/// serializer describes the type, every interface and base of it, and every property, to see whether one of them declares how its derived
/// types are written. None does. So the array has a converter here, which writes the simple values itself and asks the serializer only
/// for what is left, by its own type (tests/Load, P1).
/// </summary>
internal static class InteropJsonOptions
{
    public static void AddInteropJsonOptions(this IServiceCollection services)
    {
        var runtime = services.Last(service => service.ServiceType == typeof(IJSRuntime)).ImplementationType!;
        var make = ActivatorUtilities.CreateFactory(runtime, []);
        services.Replace(ServiceDescriptor.Scoped(provider =>
        {
            var made = (IJSRuntime)make(provider, []);
            if (made is JSRuntime ours) OptionsOf(ours).Converters.Add(Arguments.Instance);
            return made;
        }));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime runtime);

    private sealed class Arguments : JsonConverter<object?[]>
    {
        public static readonly Arguments Instance = new();

        public override object?[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Only written.");

        public override void Write(Utf8JsonWriter writer, object?[] value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var argument in value) Write(writer, argument, options);
            writer.WriteEndArray();
        }

        private static void Write(Utf8JsonWriter writer, object? argument, JsonSerializerOptions options)
        {
            switch (argument)
            {
                case null:
                    writer.WriteNullValue();
                    break;
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case bool yes:
                    writer.WriteBooleanValue(yes);
                    break;
                case int number:
                    writer.WriteNumberValue(number);
                    break;
                case long number:
                    writer.WriteNumberValue(number);
                    break;
                // The framework hands over its two empty lists of components that scripts may start.
                case IDictionary { Count: 0 }:
                    writer.WriteStartObject();
                    writer.WriteEndObject();
                    break;
                default:
                    JsonSerializer.Serialize(writer, argument, argument.GetType(), options);
                    break;
            }
        }
    }
}
