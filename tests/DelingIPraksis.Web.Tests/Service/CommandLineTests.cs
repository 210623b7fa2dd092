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

    [Theory]
    [InlineData("--data", "d", "export", "id", "--format", "docx", "--out", "f")]
    [InlineData("export", "--out=f", "--format=docx", "--data=d", "id")]
    [InlineData("--data", "d", "export", "--format", "docx", "--out", "f", "--", "id")]
    public void A_command_takes_what_follows_it(params string[] args)
    {
        var line = CommandLine.Parse(args);
        Assert.Equal((null, "export", "d"), (line.Fault, line.Command?.Name, line.Settings["Deling:Data"]));
        Assert.Equal(("id", "docx", "f"), (
            line.Parsed.GetRequiredValue<string>("ID"),
            line.Parsed.GetRequiredValue<string>("--format"),
            line.Parsed.GetRequiredValue<string>("--out")
        ));
    }

    [Theory]
    [InlineData("Kjenner ikke --wat.", "--wat")]
    [InlineData("Kjenner ikke --wat.", "--wat=x", "list")]
    [InlineData("Kjenner ikke --dta. Mente du --data?", "--dta", "x")]
    [InlineData("Kjenner ikke --version.", "--version")]
    [InlineData("Kjenner ikke «lag-kaffe».", "lag-kaffe", "--data", "x")]
    [InlineData("Kjenner ikke «exprot». Mente du export?", "exprot")]
    [InlineData("Kjenner ikke «[suggest]».", "[suggest]")]
    [InlineData("Kjenner ikke --fromat. Mente du --format?", "export", "--fromat", "docx", "--out", "f")]
    [InlineData("Kjenner ikke --dataa. Mente du --data?", "list", "--dataa", "d")]
    [InlineData("Kjenner ikke «foo».", "list", "foo")]
    [InlineData("Kjenner ikke --no-demo.", "list", "--no-demo")]
    [InlineData("Kjenner ikke -x.", "pair", "-x")]
    [InlineData("Kjenner ikke «b».", "pair", "a", "b")]
    [InlineData("Kjenner ikke «remove».", "account", "remove", "e@kommune.example")]
    [InlineData("Kjenner ikke «rest». Mente du reset?", "account", "rest", "e@kommune.example")]
    [InlineData("--data trenger en verdi.", "--data")]
    [InlineData("--data trenger en verdi.", "--data=")]
    [InlineData("--data trenger en verdi.", "--data", " ")]
    [InlineData("--data trenger en verdi.", "--data", "--no-demo")]
    [InlineData("--format trenger en verdi.", "export", "id", "--out", "f", "--format")]
    [InlineData("--data er gitt mer enn én gang.", "--data", "a", "list", "--data", "b")]
    [InlineData("--out mangler.", "export", "id", "--format", "docx")]
    [InlineData("ID mangler.", "export", "--format", "docx", "--out", "f")]
    [InlineData("E-POST mangler.", "account", "reset")]
    [InlineData("Det mangler noe.", "account")]
    public void What_is_wrong_is_said_in_Norwegian(string sentence, params string[] args) =>
        Assert.Equal(sentence, CommandLine.Parse(args).Fault);

    [Theory]
    [InlineData("--data", "list")]
    [InlineData("--Logging:LogLevel:Default", "list", "--data", "list")]
    public void A_value_may_have_the_name_of_a_command(params string[] args)
    {
        var line = CommandLine.Parse(args);
        Assert.Equal((null, null, "list"), (line.Fault, line.Command, line.Settings["Deling:Data"]));
    }

    [Theory]
    [InlineData("account", "reset", "@kommune.example")]
    [InlineData("pair", "-")]
    [InlineData("pair", "--", "-x")]
    [InlineData("--environment", "Development", "pair", "x")]
    public void What_looks_odd_is_taken_as_it_stands(params string[] args) => Assert.Null(CommandLine.Parse(args).Fault);

    [Fact]
    public void Every_command_has_help_of_its_own() =>
        Assert.All(
            Commands.All,
            command =>
            {
                var line = CommandLine.Parse([command.Name, "--help"]);
                Assert.True(line.Help);
                Assert.Contains($"Bruk: ./run {command.Name}", HelpText.Write(line.Command!), StringComparison.Ordinal);
            }
        );

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
                "DELING_NO_DEMO", "DELING_CULTURE", "--database", "DELING_DATABASE",
            ],
            word => Assert.Contains(word, HelpText.Write(), StringComparison.Ordinal)
        );
}
