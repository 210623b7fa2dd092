using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>The parts of a value, by their names in its stored form: which of them changed, and how to change them back.</summary>
public static class RecordParts
{
    /// <summary>The parts in which two values differ.</summary>
    public static ImmutableList<string> Changed<T>(T before, T after)
        where T : class
    {
        var (was, became) = (Read(before), Read(after));
        return [.. became.Select(part => part.Key).Where(name => !JsonNode.DeepEquals(was[name], became[name]))];
    }

    /// <summary>
    /// Gives the current value with the changed parts set back to what they were. A part that has been changed again since then stays. Null
    /// when no part is left to set back.
    /// </summary>
    /// <param name="before">The value before the change.</param>
    /// <param name="after">The value after it.</param>
    /// <param name="now">The current value.</param>
    internal static T? PutBack<T>(T before, T after, T now)
        where T : class
    {
        var changed = Changed(before, after);
        var back = changed.RemoveAll(Changed(after, now).Contains);
        if (back.IsEmpty) return changed.IsEmpty ? now : null;
        var (was, value) = (Read(before), Read(now));
        foreach (var name in back) value[name] = was[name]?.DeepClone();
        return value.Deserialize<T>(GatheringJson.Options);
    }

    private static JsonObject Read<T>(T value) => JsonSerializer.SerializeToNode(value, GatheringJson.Options)!.AsObject();
}
