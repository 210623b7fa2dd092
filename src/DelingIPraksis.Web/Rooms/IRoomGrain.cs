using DelingIPraksis.Domain.Gatherings;
using Orleans.Concurrency;

namespace DelingIPraksis.Web.Rooms;

/// <summary>The room of one gathering, on any node. Only <see cref="Rooms"/> calls it.</summary>
internal interface IRoomGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Asks for a change. The reply comes when it is durable, or refused. Arguments and replies are immutable, so Orleans does not copy
    /// them.
    /// </summary>
    Task<Immutable<Reply>> SubmitAsync(Immutable<Submission> submission);
}

/// <summary>A change that is asked for.</summary>
/// <param name="Actor">By whom.</param>
/// <param name="Change">What.</param>
/// <param name="ChangeId">The same at each attempt.</param>
internal sealed record Submission(Actor Actor, Change Change, Guid ChangeId);
