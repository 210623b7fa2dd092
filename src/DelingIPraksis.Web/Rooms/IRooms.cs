using System.Text.Json.Serialization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// The only way to a gathering: ask its room for a change, read the newest snapshot, follow it. Screens, the hub, exports and the demo all
/// use it.
/// </summary>
public interface IRooms
{
    /// <summary>
    /// Asks for a change. The reply comes when the change is durable, or refused. The same id again gets the first reply.
    /// </summary>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="change">What is asked.</param>
    /// <param name="changeId">Made by the caller, once for each change, and the same at each attempt.</param>
    Task<Reply> SubmitAsync(Id<Gathering> gathering, Actor actor, Change change, Guid changeId);

    /// <summary>The newest snapshot; a gathering with <see cref="Gathering.Exists"/> false when there is none.</summary>
    Task<Gathering> ReadAsync(Id<Gathering> gathering);

    /// <summary>
    /// Follows a gathering. The snapshot and the subscription are one step, so no change is missed between them. <paramref
    /// name="onChange"/> is called outside the room, one call at a time, with the newest snapshot and the impact of everything since the
    /// last call. A slow listener skips to the newest, and an exception in it affects only itself.
    /// </summary>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="concerns">Whether an impact concerns the listener. It is called by the room, so it must be fast.</param>
    /// <param name="onChange">What to do; a component calls <c>InvokeAsync</c> in it.</param>
    Task<ISubscription> FollowAsync(Id<Gathering> gathering, Func<Impact, bool> concerns, Func<Gathering, Impact, Task> onChange);
}

/// <summary>A subscription that ends when disposed. It may be disposed twice.</summary>
public interface ISubscription : IDisposable
{
    /// <summary>The newest snapshot this node has.</summary>
    Gathering Current { get; }
}

/// <summary>The result of a change that was asked for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Kept), "kept")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(NotStored), "not-stored")]
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>The change is stored and durable.</summary>
    /// <param name="Sequence">Its place in the log.</param>
    public sealed record Kept(long Sequence) : Reply;

    /// <summary>The change was refused, and nothing has changed.</summary>
    public sealed record Refused(Refusal Refusal) : Reply;

    /// <summary>
    /// The change could not be stored now (the disk is full, the database is not available). Nothing has changed, and it may be tried again
    /// with the same id.
    /// </summary>
    public record NotStored : Reply;

    /// <summary>Too many changes were asked for at once. Nothing has changed, and it may be tried again with the same id.</summary>
    public sealed record TooFast : NotStored;
}
