using System.Collections.Concurrent;
using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;

namespace DelingIPraksis.Web.Access.Live;

/// <summary>
/// The open circuits and live connections, and their principals. A connection keeps the principal it began with. So when somebody signs out
/// or gives up a seat, each connection must be told.
/// </summary>
internal sealed class LiveConnections
{
    private readonly ConcurrentDictionary<LiveConnection, bool> _open = new();

    /// <summary>Adds a connection. Dispose the result when it closes.</summary>
    /// <param name="user">The principal that opened it.</param>
    /// <param name="change">Called with the new principal.</param>
    public LiveConnection Add(ClaimsPrincipal user, Action<ClaimsPrincipal> change)
    {
        var connection = new LiveConnection(this, user, change);
        _open[connection] = true;
        return connection;
    }

    /// <summary>The sessions of the open connections.</summary>
    public IReadOnlyCollection<Guid> Sessions =>
        [.. _open.Keys.Select(connection => VisitorClaims.SessionOf(connection.User)).OfType<Guid>().Distinct()];

    /// <summary>Signs out the matching connections. The seats of the browser stay.</summary>
    public void SignOut(Func<ClaimsPrincipal, bool> whom)
    {
        foreach (var connection in _open.Keys)
            if (VisitorClaims.AccountOf(connection.User) is Actor.Account && whom(connection.User))
                connection.Become(VisitorClaims.WithoutSignIn(connection.User));
    }

    /// <summary>Removes a seat from the connections of one browser.</summary>
    public void GiveUp(Guid browser, Id<Person> person)
    {
        foreach (var connection in _open.Keys)
            if (VisitorClaims.BrowserOf(connection.User) == browser && VisitorClaims.PeopleOf(connection.User).Contains(person))
                connection.Become(VisitorClaims.WithoutSeat(connection.User, person));
    }

    internal void Remove(LiveConnection connection) => _open.TryRemove(connection, out _);
}

internal sealed class LiveConnection(LiveConnections all, ClaimsPrincipal user, Action<ClaimsPrincipal> change) : IDisposable
{
    /// <summary>Its current principal.</summary>
    public ClaimsPrincipal User { get; private set; } = user;

    /// <summary>
    /// Calls the callback on a thread without a flowing context. Otherwise the request that signs somebody out would flow along, and the
    /// callback would still see the account that is signing out.
    /// </summary>
    public void Become(ClaimsPrincipal now)
    {
        User = now;
        ThreadPool.UnsafeQueueUserWorkItem(
            static told =>
            {
                try
                {
                    told.Change(told.Now);
                }
                catch (ObjectDisposedException)
                {
                    // It closed in the same moment.
                }
            },
            (Change: change, Now: now),
            preferLocal: false);
    }

    public void Dispose() => all.Remove(this);
}
