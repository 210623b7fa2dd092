using System.Text.Json.Serialization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Rooms;

/// <summary>
/// The only way to a gathering: ask its room for a change, read the newest snapshot, follow it. Screens, the hub, exports and the demo all
/// come this way.
/// </summary>
public interface IRooms
{
    /// <summary>
    /// Asks for a change. The answer comes when the change is durable, or refused; the same id twice gets the first answer.
    /// </summary>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="change">What is asked.</param>
    /// <param name="changeId">Made by the one who asks, once for each change, and sent again with each try.</param>
    Task<Reply> SubmitAsync(Id<Gathering> gathering, Actor actor, Change change, Guid changeId);

    /// <summary>The newest snapshot; a gathering with <see cref="Gathering.Exists"/> false when there is none.</summary>
    Task<Gathering> ReadAsync(Id<Gathering> gathering);

    /// <summary>
    /// Follows a gathering from now on. Snapshot and subscription are one step: nothing falls between them. <paramref name="onChange"/> is
    /// called off the room's path, one call at a time, with the newest snapshot and the impact of all that came since the last call; a
    /// slow listener skips to the newest, and one that throws is left to itself.
    /// </summary>
    /// <param name="gathering">Which gathering.</param>
    /// <param name="concerns">Says whether an impact concerns the listener; asked on the room's path, so it must be quick.</param>
    /// <param name="onChange">What to do; a component calls <c>InvokeAsync</c> in it.</param>
    Task<ISubscription> FollowAsync(Id<Gathering> gathering, Func<Impact, bool> concerns, Func<Gathering, Impact, Task> onChange);
}

/// <summary>A following that ends when disposed; disposing twice does no harm.</summary>
public interface ISubscription : IDisposable
{
    /// <summary>The newest snapshot this node has.</summary>
    Gathering Current { get; }
}

/// <summary>What became of a change that was asked for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Kept), "kept")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(NotStored), "not-stored")]
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>It is kept, and durable.</summary>
    /// <param name="Sequence">Its place in the log.</param>
    public sealed record Kept(long Sequence) : Reply;

    /// <summary>It was refused, and nothing has changed.</summary>
    public sealed record Refused(Refusal Refusal) : Reply;

    /// <summary>
    /// It could not be stored now (the disk is full, the database is away); nothing has changed, and it may be tried again with the same
    /// id.
    /// </summary>
    public record NotStored : Reply;

    /// <summary>
    /// So much was asked for at once that it was not taken in; nothing has changed, and it may be tried again with the same id.
    /// </summary>
    public sealed record TooFast : NotStored;
}
