using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Rehearsal;

/// <summary>
/// The texts of simulated parties: short, in bokmål and nynorsk, of the kind that people write at a gathering, and about no real place.
/// </summary>
internal static class RehearsalWords
{
    private static readonly string[] _challenges =
    [
        "Vi river mer enn vi tar vare på, og ingen har oversikt over hva som kunne vært brukt på nytt.",
        "Prosjekta våre stoppar når pengane tek slutt, og kunnskapen forsvinn med dei som sluttar.",
        "Innkjøperne vil velge grønt, men rammeavtalene er laget for noe annet.",
        "Folk er positive i møta, men bilen står ikkje att heime.",
        "Matavfallet fra institusjonene øker, og kokkene får ikke vite hva som kastes.",
        "Vi er få på rådhuset, og den same personen har ansvar for klima, plan og byggesak.",
        "Vi måler mye, men det er ikke det vi måler som avgjør hva vi gjør.",
        "Bygda har tomme hus og unge som ikkje finn ein stad å bu.",
    ];

    private static readonly string[] _solutions =
    [
        "En enkel liste for hvert bygg, laget av vaktmesteren før rivingen starter.",
        "Legge arbeidet inn i drifta frå første dag, med eit fast namn på kvar oppgåve.",
        "Ett felles innkjøpskrav som flere kommuner bruker likt.",
        "Prøve i éin sommar, telje, og så bestemme.",
        "La kjøkkenet veie det som blir igjen, og vise tallet på veggen.",
        "Dele ei stilling med nabokommunen.",
        "Velge tre tall som kommunestyret faktisk spør etter.",
        "Leige ut kommunale hus med rett til å kjøpe.",
    ];

    private static readonly string[] _asks =
    [
        "Hvordan får andre ledelsen med?",
        "Korleis finansierer de drifta etterpå?",
        "Har noen et krav vi kan låne?",
        "Kva svarar de dei som er imot?",
    ];

    private static readonly string[] _offers =
        ["Malen vår for kartlegging.", "Erfaringar med å dele stilling.", "Tall fra to år med veiing.", "Kontakt med frivilligsentralen."];

    private static readonly string[] _recognises =
    [
        "Dette kjenner vi godt igjen. Det stopper ved budsjettet hos oss også.",
        "Vi har det likt: det heng på éin person.",
        "Ja, og hos oss tar det lengst tid å bli enige om hvem som eier saken.",
    ];

    private static readonly string[] _misses =
    [
        "Hva sier de som skal bruke det hver dag?",
        "Vi saknar kven som avgjer, og når.",
        "Det hadde hjulpet oss å vite hva det koster å la være.",
    ];

    private static readonly string[] _wouldDo =
    [
        "Vi ville begynt med ett bygg og vist fram resultatet.",
        "Vi ville spurt vaktmeistaren først.",
        "Vi ville tatt det med inn i økonomiplanen nå i høst.",
    ];

    private static readonly string[] _answers =
    [
        "Takk. Vi tar med oss å begynne i det små.",
        "Det var nyttig. Vi spør dei som skal bruke det, før jul.",
        "Godt poeng. Vi setter et navn på det.",
    ];

    private static readonly string[] _barriers =
    [
        "Pengene følger prosjektet, ikke drifta",
        "Regelverket er laga for nytt, ikkje for brukt",
        "Vi mangler et sted å lagre det vi tar vare på",
        "Ingen har fått tid til dette",
        "Politikerne får saken for sent",
        "Kvar avdeling gjer sitt",
        "Det er dyrere å reparere enn å kaste",
        "Vi veit ikkje kva naboen har prøvd",
        "Rammeavtalene låser oss i fire år",
        "Kunnskapen sit hos éin person",
        "Innbyggerne hører om det når det er bestemt",
        "Staten krev rapportar, men gir ikkje rom",
        "Det finnes ikke tall vi stoler på",
        "Kollektivtilbodet er for dårleg",
        "Vi tør ikke prøve noe som kan mislykkes",
        "Byggesaka tek for lang tid",
    ];

    private static readonly string[] _opportunities =
    [
        "Bygg det inn i de vanlige oppgavene",
        "Lag eit felles lager for fleire kommunar",
        "Spør vaktmesteren før arkitekten",
        "La ungdommane teikne løysinga",
        "Bruk budsjettet til å vise hva som lønner seg",
        "Frivilligsentralen har både folk og lokale",
        "Ett felles krav i alle innkjøp i regionen",
        "Lån ein medarbeidar av naboen",
        "Vis fram ett ferdig eksempel",
        "Sett av ein fast time i månaden til deling",
        "Inviter politikerne inn mens det er en skisse",
        "Bruk biblioteket som møteplass",
        "Mål tre ting, og vis dem på forsiden",
        "La næringslivet få leie verkstaden",
        "Start i én grend og lær",
        "Skriv ned det som ikkje verka også",
    ];

    private static readonly string[] _commitments =
    [
        "Prøve listen på ett bygg før påske",
        "Ta saka opp i leiargruppa",
        "Ringe partneren om seks uker",
        "Leggje det inn i økonomiplanen",
    ];

    private static readonly string[] _owners = ["Eiendomssjefen", "Klimarådgivaren", "Den som var her i dag", "Kommunedirektøren"];

    /// <summary>The text for a field, or null when the party leaves it empty.</summary>
    public static string? Text(TextField field, int number) => field switch
    {
        TextField.Challenge => Pick(_challenges, number),
        TextField.Solutions => Pick(_solutions, number),
        TextField.Asks => Pick(_asks, number),
        TextField.Offers => Pick(_offers, number + 1),
        _ => null,
    };

    public static string Reply(FeedbackPrompt prompt, int number) => prompt switch
    {
        FeedbackPrompt.Recognise => Pick(_recognises, number),
        FeedbackPrompt.Missing => Pick(_misses, number),
        _ => Pick(_wouldDo, number),
    };

    /// <summary>The facilitator's answer to parties that are unsure.</summary>
    public const string Help = "Ta det dere kjenner best, og skriv én ting på hver lapp. Det trenger ikke være ferdig tenkt.";

    public static string Answer(int number) => Pick(_answers, number);

    public static string Note(NoteKind kind, int number) => Pick(kind == NoteKind.Barrier ? _barriers : _opportunities, number);

    public static string Commitment(int number) => Pick(_commitments, number);

    public static string Owner(int number) => Pick(_owners, number);

    private static string Pick(string[] from, int number) => from[number % from.Length];
}
