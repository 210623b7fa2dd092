using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Making;

namespace DelingIPraksis.Web.Tests.Access;

public sealed class PartyListTests
{
    [Theory]
    [InlineData("Stad", "Stad", "4649")]
    [InlineData("  • stad kommune ", "Stad", "4649")]
    [InlineData("- Arendal,", "Arendal", "4203")]
    [InlineData("TRÅANTE", "Tråante", "5001")]
    [InlineData("Herøy (Nordland)", "Herøy (Nordland)", "1818")]
    [InlineData("Vestland fylkeskommune", "Vestland fylkeskommune", "46")]
    [InlineData("Landsforeningen for gjenbruk", "Landsforeningen for gjenbruk", null)]
    [InlineData("4649 Stad", "Stad", "4649")]
    [InlineData("4649\tStad", "Stad", "4649")]
    [InlineData("Stad (4649)", "Stad", "4649")]
    [InlineData("Stad;4649", "Stad", "4649")]
    [InlineData("Trondheim - Tråante", "Trondheim - Tråante", "5001")]
    [InlineData("46 Vestland fylkeskommune", "Vestland fylkeskommune", "46")]
    [InlineData("Gáivuotna   Kåfjord", "Gáivuotna Kåfjord", null)]
    [InlineData("Kåfjord", "Kåfjord", "5540")]
    public void Takes_a_line_as_people_have_it(string line, string name, string? number)
    {
        var party = Assert.Single(PartyList.Parse(line));
        Assert.Equal((name, number), (party.Name.Value, party.RegisterNumber));
    }

    [Fact]
    public void Leaves_out_empty_lines_and_repeats_and_tells_two_of_the_same_name_apart_by_number()
    {
        var parties = PartyList.Parse("Stad\r\n\r\nstad\n1515 Herøy\n1818 Herøy\n \n1515 Herøy");
        Assert.Equal(["Stad", "Herøy", "Herøy"], parties.Select(party => party.Name.Value));
    }

    [Fact]
    public void Knows_a_county_by_its_name_or_number()
    {
        Assert.Equal(PartyKind.County, PartyList.Parse("Viken fylkeskommune")[0].Kind);
        Assert.Equal(PartyKind.County, PartyList.Parse("46 Vestland")[0].Kind);
        Assert.Equal(PartyKind.Municipality, PartyList.Parse("4649 Stad")[0].Kind);
    }

    [Fact]
    public void Knows_where_a_municipality_lies_and_who_is_none()
    {
        var parties = PartyList.Parse("Stad\n3301 Drammen\nKS\nHerøy");
        Assert.Equal(["Vestland", "Buskerud", null, null], parties.Select(party => party.County));
        Assert.Equal(
            [PartyKind.Municipality, PartyKind.Municipality, PartyKind.Other, PartyKind.Municipality],
            parties.Select(party => party.Kind)
        );
        Assert.Equal("Herøy", PartyList.Unclear(parties)!.Name.Value);
    }

    [Fact]
    public void Is_not_held_up_by_a_line_made_to_hold_it_up() =>
        Assert.NotEmpty(PartyList.Parse(new string(' ', 20_000) + "x" + new string(',', 20_000) + "y"));
}
