using DelingIPraksis.Support;
using DelingIPraksis.Web.Cli;

namespace DelingIPraksis.Web.Tests.Service;

/// <summary>What is wrong with the settings is said all at once, in the language of the one who starts the service.</summary>
public sealed class StartLanguageTests
{
    [Theory]
    [InlineData("nn_NO.UTF-8", null, "er ikkje ei adresse", "Han må vere frå 1 til 65535")]
    [InlineData("en_GB.UTF-8", null, "is not an address", "It must be from 1 to 65535")]
    [InlineData("C.UTF-8", null, "er ikke en adresse", "Den må være fra 1 til 65535")]
    [InlineData("en_GB.UTF-8", "nn", "er ikkje ei adresse", "Han må vere frå 1 til 65535")]
    public async Task All_faults_are_said_in_a_language_of_ours(string environment, string? option, string first, string second)
    {
        string[] culture = option is null ? [] : ["--culture", option];
        var (code, said) = await ApplicationProcess.RunToEndInAsync(
            [("LANG", environment), ("Smtp__Host", "mail.example"), ("Smtp__From", "a@b.example"), ("Smtp__Port", "70000")],
            ["--address", "tull", "--data", Path.Combine(Path.GetTempPath(), "deling-never-made"), .. culture]
        );
        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains(first, said, StringComparison.Ordinal);
        Assert.Contains(second, said, StringComparison.Ordinal);
    }
}
