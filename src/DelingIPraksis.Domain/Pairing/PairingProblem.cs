namespace DelingIPraksis.Domain.Pairing;

/// <summary>Everything that a pairing depends on, as one value: the same problem always has the same result.</summary>
public sealed record PairingProblem
{
    /// <summary>The parties to pair, in any order.</summary>
    public required IReadOnlyList<PairingParty> Parties { get; init; }

    /// <summary>Who has been grouped before, in any order.</summary>
    public IReadOnlyList<EarlierGathering> History { get; init; } = [];

    /// <summary>Pairs that must be in one group (a pair, or the trio).</summary>
    public IReadOnlyList<PartyPair> Pinned { get; init; } = [];

    /// <summary>Pairs that must never be in one group.</summary>
    public IReadOnlyList<PartyPair> Forbidden { get; init; } = [];

    /// <summary>Who would like to meet whom. It counts less than not meeting again.</summary>
    public IReadOnlyList<PartyPair> Wishes { get; init; } = [];

    /// <summary>
    /// Pairs that have answered that they were the right partners when they met. It counts less than all else but the lot.
    /// </summary>
    public IReadOnlyList<PartyPair> RightPartners { get; init; } = [];

    /// <summary>Pairs that have answered that they were not. One that is in both lists counts as neither.</summary>
    public IReadOnlyList<PartyPair> WrongPartners { get; init; } = [];

    /// <summary>The host of the gathering, who should preferably not have the longer work of a trio.</summary>
    public string? Host { get; init; }

    /// <summary>Breaks ties between equally good pairings.</summary>
    public long Seed { get; init; }
}
