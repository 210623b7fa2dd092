using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(DelingIPraksis.EndToEnd.Stage.Venues))]

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The venues that are open: as many as classes run side by side, each opened when it is first needed.</summary>
public sealed class Venues : IAsyncDisposable
{
    private readonly ConcurrentBag<Venue> _free = [];
    private readonly ConcurrentBag<Venue> _opened = [];

    /// <summary>A venue that nobody uses.</summary>
    public async Task<Venue> BorrowAsync()
    {
        if (_free.TryTake(out var free)) return free;
        var venue = await Venue.OpenAsync();
        _opened.Add(venue);
        return venue;
    }

    /// <summary>Gives it back for the next class.</summary>
    public void Return(Venue venue) => _free.Add(venue);

    public async ValueTask DisposeAsync()
    {
        foreach (var venue in _opened) await venue.DisposeAsync();
    }
}
