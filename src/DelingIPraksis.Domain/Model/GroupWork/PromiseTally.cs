using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>What became of the promises of one or more gatherings: figures for the whole, without a party and without words.</summary>
/// <param name="Promised">How many were made.</param>
/// <param name="Begun">How many are begun and not yet done.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Dropped">How many are dropped.</param>
/// <param name="Parties">How many parties made them.</param>
public readonly record struct PromiseTally(int Promised, int Begun, int Done, int Dropped, int Parties)
{
    /// <summary>How many parties there must be before the figures are shown to strangers: with two, each would know the other's.</summary>
    public const int FewestParties = 3;

    /// <summary>How many were decided on: begun or done.</summary>
    [JsonIgnore]
    public int Decided => Begun + Done;

    /// <summary>How many nobody has said anything of.</summary>
    [JsonIgnore]
    public int Unanswered => Promised - Decided - Dropped;

    /// <summary>Whether the figures can be true.</summary>
    [JsonIgnore]
    public bool IsSound => Begun >= 0 && Done >= 0 && Dropped >= 0 && Unanswered >= 0 && Parties >= 0 && Parties <= Promised;

    /// <summary>The promises of a gathering, whatever the parties have answered about being quoted: a figure quotes nobody.</summary>
    public static PromiseTally Of(Gathering gathering) =>
        gathering.Workshop.Work.Values.Aggregate(default(PromiseTally), (sum, work) => sum + Of(work));

    /// <summary>The promises of one party.</summary>
    public static PromiseTally Of(PartyWork work)
    {
        var promises = work.Promises;
        return new(
            promises.Count,
            promises.Count(promise => promise.Answer?.State == PromiseState.Begun),
            promises.Count(promise => promise.Answer?.State == PromiseState.Done),
            promises.Count(promise => promise.Answer?.State == PromiseState.Dropped),
            promises.IsEmpty ? 0 : 1
        );
    }

    /// <summary>Two together. A party that made promises at two gatherings is counted at each.</summary>
    public static PromiseTally operator +(PromiseTally one, PromiseTally other) => new(
        one.Promised + other.Promised,
        one.Begun + other.Begun,
        one.Done + other.Done,
        one.Dropped + other.Dropped,
        one.Parties + other.Parties
    );
}

/// <summary>What became of the promises of an earlier gathering, as the report of a later one tells it.</summary>
/// <param name="Date">The day of the earlier gathering.</param>
/// <param name="Tally">The figures when they were taken in.</param>
public sealed record EarlierPromises(DateOnly Date, PromiseTally Tally);
