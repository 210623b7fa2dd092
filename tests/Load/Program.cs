using System.Globalization;
using DelingIPraksis.Load;

// dotnet run --project tests/Load -c Release -- [municipalities] [people each] [notes a second] [seconds] [seconds to join in]
// Without arguments it is all of Norway, as the promises P1, P2 and P4 are written.
// `files`: the report's files of 1,000 and 10,000 notes, as the promise P8 is written.
// `desk`: 600 notes at the desk, in a real browser.
if (args is ["desk"])
{
    foreach (var line in await DeskSpeed.RunAsync()) Console.WriteLine(line);
    return 0;
}

if (args is ["files"])
{
    foreach (var line in await ReportFileSpeed.RunAsync()) Console.WriteLine(line);
    return 0;
}

if (args is ["serve", var folder])
{
    await Served.RunAsync(folder);
    return 0;
}

var numbers = args.Select(argument => int.TryParse(argument, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 0).ToArray();
if (numbers.Length > 5 || numbers.Contains(0))
{
    Console.Error.WriteLine("Usage: [municipalities 357] [people each 3] [notes a second 36] [seconds 60] [seconds to join in 10]");
    return 2;
}

int At(int place, int otherwise) => place < numbers.Length ? numbers[place] : otherwise;
var rows = await new AllOfNorway(At(0, 357), At(1, 3), At(2, 36), TimeSpan.FromSeconds(At(3, 60)), TimeSpan.FromSeconds(At(4, 10))).RunAsync();
Console.WriteLine("| promise | figure | bound | |");
Console.WriteLine("| --- | --- | --- | --- |");
foreach (var row in rows) Console.WriteLine(row);
return rows.All(row => row.Held) ? 0 : 1;
