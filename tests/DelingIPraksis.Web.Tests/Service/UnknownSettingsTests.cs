using DelingIPraksis.Web.Service;
using Microsoft.Extensions.Configuration;

namespace DelingIPraksis.Web.Tests.Service;

/// <summary>A setting that nobody reads is told of, with the name that was most likely meant.</summary>
public sealed class UnknownSettingsTests
{
    [Theory]
    [InlineData("DELING_NODEMO", "DELING_NO_DEMO")]
    [InlineData("DELING_DATAA", "DELING_DATA")]
    public void A_variable_that_is_spelt_wrong(string name, string meant) =>
        Assert.Equal([$"Kjenner ikke innstillingen {name}, og den virker ikke. Mente du {meant}?"], Of([], name));

    [Theory]
    [InlineData("Acces:Proxies", "Access:Proxies")]
    [InlineData("Access:Proxy", "Access:Proxies")]
    [InlineData("Deling:NoDmo", "Deling:NoDemo")]
    [InlineData("Service:ControlerName", "Service:ControllerName")]
    [InlineData("Language:Defalt", "Language:Default")]
    public void A_key_that_is_spelt_wrong(string key, string meant) =>
        Assert.EndsWith($"Mente du {meant}?", Assert.Single(Of([(key, "x")])), StringComparison.Ordinal);

    [Theory]
    [InlineData("ACCESS_PROXIES", "Access__Proxies__0")]
    [InlineData("Access_Proxies__1", "Access__Proxies__1")]
    [InlineData("PACE_CHANGES_OF_PERSON", "Pace__ChangesOfPerson")]
    [InlineData("Deling_NoDemo", "Deling__NoDemo")]
    public void One_underscore_where_there_should_be_two(string name, string meant) =>
        Assert.Equal([$"Kjenner ikke innstillingen {name}, og den virker ikke. Mente du {meant}?"], Of([], name));

    [Fact]
    public void What_is_known_and_what_is_others_is_not_told_of()
    {
        var delivered = new ConfigurationBuilder().AddJsonFile(Path.Combine(Sources.Root, "appsettings.json")).Build();
        string[] right = ["DELING_DATA", "DELING_OFFICE", "Access__Proxies__0", "ACCESS__PROXIES__0", "Access:Proxies:0", "Deling__Data"];
        Assert.Empty(UnknownSettings.In(delivered, [.. right, "PATH", "ACCESS_TOKEN", "LANGUAGE"]));
        Assert.Empty(
            Of([
                ("Access:Proxies:0", "10.0.0.1"),
                ("access:origins:0", "https://a.example"),
                ("Kestrel:Certificates:Default:Path", "x"),
                ("Deling:Data", "d"),
            ])
        );
    }

    private static List<string> Of((string Key, string Value)[] settings, params string[] environment) =>
        [
            .. UnknownSettings.In(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
                    .Build(),
                environment
            ),
        ];
}
