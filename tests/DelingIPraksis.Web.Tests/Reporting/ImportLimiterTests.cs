using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Reporting.Import;

namespace DelingIPraksis.Web.Tests.Reporting;

public sealed class ImportLimiterTests
{
    private static readonly Actor[] _accounts =
    [
        .. Enumerable.Range(1, 3).Select(number => new Actor.Account(new Id<User>(new Guid(number, 0, 0, new byte[8])))),
    ];

    [Fact]
    public void One_file_at_a_time_for_an_account_and_two_in_all()
    {
        using var turns = new ImportLimiter();
        using var first = turns.TryEnter(_accounts[0]);
        Assert.NotNull(first);
        Assert.Null(turns.TryEnter(_accounts[0]));
        using var second = turns.TryEnter(_accounts[1]);
        Assert.NotNull(second);
        Assert.Null(turns.TryEnter(_accounts[2]));

        // Given back twice, it is free once.
        first.Dispose();
        first.Dispose();
        using var third = turns.TryEnter(_accounts[2]);
        Assert.NotNull(third);
        Assert.Null(turns.TryEnter(_accounts[0]));
    }
}
