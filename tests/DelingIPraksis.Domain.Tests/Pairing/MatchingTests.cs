using CsCheck;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Domain.Pairing.Matching;

namespace DelingIPraksis.Domain.Tests.Pairing;

public sealed class MatchingTests
{
    [Fact]
    public void Costs_what_the_dynamic_program_costs_where_both_can()
    {
        Problems.Any(4, 14).Sample(problem =>
        {
            var model = new CostModel(problem);
            var (exact, large) = (PairingSolver.Solve(model), PairingSolver.Solve(model, smallAsLarge: true));
            if (exact is PairingSolution { Cost: var cost })
                Assert.Equal((cost, cost, true), large is PairingSolution s ? (s.Cost, s.LowerBound, s.Optimal) : default);
            else
                Assert.Equal(((PairingRefusal)exact).Loosen.Count, ((PairingRefusal)large).Loosen.Count);
        }, iter: 300);
    }

    [Fact]
    public void Proves_itself_on_costs_of_every_kind() => Graph(60).Sample(graph =>
    {
        var proof = PerfectMatching<long>.Solve(graph.N, graph.Costs);
        Prove(graph.N, proof);
        Assert.All(Enumerable.Range(0, graph.N), v => Assert.Equal(v, proof.Mates[proof.Mates[v]]));
    }, iter: 500);

    [Fact]
    public void Is_proved_again_when_begun_from_the_prices_of_a_similar_problem()
    {
        Graph(40).Where(graph => graph.N >= 8).Sample(graph =>
        {
            var (n, costs) = graph;
            var all = PerfectMatching<long>.Solve(n, costs);
            int[] rest = [.. Enumerable.Range(4, n - 4)];
            long[] some = [.. rest.SelectMany(a => rest.Select(b => costs[(a * n) + b]))];
            var fresh = PerfectMatching<long>.Solve(n - 4, some);
            var warm = PerfectMatching<long>.Solve(n - 4, some, all.PricesWithoutSets()[4..]);
            Prove(n - 4, warm);
            Assert.Equal(fresh.Cost, warm.Cost);
        }, iter: 300);
    }

    [Fact]
    public void Needs_odd_sets_when_vertices_lie_in_odd_clusters()
    {
        long[] place = [0, 1, 2, 100, 101, 102];
        var proof = PerfectMatching<long>.Solve(6, [.. place.SelectMany(a => place.Select(b => Math.Abs(a - b)))]);
        Assert.Equal(1 + 1 + 98, proof.Cost);
        Assert.Contains(proof.OddSets, set => set.Members.Length == 3);
    }

    private static void Prove(int n, MatchingProof<long> proof)
    {
        for (var u = 0; u < n; u++)
            for (var v = 0; v < u; v++)
                Assert.True(proof.Slack(u, v) >= 0 && (proof.Slack(u, v) == 0 || proof.Mates[u] != v));
        Assert.All(proof.OddSets, set => Assert.True(set.Price > 0 && set.Members.Length % 2 == 1));
        Assert.Equal(proof.TwiceBound, 2 * proof.Cost);
    }

    // Few costs and many ties; all costs different; points in clusters on a plane, where blossoms grow inside each other.
    private static Gen<(int N, long[] Costs)> Graph(int most) =>
        from half in Gen.Int[1, most / 2]
        from highest in Gen.OneOf(Gen.Const(1), Gen.Const(3), Gen.Const(20), Gen.Const(1_000_000))
        from drawn in Gen.Long[0, highest].Array[4 * half * half]
        from points in Gen.Select(Gen.Int[0, 9], Gen.Int[0, 30], Gen.Int[0, 30]).Array[2 * half]
        from flat in Gen.Bool
        let n = 2 * half
        select (n, flat ? Symmetric(n, drawn) : [.. points.SelectMany(a => points.Select(b => Distance(a, b)))]);

    private static long[] Symmetric(int n, long[] drawn) =>
        [.. Enumerable.Range(0, n * n).Select(i => drawn[(Math.Max(i / n, i % n) * n) + Math.Min(i / n, i % n)])];

    private static long Distance((int Cluster, int X, int Y) a, (int Cluster, int X, int Y) b) =>
        (500 * Math.Abs(a.Cluster - b.Cluster)) + Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);
}
