using System.Collections.Immutable;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>Notes that say the same thing.</summary>
/// <param name="Notes">Which notes, by index, the first written first; always two or more.</param>
public sealed record NearDuplicateGroup(ImmutableList<int> Notes);

/// <summary>
/// Finds notes that say the same thing: in other forms, in the other written language, with a misspelling, as a compound or as separate
/// words, or with a synonym. Each note is compared with the first note of each group, so later notes never split a group.
/// </summary>
public static class NearDuplicates
{
    /// <summary>How similar two notes must be.</summary>
    private const double Near = 0.62;

    /// <summary>
    /// The maximum number of groups that are compared, the latest first. It makes the work grow linearly with the notes, whatever they
    /// contain.
    /// </summary>
    private const int MostLookedAt = 100;

    /// <summary>Groups of notes that say the same, in the order of their first notes.</summary>
    public static ImmutableList<NearDuplicateGroup> Find(IReadOnlyList<PlainText> notes, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(notes);
        ArgumentNullException.ThrowIfNull(lexicon);
        var reader = new ConceptReader(lexicon.Vocabulary);
        var concepts = notes.Select(note => reader.Read(note)).ToList();
        var frequency = concepts
            .SelectMany(said => said.Weights.Keys)
            .CountBy(concept => concept, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var groups = new List<List<int>>();
        var beginnings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < notes.Count; index++)
        {
            var said = concepts[index];
            var telling = said.Distinctive(Near, frequency);
            var nearest = telling
                .SelectMany(concept => beginnings.GetValueOrDefault(concept)?.TakeLast(MostLookedAt) ?? [])
                .Distinct()
                .Select(group => (Group: group, Alike: said.SimilarityTo(concepts[groups[group][0]])))
                .Where(candidate => candidate.Alike >= Near)
                .OrderByDescending(candidate => candidate.Alike).ThenBy(candidate => candidate.Group)
                .FirstOrDefault((Group: -1, Alike: 0));
            if (nearest.Group >= 0)
            {
                groups[nearest.Group].Add(index);
                continue;
            }

            foreach (var concept in telling)
            {
                if (!beginnings.TryGetValue(concept, out var begun)) beginnings[concept] = begun = [];
                begun.Add(groups.Count);
            }

            groups.Add([index]);
        }

        return [.. groups.Where(group => group.Count > 1).Select(group => new NearDuplicateGroup([.. group]))];
    }
}
