namespace DelingIPraksis.Domain.Pairing;

/// <summary>A municipality or county municipality (kommune, fylkeskommune) to pair.</summary>
/// <param name="Key">Identifies the party; compared by ordinal. History, pins and prohibitions refer to it.</param>
/// <param name="Name">The displayed name. Never compared, since two municipalities may have the same name (Våler, Herøy).</param>
/// <param name="County">Its county (fylke), when two of the same county should preferably not meet.</param>
/// <param name="Size">The number of inhabitants, when different sizes should preferably meet.</param>
/// <param name="Asks">What it needs, in a few words.</param>
/// <param name="Offers">What it can share, in a few words.</param>
public sealed record PairingParty(
    string Key, string Name, string? County = null, int? Size = null, string? Asks = null, string? Offers = null)
{
    /// <summary>A party whose key is its name.</summary>
    public static PairingParty Named(string name) => new(name, name);
}
