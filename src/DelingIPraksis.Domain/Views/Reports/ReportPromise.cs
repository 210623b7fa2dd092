using System.Collections.Immutable;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Reports;

/// <summary>A promise as a row of the report's data.</summary>
/// <param name="Commitment">Its words; in the publication without who is responsible.</param>
/// <param name="Party">Who made it; empty in the publication.</param>
/// <param name="Witnesses">The partners that are witnesses; none in the publication.</param>
/// <param name="State">What became of it; null when the party has not said, and in the publication.</param>
public sealed record ReportPromise(Commitment Commitment, PlainText Party, ImmutableList<PlainText> Witnesses, PromiseState? State)
{
    /// <summary>The promises of the archive, in the order of the parties.</summary>
    internal static ImmutableList<ReportPromise> AllOf(Gathering gathering) =>
    [
        .. from party in gathering.PartiesInOrder
           from promise in gathering.Workshop.WorkOf(party.Id).Promises
           select new ReportPromise(
               promise.Commitment,
               party.Name,
               [.. (promise.Witnesses ?? []).Select(witness => gathering.Parties[witness].Name)],
               promise.Answer?.State),
    ];
}
