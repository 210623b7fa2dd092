using DelingIPraksis.Web.Service;

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

    [Fact]
    public void All_faults_are_listed_at_once()
    {
        var result = _validator.Validate(null, new StartOptions { Urls = "tull", Data = " ", Culture = "fr" });
        Assert.Equal(3, result.Failures!.Count());
    }
}
