using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Console;

/// <summary>
/// Keeps the console fresh: everything that happens in the gathering, who comes and goes, and time passing, as at most a few renders a
/// second.
/// </summary>
internal sealed class ConsoleFeed : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    private readonly ConsoleServices _services;
    private readonly Id<Gathering> _id;
    private readonly Actor _actor;
    private readonly RenderPace _pace;
    private readonly List<IDisposable> _followed = [];
    private HashSet<Id<Party>>? _asking;
    private Gathering? _newest;

    public ConsoleFeed(ConsoleServices services, Id<Gathering> id, Actor actor, Action render)
    {
        (_services, _id, _actor) = (services, id, actor);
        _pace = new RenderPace(services.Time, Pace, render);
    }

    public async Task StartAsync(bool live)
    {
        if (!live)
        {
            _newest = await _services.Rooms.ReadAsync(_id);
            return;
        }

        var following = await _services.Rooms.FollowAsync(_id, static _ => true, (gathering, _) =>
        {
            _newest = gathering;
            _pace.Signal();
            return Task.CompletedTask;
        });
        _newest ??= following.Current;
        _followed.Add(following);
        _followed.Add(_services.Presence.Follow(_id, () =>
        {
            _pace.Signal();
            return Task.CompletedTask;
        }));
        _followed.Add(_services.Time.CreateTimer(_ => _pace.Signal(), null, Tick, Tick));
    }

    public (GatheringView View, PresenceSnapshot Presence, IReadOnlyList<PairLine> Lines) Read(PairOrder order)
    {
        var view = GatheringView.For(_newest!, _actor);
        var presence = _services.Presence.Of(_id);
        return (view, presence, _services.Lines.Of(view, presence, _services.Time.GetUtcNow(), order));
    }

    /// <summary>What has come since last, for those who listen to the page: who asks for help.</summary>
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
        _pace.Dispose();
    }
}
