namespace DelingIPraksis.Domain.Pairing;

/// <summary>Everything a pairing depends on, as one value: the same problem always has the same answer.</summary>
public sealed record PairingProblem
{
    /// <summary>Those who are to be paired, in any order.</summary>
    public required IReadOnlyList<PairingParty> Parties { get; init; }

    /// <summary>Who has sat together before, in any order.</summary>
    public IReadOnlyList<EarlierGathering> History { get; init; } = [];

    /// <summary>Pairs that must sit together (in a pair, or inside the trio).</summary>
    public IReadOnlyList<PartyPair> Pinned { get; init; } = [];

    /// <summary>Pairs that must never sit together.</summary>
    public IReadOnlyList<PartyPair> Forbidden { get; init; } = [];

    /// <summary>Who would like to meet whom; weighs less than not meeting again.</summary>
    public IReadOnlyList<PartyPair> Wishes { get; init; } = [];

    /// <summary>The host of the gathering, who should rather not have the longer work of a trio.</summary>
    public string? Host { get; init; }

    /// <summary>Decides between pairings that are otherwise equally good.</summary>
    public long Seed { get; init; }
}
