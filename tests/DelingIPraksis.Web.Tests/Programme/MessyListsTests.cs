using DelingIPraksis.Web.Access.Making;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>
/// A corpus of lists as people paste them. After each list: those it names, as «name number», with «?» after what is asked about, and what
/// is said to be left out of the lines after «-».
/// </summary>
public sealed class MessyListsTests
{
    public static TheoryData<string, string> Lists => new()
    {
        // One on each line, with what lists have in front and behind.
        { "Stad\nArendal\n\n  Bergen  ", "Stad 4649|Arendal 4203|Bergen 4601" },
        { "• Stad\n– Arendal\n* Bergen\n> Os", "Stad 4649|Arendal 4203|Bergen 4601|Os 3430" },
        { "1. Stad\n2) Arendal\nc) Bergen", "Stad 4649|Arendal 4203|Bergen 4601" },
        { "Stad kommune\nBergen kommune\nUlvik herad", "Stad 4649|Bergen 4601|Ulvik 4620" },
        { "STAD\nbergen", "Stad 4649|Bergen 4601" },
        { "Stad, Arendal og Bergen", "Stad 4649|Arendal 4203|Bergen 4601" },
        { "Stad og Bergen kommuner", "Stad 4649|Bergen 4601" },
        { "Stad & Arendal + Bergen", "Stad 4649|Arendal 4203|Bergen 4601" },
        { "Stad/Arendal", "Stad 4649|Arendal 4203" },
        { "Guovdageaidnu / Kautokeino", "Guovdageaidnu 5612" },
        { "Stad m.fl.", "Stad 4649|-m.fl" },
        { "Deltakere: Stad, Arendal og Bergen", "Stad 4649|Arendal 4203|Bergen 4601|-Deltakere:" },

        // «og» inside a name.
        { "Herøy (Møre og Romsdal)", "Herøy (Møre og Romsdal) 1515" },
        { "Herøy (Møre og Romsdal);1515;Kåre", "Herøy (Møre og Romsdal) 1515|-Kåre" },
        { "Herøy i Møre og Romsdal, Stad og Bergen", "Herøy 1515|Stad 4649|Bergen 4601" },
        { "Herøy (Møre og Romsdal), Herøy (Nordland) og Stad", "Herøy (Møre og Romsdal) 1515|Herøy (Nordland) 1818|Stad 4649" },
        { "Møre og Romsdal fylkeskommune", "Møre og Romsdal fylkeskommune 15" },
        { "Stad og Møre og Romsdal fylkeskommune", "Stad 4649|Møre og Romsdal fylkeskommune 15" },

        // Numbers, before, after and in columns.
        { "4649 Stad\n4203 - Arendal\nBergen (4601)", "Stad 4649|Arendal 4203|Bergen 4601" },
        { "4649;Stad;Vestland\n4203;Arendal;Agder", "Stad 4649|Arendal 4203" },
        { "Våler;3419", "Våler 3419" },
        { "3419;Våler\n3114;Våler", "Våler 3419|Våler 3114" },
        { "Våler;Innlandet", "Våler 3419" },
        { "301;Oslo", "Oslo 0301" },
        { "4649\n4601", "Stad 4649|Bergen 4601" },
        { "Bergen 12", "Bergen 4601|-12" },
        { "Stad;6740;Selje", "Stad 4649|-Selje" },

        // Tables with people in them.
            {
                "Kommune;Kontakt;E-post\nStad;Kåre Berg;kare@stad.kommune.no\nVåler (Innlandet);Os Hansen;os@vaaler.example",
                "Stad 4649|Våler (Innlandet) 3419"
            },
        { "Kommunenr\tKommune\tFylke\tAntall\n4649\tStad\tVestland\t3\n3114\tVåler\tØstfold\t2", "Stad 4649|Våler 3114" },
        { "Navn\tKommune\tTelefon\nKari Nordmann\tStad\t99 88 77 66\nPer Os\tBergen kommune\t+47 99887766", "Stad 4649|Bergen 4601" },
        { "Fornavn,Etternavn,Kommune,E-post\nKari,Bø,Stad,kari@example.org\nOla,Ås,Bergen,ola@example.org", "Stad 4649|Bergen 4601" },
        { "\"Kommune\";\"Kontaktperson\"\n\"Stad\";\"Nordmann, Kari\"", "Stad 4649" },
        { "Stad;Kari Nordmann;kari@stad.kommune.no;99887766", "Stad 4649|-Kari Nordmann" },
        { "Kari Nordmann\tStad kommune\t99887766\nPer Berg\tFjordby\t99887755", "Stad 4649|Fjordby ?|-Kari Nordmann|-Per Berg" },
        { "| Kommune | Nr |\n|---|---|\n| Stad | 4649 |\n| Bergen | 4601 |", "Stad 4649|Bergen 4601" },
        { "Kommune,Hvem kommer?\nStad,Kari\nInsam AS,Per", "Stad 4649|Insam AS ?" },
        { "Stad,Vestland,kari@stad.kommune.no", "Stad 4649" },

        // Addresses from a mail program.
        { "Kari <kari@stad.kommune.no>; Nordmann, Per <per@arendal.kommune.no>", "Stad 4649|Arendal 4203" },
        { "\"Nordmann, Ola\" <ola@lorenskog.kommune.no>,", "Lørenskog 3222" },
        { "Stad kommune <post@stad.kommune.no>", "Stad 4649" },

        // Remarks beside a name.
        { "3301 Drammen   (kommer 2 stk)", "Drammen 3301|-(kommer 2 stk)" },
        { "Drammen (kommer 2 stk)", "Drammen 3301|-(kommer 2 stk)" },
        { "Stad: 2 stk\nBergen - kommer kl. 10\nArendal v/ Kari", "Stad 4649|Bergen 4601|Arendal 4203|-: 2 stk|-- kommer kl. 10|-v/ Kari" },
            {
                "Drammen (kommer 2, kanskje 3)\nStad og Bergen (usikkert)",
                "Drammen 3301|Stad 4649|Bergen 4601|-(kommer 2, kanskje 3)|-(usikkert)"
            },
        { "Stad ved ordfører Kari", "Stad 4649|-ved ordfører Kari" },

        // As one spells on other keyboards, and what comes along from web pages.
        { "Baerum\nTromsoe\nAas\nRaade\nHeröy (Nordland)", "Bærum 3201|Tromsø 5501|Ås 3218|Råde 3112|Herøy (Nordland) 1818" },
            {
                "Herøy\u200B (Nordland)\nNord\u2212Aurdal\nStavan\u00ADger\nØrland\u200E\n\uFEFFStad",
                "Herøy (Nordland) 1818|Nord-Aurdal 3451|Stavanger 1103|Ørland 5057|Stad 4649"
            },
        { "4204 Kristiansnad", "Kristiansand 4204" },
        { "3911 F¾rder", "Færder 3911" },

        // What is asked about.
        { "Sør-Varanger kommunne", "Sør-Varanger kommunne ? Sør-Varanger" },
        { "Arrendal", "Arrendal ? Arendal" },
        { "Vestland\nTrøndelag", "Vestland ? Vestland fylkeskommune|Trøndelag ? Trøndelag fylkeskommune" },
        { "Hordaland fylkeskommune", "Vestland fylkeskommune 46" },
        { "Herøy", "Herøy ??" },
        { "Forskning, formidling og fag AS", "Forskning, formidling og fag AS ?" },
        { "Stad, KS og Bergen", "Stad 4649|KS ?|Bergen 4601" },
        { "Hei! Her er listen:\nStad\n--\nMvh Per", "Hei! Her er listen: ?|Stad 4649|Mvh Per ?" },

        // Nothing.
        { "Kommune\n\n--\n;;;\n3", "" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Is_read_as_it_is_meant(string pasted, string expected) => Assert.Equal(expected, string.Join('|', Told(pasted)));

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_same_list_again_names_nobody_new_and_the_end_of_the_line_makes_no_difference(string pasted, string expected)
    {
        Assert.Equal(expected, string.Join('|', Told(pasted.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\r\n")));
        var once = PartyList.Parse(pasted).Count;
        Assert.Equal(once, PartyList.Parse($"{pasted}\n{pasted}").Count);
    }

    private static IEnumerable<string> Told(string pasted)
    {
        var lines = PartyList.Read(pasted);
        return lines.Select(line => line.Party switch
        {
            { RegisterNumber: { } number } party => $"{party.Name} {number}",
            { Candidates.Count: > 1 } party => $"{party.Name} ??",
            { Near: { } near } party => $"{party.Name} ? {near.Name}",
            var party => $"{party.Name} ?",
        }).Concat(lines.Where(line => line.Rest is not null).DistinctBy(line => line.Written).Select(line => $"-{line.Rest}"));
    }
}
