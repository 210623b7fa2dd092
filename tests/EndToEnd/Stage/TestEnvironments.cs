using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(DelingIPraksis.EndToEnd.Stage.TestEnvironments))]

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The venues that are open: as many as classes run side by side, each opened when it is first needed.</summary>
public sealed class TestEnvironments : IAsyncDisposable
{
    private readonly ConcurrentBag<TestEnvironment> _free = [];
    private readonly ConcurrentBag<TestEnvironment> _opened = [];

    /// <summary>A venue that nobody uses.</summary>
    public async Task<TestEnvironment> BorrowAsync()
    {
        if (_free.TryTake(out var free)) return free;
        var venue = await TestEnvironment.OpenAsync();
        _opened.Add(venue);
        return venue;
    }

    /// <summary>Gives it back for the next class.</summary>
    public void Return(TestEnvironment venue) => _free.Add(venue);

    public async ValueTask DisposeAsync()
    {
        foreach (var venue in _opened) await venue.DisposeAsync();
    }
}
