using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access;

/// <summary>What other folders must know of the demo.</summary>
internal interface IDemo
{
    /// <summary>Whether there is a demo here.</summary>
    bool IsOn { get; }

    /// <summary>The gatherings that the demo is delivered with; the others are made by those who try it, and go after a day.</summary>
    IReadOnlyCollection<Id<Gathering>> Examples { get; }

    /// <summary>Whether there are so many demo gatherings, rehearsals among them, that no more are made.</summary>
    Task<bool> IsFullAsync();
}
