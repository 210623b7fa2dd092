using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access.Making;

namespace DelingIPraksis.Web.Tests.Access;

public sealed class GatheringDraftTests
{
    private static readonly GatheringDraft Good = new(
        "Samling", "Nettverket", "2027-06-07", "Stad", "Digitalt", "sirkulærøkonomi", "Brief", "Stad\nArendal"
    );

    [Fact]
    public void Becomes_a_gathering_when_everything_is_there()
    {
        var (gathering, faults) = Good.Read(new Id<Gathering>(Guid.NewGuid()), Language.Nynorsk);
        Assert.Empty(faults);
        Assert.Equal((new DateOnly(2027, 6, 7), PhasePlans.Brief, 2), (gathering!.Facts.Date, gathering.Plan, gathering.Parties.Count));
    }

    [Theory]
    [InlineData("7.6.2027")]
    [InlineData("07.06.2027")]
    [InlineData("7/6/2027")]
    [InlineData("7. juni 2027")]
    [InlineData("7 juni 2027")]
    [InlineData("7-6-2027")]
    [InlineData("7. 6. 2027")]
    [InlineData("7.6.27")]
    [InlineData("20270607")]
    [InlineData(" 2027-06-07 ")]
    public void Takes_a_date_as_people_write_it(string date) =>
        Assert.Equal(new DateOnly(2027, 6, 7), (Good with { Date = date }).Read(default, Language.Bokmal).Gathering!.Facts.Date);

    [Theory]
    [InlineData("20021-06-07", "ImplausibleDate")]
    [InlineData("1821-06-07", "ImplausibleDate")]
    [InlineData("31.2.2027", "DateUnclear")]
    [InlineData("i morgen", "DateUnclear")]
    [InlineData("", "DateUnclear")]
    [InlineData(null, "DateUnclear")]
    public void Says_what_is_wrong_with_a_date(string? date, string fault) =>
        Assert.Equal(fault, Assert.Single((Good with { Date = date }).Read(default, Language.Bokmal).Faults).Value.Text);

    [Fact]
    public void A_name_that_two_municipalities_bear_is_asked_about_and_the_county_answers()
    {
        var fault = Assert.Single((Good with { Parties = "Stad\nHerøy" }).Read(default, Language.Bokmal).Faults);
        Assert.Equal((DraftField.Parties, "TwoOfThatName"), (fault.Key, fault.Value.Text));
        Assert.Equal(["Herøy", "Møre og Romsdal", "Nordland"], fault.Value.Figures);
        Assert.Empty((Good with { Parties = "Stad\nHerøy (Nordland)\n1515 Herøy" }).Read(default, Language.Bokmal).Faults);
    }

    [Fact]
    public void What_is_not_recognised_is_asked_about_before_it_is_invited_and_the_rest_of_the_letter_is_left_out()
    {
        var pasted = Good with { Parties = "Hei Astrid,\n1. Stad\n2. Arendal\nInsam AS\n--\nMvh Per" };
        Assert.Equal("UnknownParties", Assert.Single(pasted.Read(default, Language.Bokmal).Faults).Value.Text);
        Assert.Equal(["Hei Astrid", "Insam AS", "Mvh Per"], pasted.Unknown.Select(party => party.Name.Value));
        var answered = pasted with { Asked = ["Hei Astrid", "Insam AS", "Mvh Per"], Taken = ["Insam AS"] };
        Assert.Equal(
            ["Stad", "Arendal", "Insam AS"],
            answered.Read(default, Language.Bokmal).Gathering!.Parties.Select(party => party.Name.Value)
        );
        // What has been written since is asked about too.
        Assert.Single((answered with { Parties = answered.Parties + "\nNordlandsforskning" }).Read(default, Language.Bokmal).Faults);
    }

    [Fact]
    public void Names_every_field_that_is_wrong_at_once()
    {
        var (gathering, faults) = new GatheringDraft(" ", new string('n', 121), null, new string('v', 301), null, null, null, "Stad").Read(
            default,
            Language.Bokmal
        );
        Assert.Null(gathering);
        Assert.Equal(
            [DraftField.Title, DraftField.Network, DraftField.Host, DraftField.Theme, DraftField.Date, DraftField.Parties],
            faults.Keys
        );
    }
}
