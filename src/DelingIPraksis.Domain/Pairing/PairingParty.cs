namespace DelingIPraksis.Domain.Pairing;

/// <summary>One municipality or county municipality (kommune, fylkeskommune) that is to be paired.</summary>
/// <param name="Key">What tells it apart, compared letter by letter; history, pins and prohibitions refer to it.</param>
/// <param name="Name">The name to show; never compared, since two municipalities may share one (Våler, Herøy).</param>
/// <param name="County">Its county (fylke), when two of the same should rather not meet.</param>
/// <param name="Size">Number of inhabitants, when unlike sizes should rather meet.</param>
/// <param name="Asks">In a few words, what it needs.</param>
/// <param name="Offers">In a few words, what it can share.</param>
public sealed record PairingParty(
    string Key, string Name, string? County = null, int? Size = null, string? Asks = null, string? Offers = null)
{
    /// <summary>A party whose key is its name.</summary>
    public static PairingParty Named(string name) => new(name, name);
}
