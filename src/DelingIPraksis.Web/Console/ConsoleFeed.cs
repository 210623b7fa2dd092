using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Console;

/// <summary>
/// Updates the console: changes in the gathering, presence and the clock, as at most a few renders a
/// second.
/// </summary>
internal sealed class ConsoleFeed : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    private readonly ConsoleServices _services;
    private readonly ConsoleSession _session;
    private readonly List<IDisposable> _followed = [];
    private HashSet<Id<Party>>? _asking;

    public ConsoleFeed(ConsoleServices services, ConsoleSession session) => (_services, _session) = (services, session);

    public async Task StartAsync(Action render)
    {
        await _session.FollowAsync(Pace, render);
        _followed.Add(_services.Presence.Follow(_session.View.Id, () =>
        {
            _session.Signal();
            return Task.CompletedTask;
        }));
        _followed.Add(_services.Time.CreateTimer(_ => _session.Signal(), null, Tick, Tick));
    }

    public (GatheringView View, PresenceSnapshot Presence, IReadOnlyList<PairLine> Lines) Read(PairOrder order)
    {
        _session.TakeNewest();
        var presence = _services.Presence.Of(_session.View.Id);
        return (_session.View, presence, _services.Lines.Of(_session.View, presence, _services.Time.GetUtcNow(), order));
    }

    /// <summary>What a screen reader announces since the last update: new requests for help.</summary>
    public IReadOnlyList<string> News(GatheringView view)
    {
        var asking = view.Parties.Where(party => view.ProgressOf(party.Id)?.Help is not null).ToList();
        List<string> news = _asking is null ? [] : asking.Where(party => !_asking.Contains(party.Id)).Select(Words).ToList();
        _asking = [.. asking.Select(party => party.Id)];
        return news;

        string Words(Party party) =>
            _services.Texts["AsksFor", party.Name, _services.Texts[$"Help{view.ProgressOf(party.Id)!.Help!.Reason}"].Value];
    }

    public void Dispose()
    {
        foreach (var followed in _followed) followed.Dispose();
        _session.Dispose();
    }
}
