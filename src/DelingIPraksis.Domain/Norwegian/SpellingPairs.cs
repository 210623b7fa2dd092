using System.Collections.Frozen;

namespace DelingIPraksis.Domain.Norwegian;

/// <summary>Beginnings of words that nynorsk and the less common forms spell differently from bokmål.</summary>
internal static class SpellingPairs
{
    // The longest matching beginning is used. A word that only looks like another has a pair of its own, so «vegg» is not read as
    // «veg».
    private static readonly FrozenDictionary<string, string> Beginnings = """
        anbod anbud, anskaffing anskaffels, arbeidsgjevar arbeidsgiver, arbeidstakar arbeidstaker, attbruk gjenbruk, attvinn gjenvinn,
        auk øk, avgjerd avgjørels, avlaup avløp, berekraft bærekraft, berre bare, bibliotekar bibliotek, born barn, brukar bruker,
        bustad bolig, byggje bygge, byggjar bygger, dagleg daglig, difor derfor, djup dyp, djupn djupn, dugleik dyktighet, eigar eier,
        eige eie, eigedom eiendom, eigen egen, einsam ensom, einsemd ensomhet, einskild enkelt, fleir fler, frammøt fremmøt,
        framtid fremtid, framover fremover, framdrift fremdrift, framandspråk fremmedspråk, framlegg forslag, frå fra, fyrst først,
        førebygg forebygg, førebu forbered, føremål formål, føreseieleg forutsigbar, føresett foreldre, gard gård,
        garderob garderob, gardin gardin, gangveg gangvei, gjenbruk gjenbruk, gjere gjøre, gjev gir, heil hel, heim hjem,
        helsesøster helsesykepleier, helsestasjon helsestasjon, høg høy, ikkje ikke, innbyggjar innbygger, innkjøpar innkjøper,
        jamn jevn, jamleg jevnlig, jamstilling likestilling, kjelde kilde, kjensle følelse, korleis hvordan, kva hva, kval kval, kvar hver,
        kvardag hverdag, kvart kvart, kvarter kvarter, kven hvem, kvifor hvorfor, kyrkj kirke, køyr kjør, leiar leder, leiing ledelse,
        lågutslepp lavutslipp, lågare lavere, lærar lærer, løys løs, løysing løsning, løyve tillatelse, medan mens,
        medverk medvirk, medvit bevissthet, medviten bevisst, meir mer, meistr mestr, mjølk melk, mogleg mulig, moglegheit mulighet,
        mykje mye, naudsyn nødvendig, nokon noen, noko noe, næringsdrivand næringsdrivende, offentleg offentlig, omsut omsorg,
        open åpen, opne åpne, personleg personlig, reiskap verktøy, reins rens, rettlei veiled, rettleiing veiledning, røynsle erfaring,
        røyr rør, røyst stemme, sakshandsam saksbehandl, samanheng sammenheng, saman sammen, samd enig, sein sen, sjuk syk,
        sjukeheim sykehjem, sjukehus sykehus, sjølv selv, skul skol, skule skole, skulder skulder, skuld skyld, skular skoler,
        skulptur skulptur, sykkelveg sykkelvei, teneste tjeneste, tidleg tidlig, tilhøve forhold, tilsett ansatt, tilsetj ansett,
        tryggleik trygghet, undervis undervis, ureining forurensning, ureinsing forurensning, forureining forurensning, utslepp utslipp,
        utval utvalg, vanskeleg vanskelig, vass vann, vassdrag vassdrag, vatn vann, vedlikehald vedlikehold, veg vei, vegan vegan,
        vegetar vegetar, vegetasjon vegetasjon, vegg vegg, verdskap vertskap, verkemiddel virkemiddel, verkemidl virkemidl,
        verksemd virksomhet, verkty verktøy, verty verktøy, yrkesliv arbeidsliv, årleg årlig, økonomisk økonomi
        """
        .Split(',', StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split(' '))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly string[] Doctors =
    [
        "fastleg", "kommuneleg", "kommuneoverleg", "overleg", "tannleg", "sykehusleg", "bedriftsleg", "barneleg", "vaktleg", "avtaleleg",
        "distriktsleg", "turnusleg",
    ];

    private static readonly int Longest = Beginnings.Keys.Max(from => from.Length);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Beginnings.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>The word in the spelling of bokmål, at least up to its ending.</summary>
    public static string Joined(string word)
    {
        for (var length = Math.Min(Longest, word.Length); length >= 2; length--)
        {
            if (!BySpan.TryGetValue(word.AsSpan(0, length), out var bokmal)) continue;
            word = bokmal + word[length..];
            break;
        }

        // «-leg» and «-lege» of adjectives become «-lig». «fastlegen» is another word.
        if (word.Length > 5 && Leg(word) is > 2 and var leg && !Doctors.Any(doctor => word.StartsWith(doctor, StringComparison.Ordinal)))
            word = word[..leg] + "lig" + word[(leg + 3)..];
        // «-heit» becomes «-het» in all its forms.
        return word.LastIndexOf("heit", StringComparison.Ordinal) is > 1 and var at ? word[..at] + "het" + word[(at + 4)..] : word;
    }

    // The index where «leg» begins in the forms of an adjective, or -1.
    private static int Leg(string word) =>
        word.EndsWith("leg", StringComparison.Ordinal) ? word.Length - 3
        : word.EndsWith("lege", StringComparison.Ordinal) ? word.Length - 4
        : -1;
}
