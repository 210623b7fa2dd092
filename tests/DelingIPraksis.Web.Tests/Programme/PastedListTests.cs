using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Making;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>A list as it stands in an e-mail: each line is told apart, and what was not understood is known.</summary>
public sealed class PastedListTests
{
    [Theory]
    [InlineData("1. Stad", "Stad")]
    [InlineData("12) Arendal", "Arendal")]
    [InlineData("a) Arendal", "Arendal")]
    [InlineData("> Stad", "Stad")]
    [InlineData("Kari <kari@stad.kommune.no>", "Stad")]
    [InlineData("\"Nordmann, Ola\" <ola.nordmann@lorenskog.kommune.no>,", "Lørenskog")]
    [InlineData("Stad kommune, post@fagnett.example", "Stad")]
    [InlineData("Stad, Arendal og Bergen", "Stad|Arendal|Bergen")]
    [InlineData("Stad; Arendal;Bergen", "Stad|Arendal|Bergen")]
    [InlineData("Stad\tArendal", "Stad|Arendal")]
    [InlineData("kari@stad.kommune.no; ola@arendal.kommune.no", "Stad|Arendal")]
    [InlineData("Herøy, Nordland", "Herøy")]
    [InlineData("Forskning, formidling og fag AS", "Forskning, formidling og fag AS")]
    [InlineData("\"Lørenskog\";\"3\"", "Lørenskog")]
    [InlineData("4649;Stad;Vestland", "Stad")]
    [InlineData("4204\tKristiansand\tAgder", "Kristiansand")]
    [InlineData("15 Møre og Romsdal fylkeskommune", "Møre og Romsdal fylkeskommune")]
    [InlineData("Stad\t4649\tVestland\t3", "Stad")]
    [InlineData("Stad,Vestland,kari@stad.kommune.no", "Stad")]
    [InlineData("4649", "Stad")]
    [InlineData("Kommunenr;Kommune;Fylke", "")]
    [InlineData("--", "")]
    public void Is_taken_as_it_stands(string line, string names) =>
        Assert.Equal(names.Split('|', StringSplitOptions.RemoveEmptyEntries), PartyList.Read(line).Select(one => one.Party.Name.Value));

    [Fact]
    public void Each_line_keeps_what_was_written_and_repeats_are_known()
    {
        var lines = PartyList.Read("Hei! Her er listen:\n• Stad\n2. stad kommune\nHerøy\nInsam AS");
        Assert.Equal(["Hei! Her er listen:", "• Stad", "2. stad kommune", "Herøy", "Insam AS"], lines.Select(line => line.Written));
        Assert.Equal([false, false, true, false, false], lines.Select(line => line.IsRepeat));
        Assert.Equal(2, lines[3].Party.Candidates.Count);
        Assert.Equal((PartyKind.Other, (string?)null), (lines[4].Party.Kind, lines[4].Party.RegisterNumber));
    }

    [Theory]
    [InlineData("Arrendal", "Arendal")]
    [InlineData("Tronheim", "Trondheim")]
    [InlineData("Kristiandsand", "Kristiansand")]
    [InlineData("Hei!", null)]
    [InlineData("Insam AS", null)]
    public void A_slip_of_the_pen_is_asked_about(string written, string? near)
    {
        var party = Assert.Single(PartyList.Read(written)).Party;
        Assert.True(party.IsUnknown);
        Assert.Equal(near, party.Near?.Name);
    }

    [Theory]
    [InlineData("@")]
    [InlineData(",;\t")]
    [InlineData("1. ")]
    public void A_line_with_nothing_in_it_names_nobody(string line) => Assert.True(PartyList.Read(line).Count <= 1);

    [Fact]
    public void Is_not_held_up_by_a_line_made_to_hold_it_up() =>
        Assert.NotEmpty(PartyList.Read(string.Concat(Enumerable.Repeat("a@", 20_000)) + new string(',', 20_000) + "y"));
}
