using System.Globalization;
using DelingIPraksis.Load;

const string usage = """
    Measures the promises of docs/quality.md, with the real program in a process of its own beside it.
    dotnet run --project tests/Load -c Release -- WHAT

      [municipalities 357] [people each 3] [notes a second 36] [seconds 60] [seconds to join in 10]
                    P1, P2 and P4: all of Norway at once
      fast [watchers 300] [notes a second 10] [seconds 30]
                    P5: one pair writes fast on a board of 200 notes that many watch
      live [rooms 50] [notes a second 3000] [seconds 10]
                    P3: clients of the live interface, six in each room
      idle [circuits 1000] [seconds 60]
                    P12: what circuits cost that do nothing
      files         P8: the report's files of 1,000 and 10,000 notes
      sheets        P16: the municipality's own sheet for 357 parties at once
      search        P15: 100 gatherings of 500 notes, searched over HTTP
      desk          600 notes and 60 points at the desk, in a real browser
      console       the facilitator's screen with all of Norway in a rehearsal, in a real browser, from the press to the screen
    """;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(usage);
    return 0;
}

if (args is ["desk"])
{
    foreach (var line in await DeskSpeed.RunAsync()) Console.WriteLine(line);
    return 0;
}

if (args is ["search"])
{
    var (found, held) = await SearchSpeed.RunAsync();
    foreach (var line in found) Console.WriteLine(line);
    return held ? 0 : 1;
}

if (args is ["sheets"])
{
    var (told, held) = await BriefSpeed.RunAsync();
    foreach (var line in told) Console.WriteLine(line);
    return held ? 0 : 1;
}

if (args is ["files"])
{
    foreach (var line in await ReportFileSpeed.RunAsync()) Console.WriteLine(line);
    return 0;
}

if (args is ["console"])
{
    foreach (var line in await ConsoleSpeed.RunAsync()) Console.WriteLine(line);
    return 0;
}

if (args is ["serve", var folder])
{
    await MeasuredService.RunAsync(folder);
    return 0;
}

var numbers = args.Skip(args is ["fast" or "idle" or "live", ..] ? 1 : 0)
    .Select(argument => int.TryParse(argument, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 0).ToArray();
var most = args.FirstOrDefault() switch { "fast" or "live" => 3, "idle" => 2, _ => 5 };
if (numbers.Length > most || numbers.Contains(0))
{
    Console.Error.WriteLine(usage);
    return 2;
}

var rows = await (args.FirstOrDefault() switch
{
    // Two parties, so that all of them watch the same board.
    "fast" => new CrowdRun(new(2, (At(0, 300) + 1) / 2, 200, At(1, 10), Seconds(2, 30), TimeSpan.FromSeconds(20))).FastPairAsync(),
    "live" => new LiveSpeed(At(0, 50), At(1, 3_000), Seconds(2, 10)).RunAsync(),
    "idle" => new CrowdRun(
        new(Math.Max(2, At(0, 1000) / 3), 3, 20, 1, Seconds(1, 60), TimeSpan.FromSeconds(Math.Max(10, At(0, 1000) / 25)))
    ).IdleAsync(),
    _ => new CrowdRun(new(At(0, 357), At(1, 3), 20, At(2, 36), Seconds(3, 60), Seconds(4, 10))).AllAtOnceAsync(),
});
Console.WriteLine("| promise | figure | bound | |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (var row in rows) Console.WriteLine(row);
return rows.All(row => row.Held) ? 0 : 1;

int At(int place, int otherwise) => place < numbers.Length ? numbers[place] : otherwise;

TimeSpan Seconds(int place, int otherwise) => TimeSpan.FromSeconds(At(place, otherwise));
