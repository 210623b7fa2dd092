using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// Each circuit has JSON options of its own. The first value that it sends (an array of objects) makes the serializer describe every
/// interface of <see cref="int"/>, <see cref="string"/> and dictionaries, to see whether one of them declares how its derived types are
/// written: 74 descriptions, 62 KB. Nothing is written as an <see cref="IComparable"/>, so such interfaces get no description here. This
/// saves 48 KB for each circuit, and allocates as much less when it starts (tests/Load, P1).
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
            if (made is JSRuntime ours) OptionsOf(ours).TypeInfoResolver = Resolver.Instance;
            return made;
        }));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions OptionsOf(JSRuntime runtime);

    private sealed class Resolver : IJsonTypeInfoResolver
    {
        public static readonly Resolver Instance = new();
        private readonly DefaultJsonTypeInfoResolver _all = new();

        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            IsOnlyAnAbility(type) ? null : _all.GetTypeInfo(type, options);

        // The interfaces and base types of numbers, texts, dictionaries and enums. No value is declared as one of these.
        private static bool IsOnlyAnAbility(Type type) =>
            (type.IsInterface && (type.Namespace is "System" or "System.Numerics" or "System.Runtime.Serialization"
                || (
                    type.IsGenericType
                    && type.GenericTypeArguments is [{ IsGenericType: true } item]
                    && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
                )
            )
            )
            || type == typeof(ValueType) || type == typeof(Enum);
    }
}
