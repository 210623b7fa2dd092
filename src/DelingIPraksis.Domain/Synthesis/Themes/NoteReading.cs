using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>A word or phrase in a note that indicates themes.</summary>
/// <param name="Written">The word or words as they were written.</param>
/// <param name="Place">The index of its first word in the note.</param>
/// <param name="ThemeWeights">The themes that it indicates.</param>
internal readonly record struct Hit(string Written, int Place, ThemeWeights ThemeWeights);

/// <summary>The result of reading a note with the lexicon.</summary>
/// <param name="Hits">The words and phrases that indicate themes, in order.</param>
/// <param name="Unknown">The words that are not in the lexicon, by stem. New themes are found from them.</param>
internal sealed record NoteReading(IReadOnlyList<Hit> Hits, IReadOnlyList<(string Stem, string Written)> Unknown);

/// <summary>Reads notes with a lexicon. Caches the words it has read; use one instance for one run.</summary>
internal sealed class NoteReader(Vocabulary vocabulary)
{
    // The last part of a compound says what it is, the rest what it is about: «klimabudsjett» is a budget.
    private const double AsHead = 0.85;
    private const double AsModifier = 0.65;
    private const double Misspelt = 0.75;

    private readonly Dictionary<string, Reading> _met = new(StringComparer.Ordinal);

    public NoteReading Read(PlainText note)
    {
        var words = WordTokenizer.Tokenize(note.Value);
        if (EnglishNotes.IsEnglish(words, word => vocabulary.Find(word) is not null))
            return new NoteReading([.. EnglishNotes.Read(words, vocabulary.Themes)], []);
        var stems = words.ConvertAll(word => NorwegianStemmer.Stem(word.Lower));
        var hits = new List<Hit>();
        var unknown = new List<(string, string)>();
        for (var place = 0; place < words.Count;)
        {
            if (FindPhrase(words, stems, place) is { } found)
            {
                hits.Add(
                    new Hit(
                        string.Join(' ', words.Skip(place).Take(found.Words).Select(word => word.Written)),
                        place,
                        found.Phrase.ThemeWeights
                    )
                );
                place += found.Words;
                continue;
            }

            var reading = ReadWord(words[place].Lower, stems[place]);
            hits.AddRange(reading.Senses.Select(sense => new Hit(words[place].Written, place, sense)));
            if (!reading.IsKnown) unknown.Add((stems[place], words[place].Written));
            place++;
        }

        return new NoteReading([.. hits.Where(hit => hit.ThemeWeights.Tells.Count > 0)], unknown);
    }

    private (Phrase Phrase, int Words)? FindPhrase(List<WordToken> words, List<string> stems, int place)
    {
        foreach (var phrase in vocabulary.BeginningWith(stems[place]))
        {
            var at = place;
            for (var part = 1; part < phrase.Stems.Length && at >= 0; part++) at = Next(phrase, part, at);
            if (at >= 0) return (phrase, at - place + 1);
        }

        return null;

        // One word without a theme may stand between: «ikke har nok folk». A phrase without a theme must match exactly.
        int Next(Phrase phrase, int part, int after)
        {
            var next = after + 1;
            if (!Continues(next)) return -1;
            if (stems[next] == phrase.Stems[part]) return next;
            var mayStandBetween =
                phrase.ThemeWeights.Tells.Count > 0 && vocabulary.Find(words[next].Lower, stems[next]) is { Tells.Count: 0 };
            return mayStandBetween && Continues(next + 1) && stems[next + 1] == phrase.Stems[part] ? next + 1 : -1;
        }

        bool Continues(int next) => next < stems.Count && !words[next].AfterStop;
    }

    private Reading ReadWord(string word, string stem)
    {
        if (_met.TryGetValue(word, out var met)) return met;
        return _met[word] = Look(word, stem);
    }

    private Reading Look(string word, string stem)
    {
        if (vocabulary.Find(word, stem) is { } whole) return new Reading([whole], IsKnown: true);
        if (Compounds.Split(word, vocabulary.FindPart) is { Count: > 0 } parts)
        {
            var senses = parts
                .Select((part, index) => part.ThemeWeights?.Times(index == parts.Count - 1 ? AsHead : AsModifier))
                .OfType<ThemeWeights>();
            return new Reading([.. senses.Where(sense => sense.Tells.Count > 0)], parts.All(part => part.ThemeWeights is not null));
        }

        if (vocabulary.Misspellings.Correct(stem) is { } meant)
            return new Reading([vocabulary.FindStem(meant).Times(Misspelt)], IsKnown: true);
        return vocabulary.FindNear(stem) is { } near ? new Reading([near], IsKnown: true) : new Reading([], IsKnown: false);
    }

    private sealed record Reading(IReadOnlyList<ThemeWeights> Senses, bool IsKnown);
}
