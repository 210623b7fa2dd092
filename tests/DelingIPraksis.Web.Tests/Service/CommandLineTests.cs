using DelingIPraksis.Web.Cli;
using Microsoft.Extensions.Configuration;

namespace DelingIPraksis.Web.Tests.Service;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_are_read_in_both_ways_of_writing_them()
    {
        var line = CommandLine.Parse(["--urls", "http://*:80", "--data=/srv/deling", "--no-demo", "--culture", "nn"]);
        Assert.Null(line.Fault);
        Assert.Equal(
            [("Deling:Data", "/srv/deling"), ("Deling:NoDemo", "true"), ("Deling:Urls", "http://*:80"), ("Language:Default", "nn")],
            line.Settings.Select(setting => (setting.Key, setting.Value)).Order());
    }

    [Theory]
    [InlineData("--wat")]
    [InlineData("-x")]
    [InlineData("--data")]
    [InlineData("--data=")]
    [InlineData("--data", "--no-demo")]
    public void What_is_not_understood_is_a_fault(params string[] args) => Assert.NotNull(CommandLine.Parse(args).Fault);

    [Fact]
    public void A_verb_takes_what_follows_it()
    {
        var line = CommandLine.Parse(["--data", "d", "export", "--format", "docx"]);
        Assert.Equal("export", line.Command);
        Assert.Equal(["--format", "docx"], line.Rest);
    }

    [Theory]
    [InlineData("1", "true")]
    [InlineData("ja", "true")]
    [InlineData("0", "false")]
    [InlineData("False", "false")]
    public void The_environment_says_the_same(string value, string meaning)
    {
        var settings = CommandLine.FromEnvironment(name => name == "DELING_NO_DEMO" ? value : null);
        Assert.Equal(("Deling:NoDemo", meaning), settings.Select(setting => (setting.Key, setting.Value)).Single());
    }

    [Fact]
    public void A_setting_that_follows_a_switch_is_not_taken_for_its_value()
    {
        var host = new ConfigurationBuilder()
            .AddCommandLine(CommandLine.ForTheHost(["--no-demo", "--Access:Proxies:0=10.0.0.0/8"]))
            .Build();
        Assert.Equal("10.0.0.0/8", host["Access:Proxies:0"]);
    }

    [Fact]
    public void The_help_text_names_every_option_and_variable() =>
        Assert.All(
            [
                "--urls", "--data", "--no-demo", "--culture", "--help", "--address", "DELING_ADDRESS", "DELING_URLS", "DELING_DATA",
                "DELING_NO_DEMO", "DELING_CULTURE",
            ],
            word => Assert.Contains(word, HelpText.Write(), StringComparison.Ordinal)
        );
}
