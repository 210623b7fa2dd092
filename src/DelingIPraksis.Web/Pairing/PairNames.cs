using DelingIPraksis.Domain;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Pairing;

/// <summary>
/// The names of those taking part, found as people write them: in another case, with «kommune» after, by another official name, with marks
/// that
/// are not seen. Where two would be meant, only the very same name is.
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

    /// <summary>The names, in the one form that names have everywhere here.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Whom a name means; the name itself when it is nobody here.</summary>
    public (string Name, bool Known) Find(string? written)
    {
        var name = Clean(written);
        return _exact.Contains(name) ? (name, true) : _byKey.TryGetValue(Key(name), out var party) ? (party, true) : (name, false);
    }

    private static string Clean(string? name) => new PlainText(name).OnOneLine.Value;

    // Two official names of one municipality are one; «Herøy» is two, and is told apart by its letters only.
    private static string Key(string name) =>
        MunicipalityRegister.Current.Named(name) is [var one] ? one.Number : MunicipalityRegister.Fold(name);
}
