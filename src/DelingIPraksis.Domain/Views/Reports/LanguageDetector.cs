using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.Reports;

/// <summary>
/// Detects the language of a text, so that screen readers and spelling checkers handle a nynorsk note in a bokmål report correctly. One
/// distinctive word is enough: a whole word or an ending that only one of the two written languages has. A text without such words, or with
/// words of both, gets the language of the report. English needs two words: a Norwegian note may name «Research and Development».
/// </summary>
public static class LanguageDetector
{
    private const int EnglishWords = 2;
    private const int ShortestEnding = 5;
    private const int SkuleAlone = 7;

    // Not in the list, because bokmål has the same word: seier (victory), vert (host), veit, blei, bygd, heim, høg, kor, no, anna, sjuk,
    // veg.
    private static readonly FrozenSet<string> Nynorsk = Words("""
        ikkje eg ein eit eitt dei frå korleis kva kvar kven kvifor kvarandre vere vore vart noko nokon nokre mykje berre gjer gjere gjera
        skule skulen skulane skular meir saman deira hjå sjølv sjølve utan utanfor medan heile heilt høyrer høyrt løysing løysinga
        løysingar moglegheit moglegheita moglegheiter mogleg utfordringar då dykk dykkar kjem kome fleire fleir eigen eigne eige eigar
        eigedom eigedomar difor desse betre treng trengst trong veks held eig tek gje gjev finst finnast leiing leiinga innbyggjar oppgåve
        oppgåver oppgåva oppgåvene teneste tenesta tenester tenestene straum straumen utslepp utsleppa samde usamde semje eining eininga
        gong gongen gonger gongar månad månaden gamal framleis nokolunde einaste einskild einskilde heilskap heilskapleg eigentleg byggje
        leggje tryggleik røynsle røynsler tilbakemeldingar faglege tverrfaglege offentlege vanskelege moglege tidlege daglege personlege
        brukarvenlege vedlikehald samarbeidar verkty innverknad attbruk gjenbruksbutikkar haldning haldningar oversyn overskot tilskot
        anbod annan skuld heimel einsemd sjå fyrst fyrste ynskje ynskjer ynskt spurd spurde ordskifte ordskiftet hugs hugse hugsar åleine
        lèt søkje søkjer tenkje tenkjer seie låg låge rekne reknar rekneskap rekneskapen vidare seinare innan sidan enno attende attåt
        avlaup verksemd verksemda verksemder rettleiing røyndom tilhøve tilhøva omsyn omsynet avgjerd avgjerda avgjerder avgjere tilråding
        krev berekraft berekraftig berekraftige einig einige kjelde kjelder kjeldene medverknad naudsynt naudsynte tryggje vurderast
        nyttast vedtek vedteke teke tekne komne gjevne haldne haldast fleirtal fleirtalet lærar lærarar stader staden anten mellombels
        jamleg jamvel
        """);

    private static readonly FrozenSet<string> Bokmal = Words("""
        ikke jeg en et fra hvordan hva hvor hvem hvorfor hver hvert hverandre hvilke hvilken hvis være vært ble noe noen mye bare gjør
        gjøre mer sammen deres selv uten utenfor mens vet hører høre løsning løsningen kommer flere egen egne eget eier eie disse
        lavere høyere hun annet samme eneste trenger mangler penger kommuner bedre dere derfor vei veier
        """);

    private static readonly FrozenSet<string> English = Words(
        "the and of with that this from have are is was not they their which will would should our"
    );

    // «kommunane», «løysingar», «vanskeleg»: endings that no bokmål word has, except the listed words.
    private static readonly (string Ending, string[] Except)[] NynorskEndings =
    [
        ("ingane", []),
        ("ingar", ["springar"]),
        ("heit", ["brennheit", "gloheit", "kokheit", "feberheit", "fahrenheit"]),
        ("heiter", []),
        ("heita", []),
        ("heitene", []),
        ("leg", ["privileg", "utleg", "sjeleleg", "stadsleg", "kolleg"]),
        ("legare", []),
        ("erast", []),
        ("ande", ["blande", "lande", "strande", "vande", "sande", "bande", "rande", "kande", "mande"]),
        ("igare", []),
        ("leikar", []),
        ("ane", [
                "bane", "vane", "hane", "fane", "gane", "krane", "plane", "rane", "kane", "mane", "sane", "lane", "tane", "dane", "spane",
                "humane", "urbane", "spontane", "profane", "sjikane",
            "simultane", "momentane", "mundane", "fjordane", "iane", "forhåndsane"]),
        ("ar", [
                "svar", "bar", "klar", "kar", "par", "far", "tar", "drar", "slår", "var", "har", "lar", "inar", "asar", "orar", "oar",
                "ear", "mmar", "iar", "uar", "adar", "idar", "ugar", "snar",
                "hangar", "springar", "gangar", "sigar", "sonar", "pulsar", "husar", "janitsjar", "cheddar", "atomar", "agrar", "dromedar",
                "raggar", "korsar", "nnar", "dinar", "kalendar",
            ]
        ),
    ];

    // These words end like an exception above («bruker» and «vikar», «regler» and «eksemplar») but are nynorsk.
    private static readonly string[] SureAr =
    [
        "midlar", "reglar", "manglar", "samlar", "handlar", "delar", "skular", "lokalar", "stolar", "koplar", "malar", "varslar",
        "utviklar", "brukar", "snakkar", "ikkar", "ekkar", "aukar", "politikar", "kjøpar", "skapar", "hjelpar", "ttar", "tetar", "etatar",
        "statar", "restar", "kostar", "verkar", "merkar", "takar", "søkar", "jobbar", "ventar", "stoppar", "givar", "gjevar", "leitar",
        "artar", "kontraktar", "prosjektar", "sorar", "torar", "drivar", "skrivar", "leiar", "beidar", "elevar",
    ];

    private static readonly string[] SureAne =
    [
        "arane", "ørane", "orane", "hagane", "legane", "vegane", "elevane", "istane", "atane", "etane", "ktane", "engane", "glane", "dlane",
        "ulane", "prisane",
    ];

    private static readonly (string Ending, string[] Except)[] BokmalEndings =
    [
        ("inger", ["finger", "stinger"]),
        ("ingene", []),
        ("heten", []),
        ("heter", []),
        ("hetene", []),
        ("lig", ["llig"]),
        ("lige", ["llige"]),
        ("ighet", []),
        ("lighet", []),
        ("elsen", []),
        ("elser", []),
        ("eringen", []),
        (
            "erne",
            [
                "gjerne", "moderne", "stjerne", "kjerne", "fjerne", "hjerne", "kaserne", "lanterne", "taverne", "sisterne", "interne",
                "eksterne",
            ]
        ),
    ];

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…:;\n\r\u2028\u2029«»\"");

    /// <summary>The language of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="otherwise">The language of the surrounding text.</param>
    public static Language Of(PlainText text, Language otherwise)
    {
        Span<int> found = stackalloc int[3];
        // «…/en/» in an address is no word of the text.
        var value = TextLinks.Read(text.Value);
        var begins = true;
        for (var at = 0; at < value.Length;)
        {
            var end = at;
            while (end < value.Length && char.IsLetter(value[end])) end++;
            if (end == at)
            {
                begins |= Ends.Contains(value[at++]);
                continue;
            }

            Count(found, value[at..end], begins);
            (at, begins) = (end, false);
        }

        if (found[(int)Language.English] < EnglishWords) found[(int)Language.English] = 0;
        var best = otherwise;
        foreach (var language in Enum.GetValues<Language>())
            if (found[(int)language] > found[(int)best]) best = language;
        return best;
    }

    // A name may have the same ending («Fjordane», «Ragnar»). So an ending counts only in lower case, or at the beginning of a
    // sentence.
    private static void Count(Span<int> found, string word, bool begins)
    {
        var small = word.ToLower(CultureInfo.InvariantCulture);
        if (English.Contains(small)) found[(int)Language.English]++;
        var named = char.IsUpper(word[0]) && !begins;
        if (Nynorsk.Contains(small) || (!named && EndsAs(small, NynorskEndings, begins && char.IsUpper(word[0]))))
            found[(int)Language.Nynorsk]++;
        else if (Bokmal.Contains(small) || (!named && EndsAs(small, BokmalEndings, false))) found[(int)Language.Bokmal]++;
    }

    private static bool EndsAs(string word, (string Ending, string[] Except)[] endings, bool mayBeName)
    {
        if (word.Length < ShortestEnding) return false;
        if (endings == NynorskEndings && word.Length > SkuleAlone && word.StartsWith("skule", StringComparison.Ordinal)) return true;
        foreach (var (ending, except) in endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal)) continue;
            // «Ragnar» and «Hamar» are names that begin sentences too; «Stasjonar» and «Manglar» are not names.
            if (
                ending == "ar"
                && mayBeName
                && !(
                    word.EndsWith("jonar", StringComparison.Ordinal) || word.EndsWith("rar", StringComparison.Ordinal) || word == "manglar"
                )
            )
                continue;
            if (Sure(ending).Any(sure => word.EndsWith(sure, StringComparison.Ordinal))) return true;
            if (!except.Any(other => word.EndsWith(other, StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static string[] Sure(string ending) => ending switch { "ar" => SureAr, "ane" => SureAne, _ => [] };

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
