using System.Buffers.Binary;
using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// What one press on undo reverses: one change, several changes that were submitted together (such as a pasted list), or the successive
/// saves of one field.
/// </summary>
/// <param name="Entries">The entries, the oldest first.</param>
public sealed record Step(ImmutableList<Entry> Entries)
{
    // When a person returns to a field after this time, a new step begins.
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(10);

    /// <summary>The newest change of the step.</summary>
    public Change Change => Entries[^1].Change;

    /// <summary>
    /// The id of a change that is submitted together with others, derived from the id of the first. The log thus shows which changes belong
    /// together. Hazard: logs contain these ids, so the source must stay the same bytes.
    /// </summary>
    /// <param name="first">The id of the first change.</param>
    /// <param name="index">The number of the change after the first, from 1.</param>
    public static Guid IdOf(Guid first, int index)
    {
        Span<byte> source = stackalloc byte[24];
        first.TryWriteBytes(source);
        BinaryPrimitives.WriteInt32LittleEndian(source[16..], index);
        "step"u8.CopyTo(source[20..]);
        return DerivedId.Of(source);
    }

    /// <summary>The newest step in a list of entries; null when the list is empty.</summary>
    /// <param name="newestFirst">What one person has done on one screen and not undone.</param>
    public static Step? Newest(IReadOnlyList<Entry> newestFirst)
    {
        if (newestFirst.Count == 0) return null;
        var last = newestFirst[0];
        if (Together(newestFirst) is > 1 and var together) return new(Oldest(together));
        var field = FieldOf(last.Change);
        var letters = 1;
        while (field is not null && letters < newestFirst.Count && FieldOf(newestFirst[letters].Change) == field
            && newestFirst[letters - 1].At - newestFirst[letters].At < _pause) letters++;
        return new(Oldest(letters));

        ImmutableList<Entry> Oldest(int count) => [.. newestFirst.Take(count).Reverse()];
    }

    /// <summary>Counts how many of the newest entries were submitted together.</summary>
    private static int Together(IReadOnlyList<Entry> newestFirst)
    {
        for (var first = 1; first < newestFirst.Count; first++)
        {
            if (newestFirst[first - 1].ChangeId == IdOf(newestFirst[first].ChangeId, 1))
            {
                return Enumerable.Range(1, first).All(index =>
                    newestFirst[first - index].ChangeId == IdOf(newestFirst[first].ChangeId, index)) ? first + 1 : 1;
            }
        }

        return 1;
    }

    /// <summary>The field that a change was saved from; null when no field saves this change automatically.</summary>
    private static string? FieldOf(Change change) => change switch
    {
        GatheringDescribed { Read: { } read } c => Named("", read, c.Facts),
        BlockDescribed { HasWorkshop: null } c => $"{c.Block} {c.Title is null}",
        TalkPut { Read: { } read } c => Named($"{c.Talk.Id}", read, c.Talk),
        WelcomeDescribed { Read: { } read } c => Named("welcome", read, c.Welcome),
        WorkshopPlanned { Read: { } read } c when read.Plan.SequenceEqual(c.Plan) => "theme",
        WorkshopPlanned { Read: { } read } c when PhaseKey.SameOrder(read.Plan, c.Plan)
            && read.Plan.Zip(c.Plan).ToList().FindIndex(phase => phase.First != phase.Second) is >= 0 and var place =>
            Named($"{PhaseKey.Of(c.Plan, place)}", read.Plan[place], c.Plan[place]),
        _ => null,
    };

    private static string Named<T>(string where, T before, T after)
        where T : class => $"{where} {string.Join(' ', RecordParts.Changed(before, after))}";
}
