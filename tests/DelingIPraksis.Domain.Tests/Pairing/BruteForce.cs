using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>Tries every pairing there is: 10,395 for twelve parties, 17,325 for eleven.</summary>
internal static class BruteForce
{
    public static PairingCost Cheapest(PairingProblem problem)
    {
        var model = new CostModel(problem);
        var prices = new Dictionary<string, PairingCost>();
        return All([.. Enumerable.Range(0, problem.Parties.Count)])
            .Select(groups => groups.Aggregate(model.Base, (sum, group) => sum + Price(group))).Min();

        PairingCost Price(int[] group) =>
            prices.TryGetValue(string.Join(',', group), out var price) ? price : prices[string.Join(',', group)] = model.Group(group);
    }

    public static IEnumerable<List<int[]>> All(int[] left)
    {
        if (left.Length == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = 1; i < left.Length; i++)
        {
            foreach (var rest in All([.. left[1..i], .. left[(i + 1)..]]))
                yield return [[left[0], left[i]], .. rest];
            if (left.Length % 2 == 0)
                continue;
            for (var j = i + 1; j < left.Length; j++)
                foreach (
                    var rest in All([.. left[1..i], .. left[(i + 1)..j], .. left[(j + 1)..]])
                        .Where(rest => rest.TrueForAll(g => g.Length == 2))
                )
                    yield return [[left[0], left[i], left[j]], .. rest];
        }
    }
}
