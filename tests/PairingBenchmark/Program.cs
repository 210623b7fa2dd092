using System.Globalization;
using DelingIPraksis.PairingBenchmark;

// `table` (the default): time, memory and gap by size. `simulate`: how often partners meet again, compared with random and greedy.
// `hindsight`: whether anybody need have met again, for somebody who had known who would be away.
// `check N`: N random pairings made by hand, judged by the check and by the rules as written.
if (args is ["simulate"])
    Simulation.Run();
else if (args is ["hindsight"])
    Hindsight.Run();
else if (args is ["check", var cases])
    Checks.Run(int.Parse(cases, CultureInfo.InvariantCulture));
else
    Table.Run();
