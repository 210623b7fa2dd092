using DelingIPraksis.PairingBenchmark;

// `table` (the default): time, memory and gap by size. `simulate`: how often partners meet again, compared with random and greedy.
if (args is ["simulate"])
    Simulation.Run();
else
    Table.Run();
