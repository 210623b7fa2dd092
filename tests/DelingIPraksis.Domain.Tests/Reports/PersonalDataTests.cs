using CsCheck;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Reports;

namespace DelingIPraksis.Domain.Tests.Reports;

public sealed class PersonalDataTests
{
    private static readonly string[] _pieces =
    [
        "Kari Moe", "Storgata 5", "99 88 77 66", "kari@stad.no", "1234.56.78903", "010170 12343", "https://a.no/99887766", "og", "Stad",
        " ", ", ", "\n", " – ", "A. ", "Nedre ", "vei 7", "+47 ", "fnr ",
    ];

    [Theory]
    [InlineData("fnr 01017012343", PersonalDataKind.IdentityNumber)]
    [InlineData("010170 12343", PersonalDataKind.IdentityNumber)]
    [InlineData("Han oppga 01 01 70 123 43 i møtet", PersonalDataKind.IdentityNumber)]
    [InlineData("290200-12380.", PersonalDataKind.IdentityNumber)]
    [InlineData("D-nummeret er 41017012337", PersonalDataKind.IdentityNumber)]
    [InlineData("01817012309 er laget for prøver", PersonalDataKind.IdentityNumber)]
    [InlineData("Fødselsnummer: 01017012345", PersonalDataKind.IdentityNumber)]
    [InlineData("tlf 99 88 77 66", PersonalDataKind.Telephone)]
    [InlineData("Ring ho på 998 87 766!", PersonalDataKind.Telephone)]
    [InlineData("(99887766)", PersonalDataKind.Telephone)]
    [InlineData("+47 99 88 77 66", PersonalDataKind.Telephone)]
    [InlineData("+4799887766", PersonalDataKind.Telephone)]
    [InlineData("0047 22 33 44 55", PersonalDataKind.Telephone)]
    [InlineData("+47 998 87 766", PersonalDataKind.Telephone)]
    [InlineData("mobil: 40012345", PersonalDataKind.Telephone)]
    [InlineData("22.33.44.55", PersonalDataKind.Telephone)]
    [InlineData("+46 70 123 45 67", PersonalDataKind.Telephone)]
    [InlineData("kari.nordmann@stad.kommune.no", PersonalDataKind.Email)]
    [InlineData("Skriv til <ola+samling@gmail.com>, så …", PersonalDataKind.Email)]
    [InlineData("åse@bærum.kommune.no", PersonalDataKind.Email)]
    [InlineData("81017010077 fra legevakta", PersonalDataKind.IdentityNumber)]
    [InlineData("Kontonummer 1234.56.78903", PersonalDataKind.AccountNumber)]
    [InlineData("1234 56 78903", PersonalDataKind.AccountNumber)]
    [InlineData("konto 12345678903", PersonalDataKind.AccountNumber)]
    [InlineData("IBAN NO93 8601 1117 947", PersonalDataKind.AccountNumber)]
    [InlineData("Storgata 5", PersonalDataKind.StreetAddress)]
    [InlineData("Olav Duuns vei 12 B", PersonalDataKind.StreetAddress)]
    [InlineData("Nedre Strandgate 7, 5004 Bergen", PersonalDataKind.StreetAddress)]
    [InlineData("Spør Torill Moe", PersonalDataKind.PersonName)]
    [InlineData("kari hansen tar det", PersonalDataKind.PersonName)]
    [InlineData("KARI HANSEN TAR DET", PersonalDataKind.PersonName)]
    [InlineData("Liv Hansen", PersonalDataKind.PersonName)]
    [InlineData("Spør Ragnhild", PersonalDataKind.PersonName)]
    [InlineData("Ragnhilds forslag", PersonalDataKind.PersonName)]
    [InlineData("ordfører Berg sa nei", PersonalDataKind.PersonName)]
    [InlineData("K. Hansen", PersonalDataKind.PersonName)]
    [InlineData("Kari sa det beste", PersonalDataKind.PersonName)]
    [InlineData("Eriksson følger opp", PersonalDataKind.PersonName)]
    public void What_may_point_at_one_person_is_noticed(string text, PersonalDataKind kind) => Assert.Equal([kind], PersonalData.In(text));

    [Fact]
    public void Each_kind_is_told_once() => Assert.Equal(
        [PersonalDataKind.IdentityNumber, PersonalDataKind.Telephone, PersonalDataKind.Email],
        PersonalData.In("Kari Nordmann, tlf 99 88 77 66 eller 22 33 44 55, kari@stad.no, fnr 01017012345"));

    [Theory]
    [InlineData("Samlingene 2021-2025 og 2026–2030")]
    [InlineData("7. juni 2021 kl. 10.12")]
    [InlineData("Kommunene 4649, 4601, 4203 og 3236")]
    [InlineData("Organisasjonsnummer 987 654 321")]
    [InlineData("Org.nr. 974760673")]
    [InlineData("Det kostet 25 000 000 kroner")]
    [InlineData("Budsjettet er på 25000000")]
    [InlineData("Rammen på 45 500 000 kr skal holde")]
    [InlineData("45512345 kroner")]
    [InlineData("I dag bor det 5 550 203 mennesker i Norge")]
    [InlineData("https://www.ks.no/artikkel/99887766?id=41017012337")]
    [InlineData("www.kommune.no/sak/40012345")]
    [InlineData("Saksnummer 21/12345678")]
    [InlineData("Sak 2021/40012345")]
    [InlineData("20210607, 07062021 og 31122021")]
    [InlineData("Kontonummer 1234.56.78904")]
    [InlineData("Arkivnøkkel 12345678903")]
    [InlineData("Fylkesvei 63 og Riksveg 7")]
    [InlineData("Rådhusgata 1, 6770 Nordfjordeid")]
    [InlineData("På veien 3 km unna")]
    [InlineData("Storgata 2030")]
    [InlineData("Kong Olav Vs vei og Karl Johans gate")]
    [InlineData("St. Olavs hospital og Sankt Hans")]
    [InlineData("Maria kirke")]
    [InlineData("Olsen Bygg AS")]
    [InlineData("Ola Nordmann må skjønne det")]
    [InlineData("Liv og helse kommer først")]
    [InlineData("Per i dag har vi ikke nok")]
    [InlineData("Stein og grus til veien")]
    [InlineData("Dag ut og dag inn")]
    [InlineData("Line i budsjettet")]
    [InlineData("Even fordeling mellom kommunene")]
    [InlineData("Klassen fikk prøve")]
    [InlineData("Hans egen sak")]
    [InlineData("01017012345 er bare elleve tall")]
    [InlineData("31023012345")]
    [InlineData("ISBN 978-82-15-01234-5")]
    [InlineData("§ 12-3 og kapittel 4.1.2.3")]
    [InlineData("postmottak@stad.kommune.no")]
    [InlineData("Vi er @ møtet")]
    [InlineData("30 41 52 er ikke noe nummer")]
    [InlineData("1 000 000 000 000")]
    [InlineData("10.12.20.21")]
    [InlineData("")]
    public void What_only_looks_like_it_is_let_be(string text) => Assert.Empty(PersonalData.In(text));

    /// <summary>Any day and any number in it: with its two control digits it is noticed, and with one of them changed it is not.</summary>
    [Fact]
    public void An_identity_number_is_told_by_its_control_digits() =>
        Gen.Select(Gen.Int[1, 28], Gen.Int[1, 12], Gen.Int[0, 99], Gen.Int[0, 999], Gen.Bool, Gen.Int[1, 9])
            .Sample(
                (day, month, year, number, isD, other) =>
    {
        int[] digits = [.. $"{(isD ? day + 40 : day):00}{month:00}{year:00}{number:000}".Select(digit => digit - '0')];
        int[] first = [3, 7, 6, 1, 8, 9, 4, 5, 2];
        var k1 = (11 - (first.Zip(digits, (weight, digit) => weight * digit).Sum() % 11)) % 11;
        int[] second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
        var k2 = (11 - (second.Zip(digits.Append(k1), (weight, digit) => weight * digit).Sum() % 11)) % 11;
        if (k1 == 10 || k2 == 10) return true;
        var whole = string.Concat(digits) + k1 + k2;
        var wrong = whole[..10] + ((k2 + other) % 10);
        return PersonalData.In($"Nr {whole}.").Contains(PersonalDataKind.IdentityNumber)
            && !PersonalData.In($"Nr {wrong}.").Contains(PersonalDataKind.IdentityNumber);
    });

    /// <summary>Whatever is written, it is read, and quickly: no text makes it look for ever.</summary>
    [Fact]
    public void Any_text_is_read() =>
        Gen.Select(Gen.String["0123456789 .-+@/,tlfnr"], Gen.Int[1, 40])
            .Sample((text, times) => PersonalData.In(string.Concat(Enumerable.Repeat(text, times))).Count <= 6);

    [Fact]
    public void Finds_stand_where_they_stand_in_the_text_and_do_not_overlap() => Gen.Int[0, _pieces.Length - 1].List[0, 20].Sample(
        pieces =>
        {
            var text = string.Concat(pieces.Select(piece => _pieces[piece]));
            var at = 0;
            foreach (var find in PersonalData.Find(text))
            {
                if (find.Start < at || find.Length <= 0 || find.Start + find.Length > text.Length) return false;
                at = find.Start + find.Length;
            }

            return true;
        });

    [Fact]
    public void Names_that_may_stand_there_are_let_be()
    {
        var known = new HashSet<string> { "Alfred Bjørlo" };
        Assert.Empty(PersonalData.In("Ordfører Alfred Bjørlo ønsket velkommen. Alfred Bjørlos tale var kort.", known));
        Assert.Equal([PersonalDataKind.PersonName], PersonalData.In("Alfred Bjørlo og Kari Moe", known));
    }

    [Fact]
    public void A_report_that_tells_of_its_speakers_has_no_flaw_and_one_that_names_somebody_else_has()
    {
        var report = new GatheringReport(
            new GatheringFacts("Nettverket", "", "Samling", null, new DateOnly(2021, 6, 7), "Stad kommune", "Stad", default),
            System.Collections.Immutable.ImmutableSortedDictionary<ReportText, PlainText>.Empty
                .Add(ReportText.About, "Alfred Bjørlo åpnet, og Bjørlo avsluttet. Torill Moe lager kaffe."),
            [new(new(Guid.NewGuid()), "Bolk", "", [new(new(Guid.NewGuid()), "Innlegg", [new("Alfred Bjørlo", "Stad")], "", null)], false)],
            "Tema",
            [],
            [],
            [],
            false
        );
        var flaw = Assert.Single(Preflight.Check(report, new DateOnly(2021, 6, 8)), flaw => flaw.Kind == FlawKind.PersonName);
        Assert.Contains("Torill Moe", flaw.Found.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_remarked_wherever_it_stands_in_the_report()
    {
        const string Said = "Ring 99 88 77 66";
        var report = new GatheringReport(
            new GatheringFacts("Nettverket", Said, "Samling", null, new DateOnly(2021, 6, 7), "Vert", "Sted", default) { Ingress = Said },
            System.Collections.Immutable.ImmutableSortedDictionary<ReportText, PlainText>.Empty.Add(ReportText.Workshop, Said),
            [new(new(Guid.NewGuid()), "Bolk", Said, [new(new(Guid.NewGuid()), "Innlegg", [new("Kari", Said)], Said, null)], false)],
            "Tema",
            [],
            [new(Domain.Synthesis.Section.Barriers, "", [new(new(Guid.NewGuid()), Said, [])]), new(new(Guid.NewGuid()), Said, [])],
            [new(Domain.GroupWork.NoteKind.Barrier, Said, 0, [], null)],
            false
        );
        Assert.Equal(9, Preflight.Check(report, new DateOnly(2021, 6, 8)).Count(flaw => flaw.Kind == FlawKind.Telephone));
    }
}
