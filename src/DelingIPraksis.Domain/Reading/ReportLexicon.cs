using System.Text.RegularExpressions;

namespace DelingIPraksis.Domain.Reading;

/// <summary>What a heading says about the part under it.</summary>
internal enum HeadingKind
{
    /// <summary>Its words say nothing known.</summary>
    Unknown,
    Contents,
    About,
    Network,
    Welcome,
    Programme,
    Talks,
    Block,
    Parties,
    Pairs,
    GroupWork,
    Barriers,
    Opportunities,
    Asks,
    Closing,
    Practical,
}

/// <summary>The words that reports use in their headings, by stems in bokmål and nynorsk.</summary>
internal static partial class ReportLexicon
{
    /// <summary>What a heading is about.</summary>
    public static HeadingKind KindOf(string heading)
    {
        var text = heading.Trim().TrimEnd(':', '.', ' ');
        if (BlockMark().IsMatch(text)) return HeadingKind.Block;
        if (Contents().IsMatch(text)) return HeadingKind.Contents;
        if (Practical().IsMatch(text)) return HeadingKind.Practical;
        var (barrier, opportunity) = (Barrier().IsMatch(text), Opportunity().IsMatch(text));
        if (barrier && opportunity) return HeadingKind.GroupWork;
        if (Ask().IsMatch(text)) return HeadingKind.Asks;
        if (barrier) return HeadingKind.Barriers;
        if (opportunity) return HeadingKind.Opportunities;
        if (Pairs().IsMatch(text)) return HeadingKind.Pairs;
        if (GroupWork().IsMatch(text)) return HeadingKind.GroupWork;
        if (Parties().IsMatch(text)) return HeadingKind.Parties;
        if (Welcome().IsMatch(text)) return HeadingKind.Welcome;
        if (Programme().IsMatch(text)) return HeadingKind.Programme;
        if (Talks().IsMatch(text)) return HeadingKind.Talks;
        if (Closing().IsMatch(text)) return HeadingKind.Closing;
        if (Network().IsMatch(text)) return HeadingKind.Network;
        return About().IsMatch(text) ? HeadingKind.About : HeadingKind.Unknown;
    }

    /// <summary>What a heading in the group work is about, by words that elsewhere say nothing.</summary>
    public static HeadingKind WeakKindOf(string heading) =>
        WeakBarrier().IsMatch(heading) ? HeadingKind.Barriers
        : WeakOpportunity().IsMatch(heading) ? HeadingKind.Opportunities
        : HeadingKind.Unknown;

    /// <summary>The title of a block without «Bolk 1:»; all of it when nothing follows.</summary>
    public static string BlockTitle(string heading)
    {
        var mark = BlockMark().Match(heading);
        var rest = mark.Success ? heading[mark.Length..].Trim(' ', ':', '.', '–', '-', '—', '«', '»', '"') : "";
        return rest.Any(char.IsLetter) ? rest : heading.Trim().TrimEnd(':');
    }

    /// <summary>Whether a sentence leads in to a list of barriers or of opportunities, as «Av muligheter nevnte kommunene:».</summary>
    public static HeadingKind LeadOf(string sentence)
    {
        var (barrier, opportunity) = (BarrierAnywhere().IsMatch(sentence), OpportunityAnywhere().IsMatch(sentence));
        return barrier == opportunity ? HeadingKind.Unknown : barrier ? HeadingKind.Barriers : HeadingKind.Opportunities;
    }

    /// <summary>Whether a line asks the reader to open a presentation.</summary>
    public static bool AsksToOpen(string line) => line.Length <= 200 && OpenPresentation().IsMatch(line.Trim());

    /// <summary>Whether a line belongs to the page it was copied from.</summary>
    public static bool BelongsToPage(string line) => OfPage().IsMatch(line.Trim());

    /// <summary>Whether a sentence is about pairs.</summary>
    public static bool TellsOfPairs(string sentence) => PairWords().IsMatch(sentence);

    /// <summary>Whether a sentence says who took part.</summary>
    public static bool TellsWhoCame(string sentence) => CameWords().IsMatch(sentence);

    /// <summary>Whether a sentence lists who could not come.</summary>
    public static bool TellsWhoStayedAway(string sentence) => AwayWords().IsMatch(sentence);

    /// <summary>Whether a sentence is about the next gathering.</summary>
    public static bool TellsOfNext(string sentence) => NextWords().IsMatch(sentence);

    private const RegexOptions Any = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^(?:(?:bolk|økt|sesjon|session|del|hovedtema|hovudtema|tema|temabolk|parallell(?:sesjon)?|seksjon|modul|"
            + @"runde)\s*(?:nr\.?\s*)?(?:[0-9]{1,2}|[IVX]{1,4}|[A-D]|en|ein|én|to|tre|fire)\b\s*[:.–—-]?|(?:bolk|økt|sesjon|"
            + @"tema)\s*[:–—-]|(?:første|andre|tredje|fjerde|fyrste|siste)\s+(?:bolk|økt|sesjon|del)\b\s*[:.–—-]?|(?:dag|"
            + @"formiddag|føremiddag|ettermiddag|dag\s+[0-9])(?:en)?\s*[:–—-]|dag\s*[0-9]\s*$)",
        Any)]
    private static partial Regex BlockMark();

    [GeneratedRegex(
        @"^(?:innh[oa]ld(?:sfortegnelse|sliste|soversikt)?|innhald(?:sliste|soversyn)?|i denne rapporten|"
            + @"table of contents)(?:$|\s+created\b)", Any)]
    private static partial Regex Contents();

    [GeneratedRegex(
        @"^(?:pause|kaffe(?:pause)?|lunsj|lunch|middag|beinstrekk|registrering|frammøte|oppmøte|mingling|vel h[ej]+e?i?m|buss|"
            + @"mat|kort pause|pause og \w+|frukt|avreise|reise)\b(?!.{60})",
        Any)]
    private static partial Regex Practical();

    private const string BarrierStems =
        @"barriere|barrierar|hind(?:er|re|ring|ra)|utfordring|flaskehals|snublestein|fallgruve|stengsle?|motstand(?!s)|"
            + @"bremse|bremsar|st(?:å|e)n?(?:r|d)? i veg?i?en|som stopp(?:er|ar)|som hemm(?:er|ar)|det vanskel[ie]ge|"
            + @"ka er vanskel[ie]g";

    [GeneratedRegex(@"^(?:\W*\p{L}+\W+){0,4}?(?:" + BarrierStems + @")", Any)]
    private static partial Regex Barrier();

    [GeneratedRegex(BarrierStems, Any)]
    private static partial Regex BarrierAnywhere();

    private const string OpportunityStems =
        @"mul[ie]g(?:e\s+løsning|het)|mogl?eg(?:e\s+løysing|heit)|suksess(?:kriteri|faktor)|løsning(?!sforslag)|"
            + @"løysing(?!sforslag)|virkemid|verkemid|drivkr[ae]ft|drivere|drivarar|potensial|gode grep|kan hjelp|"
            + @"som (?:fremm(?:er|ar)|hjelp(?:er|ar)|lykk(?:es|ast)|virk(?:er|ar)|verkar)|for å lykk(?:es|ast)|fremmer|ideer|"
            + @"idear|fungerer godt|gode råd|nøkl(?:er|ar) til";

    [GeneratedRegex(@"^(?:\W*\p{L}+\W+){0,4}?(?:" + OpportunityStems + @")", Any)]
    private static partial Regex Opportunity();

    [GeneratedRegex(OpportunityStems, Any)]
    private static partial Regex OpportunityAnywhere();

    [GeneratedRegex(
        @"vanskel|krev[ej]|mangl|negativ|problem|ikk?j?e (?:får|klarer|greier)|dilemma|bekymr|savn|sakn|trøbbel|gnis|"
            + @"tungt|svak|risiko|trussel|truslar|skjær i sjøen|minus", Any)]
    private static partial Regex WeakBarrier();

    [GeneratedRegex(
        @"\bkan\b|skal til|burde|\bbør\b|hjelp|bidra|ønske|positiv|\bbra\b|\bgod[et]?\b|anbefal|tilråd|\bråd\b|drøm|"
            + @"styrk|grep|tips|forslag|framlegg|ide|tiltak|pluss|videre|vidare|lær(?:te|dom)", Any)]
    private static partial Regex WeakOpportunity();

    [GeneratedRegex(
        @"^(?:nasjonale (?:aktører|aktørar)|til (?:staten|ks|nasjonale)|statlige? myndigheter|statlege styresmakter)|"
            + @"^(?:\p{L}+\s+){0,3}?(?:ønsker?|ønskje|ønske|innspill?|innspel|forvent(?:ning|inger)\w*|krav|bestilling\w*|"
            + @"oppfordring\w*|bønn|behov|spørsmål)\s+(?:til|frå|fra|overfor)\s+(?:nasjonale|staten|statleg|statlig|stat|"
            + @"regjering|storting|ks\b|departement|direktorat|myndigheit|myndighet|fylke|sentrale)",
        Any)]
    private static partial Regex Ask();

    [GeneratedRegex(
        @"^(?:par(?:a|ene)?|pararbeid|parene|inndeling i par|hvem (?:satt|satt sammen|møtte hvem)|kven (?:sat|møtte).*|"
            + @"gruppeinndeling|par(?:inndeling|liste))$", Any)]
    private static partial Regex Pairs();

    [GeneratedRegex(
        @"gruppearbeid|gruppediskusjon|gruppesamtal|parsamtal|parvise? samtal|gruppeoppg|gruppedel|^(?:fra|frå|noen|nokre|innspill fra|"
            + @"innspel frå)?\s*grupp(?:er|ene|ane|ar|a)\b|i grupp(?:ene|er|ane|ar|a)\b|frå grupp|fra grupp|deling i praksis|"
            + @"^parvis|arbeid i par|^workshop|^verkst(?:ed|ad)|^diskusjon|^samtal(?:e|er|ar|ene|ane)\b|^erfaringsutveksling|"
            + @"^rundbord|^dialog(?:kafé|møte|en)?\b|^idémyldring|^kommunene drøftet|^kommunane drøfta|bordsamtal|"
            + @"caf[eé]dialog|kafédialog|i plenum",
        Any)]
    private static partial Regex GroupWork();

    [GeneratedRegex(
        @"^(?:deltake(?:re|rne|nde)|deltaka(?:rar|rane|nde)|de som deltok|dei som deltok|til\s?stede|til stades|"
            + @"hvem var med|kven var med|hvem deltok|kven deltok|frammøtte|møtende|oppmøte|deltok|deltakerliste|"
            + @"deltakarliste|kommunene som (?:deltok|var med)|kommunane som (?:deltok|var med))\b", Any)]
    private static partial Regex Parties();

    [GeneratedRegex(
        @"^velkom|^hjertelig velkom|ønsk(?:te|et|a|er|ar|jer) velkom|^åpning|^opning|^åpnet|^opna|åpningsinnlegg|"
            + @"opningsinnlegg|åpningstale|opningstale|^hilsen|^helsing|^innleiing ved|^innledning ved|^innledende ord|"
            + @"^velkomst|^ord fra vert|^ord frå vert|^vertskapet", Any)]
    private static partial Regex Welcome();

    [GeneratedRegex(
        @"^(?:dagens )?(?:program(?:met)?|dagsorden|dagsordenen|agenda(?:en)?|kjøreplan|køyreplan|saksliste|timeplan|"
            + @"dagsplan|tidsplan)\b(?:\s+for\b.*)?$", Any)]
    private static partial Regex Programme();

    [GeneratedRegex(
        @"^(?:(?:hva|kva|det|dette)\s+(?:vi\s+)?(?:hørte|høyrde|lærte)(?:\s+vi)?|fra talerstolen|frå talarstolen|"
            + @"fra scenen|frå scena|fra innlegg(?:ene|a)?|frå innlegg(?:a|ane)?|(?:faglige |faglege )?(?:innlegg(?:ene|a|"
            + @"ane)?|foredrag(?:ene|a)?|føredrag(?:a)?|presentasjon(?:er|ene|ar|ane)|innledning(?:er|ene)|innleiing(?:ar|"
            + @"ane)|eksempler|eksempel|døme|faglig påfyll|fagleg påfyll))(?:\s+(?:på|fra|frå)\b.{0,40})?$", Any)]
    private static partial Regex Talks();

    [GeneratedRegex(
        @"^(?:oppsummering|oppsummert|avslut|avrunding|veien videre|veien vidare|vegen vidare|vegen videre|(?:helt |"
            + @"heilt )?til slutt|neste\s+(?:samling|møte|gang|gong|nettverk)|takk\b|konklusjon|videre\s+(?:arbeid|framdrift|"
            + @"plan|prosess)|vidare\s+(?:arbeid|framdrift|plan|prosess)|hva (?:skjer|nå|no)|kva (?:skjer|no)|etter samlin|"
            + @"med hjem|ta med heim|evaluering|vel blåst)", Any)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:om|kort om|fakta om|hva er|kva er)\s+(?:\p{L}*nettverk|oss\b)", Any)]
    private static partial Regex Network();

    [GeneratedRegex(
        @"^(?:om\s+(?:\p{L}*samling|\p{L}*møte|denne|rapport|dagen|arrangement)|bakgrunn|innledning|innleiing|innleing|"
            + @"forord|føreord|introduksjon|ingress|hvorfor (?:møtt|vi)|kvifor (?:møtt|vi)|formål|føremål|mål(?:et)? (?:med|"
            + @"for)|hensikt|sam(?:men|an)dra(?:g|draget)|sammendrag|samandrag|kort fortalt|rammen?e?\b|om (?:hva|kva))", Any)]
    private static partial Regex About();

    [GeneratedRegex(
        @"^(?:(?:her\s+)?(?:se|sjå|les|last\s+ned|åpne|opne|hent|klikk|trykk|lenke|lenkje|"
            + @"link)\b.{0,120}?\b(?:presentasjon|lysark|lysbil[ed]|foredrag|føredrag|innlegg|opptak|video|slides?|plansje|"
            + @"her\b)|(?:\w+\s+)?(?:presentasjon(?:en)?|lysark(?:ene|a)?|slides|plansjer|foiler|powerpoint|opptak(?:et)?|"
            + @"video)(?:\s*\(?(?:pdf|pptx?|video|til|fra|frå|av|her)\b.{0,80})?\)?\s*(?:her)?)[.:]?$",
        Any)]
    private static partial Regex OpenPresentation();

    [GeneratedRegex(
        @"^(?:created with sketch\.?|innhold created.*|bildetekst|bilettekst|bilete?tekst|foto(?:graf)?:?.{0,60}|"
            + @"illustrasjon:?.{0,60}|figur\s+[0-9]+.{0,80}|bilde:.{0,80}|bilete:.{0,80}|side\s+[0-9]+(?:\s+av\s+[0-9]+)?|"
            + @"[0-9]{1,3}|skriv ut|del på.{0,30}|hopp til.{0,40}|til toppen|tilbake|meny|søk|logg inn|forside|"
            + @"kontakt(?: oss)?|om oss|personvern.{0,80}|informasjonskapsler.{0,60}|tilgjengelighet.{0,40}|"
            + @"sist oppdatert.{0,40}|publisert:?\s+[0-9].{0,40}|©.{0,80})$",
        Any)]
    private static partial Regex OfPage();

    [GeneratedRegex(@"\bpar(?:a|et|ene|vis|vise)?\b|to og to|satt sammen|sat saman|satt i par|i lag to|makker", Any)]
    private static partial Regex PairWords();

    [GeneratedRegex(
        @"\bdelt(?:ok|atte)\b|deltake(?:re|rne|nde)|deltaka(?:rar|rane|nde)|\bvar med\b|\bvar også med\b|\bmed var\b|"
            + @"\bvar\s+(?:også\s+|òg\s+)?\p{L}[^.]*\s+med\b|\bmøtte(?:s|st)?\b|til stede|til stades|\bkom (?:fra|frå)\b|"
            + @"representert|\bbestår av\b|har som medlem", Any)]
    private static partial Regex CameWords();

    [GeneratedRegex(@"^\W*(?:meldt\s+|melde\s+)?(?:forfall|fravær|fråvær|ikk?j?e til stede)\b", Any)]
    private static partial Regex AwayWords();

    [GeneratedRegex(
        @"\bneste\s+(?:\p{L}*samling|møte|gang|gong|nettverk\p{L}*|vert)|\bmøt(?:es|ast) igjen|\binviterer til|"
            + @"stafettpinnen", Any)]
    private static partial Regex NextWords();
}
