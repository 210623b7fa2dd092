using System.CommandLine;
using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.PersonalData;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DelingIPraksis.Web.Cli;

/// <summary>
/// <c>./run person</c>: shows what is stored about a person, as text or as a file to hand out, and erases it. To erase, the service must be
/// stopped, because its rooms own the logs.
/// </summary>
internal static class PersonCommand
{
    private const string Usage =
        "Bruk: ./run person show HVEM [--format html|csv|json] | erase HVEM  [--data MAPPE]  "
        + "HVEM er navn, e-post, lenke eller nøkkelen som show skriver.";

    private const string Summary = "alt som er lagret om en person: show eller erase, med navn, e-post eller lenke";

    private static readonly Argument<string> _who = new("HVEM");
    private static readonly Option<string> _format = new("--format");

    public static CliCommand Command { get; } = new("person HVA", Summary, Usage)
    {
        new CliCommand("show HVEM", Summary, Usage, ShowAsync) { _who, _format },
        new CliCommand("erase HVEM", Summary, Usage, EraseAsync) { _who },
    };

    private static async Task<int> ShowAsync(CommandLine line)
    {
        var format = line.Parsed.GetValue(_format);
        if (format is not null && !PersonExport.Formats.ContainsKey(format))
            return await System.Console.Error.FailAsync(ExitCode.WrongUsage, $"Kjenner ikke formatet «{format}». {Usage}");
        await using var data = line.OpenData();
        var texts = Words();
        var reader = new PersonReader(data.Database, data.Log, texts);
        var scope = await reader.WholeAsync();
        var found = await reader.FindAsync(line.Parsed.GetRequiredValue(_who), scope);
        if (found is not [var one]) return await TellAsync(found, line.Parsed.GetRequiredValue(_who));
        var file = await reader.ReadAsync(one, scope);
        if (format is not null)
        {
            await System.Console.Out.WriteAsync(PersonExport.Write(file, format, texts));
            return ExitCode.Done;
        }

        await System.Console.Out.WriteLineAsync(LineOf(one));
        foreach (var item in file.Items) await System.Console.Out.WriteLineAsync($"{item.Where}\t{item.What}");
        foreach (var find in file.Finds) await System.Console.Out.WriteLineAsync($"{find.Gathering}: {find.Where}\t{find.Excerpt}");
        foreach (var note in file.Notes) await System.Console.Out.WriteLineAsync(note);
        return ExitCode.Done;
    }

    private static async Task<int> EraseAsync(CommandLine line)
    {
        await using var data = await line.OpenDataToWriteAsync();
        // The room of a service that runs has the log to itself.
        data.Folder.Take();
        var reader = new PersonReader(data.Database, data.Log, Words());
        var found = await reader.FindAsync(line.Parsed.GetRequiredValue(_who), await reader.WholeAsync());
        if (found is not [var one]) return await TellAsync(found, line.Parsed.GetRequiredValue(_who));
        if (one.Kind == PersonKind.Account)
            return await System.Console.Error.FailAsync(
                ExitCode.Failed, $"{one.About} er en konto. Bruk ./run account close {one.About}, og så ./run account erase {one.About}");
        var person = new Id<Person>(one.Id);
        var stream = await data.Database.ReadAsync(context => GatheringErasure.GatheringOfAsync(context, person));
        var gathering = await data.Log.FoldAsync(stream);
        var entry = new Entry(
            gathering.Sequence + 1, Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), new Actor.Application(),
            new Change.PersonErased(person));
        // Somebody who only knocked long ago is in a table and in no list.
        if (Rules.Decide(gathering, entry) is Outcome.Accepted) await data.Log.AppendAsync(stream, [entry], [LogEntry.From(stream, entry)]);
        await data.Database.WriteAsync(async context =>
        {
            await GatheringErasure.EraseRowsOfAsync(context, person);
            await Compaction.RequestAsync(context);
        });
        await System.Console.Out.WriteLineAsync(
            await data.Compaction.RunPendingAsync()
                ? $"{LineOf(one)}\nSlettet. Sikkerhetskopier som er tatt før, kan fortsatt ha det."
                : $"{LineOf(one)}\nSlettet. Databasefila kan ha rester til tjenesten har ryddet, innen noen timer.");
        return ExitCode.Done;
    }

    private static async Task<int> TellAsync(IReadOnlyList<PersonMatch> found, string sought)
    {
        if (found.Count == 0)
            return await System.Console.Error.FailAsync(ExitCode.Failed, $"Finner ingen med «{sought}». Kanskje er alt slettet allerede.");
        foreach (var match in found) await System.Console.Out.WriteLineAsync(LineOf(match));
        return await System.Console.Error.FailAsync(ExitCode.Failed, "Det er flere. Bruk nøkkelen først i linja.");
    }

    private static string LineOf(PersonMatch match) => $"{match.Key}\t{(match.Name.Length > 0 ? match.Name : "–")}\t{match.About}";

    private static StringLocalizer<PersonTexts> Words()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");
        return new(new CountedLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
    }
}
