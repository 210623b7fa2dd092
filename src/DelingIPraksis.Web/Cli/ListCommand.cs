using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Cli;

/// <summary><c>./run list</c>: the stored gatherings, one in each line: id, tab, title.</summary>
internal static class ListCommand
{
    public static CliCommand Command { get; } =
        new("list", "skriver samlingene: id, tabulator, tittel", "Bruk: ./run list [--data MAPPE]", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        await using var data = line.OpenData();
        var gatherings = await data.Database.ReadAsync(context => context.Gatherings
            .OrderBy(gathering => gathering.Date).ThenBy(gathering => gathering.CreatedAt)
            .Select(gathering => new { gathering.Id, gathering.Title })
            .ToListAsync());
        foreach (var gathering in gatherings)
            await System.Console.Out.WriteLineAsync($"{gathering.Id}\t{string.Join(' ', gathering.Title.Split('\t', '\n', '\r'))}");
        return ExitCode.Done;
    }
}
