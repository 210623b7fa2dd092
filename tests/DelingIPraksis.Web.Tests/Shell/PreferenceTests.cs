using DelingIPraksis.Web.Shell.Preferences;
using DelingIPraksis.Web.Shell.Start;

namespace DelingIPraksis.Web.Tests.Shell;

public sealed class PreferenceTests
{
    [Theory]
    [InlineData("/samling/7?fane=lapper", "/samling/7?fane=lapper")]
    [InlineData("/", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData(@"/\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Comes_back_only_to_a_place_of_our_own(string? asked, string path) => Assert.Equal(path, Preference.LocalPath(asked));

    [Theory]
    [InlineData("nb-NO", "nb")]
    [InlineData("no", "nb")]
    [InlineData("NN", "nn")]
    [InlineData("en-US", "en")]
    [InlineData("se-NO", null)]
    [InlineData(null, null)]
    public void Finds_the_language_a_browser_means(string? tag, string? code) => Assert.Equal(code, Languages.Match(tag));

    [Fact]
    public void An_english_reader_in_norway_reads_the_day_before_the_month() =>
        Assert.Equal("23/11/2026", new DateOnly(2026, 11, 23).ToString("d", Languages.Formats("en")));

    [Theory]
    [InlineData("tilgjengelighet@kommune.example", "mailto:tilgjengelighet@kommune.example")]
    [InlineData("https://kommune.example/@kontakt", "https://kommune.example/@kontakt")]
    public void An_address_can_be_followed(string address, string link) => Assert.Equal(link, ServiceOptions.Link(address));

    [Fact]
    public void The_service_lists_all_its_faults_at_once()
    {
        var faults = new ServiceOptionsValidator().Validate(null, new()
        {
            Name = " ",
            AccessibilityStatementUrl = "javascript:alert(1)",
            FeedbackAddress = "ikke en adresse",
            PrivacyContact = "personvern@kommune.example",
        });
        Assert.Equal(3, faults.Failures!.Count());
    }
}
