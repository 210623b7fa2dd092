using System.Collections.ObjectModel;

namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Who was grouped at an earlier gathering (samling), or in an earlier round of the same one. Parties that have left the network may be in
/// it; they are ignored.
/// </summary>
/// <param name="Date">The day. All rounds on the newest day count as "last time".</param>
/// <param name="Groups">The groups, each in turn order: the first named presented first.</param>
/// <param name="Theme">The topic, for the displayed reason.</param>
public sealed record EarlierGathering(DateOnly Date, IReadOnlyList<IReadOnlyList<string>> Groups, string? Theme = null)
{
    /// <summary>Pairs of it that have answered that they were the right partners, by key.</summary>
    public IReadOnlyList<PartyPair> RightPartners { get; init; } = [];

    /// <summary>Pairs of it that have answered that they were not, by key.</summary>
    public IReadOnlyList<PartyPair> WrongPartners { get; init; } = [];

    /// <summary>What parties were called then, by key, when that is another name than today's: Eid, for Stad.</summary>
    public IReadOnlyDictionary<string, string> CalledThen { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
