using DelingIPraksis.Web.Service;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;

namespace DelingIPraksis.Web.Tests.Service;

public sealed class StartOptionsTests
{
    private static readonly StartOptionsValidator _validator = new();

    [Fact]
    public void The_defaults_are_sound() => Assert.True(_validator.Validate(null, new StartOptions()).Succeeded);

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://*:80;https://[::1]:443")]
    [InlineData("http://127.0.0.1:0")]
    public void An_address_is_an_address(string urls) => Assert.True(_validator.Validate(null, new StartOptions { Urls = urls }).Succeeded);

    [Theory]
    [InlineData("")]
    [InlineData("tull")]
    [InlineData("localhost:5080")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost/deling")]
    public void Anything_else_is_not(string urls) => Assert.True(_validator.Validate(null, new StartOptions { Urls = urls }).Failed);

    [Theory]
    [InlineData("https://deling.kommune.no", true)]
    [InlineData("https://kommune.no/deling/", true)]
    [InlineData("http://10.0.0.7:8080", true)]
    [InlineData("deling.kommune.no", false)]
    [InlineData("https://0.0.0.0:8080", false)]
    [InlineData("https://deling.kommune.no/?a=1", false)]
    [InlineData("ftp://deling.kommune.no", false)]
    public void A_public_address_is_one_that_people_can_open(string address, bool sound) =>
        Assert.Equal(sound, _validator.Validate(null, new StartOptions { Address = address }).Succeeded);

    [Theory]
    [InlineData(null, "http://0.0.0.0:8080", "--address")]
    [InlineData(null, "http://*:8080", "--address")]
    [InlineData("http://localhost:8080", "http://0.0.0.0:8080", "bare på denne maskinen")]
    [InlineData(null, "http://localhost:5080", null)]
    [InlineData("https://deling.kommune.no", "http://0.0.0.0:8080", null)]
    public void Links_that_cannot_be_right_are_told_of_at_the_start(string? address, string listening, string? told)
    {
        var advice = AddressAdvice.For(new PublicAddress(address), [listening]);
        if (told is null) Assert.Null(advice);
        else Assert.Contains(told, advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("http://[::]:8080", "http://localhost:8080")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    public void The_link_that_is_printed_can_be_opened(string listening, string usable) =>
        Assert.Equal(usable, AddressAdvice.Usable([listening]));

    [Fact]
    public void All_faults_are_listed_at_once()
    {
        var result = _validator.Validate(null, new StartOptions { Urls = "tull", Data = " ", Culture = "fr" });
        Assert.Equal(3, result.Failures!.Count());
    }
}
