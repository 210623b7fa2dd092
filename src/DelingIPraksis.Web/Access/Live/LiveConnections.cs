using System.Collections.Concurrent;
using System.Security.Claims;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Seats;

namespace DelingIPraksis.Web.Access.Live;

/// <summary>
/// The circuits and live connections that are open, and as whom. They know only the principal they began with, so that whoever signs
/// out, or gives up a seat, must be taken out of each of them.
/// </summary>
internal sealed class LiveConnections
{
    private readonly ConcurrentDictionary<LiveConnection, bool> _open = new();

    /// <summary>Takes in a connection; dispose when it closes.</summary>
    /// <param name="user">As whom it was opened.</param>
    /// <param name="change">Told the principal that holds from now on.</param>
    public LiveConnection Add(ClaimsPrincipal user, Action<ClaimsPrincipal> change)
    {
        var connection = new LiveConnection(this, user, change);
        _open[connection] = true;
        return connection;
    }

    /// <summary>Those who are signed in on an open connection.</summary>
    public IReadOnlyCollection<Guid> Sessions =>
        [.. _open.Keys.Select(connection => VisitorClaims.SessionOf(connection.User)).OfType<Guid>().Distinct()];

    /// <summary>Takes the account away where this holds; the seats of the browser are left.</summary>
    public void SignOut(Func<ClaimsPrincipal, bool> whom)
    {
        foreach (var connection in _open.Keys)
            if (VisitorClaims.AccountOf(connection.User) is Actor.Account && whom(connection.User))
                connection.Become(VisitorClaims.WithoutSignIn(connection.User));
    }

    /// <summary>Takes a seat away from one browser.</summary>
    public void GiveUp(Guid browser, Id<Person> person)
    {
        foreach (var connection in _open.Keys)
            if (VisitorClaims.BrowserOf(connection.User) == browser && VisitorClaims.PeopleOf(connection.User).Contains(person))
                connection.Become(VisitorClaims.WithoutSeat(connection.User, person));
    }

    internal void Remove(LiveConnection connection) => _open.TryRemove(connection, out _);
}

/// <summary>One open connection.</summary>
internal sealed class LiveConnection(LiveConnections all, ClaimsPrincipal user, Action<ClaimsPrincipal> change) : IDisposable
{
    /// <summary>As whom it acts now.</summary>
    public ClaimsPrincipal User { get; private set; } = user;

    /// <summary>
    /// Told on a thread that carries nothing: the request that signs somebody out would flow along, and whoever asked there who is asking
    /// would be answered with the one who is signing out.
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
                    // It closed by itself in the same moment.
                }
            },
            (Change: change, Now: now),
            preferLocal: false);
    }

    public void Dispose() => all.Remove(this);
}
