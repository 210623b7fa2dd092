using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.JSInterop;

namespace DelingIPraksis.Web.Shell;

/// <summary>
/// Each circuit has JSON options of its own, and the first thing it sends (an array of objects) makes the serializer describe every
/// interface that an <see cref="int"/>, a <see cref="string"/> and a dictionary have, to see whether one of them says how its kin is
/// written: 74 descriptions, 62 KB. Nobody writes an <see cref="IComparable"/>, so here those have none: 48 KB less for each circuit, and
/// as much never allocated when it starts (tests/Load, P1).
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

        // What a number or a text can do, or a table of named values can be taken for; never what a value is declared as.
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
