using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access;

/// <summary>What other folders need to know about the demo.</summary>
internal interface IDemo
{
    bool IsOn { get; }

    /// <summary>
    /// The gatherings that come with the demo. Other demo gatherings are created by visitors, and are deleted after a day.
    /// </summary>
    IReadOnlyCollection<Id<Gathering>> Examples { get; }

    /// <summary>Whether the maximum number of demo gatherings, including rehearsals, is reached.</summary>
    Task<bool> IsFullAsync();
}
