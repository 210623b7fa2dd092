using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Tests.Register;

/// <summary>The register of any day since 2016: names, numbers and counties of that day, and what became of each.</summary>
public sealed class RegisterYearsTests
{
    private static readonly MunicipalityRegister Today = MunicipalityRegister.Own;

    private static MunicipalityRegister In(int year) => Today.On(new(year, 6, 7));

    [Theory]
    [InlineData(2016, 428, 19)]
    [InlineData(2017, 426, 19)]
    [InlineData(2018, 422, 18)]
    [InlineData(2019, 422, 18)]
    [InlineData(2020, 356, 11)]
    [InlineData(2023, 356, 11)]
    [InlineData(2024, 357, 15)]
    [InlineData(2026, 357, 15)]
    public void There_were_as_many_as_there_were(int year, int municipalities, int counties)
    {
        Assert.Equal((municipalities, counties), (In(year).All.Count, In(year).Counties.Count()));
        Assert.DoesNotContain(In(year).All, one => one.County.Length == 0 || one.Name.Contains('?'));
    }

    [Fact]
    public void No_change_is_lost_and_every_former_number_leads_to_the_register_of_today()
    {
        Assert.Empty(Today.Municipalities.Lost.Concat(Today.CountyYears.Lost));
        foreach (var change in Today.Changes)
        {
            var years = change.OldNumber.Length == 4 ? Today.Municipalities : Today.CountyYears;
            var old = years.Numbered(change.OldNumber, change.Year - 1);
            Assert.NotNull(old);
            Assert.Contains(years.Numbered(change.NewNumber, change.Year), years.In(change.Year, old));
            Assert.All(years.In(int.MaxValue, old), now => Assert.True(Today.Knows(now.Number)));
            Assert.NotEmpty(years.In(int.MaxValue, old));
        }
    }

    [Fact]
    public void Every_name_of_every_year_is_found_in_that_year_and_is_former_or_known_in_all_others()
    {
        foreach (var year in Enumerable.Range(2016, 11))
            foreach (var one in In(year).All)
            {
                Assert.Contains(one, In(year).Named(one.Name));
                Assert.Contains(one, In(year).Named($"{one.Name} ({one.County})"));
                Assert.Null(In(year).Former(one.Name));
                foreach (var other in (int[])[2016, 2018, 2021, 2026])
                {
                    var known = In(other).Named(one.Name);
                    var former = In(other).Former(one.Name);
                    Assert.True(known.Count > 0 ^ former is not null, $"{one.Name} {year} {other}");
                    Assert.All(former?.Now ?? [], hit => Assert.NotNull(In(other).Numbered(hit.Number)));
                }
            }
    }

    [Theory]
    [InlineData(2021, "Asker", "3025", "Viken")]
    [InlineData(2018, "Asker", "0220", "Akershus")]
    [InlineData(2026, "Asker", "3203", "Akershus")]
    [InlineData(2018, "Rindal", "1567", "Møre og Romsdal")]
    [InlineData(2019, "Rindal", "5061", "Trøndelag")]
    [InlineData(2018, "Jevnaker", "0532", "Oppland")]
    [InlineData(2021, "Tana", "5441", "Troms og Finnmark")]
    [InlineData(2018, "Sandnes", "1102", "Rogaland")]
    [InlineData(2017, "Namdalseid", "1725", "Nord-Trøndelag")]
    [InlineData(2021, "Karasjok", "5437", "Troms og Finnmark")]
    public void Has_the_number_and_the_county_of_the_day(int year, string name, string number, string county)
    {
        var one = Assert.Single(In(year).Named(name));
        Assert.Equal((name, number, county), (one.Name, one.Number, one.County));
    }

    [Theory]
    [InlineData("Nes", 2018, "0236|0616")]
    [InlineData("Os", 2018, "0441|1243")]
    [InlineData("Bø", 2018, "0821|1867")]
    [InlineData("Sande", 2018, "0713|1514")]
    [InlineData("Våler", 2021, "3018|3419")]
    [InlineData("Herøy", 2018, "1515|1818")]
    [InlineData("Nes", 2026, "3228")]
    [InlineData("Os", 2026, "3430")]
    [InlineData("Bø", 2026, "1867")]
    [InlineData("Sande", 2026, "1514")]
    [InlineData("Våler", 2026, "3114|3419")]
    public void A_name_that_the_day_has_is_never_a_former_one(string name, int year, string numbers)
    {
        Assert.Equal(numbers.Split('|'), In(year).Named(name).Select(one => one.Number).Order());
        Assert.Null(In(year).Former(name));
    }

    [Theory]
    [InlineData("Eid", 2026, 2020, "Stad")]
    [InlineData("Rissa", 2026, 2018, "Indre Fosen")]
    [InlineData("Namdalseid", 2026, 2020, "Namsos – Nåavmesjenjaelmie")]
    [InlineData("Nes i Buskerud", 2026, 2020, "Nesbyen")]
    [InlineData("Vågsøy", 2026, 2020, "Kinn|Stad")]
    [InlineData("Forsand", 2026, 2020, "Sandnes|Strand")]
    [InlineData("Snillfjord", 2026, 2020, "Heim|Hitra|Orkland")]
    [InlineData("Haram", 2021, 2020, "Ålesund")]
    [InlineData("Hof", 2021, 2018, "Holmestrand")]
    [InlineData("Stad", 2018, 2020, "Selje|Eid|Vågsøy")]
    [InlineData("Hordaland fylkeskommune", 2026, 2020, "Vestland fylkeskommune")]
    [InlineData("Viken fylkeskommune", 2026, 2024, "Østfold fylkeskommune|Akershus fylkeskommune|Buskerud fylkeskommune")]
    [InlineData("Troms og Finnmark fylkeskommune", 2026, 2024, "Troms fylkeskommune|Finnmark fylkeskommune")]
    [InlineData("Østfold fylkeskommune", 2021, 2020, "Viken fylkeskommune")]
    [InlineData("Sør-Trøndelag fylkeskommune", 2021, 2018, "Trøndelag fylkeskommune")]
    public void What_became_of_it_is_known_with_the_year(string name, int day, int year, string now)
    {
        var former = In(day).Former(name);
        Assert.NotNull(former);
        Assert.Equal((year, day < year), (former.Year, former.IsLater));
        Assert.Equal(now.Split('|'), former.Now.Select(hit => hit.Name));
        Assert.All(former.Now, hit => Assert.Contains(hit, In(day).Search(name, 20)));
    }

    [Theory]
    [InlineData("1443", "Eid", "Stad")]
    [InlineData("3025", "Asker", "Asker")]
    [InlineData("0301", null, null)]
    [InlineData("9999", null, null)]
    public void A_former_number_is_known(string number, string? was, string? now)
    {
        var former = Today.FormerNumbered(number);
        Assert.Equal((was, now), (former?.Name, former?.Now.Single().Name));
    }

    [Theory]
    [InlineData("3203", "Asker", 2021, "Viken")]
    [InlineData("3025", "Asker", 2021, "Viken")]
    [InlineData("3203", "Asker", 2018, "Akershus")]
    [InlineData("4649", "Stad", 2018, "Sogn og Fjordane")]
    [InlineData("4649", "Stad", 2026, "Vestland")]
    [InlineData("5001", "Trondheim", 2017, "Sør-Trøndelag")]
    [InlineData("1103", "Stavanger", 2018, "Rogaland")]
    public void The_county_of_a_party_is_that_of_the_day_whatever_number_it_was_invited_with(
        string number, string name, int year, string county) =>
        Assert.Equal(county, Today.CountyOn(Invited(name, number), new(year, 6, 7)));

    [Fact]
    public void A_party_that_the_register_does_not_know_keeps_its_own_county()
    {
        Assert.Equal("Fjern", Today.CountyOn(Invited("Fjernland", "9999") with { County = "Fjern" }, new(2021, 6, 7)));
        Assert.Equal("Fjern", Today.CountyOn(Invited("Insam", null) with { County = "Fjern" }, new(2021, 6, 7)));
    }

    [Theory]
    [InlineData("1443", "Eid", 2018, null)]
    [InlineData("1443", "Eid", 2021, "Stad")]
    [InlineData("4649", "Stad", 2021, null)]
    [InlineData("4649", "Stad", 2018, "Selje")]
    [InlineData("3203", "Asker", 2021, null)]
    [InlineData("12", "Hordaland fylkeskommune", 2021, "Vestland fylkeskommune")]
    [InlineData(null, "Insam", 2021, null)]
    public void A_party_under_a_name_of_other_years_is_told_apart_from_one_under_the_name_of_the_day(
        string? number, string name, int year, string? now) =>
        Assert.Equal(now, Today.FormerOn(Invited(name, number), new(year, 6, 7))?.Now[0].Name);

    [Theory]
    [InlineData("1443", 2018, 2021, "4649")]
    [InlineData("1439", 2018, 2021, "4602")]
    [InlineData("1850", 2018, 2021, "1806|1875")]
    [InlineData("1534", 2018, 2026, "1508")]
    [InlineData("1507", 2021, 2026, "1508")]
    [InlineData("12", 2018, 2021, "46")]
    [InlineData("9999", 2018, 2021, "")]
    public void A_number_is_followed_to_another_day(string number, int then, int day, string numbers) =>
        Assert.Equal(
            numbers.Split('|', StringSplitOptions.RemoveEmptyEntries),
            Today.NumbersOn(number, new(then, 6, 7), new(day, 6, 7)).Order());

    [Theory]
    // The successor takes its place, and the name that was written is told.
    [InlineData("Eid", 2026, "Stad 4649 < Eid")]
    [InlineData("Eid kommune", 2026, "Stad 4649 < Eid")]
    [InlineData("1443 Eid", 2026, "Stad 4649 < Eid")]
    [InlineData("Eid;1443", 2026, "Stad 4649 < Eid")]
    [InlineData("1443", 2026, "Stad 4649 < Eid")]
    [InlineData("Eid (kommer 2)", 2026, "Stad 4649 < Eid")]
    [InlineData("Eid, Selje og Bergen", 2026, "Stad 4649 < Eid|Bergen 4601")]
    [InlineData("Eid og Selje", 2026, "Stad 4649 < Eid")]
    [InlineData("Kommunenr;Kommune\n1443;Eid\n101;Halden", 2026, "Stad 4649 < Eid|Halden 3101")]
    [InlineData("Nes;Buskerud", 2026, "Nesbyen 3322 < Nes")]
    [InlineData("0616 Nes", 2026, "Nesbyen 3322 < Nes")]
    [InlineData("0236 Nes", 2026, "Nes 3228")]
    [InlineData("Våler;0137", 2026, "Våler 3114")]
    [InlineData("Våler;Viken", 2026, "Våler 3114")]
    [InlineData("Asker (Viken)", 2026, "Asker 3203")]
    [InlineData("Hordaland fylkeskommune", 2026, "Vestland fylkeskommune 46 < Hordaland")]
    // Several are asked about.
    [InlineData("Tysfjord", 2026, "Tysfjord ? Narvik/Hábmer – Hamarøy")]
    [InlineData("Forsand", 2026, "Forsand ? Sandnes/Strand")]
    [InlineData("Viken fylkeskommune", 2026, "Viken fylkeskommune ? Østfold fylkeskommune/Akershus fylkeskommune/Buskerud fylkeskommune")]
    // A county without its «fylkeskommune» is asked about.
    [InlineData("Vestland", 2026, "Vestland ? Vestland fylkeskommune")]
    [InlineData("Viken", 2021, "Viken ? Viken fylkeskommune")]
    [InlineData("Hordaland", 2026, "Hordaland ? Vestland fylkeskommune")]
    [InlineData("Viken", 2026, "Viken ? Østfold fylkeskommune/Akershus fylkeskommune/Buskerud fylkeskommune")]
    // On a day before the change, the former name is the right one.
    [InlineData("Eid\nSelje", 2018, "Eid 1443|Selje 1441")]
    [InlineData("Viken fylkeskommune", 2021, "Viken fylkeskommune 30")]
    [InlineData("Stad", 2018, "Stad ? Selje/Eid/Vågsøy")]
    [InlineData("3203 Asker", 2021, "Asker 3025")]
    // A year is no number of Karasjok, a count is none of Asker, and a surname beside unknown words is no municipality.
    [InlineData("Konferansen 2021", 2026, "Konferansen ?")]
    [InlineData("Stad;220", 2026, "Stad 4649")]
    [InlineData("Kari, Berg, Bergen", 2026, "Kari ?|Berg ? Senja|Bergen 4601")]
    public void A_list_is_read_by_the_register_of_the_day(string pasted, int year, string expected) =>
        Assert.Equal(expected, string.Join('|', PartyList.Read(pasted, In(year)).Select(line => line.Party switch
        {
            { RegisterNumber: { } number, Former: { } former } party => $"{party.Name} {number} < {former.Name.Split(" - ")[0]}",
            { RegisterNumber: { } number } party => $"{party.Name} {number}",
            { Choices.Count: > 0 } party => $"{party.Name} ? {string.Join('/', party.Choices.Select(choice => choice.Name))}",
            var party => $"{party.Name} ?",
        })));

    private static Party Invited(string name, string? number) =>
        new(new Id<Party>(Guid.Empty), name, number, number?.Length == 2 ? PartyKind.County : PartyKind.Municipality, null, 0);
}
