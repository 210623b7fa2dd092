using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>
/// Whether both voices are heard: a measure of how much each has contributed. It is meant for a friendly hint and for nothing else, so it
/// is
/// slow to speak: little is never uneven, and one who has written a third of what the other has is left in peace.
/// </summary>
public static class Evenness
{
    /// <summary>From how many notes of the one it is worth asking the other.</summary>
    public const int Notes = 4;

    /// <summary>From how many letters of the one it is worth asking the other: some sentences.</summary>
    public const int Letters = 300;

    private const int Times = 3;

    /// <summary>
    /// Who has contributed far less than the one who has contributed most: less than a third, and the least of all. Null when it is even
    /// enough.
    /// </summary>
    /// <param name="amounts">How much each has contributed; one that is missing has contributed nothing.</param>
    /// <param name="members">Who takes part; of two who are equally quiet the first.</param>
    /// <param name="enough">How much the one has to have contributed before anything is said.</param>
    public static Id<Party>? Quieter(IReadOnlyDictionary<Id<Party>, int> amounts, ImmutableList<Id<Party>> members, int enough)
    {
        if (members.IsEmpty) return null;
        var most = members.Max(AmountOf);
        var least = members.MinBy(AmountOf);
        return most >= enough && (long)AmountOf(least) * Times < most ? least : null;

        int AmountOf(Id<Party> member) => amounts.GetValueOrDefault(member);
    }
}
