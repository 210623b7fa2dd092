using Lucene.Net.Analysis.No;

namespace DelingIPraksis.Web.Norwegian;

/// <summary>One stem for a Norwegian word in any of its forms, in bokmål and nynorsk alike.</summary>
/// <remarks>
/// Lucene's light stemmer (after Savoy) takes the endings of both written forms. It is uneven when used once («mulighetene» is left as
/// «mulighet», which becomes «mulig»), so it is used until nothing more comes off. What the two forms spell differently at the beginning
/// of a word is joined first, by <see cref="Joined"/>.
/// </remarks>
public static class NorwegianStems
{
    // Beginnings of words in nynorsk, or in the freer forms, and the bokmål they are joined with. The longest that fits is used.
    private static readonly (string From, string To)[] Beginnings =
    [
        .. new (string, string)[]
        {
            ("arbeidsgjevar", "arbeidsgiver"), ("berekraft", "bærekraft"), ("born", "barn"), ("brukar", "bruker"), ("bustad", "bolig"),
            ("byggje", "bygge"), ("byggjar", "bygger"), ("dugleik", "dyktig"), ("eigar", "eier"), ("einsam", "ensom"),
            ("einsemd", "ensom"), ("einskild", "enkelt"), ("fleir", "fler"), ("framtid", "fremtid"), ("føresett", "foreldre"),
            ("heim", "hjem"), ("innbyggjar", "innbygger"), ("kjelde", "kilde"), ("korleis", "hvordan"), ("leiar", "leder"),
            ("leiing", "ledelse"), ("lærar", "lærer"), ("løysing", "løsning"), ("løys", "løs"), ("løyve", "tillatelse"), ("medverk", "medvirk"),
            ("medviten", "bevisst"), ("mjølk", "melk"), ("mogleg", "mulig"), ("offentleg", "offentlig"), ("open", "åpen"),
            ("opne", "åpne"), ("rettlei", "veiled"), ("røynsle", "erfaring"), ("saman", "sammen"), ("sjuk", "syk"), ("sjølv", "selv"),
            ("skular", "skoler"), ("skule", "skole"), ("teneste", "tjeneste"), ("tilhøve", "forhold"), ("tilsett", "ansatt"), ("tryggleik", "trygghet"),
            ("utslepp", "utslipp"), ("utval", "utvalg"), ("vatn", "vann"), ("vedlikehald", "vedlikehold"), ("veg", "vei"),
            ("verksemd", "virksomhet"), ("verkty", "verktøy"), ("økonomisk", "økonomi"),
        }.OrderByDescending(pair => pair.Item1.Length),
    ];

    private static readonly NorwegianLightStemmer Bokmal = new(NorwegianStandard.BOKMAAL);
    private static readonly NorwegianLightStemmer Nynorsk = new(NorwegianStandard.NYNORSK);

    /// <summary>The stem of a lower-case word. Never empty for a word that is not.</summary>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        // Bokmål's endings first: nynorsk's would leave «muligh» of «mulighet».
        return Stable(Nynorsk, Stable(Bokmal, Joined(word)));
    }

    private static string Stable(NorwegianLightStemmer stemmer, string word)
    {
        while (true)
        {
            var letters = word.ToCharArray();
            var shorter = new string(letters, 0, stemmer.Stem(letters, letters.Length));
            if (shorter == word) return word;
            word = shorter;
        }
    }

    private static string Joined(string word)
    {
        var found = Array.Find(Beginnings, pair => word.StartsWith(pair.From, StringComparison.Ordinal));
        var joined = found.From is null ? word : found.To + word[found.From.Length..];
        // «-heit» in all its forms is «-het».
        return joined.LastIndexOf("heit", StringComparison.Ordinal) is > 1 and var at ? joined[..at] + "het" + joined[(at + 4)..] : joined;
    }
}
