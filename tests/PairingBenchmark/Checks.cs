using System.Globalization;
using DelingIPraksis.Domain.Tests.Pairing;

namespace DelingIPraksis.PairingBenchmark;

/// <summary>Random pairings made by hand: the check must say of each what the rules as written say.</summary>
internal static class Checks
{
    public static void Run(int cases)
    {
        var disagreements = Enumerable.Range(0, cases).AsParallel().Select(CheckCases.Disagreement).OfType<string>().ToList();
        disagreements.ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} cases, {disagreements.Count} disagreements."));
    }
}
