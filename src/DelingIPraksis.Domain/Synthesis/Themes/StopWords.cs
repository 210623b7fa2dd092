using System.Collections.Frozen;

namespace DelingIPraksis.Domain.Synthesis.Themes;

/// <summary>Stop words: words without a meaning of their own, in bokmål, nynorsk and spoken language.</summary>
internal static class StopWords
{
    /// <summary>All of them, in lower case.</summary>
    public static FrozenSet<string> All { get; } = """
            å alle alt altså am an andre at att av ble blei blir bli blitt både da de deg dei deim dem den denne der dere deres desse det
            dette di din disse dit ditt du dykk då eg ein eit eitt ej eller en enn er et ett etter for fordi fra frå før få får fått
            gjennom gjer gjør gjøre gjere ha hadde han har hans hatt henne her hit ho hun hva hvis hvor hvordan hvorfor hver i inn ja jeg
            jo kan kva kvar kvifor korleis kor kunne kvar man me med meg mellom men mens mi min mitt mot mye mykje må måtte nå når no
            noe noko noen nokre nokon nei og også oss over på sa sammen saman se seg selv sjølv si siden sidan sin sine sitt sjå ska
            skal skulle slik som so så sånn til um under uten utan ut var ved vel vert vi vil ville vår våre vårt vært vore være vere
            the of and to in
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a lower-case word is one of them.</summary>
    public static bool Contains(string word) => word.Length < 2 || All.Contains(word);
}
