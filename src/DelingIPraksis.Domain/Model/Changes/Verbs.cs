using System.Collections.Frozen;
using System.Reflection;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>All changes with their names in the log, read from the records of <see cref="Change"/>.</summary>
public static class Verbs
{
    private static readonly FrozenDictionary<Type, string> _names = typeof(Change).GetNestedTypes()
        .Where(type => type.IsSubclassOf(typeof(Change)))
        .ToFrozenDictionary(type => type, type => type.GetCustomAttribute<LogNameAttribute>()?.Name
            ?? throw new InvalidOperationException($"{type.Name} has no {nameof(LogNameAttribute)}."));

    private static readonly FrozenSet<string> _known = _names.Values.ToFrozenSet();

    /// <summary>The records of all changes.</summary>
    public static IReadOnlyCollection<Type> All => _names.Keys;

    /// <summary>The name of a change in the log.</summary>
    public static string NameOf(Change change) => NameOf(change.GetType());

    /// <summary>The name of a change in the log, by its record.</summary>
    public static string NameOf(Type change) => _names[change];

    /// <summary>The names of all changes with a marker, such as <see cref="IOfConsole"/>.</summary>
    /// <typeparam name="TMarker">The marker.</typeparam>
    public static IEnumerable<string> With<TMarker>() =>
        _names.Where(named => named.Key.IsAssignableTo(typeof(TMarker))).Select(named => named.Value);

    /// <summary>The names of the changes that a screen undoes.</summary>
    /// <typeparam name="TScreen">The marker of the screen, such as <see cref="IOfDesk"/>.</typeparam>
    public static IEnumerable<string> UndoneOn<TScreen>() => With<TScreen>().Intersect(With<IUndoable>());

    /// <summary>Whether this version of the product has a change with this name.</summary>
    public static bool IsKnown(string name) => _known.Contains(name);
}
