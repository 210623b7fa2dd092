using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;
using static DelingIPraksis.Web.Demo.DemoNetwork;

namespace DelingIPraksis.Web.Demo;

/// <summary>
/// Two gatherings: one in the middle of its board, so that console and wall are never empty, and one that is ready to begin, for visitors
/// to try.
/// </summary>
internal static class DemoRunning
{
    /// <summary>The board is in progress, and one pair asks for help.</summary>
    public static DemoStory Tell(Id<User> leader, string name, DateOnly today) => new DemoStory(name, leader)
        .Begin(Facts("Prøvesamling: midt i tavla", 6, today, "Arendal kommune", "Digitalt"), "sirkulærøkonomi", PhasePlans.Full, All)
        .Block("Bolk 1: Fra avfall til ressurs", "En samling som er i gang, så du kan se konsollen og veggen med innhold.", true)
        .Join(All)
        .Pair([Stad, Kristiansand], [Arendal, Bergen], [Asker, Trondheim], [Viken, Hurdal], [Lorenskog, Nesodden, Tonsberg])
        .Until(PhaseKind.Writing, PhasePlans.Full)
            .Write(
                Stad,
                "Byggavfallet vokser, og vi har ikke oversikt over hva vi river.",
                "En enkel liste for hver bygning, laget av vaktmesteren."
            )
        .Write(Kristiansand, "Vi bytter møbler når vi flytter, ikke når de er utslitte.", "Et møbellager på tvers av etatene.")
        .Write(Arendal, "Matavfallet fra skolene øker.", "La elevene veie det, og kokken få tallene.")
        .Write(Bergen, "Ombrukshallen er full av det ingen vil ha.", "Ta imot mindre, og si hva vi trenger.")
        .Until(PhaseKind.Feedback, PhasePlans.Full)
            .Comment(
                Kristiansand,
                Stad,
                "Vaktmesteren vet mest hos oss også.",
                "Begynn med det som skal rives i år.",
                "Ja. To skoler og en svømmehall."
            )
        .Until(PhaseKind.Board, PhasePlans.Full)
        .Barrier(Kristiansand, "Vi mangler et sted å lagre materialer mellom riving og nybygg")
        .Barrier(Stad, "Tiltakene forsvinner når prosjektpengene tar slutt")
        .Barrier(Kristiansand, "Ingen vet hvor mye som faktisk blir brukt om igjen")
        .Barrier(Stad, "Det er lettere å kaste enn å reparere")
        .Opportunity(Stad, "La klimabudsjettet telle det vi kjøper inn")
        .Opportunity(Kristiansand, "Frivilligsentralen har både folk og lokaler")
        .Opportunity(Kristiansand, "Felles lager for flere kommuner langs kysten")
        .Agree(Stad, Kristiansand, "Felles lager for flere kommuner langs kysten")
        .Barrier(Arendal, "Kokken får ikke vite hva som ble kastet")
        .Opportunity(Bergen, "Skolene kan konkurrere om minst svinn")
        .Opportunity(Asker, "Ett felles lager i regionen")
        .As(Bergen, new HelpAsked(HelpReason.Unsure));

    /// <summary>Everybody is invited, and nobody has come.</summary>
    public static DemoStory Ready(Id<User> leader, string name, DateOnly today, string title = "Prøv selv: Deling i praksis") =>
        new DemoStory(name, leader)
        .Begin(Facts(title, 7, today, "Stad kommune", "Digitalt"), "sirkulærøkonomi", PhasePlans.Full, All)
        .Block("Bolk 1: Kortreiste sirkler", "En samling der du kan spille begge kommunene og fasilitatoren selv.", true)
        .Answer(onScreen: 2, Stad, Kristiansand, Lorenskog)
        .Answer(onScreen: 1, Arendal, Bergen, Asker, Viken, Trondheim)
        .Answer(onScreen: 0, Nesodden);
}
