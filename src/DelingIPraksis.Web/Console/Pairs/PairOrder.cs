using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Norwegian;

namespace DelingIPraksis.Web.Console;

/// <summary>The order of the rows. Equal rows stand in the order of the pairs, so that rows seldom move.</summary>
public enum PairOrder
{
    /// <summary>The pairs that need the facilitator first.</summary>
    Need,

    /// <summary>By the name of the first party.</summary>
    Name,

    /// <summary>The pairs that have done least first.</summary>
    Progress,

    /// <summary>The longest inactive pairs first.</summary>
    Activity,
}

internal static class PairOrders
{
    public static IEnumerable<PairProgress> Sort(this PairOrder order, IEnumerable<PairProgress> pairs) => order switch
    {
        PairOrder.Name => pairs.OrderBy(pair => pair.Members[0].Party.Name.Value, NorwegianOrder.Comparer),
        PairOrder.Progress => pairs
            .OrderBy(pair => pair.Place.Position)
            .ThenBy(pair => pair.Steps.InOrder().Sum(step => (double)step.Done) / pair.Steps.Members),
        PairOrder.Activity => pairs.OrderBy(pair => pair.LastActive ?? DateTimeOffset.MinValue),
        _ => pairs.OrderBy(pair => pair.Need).ThenBy(pair => pair.Need == PairNeed.Help ? pair.AskedAt : default),
    };

    /// <summary>Parses the value in the address of the page. An unknown value gives the first order.</summary>
    public static PairOrder Parse(string? text) =>
        Enum.TryParse<PairOrder>(text, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : PairOrder.Need;
}
