using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Storage;

/// <summary>The stable names of the changes, read from the one place where they are given.</summary>
internal static class Verbs
{
    private static readonly FrozenDictionary<Type, string> _names = typeof(Change)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(named => named.DerivedType, named => (string)named.TypeDiscriminator!);

    public static string NameOf(Change change) => NameOf(change.GetType());

    public static string NameOf(Type change) => _names[change];
}
