using DelingIPraksis.Web.Search;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run search rebuild</c>: makes the search index again from the logs. The service must not run.</summary>
internal static class SearchCommand
{
    private const string Usage = "Bruk: ./run search rebuild [--data MAPPE]";
    private const string Summary = "søkeregisteret: rebuild lager det på nytt fra loggene (stopp tjenesten først)";

    public static CliCommand Command { get; } = new("search rebuild", Summary, Usage)
    {
        new CliCommand("rebuild", Summary, Usage, RebuildAsync),
    };

    private static async Task<int> RebuildAsync(CommandLine line)
    {
        await using var data = line.OpenData();
        // The file is replaced: a service that has it open would go on with the old one.
        data.Folder.Take();
        var (gatherings, texts) = await SearchIndexer.RebuildAsync(data.Search, data.Database, data.Log);
        await System.Console.Out.WriteLineAsync($"Søkeregisteret er laget på nytt: {gatherings} samlinger, {texts} tekster.");
        return ExitCode.Done;
    }
}
