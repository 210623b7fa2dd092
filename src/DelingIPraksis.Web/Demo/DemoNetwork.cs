using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Demo;

/// <summary>The demo's network. Names, places and dates are facts of a real network. The pairs and all their words are made up.</summary>
internal static class DemoNetwork
{
    public const string Name = "Kortreist Kvalitet";

    public const string About =
        "Kortreist Kvalitet er et nettverk av kommuner og fylkeskommuner som prøver ut omstilling til et lavutslippssamfunn i praksis, "
        + "sammen med KS og tre forskningsmiljøer. "
        + "Deltakerne lærer av hverandres prosjekter og møtes på faste samlinger.";

    public static readonly DemoParty Stad = new("Stad", "4649", PartyKind.Municipality, "Vestland");
    public static readonly DemoParty Arendal = new("Arendal", "4203", PartyKind.Municipality, "Agder");
    public static readonly DemoParty Kristiansand = new("Kristiansand", "4204", PartyKind.Municipality, "Agder");
    public static readonly DemoParty Bergen = new("Bergen", "4601", PartyKind.Municipality, "Vestland");
    public static readonly DemoParty Asker = new("Asker", "3203", PartyKind.Municipality, "Akershus");
    public static readonly DemoParty Viken = new("Viken fylkeskommune", null, PartyKind.County, null);
    public static readonly DemoParty Trondheim = new("Trondheim", "5001", PartyKind.Municipality, "Trøndelag");
    public static readonly DemoParty Hurdal = new("Hurdal", "3242", PartyKind.Municipality, "Akershus");
    public static readonly DemoParty Lorenskog = new("Lørenskog", "3222", PartyKind.Municipality, "Akershus");
    public static readonly DemoParty Nesodden = new("Nesodden", "3212", PartyKind.Municipality, "Akershus");
    public static readonly DemoParty Tonsberg = new("Tønsberg", "3905", PartyKind.Municipality, "Vestfold");

    public static readonly IReadOnlyList<DemoParty> All =
    [
        Stad, Arendal, Kristiansand, Bergen, Asker, Viken, Trondheim, Hurdal, Lorenskog, Nesodden, Tonsberg,
    ];

    public static GatheringFacts Facts(string title, int number, DateOnly date, string host, string place) =>
        new(Name, About, title, number, date, host, place, Language.Bokmal);
}

internal sealed record DemoParty(string Name, string? RegisterNumber, PartyKind Kind, string? County);
