using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Programme;

namespace DelingIPraksis.Web.Tests.Programme;

public sealed class InputFormatTests
{
    [Theory]
    [InlineData("7.6.2021")]
    [InlineData("07.06.2021")]
    [InlineData(" 7. juni 2021 ")]
    [InlineData("2021-06-07")]
    [InlineData("7/6/2021")]
    [InlineData("7.6.21")]
    public void A_day_is_understood_as_people_write_it(string text) => Assert.Equal(new DateOnly(2021, 6, 7), InputFormat.Day(text));

    [Theory]
    [InlineData("7.6.20021")]
    [InlineData("20021-06-07")]
    public void A_year_of_five_figures_is_a_day_that_the_rules_refuse(string text) => Assert.Equal(1, InputFormat.Day(text)?.Year);

    [Theory]
    [InlineData("")]
    [InlineData("neste tirsdag")]
    [InlineData("31.2.2021")]
    public void What_is_no_day_is_none(string text) => Assert.Null(InputFormat.Day(text));

    [Theory]
    [InlineData("9", 9, 0)]
    [InlineData("09", 9, 0)]
    [InlineData("9.30", 9, 30)]
    [InlineData("0930", 9, 30)]
    [InlineData("930", 9, 30)]
    [InlineData("kl. 9:30", 9, 30)]
    public void A_time_is_understood_as_people_write_it(string text, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), InputFormat.Time(text));

    [Theory]
    [InlineData("Kari, Stad\nOla")]
    [InlineData("Kari, Stad\u000BOla")]
    [InlineData("Kari, Stad\r\n\u2028 Ola")]
    public void Speakers_stand_on_a_line_each_however_the_lines_are_broken(string text) =>
        Assert.Equal([new Speaker("Kari", "Stad"), new Speaker("Ola", "")], InputFormat.Speakers(text));

    [Theory]
    [InlineData("25.00")]
    [InlineData("halv ti")]
    public void What_is_no_time_is_none(string text) => Assert.Null(InputFormat.Time(text));

    [Theory]
    [InlineData("stad.kommune.no/a.pdf", "https://stad.kommune.no/a.pdf")]
    [InlineData("http://x.example", "http://x.example/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("presentasjon", null)]
    [InlineData("https://to ord.example", null)]
    public void An_address_is_one_of_the_web(string text, string? address) => Assert.Equal(address, InputFormat.Address(text)?.AbsoluteUri);

    [Fact]
    public void Speakers_stand_one_on_each_line_with_where_they_come_from()
    {
        Speaker[] speakers = [new("Hege Westskog", "CICERO"), new("Alfred Bjørlo", "Stad, ordfører"), new("Vanja Grut", "")];
        Assert.Equal(speakers, InputFormat.Speakers("Hege Westskog, CICERO\n\nAlfred Bjørlo, Stad, ordfører\n Vanja Grut "));
        Assert.Equal(speakers, InputFormat.Speakers(InputFormat.Speakers(speakers)));
    }
}
