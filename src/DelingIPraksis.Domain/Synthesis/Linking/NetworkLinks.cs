using System.Collections.Immutable;
using DelingIPraksis.Domain.Synthesis.Themes;

namespace DelingIPraksis.Domain.Synthesis.Linking;

/// <summary>A text of a party: what it asks for or struggles with, or what it can share or sees a way in.</summary>
/// <param name="Party">The party, by a key that is the same at every gathering. Compared by ordinal.</param>
/// <param name="Text">What it wrote.</param>
public sealed record LinkText(string Party, PlainText Text);

/// <summary>Two texts of different parties that seem to be about the same: somebody seeks, and somebody else has.</summary>
/// <param name="Seeks">The text that seeks, by index.</param>
/// <param name="Offers">The text that offers, by index.</param>
/// <param name="Strength">How strongly they belong together, 0 to 1.</param>
/// <param name="Theme">The theme that both are about, by its key in the lexicon, or null.</param>
public sealed record NetworkLink(int Seeks, int Offers, double Strength, string? Theme);

/// <summary>
/// Finds who could help whom in a network, over all its pairs and gatherings. A suggestion is for people to judge: the figures of how many
/// they would keep are in <c>docs/themes.md</c>.
/// </summary>
/// <remarks>
/// Two texts are compared in two ways: by the concepts that they share, which tell that they are about the same thing, and by the themes of
/// the lexicon, which find what is said in other words. A concept that many parties use tells little and counts less.
/// </remarks>
public static class NetworkLinks
{
    /// <summary>How many offers are suggested for one text that seeks, at most.</summary>
    public const int MostForOne = 3;

    private const double Enough = 0.33;
    private const double OfThemes = 0.35;

    /// <summary>The links between texts of different parties, the strongest first.</summary>
    /// <param name="seeking">Texts that ask, or name a barrier.</param>
    /// <param name="offering">Texts that offer, or name an opportunity.</param>
    /// <param name="lexicon">The themes and their words.</param>
    public static ImmutableList<NetworkLink> Find(
        IReadOnlyList<LinkText> seeking, IReadOnlyList<LinkText> offering, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(seeking);
        ArgumentNullException.ThrowIfNull(offering);
        ArgumentNullException.ThrowIfNull(lexicon);
        var (concepts, themes) = (new ConceptReader(lexicon.Vocabulary), new NoteReader(lexicon.Vocabulary));
        var seeks = Read(seeking);
        var offers = Read(offering);
        var used = seeks.Concat(offers)
            .SelectMany(text => text.Concepts.Keys.Select(concept => (concept, text.Party)))
            .Distinct()
            .CountBy(use => use.concept, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return
        [
            .. seeks.Index()
                .SelectMany(seek => offers.Index()
                    .Where(offer => offer.Item.Party != seek.Item.Party)
                    .Select(offer => Compare(seek, offer, used))
                    .OfType<Candidate>()
                    .OrderByDescending(link => link.Strength).ThenBy(link => link.Offers)
                    .Take(MostForOne))
                .OrderByDescending(link => link.Strength).ThenBy(link => link.Seeks).ThenBy(link => link.Offers)
                .Select(link =>
                    new NetworkLink(link.Seeks, link.Offers, link.Strength, link.Theme is { } at ? lexicon.Themes[at].Key : null)),
        ];

        List<Reading> Read(IReadOnlyList<LinkText> texts) => [.. texts.Select(text =>
            new Reading(text.Party, concepts.Read(text.Text).Weights, ThemesOf(themes.Read(text.Text))))];
    }

    private static Candidate? Compare((int Index, Reading Item) seek, (int Index, Reading Item) offer, Dictionary<string, int> used)
    {
        var (one, other) = (seek.Item, offer.Item);
        var least = Math.Min(one.Total, other.Total);
        if (least == 0) return null;
        var shared = one.Concepts.Where(concept => other.Concepts.ContainsKey(concept.Key))
            .Sum(concept => concept.Value / Math.Sqrt(Math.Max(1, used[concept.Key] - 1)));
        var theme = one.Themes.Keys.Where(other.Themes.ContainsKey)
            .OrderByDescending(key => one.Themes[key] * other.Themes[key]).ThenBy(key => key).Select(key => (int?)key).FirstOrDefault();
        var strength = ((1 - OfThemes) * Math.Min(1, shared / Math.Max(2, least))) + (OfThemes * Cosine(one.Themes, other.Themes));
        return strength < Enough ? null : new Candidate(seek.Index, offer.Index, Math.Round(strength, 6), theme);
    }

    private static Dictionary<int, double> ThemesOf(NoteReading reading) => reading.Hits
        .SelectMany(hit => hit.ThemeWeights.Tells)
        .GroupBy(tell => tell.Theme)
        .ToDictionary(theme => theme.Key, theme => theme.Max(tell => tell.Weight));

    private static double Cosine(Dictionary<int, double> one, Dictionary<int, double> other)
    {
        var common = one.Where(theme => other.ContainsKey(theme.Key)).Sum(theme => theme.Value * other[theme.Key]);
        return common == 0 ? 0 : common / Math.Sqrt(Squares(one) * Squares(other));

        static double Squares(Dictionary<int, double> themes) => themes.Values.Sum(weight => weight * weight);
    }

    private sealed record Candidate(int Seeks, int Offers, double Strength, int? Theme);

    private sealed record Reading(string Party, IReadOnlyDictionary<string, double> Concepts, Dictionary<int, double> Themes)
    {
        public double Total { get; } = Concepts.Values.Sum();
    }
}
