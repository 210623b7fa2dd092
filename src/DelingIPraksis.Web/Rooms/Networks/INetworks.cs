using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Networks;

namespace DelingIPraksis.Web.Rooms;

/// <summary>The only way to a network: ask for a change, read the newest state, find, undo, follow.</summary>
public interface INetworks
{
    /// <summary>
    /// Asks for a change. The reply comes when the change is durable, or refused. The same id again gets the first reply. Hazard: anybody
    /// with an account may create a network, so the page must first ask <c>ServiceRights</c> whether the account may make anything.
    /// </summary>
    /// <param name="network">Which network; for <see cref="NetworkChange.Created"/> a new id, made by the caller.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="change">What is asked.</param>
    /// <param name="changeId">Made by the caller, once for each change, and the same at each attempt.</param>
    Task<Reply> SubmitAsync(Id<Network> network, Actor actor, NetworkChange change, Guid changeId);

    /// <summary>The newest state; a network with <see cref="Network.Exists"/> false when there is none. Show it by a view.</summary>
    Task<Network> ReadAsync(Id<Network> network);

    /// <summary>What an actor may see of a network. One that is not for the actor gives the same as one that is not there.</summary>
    Task<NetworkView> ViewAsync(Id<Network> network, Actor actor);

    /// <summary>The network with an address, also when it has been joined to another: then that one. Null when there is none.</summary>
    Task<Id<Network>?> FindAsync(string slug);

    /// <summary>The networks where a user has a role, by name. Those that are joined to another are not among them.</summary>
    Task<IReadOnlyList<OwnNetwork>> OfAsync(Id<User> user);

    /// <summary>The network that a gathering belongs to, with its address, or null.</summary>
    Task<OwnNetwork?> OfGatheringAsync(Id<Gathering> gathering);

    /// <summary>The newest change of a user that can be undone, or null. It is read from the log, so it survives a reload.</summary>
    Task<NetworkStep?> LastAsync(Id<Network> network, Id<User> user);

    /// <summary>Undoes a change. Twice is once.</summary>
    /// <returns>The first reply that is not <see cref="Reply.Kept"/>, or the last; null when it can no longer be undone.</returns>
    Task<Reply?> UndoAsync(Id<Network> network, Actor actor, NetworkEntry entry);

    /// <summary>Calls back on the thread pool when a network has changed, one call at a time, until disposed.</summary>
    IDisposable Follow(Id<Network> network, Func<Task> onChange);
}

/// <summary>A network in a list.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Role">What the user is in it; <see cref="NetworkRole.None"/> when no user was asked about.</param>
/// <param name="IsDemo">Whether it is the demo's.</param>
public sealed record OwnNetwork(Id<Network> Id, string Name, string Slug, NetworkRole Role, bool IsDemo);

/// <summary>A change of a network that can be undone.</summary>
/// <param name="Entry">What was done.</param>
/// <param name="Before">The network as it was before.</param>
public sealed record NetworkStep(NetworkEntry Entry, Network Before);
