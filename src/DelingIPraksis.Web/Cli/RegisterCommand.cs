using System.CommandLine;
using System.Globalization;
using DelingIPraksis.Web.Programme;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Storage;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Cli;

/// <summary>
/// <c>./run register</c>: writes the municipalities, or what has become of earlier ones; finds a name on a day; takes in a newer file. A
/// running service takes it into use at its next start.
/// </summary>
internal static class RegisterCommand
{
    private const string Usage =
        "Bruk: ./run register export [--changes] | find NAVN [--date DATO] | import FIL  [--data MAPPE]";

    private const string Summary = "kommuneregisteret: export, find NAVN eller import FIL";

    private static readonly Argument<string> _name = new("NAVN");
    private static readonly Argument<string> _file = new("FIL");
    private static readonly Option<string> _date = new("--date");
    private static readonly Option<bool> _changes = new("--changes") { Arity = ArgumentArity.Zero };

    public static CliCommand Command { get; } = new("register HVA", Summary, Usage)
    {
        new CliCommand("export", Summary, Usage, ExportAsync) { _changes },
        new CliCommand("find NAVN", Summary, Usage, FindAsync) { _name, _date },
        new CliCommand("import FIL", Summary, Usage, ImportAsync) { _file },
    };

    private static async Task<int> ExportAsync(CommandLine line)
    {
        await UseKeptAsync(line);
        var register = MunicipalityRegister.Current;
        await System.Console.Out.WriteAsync(line.Parsed.GetValue(_changes)
            ? ChangesFile.Write(register.Changes)
            : string.Concat(register.All.Select(one => $"{one.Number};{one.OfficialName};{one.County}\n").Prepend("code;name;county\n")));
        return ExitCode.Done;
    }

    private static async Task<int> FindAsync(CommandLine line)
    {
        var day = DateOnly.MaxValue;
        if (line.Parsed.GetValue(_date) is { } written
            && !DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, $"«{written}» er ikke en dato som 2021-06-07. {Usage}");
        await UseKeptAsync(line);
        var name = line.Parsed.GetRequiredValue(_name);
        var hits = MunicipalityRegister.Current.On(day).Search(name, most: 20);
        if (hits.Count == 0) return await System.Console.Error.FailAsync(ExitCode.Failed, $"Fant ikke «{name}» i registeret.");
        foreach (var hit in hits)
        {
            var change = hit is { Since: { } year, Was: { } was }
                ? hit.WasLater ? $"ble {was} i {year}" : $"{was} ble {hit.Name} i {year}"
                : "";
            await System.Console.Out.WriteLineAsync($"{hit.Number}\t{hit.Name}\t{hit.County}\t{change}".TrimEnd());
        }

        return ExitCode.Done;
    }

    private static async Task<int> ImportAsync(CommandLine line)
    {
        var name = line.Parsed.GetRequiredValue(_file);
        byte[] file;
        try
        {
            file = await File.ReadAllBytesAsync(name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Kan ikke lese {name}: {FileFault.Say(fault, name)}");
        }

        await using var data = await line.OpenDataToWriteAsync();
        var registers = new Registers(new KeptFiles(data.Database, TimeProvider.System));
        await registers.LoadAsync();
        if (ChangesFile.IsOne(file))
        {
            var (changes, wrong) = ChangesFile.Check(file, MunicipalityRegister.Current);
            if (changes is null) return await FailAsync(name, wrong!);
            var count = ChangesFile.NotIn(MunicipalityRegister.Current.Changes, changes).Count;
            await registers.UseChangesAsync(file, changes);
            await System.Console.Out.WriteLineAsync($"{count} nye endringer. En tjeneste som går, tar dem i bruk ved neste start.");
            return ExitCode.Done;
        }

        var (register, fault2) = RegisterFile.Read(file);
        if (register is null) return await FailAsync(name, fault2!);
        await registers.UseAsync(file, register);
        await System.Console.Out.WriteLineAsync($"{register.All.Count} kommuner. En tjeneste som går, tar dem i bruk ved neste start.");
        return ExitCode.Done;
    }

    /// <summary>The newer register that the service has taken in, when there is a data folder.</summary>
    private static async Task UseKeptAsync(CommandLine line)
    {
        var options = line.ToOptions();
        if (!Stores.IsOnServer(options) && !File.Exists(new DataFolder(options.Data).Database)) return;
        await using var data = line.OpenData();
        await new Registers(new KeptFiles(data.Database, TimeProvider.System)).LoadAsync();
    }

    private static Task<int> FailAsync(string file, RegisterFault fault)
    {
        var texts = new Texts.CountedLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");
        return System.Console.Error.FailAsync(
            ExitCode.Failed, $"{file}: {new StringLocalizer<ProgrammeTexts>(texts)[fault.Text, fault.Figures].Value}");
    }
}
