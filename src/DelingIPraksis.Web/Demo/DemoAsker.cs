using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using static DelingIPraksis.Domain.Gatherings.Change;
using static DelingIPraksis.Web.Demo.DemoNetwork;

namespace DelingIPraksis.Web.Demo;

/// <summary>
/// The earlier gathering, so that the pairing has earlier pairs to avoid: Asker, 9 November 2020. The pairs and the words are made up.
/// </summary>
internal static class DemoAsker
{
    public const string Name = "asker-2020";

    public static DemoStory Tell(Id<User> leader) => new DemoStory(Name, leader)
            .Begin(
                Facts("Kortreist kvalitetssamling 9. november 2020 – Asker", 4, new DateOnly(2020, 11, 9), "Asker kommune", "Digitalt"),
                "steder der folk møtes",
                PhasePlans.Brief,
                All
            )
        .Block("Bolk 1: Steder der folk møtes", "Om torg, kaier og tomme butikker.", true)
        .Join(All)
        .Pair([Stad, Bergen], [Arendal, Asker], [Kristiansand, Trondheim], [Viken, Lorenskog], [Hurdal, Nesodden, Tonsberg])
        .Until(PhaseKind.Board, PhasePlans.Brief)
        .Barrier(Stad, "Tettstedene er små, og butikkene flytter ut til veien")
        .Barrier(Arendal, "Gårdeierne bor andre steder")
        .Opportunity(Bergen, "La folk prøve et torg i én sommer før det bygges")
        .Opportunity(Hurdal, "Biblioteket kan være åpent når alt annet er stengt")
        .Until(PhaseKind.Summary, PhasePlans.Brief)
        .Promise(Stad, "Prøve en bilfri lørdag på Nordfjordeid", "Stedsutvikleren", new DateOnly(2021, 5, 1))
        .Point(NoteKind.Barrier, "Handelen flytter ut av små sentre", (Stad, "Tettstedene er små, og butikkene flytter ut til veien"))
        .Point(NoteKind.Barrier, "Eierne av sentrumsbyggene er vanskelige å nå", (Arendal, "Gårdeierne bor andre steder"))
            .Point(
                NoteKind.Opportunity,
                "Prøve ut byrom i en sesong før de bygges",
                (Bergen, "La folk prøve et torg i én sommer før det bygges")
            )
        .Point(NoteKind.Opportunity, "Biblioteket som stedets dagligstue", (Hurdal, "Biblioteket kan være åpent når alt annet er stengt"))
        .Lead(new WorkshopClosed())
        .Lead(new ReportPublished())
        .Became(Stad, PromiseState.Done);
}
