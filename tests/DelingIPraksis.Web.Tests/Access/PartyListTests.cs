using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Making;

namespace DelingIPraksis.Web.Tests.Access;

public sealed class PartyListTests
{
    [Theory]
    [InlineData("Stad", "Stad", null)]
    [InlineData("  • Stad kommune ", "Stad kommune", null)]
    [InlineData("- Arendal,", "Arendal", null)]
    [InlineData("4649 Stad", "Stad", "4649")]
    [InlineData("4649\tStad", "Stad", "4649")]
    [InlineData("Stad (4649)", "Stad", "4649")]
    [InlineData("Stad;4649", "Stad", "4649")]
    [InlineData("Trondheim - Tråante", "Trondheim - Tråante", null)]
    [InlineData("46 Vestland fylkeskommune", "Vestland fylkeskommune", "46")]
    [InlineData("Gáivuotna   Kåfjord", "Gáivuotna Kåfjord", null)]
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
    public void Is_not_held_up_by_a_line_made_to_hold_it_up() => Assert.NotEmpty(PartyList.Parse(new string(' ', 20_000) + "x" + new string(',', 20_000) + "y"));
}
