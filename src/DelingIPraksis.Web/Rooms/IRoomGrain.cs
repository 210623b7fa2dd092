using DelingIPraksis.Domain.Gatherings;
using Orleans.Concurrency;

namespace DelingIPraksis.Web.Rooms;

/// <summary>The room of one gathering, wherever it lives. Only <see cref="Rooms"/> talks to it.</summary>
internal interface IRoomGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Asks for a change; answered when it is durable, or refused. What goes in and out is immutable, and so never copied.
    /// </summary>
    Task<Immutable<Reply>> SubmitAsync(Immutable<Submission> submission);
}

/// <summary>A change that is asked for.</summary>
/// <param name="Actor">By whom.</param>
/// <param name="Change">What.</param>
/// <param name="ChangeId">The same with each try.</param>
internal sealed record Submission(Actor Actor, Change Change, Guid ChangeId);
