using System.Collections.Immutable;
using System.Reflection;

namespace DelingIPraksis.Domain.Tests.Gatherings;

/// <summary>Makes a value of any type of the domain with every member filled, the same each time.</summary>
internal static class Sample
{
    private static readonly Dictionary<Type, object> _values = new()
    {
        [typeof(bool)] = true,
        // 0 is also a place in a list of one, such as `Pair.Turn`.
        [typeof(int)] = 0,
        [typeof(long)] = 1L,
        [typeof(string)] = "x",
        [typeof(PlainText)] = (PlainText)"x",
        [typeof(Guid)] = new Guid("00000000-0000-0000-0000-000000000001"),
        [typeof(Uri)] = new Uri("https://x.example/"),
        [typeof(DateOnly)] = new DateOnly(2026, 11, 29),
        [typeof(TimeOnly)] = new TimeOnly(9, 0),
        [typeof(TimeSpan)] = TimeSpan.FromMinutes(1),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.Zero),
    };

    public static T Of<T>() => (T)Of(typeof(T));

    public static object Of(Type type)
    {
        if (_values.TryGetValue(type, out var value)) return value;
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Of(underlying);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsInterface) return One(type.GetGenericArguments()[0]);
        return type.Namespace == typeof(ImmutableList).Namespace ? Collection(type) : Record(type);
    }

    private static object Collection(Type type)
    {
        var arguments = type.GetGenericArguments();
        var one = One(arguments.Length == 1 ? arguments[0] : typeof(KeyValuePair<,>).MakeGenericType(arguments));
        var maker = type.Assembly.GetType(type.FullName!.Split('`')[0])!.GetMethods()
            .Single(method => method.Name == "CreateRange" && method.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }]);
        return maker.MakeGenericMethod(arguments).Invoke(null, [one])!;
    }

    private static Array One(Type element)
    {
        var one = Array.CreateInstance(element, 1);
        one.SetValue(Of(element), 0);
        return one;
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(there => there.GetParameters().Length)
            ?? throw new NotSupportedException($"No sample of {type}.");
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(there => there.SetMethod is { IsPublic: true }))
        {
            if (Array.Exists(parameters, parameter => parameter.Name == property.Name)) continue;
            property.SetValue(made, Of(property.PropertyType), BindingFlags.Default, null, null, null);
        }

        return made;
    }
}
