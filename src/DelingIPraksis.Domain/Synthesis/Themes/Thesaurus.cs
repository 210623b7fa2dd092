using System.Collections.Frozen;
using System.Collections.Immutable;
using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>
/// Words with nearly the same meaning, from a thesaurus on the machine. It belongs to others and is no part of the product: without it,
/// words that the lexicon lacks tell nothing.
/// </summary>
public sealed class Thesaurus
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> _near;

    private Thesaurus(FrozenDictionary<string, ImmutableArray<string>> near) => _near = near;

    /// <summary>No words.</summary>
    public static Thesaurus Empty { get; } = new(FrozenDictionary<string, ImmutableArray<string>>.Empty);

    /// <summary>How many words it has, by stem.</summary>
    public int Count => _near.Count;

    /// <summary>Reads files in the format of MyThes 2: an entry is a line <c>word|n</c>, then n lines <c>kind|word|word</c>.</summary>
    /// <param name="files">The lines of each file after the one that names its encoding.</param>
    public static Thesaurus Read(params IEnumerable<IEnumerable<string>> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var near = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            HashSet<string>? entry = null;
            var left = 0;
            foreach (var line in file)
            {
                var fields = line.Split('|');
                if (left > 0)
                {
                    entry!.UnionWith(fields.Skip(1).Select(word => word.Trim().ToLowerInvariant()).Where(IsWord));
                    left--;
                    continue;
                }

                if (fields.Length < 2 || !int.TryParse(fields[1], out left)) continue;
                var key = NorwegianStemmer.Stem(fields[0].Trim().ToLowerInvariant());
                if (!near.TryGetValue(key, out entry)) near[key] = entry = new(StringComparer.Ordinal);
            }
        }

        return new(near
            .Where(word => word.Value.Count > 0)
            .ToFrozenDictionary(
                word => word.Key,
                word => word.Value.Order(StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal
            ));
    }

    /// <summary>The words near a stem.</summary>
    internal ImmutableArray<string> Near(string stem) => _near.GetValueOrDefault(stem, []);

    private static bool IsWord(string text) => text.Length > 2 && text.All(char.IsLetter);
}
