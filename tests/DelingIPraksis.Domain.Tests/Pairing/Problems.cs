using CsCheck;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Domain.Tests.Pairing;

/// <summary>Problems of every kind, small and reproducible.</summary>
internal static class Problems
{
    private static readonly string?[] Counties = [null, "Vestland", "Agder", "Rogaland"];
    private static readonly string?[] Texts = [null, "måling av ombruk", "indikatorar for sirkulær økonomi", "innkjøp og ombruk", "måling"];

    public static PairingProblem Of(int n, long seed = 7) => new() { Parties = [.. Names(n).Select(PairingParty.Named)], Seed = seed };

    public static IEnumerable<string> Names(int n) => Enumerable.Range(1, n).Select(i => $"K{i:000}");

    public static PairingSolution Solved(this PairingProblem problem) => Assert.IsType<PairingSolution>(PairingSolver.Solve(problem));

    public static PairingRefusal Refused(this PairingProblem problem) => Assert.IsType<PairingRefusal>(PairingSolver.Solve(problem));

    public static PairingProblem After(this PairingProblem problem, params string[][] gatherings) => problem with
    {
        History = [.. gatherings.Select((groups, i) => new EarlierGathering(Day(i), [.. groups.Select(group => group.Split('+'))]))],
    };

    /// <summary>Holds the gathering: what was proposed becomes history.</summary>
    public static PairingProblem Held(this PairingProblem problem, PairingSolution solution) => problem with
    {
        History = [.. problem.History, new EarlierGathering(Day(problem.History.Count), [.. solution.Groups.Select(group => group.Keys)])],
    };

    public static DateOnly Day(int i) => new DateOnly(2020, 1, 1).AddMonths(i);

    /// <summary>Anything: history, rules that may be impossible, wishes, counties, sizes, asks and offers.</summary>
    public static Gen<PairingProblem> Any(int fewest, int most) =>
        from n in Gen.Int[fewest, most]
        from parties in Party.Array[n]
        from history in History(n).Array[0, 5]
        from pinned in Pairs(n, 0, 2)
        from forbidden in Pairs(n, 0, 4)
        from wishes in Pairs(n, 0, 3)
        from right in Pairs(n, 0, 4)
        from wrong in Pairs(n, 0, 4)
        from host in Gen.Int[0, n]
        from seed in Gen.Int
        select new PairingProblem
        {
            Parties = [.. parties.Select((party, i) => party with { Key = $"K{i + 1:000}", Name = $"K{i + 1:000}" })],
            History = [.. history.Select((groups, i) => new EarlierGathering(Day(i), groups))],
            Pinned = pinned,
            Forbidden = forbidden,
            Wishes = wishes,
            RightPartners = right,
            WrongPartners = wrong,
            Host = host == 0 ? null : $"K{host:000}",
            Seed = seed,
        };

    /// <summary>The same without pins and prohibitions: always solvable.</summary>
    public static Gen<PairingProblem> Free(int fewest, int most) =>
        Any(fewest, most).Select(problem => problem with { Pinned = [], Forbidden = [] });

    private static Gen<PairingParty> Party =>
        from county in Gen.Int[0, Counties.Length - 1].Select(i => Counties[i])
        from size in Gen.Int[0, 80_000]
        from asks in Gen.Int[0, Texts.Length - 1].Select(i => Texts[i])
        from offers in Gen.Int[0, Texts.Length - 1].Select(i => Texts[i])
        select new PairingParty("", "", county, size < 8_000 ? null : size, asks, offers);

    private static Gen<IReadOnlyList<IReadOnlyList<string>>> History(int n) =>
        Gen.Shuffle(Names(n).ToArray()).Select(order => Chunked(order, n % 4 == 3 ? 3 : 2));

    private static IReadOnlyList<IReadOnlyList<string>> Chunked(string[] order, int size) =>
        [.. order.Chunk(size).Where(group => group.Length > 1)];

    private static Gen<IReadOnlyList<PartyPair>> Pairs(int n, int fewest, int most) =>
        (from first in Gen.Int[1, n]
         from step in Gen.Int[1, n - 1]
         select new PartyPair($"K{first:000}", $"K{((first - 1 + step) % n) + 1:000}"))
        .Array[fewest, most].Select(pairs => (IReadOnlyList<PartyPair>)pairs);
}
