using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Storage;

/// <summary>
/// A row that says who or where somebody is, such as an e-mail address: it goes when the names of its gathering go.
/// <see cref="GatheringErasure"/> finds the tables in the model, so that a new one is not forgotten. The tables of people who have joined
/// need no marker.
/// </summary>
internal interface IErasedWithNames
{
    /// <summary>The gathering whose names it goes with.</summary>
    Id<Gathering> Gathering { get; }
}
