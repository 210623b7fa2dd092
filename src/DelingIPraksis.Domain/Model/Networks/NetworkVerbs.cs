using System.Collections.Frozen;
using System.Reflection;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Networks;

/// <summary>All changes of a network with their names in the log, read from the records of <see cref="NetworkChange"/>.</summary>
public static class NetworkVerbs
{
    private static readonly FrozenDictionary<Type, string> _names = typeof(NetworkChange).GetNestedTypes()
        .Where(type => type.IsSubclassOf(typeof(NetworkChange)))
        .ToFrozenDictionary(type => type, type => type.GetCustomAttribute<LogNameAttribute>()?.Name
            ?? throw new InvalidOperationException($"{type.Name} has no {nameof(LogNameAttribute)}."));

    private static readonly FrozenSet<string> _known = _names.Values.ToFrozenSet();

    /// <summary>The records of all changes.</summary>
    public static IReadOnlyCollection<Type> All => _names.Keys;

    /// <summary>The name of a change in the log.</summary>
    public static string NameOf(NetworkChange change) => NameOf(change.GetType());

    /// <summary>The name of a change in the log, by its record.</summary>
    public static string NameOf(Type change) => _names[change];

    /// <summary>Whether this version of the product has a change with this name.</summary>
    public static bool IsKnown(string name) => _known.Contains(name);

    /// <summary>Whether a change can be undone from the log.</summary>
    public static bool IsUndoable(NetworkChange change) => change.GetType().GetCustomAttribute<NotUndoableAttribute>() is null;
}
