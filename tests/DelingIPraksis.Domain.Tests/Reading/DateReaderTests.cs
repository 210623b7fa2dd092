using DelingIPraksis.Domain.Reading;

namespace DelingIPraksis.Domain.Tests.Reading;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("7. juni 2021", "2021-06-07")]
    [InlineData("torsdag 6. februar 2025", "2025-02-06")]
    [InlineData("4.–5. mai 2022", "2022-05-04")]
    [InlineData("9. og 10. oktober 2017", "2017-10-09")]
    [InlineData("14.03.2018", "2018-03-14")]
    [InlineData("14.3.18", "2018-03-14")]
    [InlineData("den 2024-01-30 møttes vi", "2024-01-30")]
    [InlineData("1. desember, 2020", "2020-12-01")]
    public void A_date_is_found_as_people_write_it(string text, string date) =>
        Assert.Equal(date, Iso(Assert.Single(DateReader.In(text, text)).Date));

    [Theory]
    [InlineData("31. februar 2021")]
    [InlineData("7. juni 1921")]
    [InlineData("punkt 4.5.6 i planen")]
    [InlineData("kl. 10.30")]
    [InlineData("12 mann")]
    public void What_is_no_date_is_not_read_as_one(string text) => Assert.Empty(DateReader.In(text, text));

    [Fact]
    public void A_year_with_a_digit_too_many_is_the_one_that_the_report_gives_the_same_day()
    {
        var date = Assert.Single(DateReader.In("Samling 7. juni 20021", "I 2001 og 2002 og 2002. 7. juni 2021 var Stad kommune vertskap"));
        Assert.Equal("2021-06-07", Iso(date.Date));
        Assert.Equal(Certainty.Guess, date.Certainty);
        Assert.Equal("7. juni 20021", date.Written);
    }

    [Fact]
    public void A_date_without_a_year_has_that_of_the_report()
    {
        var date = Assert.Single(DateReader.In("Vi møttes 14. mars.", "AGDERSAMLINGEN 2018. Vi møttes 14. mars."));
        Assert.Equal("2018-03-14", Iso(date.Date));
        Assert.Equal(Certainty.Guess, date.Certainty);
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
