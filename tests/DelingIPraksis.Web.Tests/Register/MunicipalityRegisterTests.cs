using DelingIPraksis.Web.Register;

namespace DelingIPraksis.Web.Tests.Register;

public sealed class MunicipalityRegisterTests
{
    private static readonly MunicipalityRegister Register = MunicipalityRegister.Current;

    [Fact]
    public void Holds_all_municipalities_and_counties_of_2026()
    {
        Assert.Equal(
            (357, 357, 15),
            (
                Register.All.Count,
                Register.All.Select(one => one.Number).Distinct().Count(),
                Register.All.Select(one => one.County).Distinct().Count()
            )
        );
        Assert.All(Register.All, one => Assert.Equal((4, 2), (one.Number.Length, one.CountyNumber.Length)));
    }

    [Fact]
    public void Every_name_of_everyone_finds_it()
    {
        foreach (var one in Register.All)
            foreach (
                var name in (IEnumerable<string>)
                    [
                        one.Name,
                    one.OfficialName,
                    one.Name + " kommune",
                    one.Name.ToUpperInvariant(),
                    $"{one.Name} ({one.County})",
                    .. one.OtherNames,
                    ]
            )
                Assert.Contains(one, Register.Named(name));
    }

    [Theory]
    [InlineData("Stad", "4649")]
    [InlineData("  stad  kommune ", "4649")]
    [InlineData("Tråante", "5001")]
    [InlineData("Trondheim - Tråante", "5001")]
    [InlineData("Trondheim – Tråante", "5001")]
    [InlineData("Karasjohka", "5610")]
    [InlineData("Herøy i Nordland", "1818")]
    [InlineData("Herøy (Møre og Romsdal)", "1515")]
    [InlineData("Heröy, Nordland", "1818")]
    [InlineData("Ulvik herad", "4620")]
    public void Is_found_as_people_write_it(string written, string number) =>
        Assert.Equal(number, Assert.Single(Register.Named(written)).Number);

    [Theory]
    [InlineData("Herøy")]
    [InlineData("våler kommune")]
    public void Two_of_the_same_name_are_two(string name) => Assert.Equal(2, Register.Named(name).Count);

    [Theory]
    [InlineData("")]
    [InlineData("kommune")]
    [InlineData("Stadsbygd")]
    [InlineData("Oslo i Nordland")]
    [InlineData("KS")]
    public void Others_are_not_found(string name) => Assert.Empty(Register.Named(name));

    [Fact]
    public void A_county_council_is_known_by_its_name()
    {
        Assert.Equal(("46", "Vestland"), Register.CountyCouncil("vestland fylkeskommune"));
        Assert.Null(Register.CountyCouncil("Vestland"));
        Assert.Null(Register.CountyCouncil("Viken fylkeskommune"));
    }
}
