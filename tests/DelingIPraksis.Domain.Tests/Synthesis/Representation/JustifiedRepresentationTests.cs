using CsCheck;
using DelingIPraksis.Domain.Synthesis.Representation;

namespace DelingIPraksis.Domain.Tests.Synthesis.Representation;

public sealed class JustifiedRepresentationTests
{
    private const int MostVoters = 14;

    // Voters and candidates as bits. Few approvals make groups that are left out likely.
    private static readonly Gen<(int Voters, int Seats, int Heard, int[] Candidates)> Cases =
        from voters in Gen.Int[1, MostVoters]
        from seats in Gen.Int[1, 8]
        from heard in Gen.Int[0, (1 << voters) - 1]
        from less in Gen.Int[0, (1 << voters) - 1]
        from candidates in Gen.Int[0, (1 << voters) - 1].Array[0, 6]
        select (voters, seats, heard & less, candidates);

    [Fact]
    public void Every_group_that_is_entitled_to_a_seat_and_has_none_is_within_a_group_that_is_named_and_no_other() =>
        Cases.Sample(one =>
        {
            var found = Audited(one);
            var named = found.ConvertAll(group => Bits(group.Voters));
            for (var group = 1; group < 1 << one.Voters; group++)
            {
                // The definition, word for word: as many as n/k, a candidate in common, and nobody with anything that was chosen.
                var entitled = int.PopCount(group) * one.Seats >= one.Voters
                    && (group & one.Heard) == 0
                    && Array.Exists(one.Candidates, candidate => (group & candidate) == group);
                var isLarge = int.PopCount(group) * one.Seats >= one.Voters;
                if (entitled != (isLarge && named.Exists(larger => (group & larger) == group))) return false;
            }

            return found.TrueForAll(group => (Bits(group.Voters) & one.Candidates[group.Candidate]) == Bits(group.Voters));
        }, iter: 10_000);

    [Fact]
    public void No_group_that_is_named_is_within_another_and_the_largest_come_first() => Cases.Sample(one =>
    {
        var named = Audited(one).ConvertAll(group => Bits(group.Voters));
        return named.Index().All(a => named.Index().All(b => a.Index == b.Index || (a.Item & b.Item) != a.Item))
            && named.Zip(named.Skip(1)).All(pair => int.PopCount(pair.First) >= int.PopCount(pair.Second));
    });

    [Theory]
    [InlineData(11, 15, 1)]
    [InlineData(11, 11, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(11, 3, 4)]
    [InlineData(357, 60, 6)]
    [InlineData(1, 1, 1)]
    public void The_share_of_a_seat_is_the_voters_divided_by_the_seats_rounded_up(int voters, int seats, int share) =>
        Assert.Equal(share, JustifiedRepresentation.ShareOf(voters, seats));

    [Fact]
    public void There_is_no_share_of_nothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => JustifiedRepresentation.ShareOf(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => JustifiedRepresentation.ShareOf(1, 0));
    }

    private static List<UnheardGroup> Audited((int Voters, int Seats, int Heard, int[] Candidates) one) =>
    [
        .. JustifiedRepresentation.Audit(
            JustifiedRepresentation.ShareOf(one.Voters, one.Seats),
            Members(one.Heard).ToHashSet(),
            [.. one.Candidates.Select(Members)]),
    ];

    private static List<int> Members(int bits) => [.. Enumerable.Range(0, MostVoters).Where(voter => (bits & (1 << voter)) != 0)];

    private static int Bits(IEnumerable<int> voters) => voters.Sum(voter => 1 << voter);
}
