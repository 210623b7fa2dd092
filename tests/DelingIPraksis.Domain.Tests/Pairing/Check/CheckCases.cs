using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>
/// Pairings made by hand, some good and some bad, for networks of 2 to 10 parties with a history and with rules that may conflict. The
/// same number always gives the same case.
/// </summary>
internal static class CheckCases
{
    private static readonly string[] Counties = ["Vestland", "Agder", "Rogaland"];
    private static readonly string[] Texts =
        ["brygge til leie", "brygge og veksthus", "solceller", "veksthus av glass", "sykkelsti med belysning"];

    /// <summary>A case by its number.</summary>
    public static (PairingProblem Problem, IReadOnlyList<IReadOnlyList<string>> Groups) Of(int number)
    {
        var chance = new Random(number);
        var n = chance.Next(2, 11);
        string[] keys = [.. Enumerable.Range(1, n).Select(i => $"K{i:000}")];
        var problem = new PairingProblem
        {
            Parties =
            [
                .. keys.Select(key => new PairingParty(
                    key, key, Maybe(Counties), chance.Next(3) == 0 ? null : chance.Next(80_000), Maybe(Texts), Maybe(Texts))),
            ],
            History =
            [
                .. Enumerable.Range(0, chance.Next(6)).Select(i => new EarlierGathering(
                    new DateOnly(2020, 1, 1).AddMonths(i / 2), Groups(chance, [.. keys, "gone"]))),
            ],
            Pinned = Rules(chance.Next(3)),
            Forbidden = Rules(chance.Next(4)),
            Wishes = Rules(chance.Next(4)),
            RightPartners = Rules(chance.Next(4)),
            WrongPartners = Rules(chance.Next(4)),
            Host = chance.Next(2) == 0 ? keys[chance.Next(n)] : null,
            Seed = number,
        };
        var best = PairingSolver.Solve(problem) as PairingSolution;
        return (problem, best is not null && chance.Next(3) == 0 ? [.. best.Groups.Select(group => group.Keys)] : Groups(chance, keys));

        string? Maybe(string[] values) => chance.Next(3) == 0 ? null : values[chance.Next(values.Length)];

        PartyPair[] Rules(int count) => [.. Enumerable.Range(0, count).Select(_ => chance.Next(n))
            .Select(first => new PartyPair(keys[first], keys[(first + 1 + chance.Next(n - 1)) % n]))];
    }

    /// <summary>What the check and the rules as written disagree on in a case; null when they agree.</summary>
    public static string? Disagreement(int number)
    {
        var (problem, groups) = Of(number);
        if (PairingCheck.Judge(problem, groups) is not PairingVerdict verdict) return $"Case {number} is refused.";
        var rules = new RulesAsWritten(problem);
        var place = problem.Parties.Select((party, i) => (party.Key, i)).ToDictionary(party => party.Key, party => party.i);
        var cost = rules.CostOf(groups.Select(group => group.Select(key => place[key]).ToArray()));
        var cheapest = rules.Cheapest();
        var isBest = cost.SequenceEqual(cheapest);
        return !cost.SequenceEqual(RulesAsWritten.Flat(verdict.Cost)) ? $"Case {number}: {verdict.Cost}, but {string.Join(' ', cost)}."
            : !cheapest.SequenceEqual(RulesAsWritten.Flat(verdict.Best.Cost))
                ? $"Case {number}: best {verdict.Best.Cost}, but {string.Join(' ', cheapest)}."
            : isBest != verdict.Optimal ? $"Case {number}: optimal {verdict.Optimal}."
            : verdict.Optimal != (verdict.Distance == default) ? $"Case {number}: distance {verdict.Distance}."
            : null;
    }

    private static IReadOnlyList<IReadOnlyList<string>> Groups(Random chance, string[] keys)
    {
        chance.Shuffle(keys);
        var groups = keys.Chunk(2).ToList();
        if (groups is [.., var last, [var single]])
        {
            groups.RemoveRange(groups.Count - 2, 2);
            groups.Add([.. last, single]);
        }

        return [.. groups];
    }
}
