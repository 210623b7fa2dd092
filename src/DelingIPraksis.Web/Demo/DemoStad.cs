using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Reports;
using static DelingIPraksis.Domain.Gatherings.Change;
using static DelingIPraksis.Web.Demo.DemoNetwork;

namespace DelingIPraksis.Web.Demo;

/// <summary>
/// The finished gathering: Stad, 7 June 2021, with a published report. Programme and speakers are facts. The words are made up.
/// </summary>
internal static class DemoStad
{
    public const string Name = "stad-2021";

    private static readonly Uri Slides = new("https://kortreistkvalitet.example/presentasjoner/");

    public static DemoStory Tell(Id<User> leader)
    {
        var story = new DemoStory(Name, leader).Begin(
            Facts("Kortreist kvalitetssamling 7. juni 2021 – Stad", 5, new DateOnly(2021, 6, 7), "Stad kommune", "Digitalt"),
            "sirkulærøkonomi", PhasePlans.Full, All);
        Programme(story);
        story.Join(All).Pair([Stad, Arendal], [Kristiansand, Bergen], [Asker, Viken], [Trondheim, Hurdal], [Lorenskog, Nesodden, Tonsberg]);
        Exchange(story);
        Board(story);
        Points(story);
        return story.Lead(new WorkshopClosed()).Lead(new ReportPublished()).Became(Stad, PromiseState.Begun);
    }

    private static void Programme(DemoStory story) => story
        .Lead(new ReportTextWritten(ReportText.About,
            "Stad kommune var vert for nettverkets femte samling. Den ble holdt digitalt på grunn av pandemien. Rapporten samler "
            + "innleggene, bolk for bolk, og det som kom fram da kommunene satt sammen to og to."
        )
        )
        .Lead(new ReportTextWritten(ReportText.Welcome,
            "Ordfører Alfred Bjørlo ønsket velkommen. Han fortalte hvordan den nye kommunen finner sin egen identitet, hvorfor "
            + "Stad vil være en pioner i distriktet, og hvor mye gode tjenester betyr når kommuner slår seg sammen."
        )
        )
        .Lead(new ReportTextWritten(ReportText.Workshop,
            "Etter første bolk ga kommunene hverandre innspill, to og to. Hver la fram sin utfordring og sine løsningsforslag, "
            + "og partneren fortalte hvordan den opplevde beskrivelsen. Til slutt skrev de sammen ned barrierer og muligheter."
        )
        )
        .Lead(new ReportTextWritten(ReportText.Closing,
            "Nina Solberg avsluttet med forprosjektet Omstillingskompetanse for et bærekraftig lavutslippssamfunn, som foreslår "
            + "et program der kommunesektoren kan bygge kompetanse sammen."
        )
        )
            .Block(
                "Kortreiste kretsløp – muligheter og dilemma",
                "Et åpningsinnlegg om hva som skjer når mer av det vi trenger, kommer fra nærområdet.",
                false,
                new DemoTalk(
                    "Kortreiste kretsløp – muligheter og dilemma",
                    "Hva kortreist mat, by og nabolag kan bety for utslippene, og når et tiltak i praksis blir vekst i ny drakt.",
                    new(Slides, "kretslop.pdf"),
                new Speaker("Hege Westskog", "CICERO"), new Speaker("Anders Tønnesen", "CICERO")))
            .Block(
                "Bolk 1: Kortreiste sirkler",
                "Fire innlegg om sirkulærøkonomi, fra kommunesektoren som helhet til en bydel, et fylke og en storby.",
                true,
                new DemoTalk(
                    "Sirkulærøkonomi sett fra kommunesektoren",
                    "Kommunen som samfunnsutvikler, og klimamål som er til å forstå og til å nå.",
                    new(Slides, "kommunesektoren.pdf"),
                    new Speaker("Kjetil Bjørklund", "KS")
                ),
                new DemoTalk(
                    "Sirkulær byutvikling i Hovinbyen",
                    "Ombruk av byggevarer, nye bruksområder for gamle bygg, og det som er prøvd ut på Vollebekk fabrikker.",
                    new(Slides, "hovinbyen.pdf"),
                    new Speaker("Aasmund Bunkholt", "Pådriv")
                ),
                new DemoTalk(
                    "Den sirkulære energien",
                    "Hvordan et fylke kan få mer biogass laget og brukt, og samle bønder, avfallsselskap og transportører om det.",
                    new(Slides, "biogass.pdf"),
                    new Speaker("Tord Peder Rafael Luna Araldsen", "Viken fylkeskommune")
                ),
                new DemoTalk(
                    "Bergen – nye sirkulære muligheter",
                    "Fire områder å begynne med: forbruksvarer, bygg, mat og transport.",
                    new(Slides, "bergen.pdf"),
                    new Speaker("Stina Ellevseth Oseland", "Bergen kommune")
                )
            )
            .Block(
                "Bolk 2: Bærekraftig samfunnsutvikling når alt er i spill",
                "Om å planlegge når kommuner slås sammen og store aktører kommer til.",
                false,
                new DemoTalk(
                    "Kommunesammenslåing og ny statlig infrastruktur",
                    "Veivalg for stedene i den nye kommunen, og en felles måte å vise fram det de har.",
                    new(Slides, "stad.pdf"),
                    new Speaker("Kristine Dahl", "Stad kommune"),
                    new Speaker("Janne Endal Andersson", "Stad kommune")
                ),
                new DemoTalk(
                    "Areal- og senterutvikling i en sammenslått kommune",
                    "Hvilke sentre skal vokse, og hva skal de andre være?",
                    new(Slides, "kristiansand.pdf"),
                    new Speaker("Christina Rasmussen", "Kristiansand kommune")
                ),
                new DemoTalk(
                    "Når en batterifabrikk kommer til Arendal",
                    "Boliger, areal og reisevaner må henge sammen når mange skal begynne i ny jobb.",
                    new(Slides, "arendal.pdf"),
                    new Speaker("Vanja Grut", "Arendal kommune")
                )
            );

    private static void Exchange(DemoStory story) => story.Until(PhaseKind.Writing, PhasePlans.Full)
            .Write(
                Stad,
                "Vi river gamle skoler og bygger nye, og nesten alt går i containeren. Vi har verken et sted å lagre materialene eller "
                + "noen som eier oppgaven.",
            "Kartlegge hva som finnes før riving, leie en tom fabrikkhall i ett år, og gi eiendomsavdelingen ansvaret.")
            .Write(
                Arendal,
                "Batterifabrikken gir oss mange nye innbyggere på kort tid. Vi frykter at boliger og veier bygges slik vi alltid har "
                + "gjort.",
            "Stille krav om ombruk i reguleringsplanene, og lage en felles materialbank med nabokommunene.")
            .Write(
                Kristiansand,
                "Tre kommuner er blitt én, og vi har tre måter å kjøpe inn på.",
                "Én felles innkjøpsplan der vi spør om vi trenger varen, før vi spør hva den koster."
            )
            .Write(
                Bergen,
                "Folk vil reparere, men det er dyrere enn å kjøpe nytt.",
                "Reparasjonshjelp på biblioteket, og et kart over dem som kan."
            )
        .Until(PhaseKind.Feedback, PhasePlans.Full)
            .Comment(
                Arendal,
                Stad,
                "Vi kjenner igjen at ingen eier oppgaven. Slik er det hos oss også.",
                "Begynn med én skole, og la den bli regelen for neste.",
                "Vi tar skolen på Nordfjordeid først, og inviterer dere på befaring."
            )
            .Comment(
                Stad,
                Arendal,
                "Farten kjenner vi igjen fra skipstunnelen.",
                "Skriv kravet inn før utbyggerne har tegnet ferdig.",
                "Vi legger det inn i planprogrammet til høsten."
            );

    private static void Board(DemoStory story) => story.Until(PhaseKind.Board, PhasePlans.Full)
        .Barrier(Stad, "Ordninger kommer og går: markedet er for lite, og reglene spriker")
        .Barrier(Trondheim, "Vi får ikke tak i nok brukte materialer, og ingen står klare til å kjøpe dem")
        .Barrier(Kristiansand, "Det er tungt å få med mange aktører samtidig")
        .Barrier(Bergen, "Det kastes mer enn før, selv om tilbudene blir flere")
        .Barrier(Arendal, "Vi vet for lite om hva som er mulig, og tror det er vanskeligere enn det er")
        .Barrier(Nesodden, "Husholdningene får ikke vite hva de kan gjøre")
        .Barrier(Asker, "Ingen måler hva som faktisk brukes om igjen")
        .Barrier(Hurdal, "Viljen er der, men ikke folkene og pengene")
        .Opportunity(Lorenskog, "Spør frivilligsentralen først: begge har noe å vinne")
        .Opportunity(Arendal, "Delingsappene fra pandemien virker fortsatt")
        .Opportunity(Viken, "Et felles digitalt lager som viser hva som er ledig, og hvem som trenger det")
        .Opportunity(Stad, "Lære innkjøperne å spørre etter brukt")
        .Opportunity(Tonsberg, "Få det inn i kommuneplanen, og lag en liste med tiltak under")
        .Opportunity(Asker, "Miljødirektoratet kan lage ett sett indikatorer for alle")
        .Opportunity(Trondheim, "Politikere og administrasjon i samme arbeidsgruppe")
        .Opportunity(Bergen, "La klimabudsjettet telle det vi kjøper, ikke bare det vi slipper ut selv")
        .Opportunity(Kristiansand, "Regn med utslippene fra det vi kjøper inn: da veier ombruk tyngre")
        .Agree(Arendal, Stad, "Ordninger kommer og går: markedet er for lite, og reglene spriker")
        .Agree(Stad, Arendal, "Delingsappene fra pandemien virker fortsatt")
        .Until(PhaseKind.Prioritising, PhasePlans.Full)
        .Vote(Stad, Arendal, "Vi vet for lite om hva som er mulig, og tror det er vanskeligere enn det er")
        .Vote(Arendal, Stad, "Lære innkjøperne å spørre etter brukt")
        .Until(PhaseKind.Summary, PhasePlans.Full)
        .Promise(Stad, "Kartlegge materialene i én skole før den rives", "Eiendomssjefen", new DateOnly(2021, 10, 1))
        .Promise(Arendal, "Foreslå krav om ombruk i neste planprogram", "Plansjefen", new DateOnly(2021, 11, 15));

    private static void Points(DemoStory story) => story
            .Point(
                NoteKind.Barrier,
                "Gode ordninger blir borte igjen fordi markedet er lite, reglene er til hinder, og det mangler både råvarer og kunder",
                (Stad, "Ordninger kommer og går: markedet er for lite, og reglene spriker"),
                (Trondheim, "Vi får ikke tak i nok brukte materialer, og ingen står klare til å kjøpe dem")
            )
            .Point(
                NoteKind.Barrier,
                "Samarbeid mellom mange aktører og på tvers av sektorer er krevende å få i stand",
                (Kristiansand, "Det er tungt å få med mange aktører samtidig")
            )
            .Point(
                NoteKind.Barrier,
                "Det kastes stadig mer, også når det finnes sirkulære tilbud",
                (Bergen, "Det kastes mer enn før, selv om tilbudene blir flere")
            )
            .Point(
                NoteKind.Barrier,
                "Kunnskapen om løsninger er for liten, og terskelen sitter i hodet. Husholdningene må få vite hva de kan gjøre",
                (Arendal, "Vi vet for lite om hva som er mulig, og tror det er vanskeligere enn det er"),
                (Nesodden, "Husholdningene får ikke vite hva de kan gjøre")
            )
            .Point(
                NoteKind.Barrier,
                "Det finnes ikke gode nok måter å måle omstillingen på",
                (Asker, "Ingen måler hva som faktisk brukes om igjen")
            )
        .Point(NoteKind.Barrier, "Viljen er stor, men ressursene strekker ikke til", (Hurdal, "Viljen er der, men ikke folkene og pengene"))
            .Point(
                NoteKind.Opportunity,
                "Gå sammen med frivilligheten om tiltak som begge tjener på",
                (Lorenskog, "Spør frivilligsentralen først: begge har noe å vinne")
            )
            .Point(
                NoteKind.Opportunity,
                "Bruke videre de delingstjenestene som kom under pandemien",
                (Arendal, "Delingsappene fra pandemien virker fortsatt")
            )
            .Point(
                NoteKind.Opportunity,
                "Digitale oversikter kan vise hvilke materialer som er ledige, og koble dem som har, med dem som trenger",
                (Viken, "Et felles digitalt lager som viser hva som er ledig, og hvem som trenger det")
            )
            .Point(
                NoteKind.Opportunity,
                "Bygge kompetanse i kommunen, så innkjøp blir et redskap for omstilling",
                (Stad, "Lære innkjøperne å spørre etter brukt")
            )
            .Point(
                NoteKind.Opportunity,
                "Feste arbeidet i de overordnede planene, med konkrete tiltak under",
                (Tonsberg, "Få det inn i kommuneplanen, og lag en liste med tiltak under")
            )
            .Point(
                NoteKind.Opportunity,
                "Be Miljødirektoratet om et felles sett indikatorer, så ikke hver kommune må finne opp sine egne",
                (Asker, "Miljødirektoratet kan lage ett sett indikatorer for alle")
            )
            .Point(
                NoteKind.Opportunity,
                "La politikere og administrasjon arbeide tett sammen",
                (Trondheim, "Politikere og administrasjon i samme arbeidsgruppe")
            )
            .Point(
                NoteKind.Opportunity,
                "Ta sirkulærøkonomien inn i klimaregnskapet og klimabudsjettet",
                (Bergen, "La klimabudsjettet telle det vi kjøper, ikke bare det vi slipper ut selv")
            )
            .Point(
                NoteKind.Opportunity,
                "Når de indirekte utslippene teller med, får ombruk større tyngde",
                (Kristiansand, "Regn med utslippene fra det vi kjøper inn: da veier ombruk tyngre")
            );
}
