using DelingIPraksis.Domain;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Pairing;

/// <summary>
/// Finds parties by name as people write it: in another case, with «kommune» after it, by another official name, with invisible
/// characters. Where two parties match, only the exact name counts.
/// </summary>
internal sealed class PairNames
{
    private readonly HashSet<string> _exact;
    private readonly Dictionary<string, string> _byKey;

    public PairNames(IEnumerable<string> parties)
    {
        All = [.. parties.Select(Clean)];
        _exact = [.. All];
        _byKey = All.Distinct().GroupBy(Key).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single());
    }

    /// <summary>The normalised names.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>The party that a name means; the name itself when there is none.</summary>
    public (string Name, bool Known) Find(string? written)
    {
        var name = Clean(written);
        return _exact.Contains(name) ? (name, true) : _byKey.TryGetValue(Key(name), out var party) ? (party, true) : (name, false);
    }

    private static string Clean(string? name) => new PlainText(name).OnOneLine.Value;

    // Two official names of one municipality are one. «Herøy» is two municipalities, so there the exact name counts.
    private static string Key(string name) =>
        MunicipalityRegister.Current.Named(name) is [var one] ? one.Number : MunicipalityRegister.Fold(name);
}
