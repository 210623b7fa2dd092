using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>What a party takes home from the group work («dette tar vi med hjem»), in words.</summary>
/// <param name="What">What it will do.</param>
/// <param name="Owner">Who is responsible: a function, not a name (<c>docs/decisions/0023-an-owner-is-a-role.md</c>).</param>
/// <param name="By">By when, or null.</param>
public sealed record Commitment(PlainText What, PlainText Owner, DateOnly? By);

/// <summary>A commitment («løfte») and what became of it. A party may make several.</summary>
/// <param name="Id">Which; unique within the party.</param>
/// <param name="Commitment">Its words.</param>
public sealed record Promise(Id<Promise> Id, Commitment Commitment)
{
    /// <summary>Whether the party has withdrawn it during the gathering. It is then as if never made, and can be restored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Withdrawn { get; init; }

    /// <summary>The partners that have said «vi er vitne» to these words; null when nobody has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedSet<Id<Party>>? Witnesses { get; init; }

    /// <summary>What the party said of it afterwards, last; null when it has not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PromiseAnswer? Answer { get; init; }

    /// <summary>Whether it stands: it says something, and is not withdrawn.</summary>
    [JsonIgnore]
    public bool Stands => !Withdrawn && !Commitment.What.IsEmpty;

    /// <summary>
    /// The id of the one commitment that a party could make before there could be several. Logs, answers about quotes, and files of that
    /// time have no id of it.
    /// </summary>
    public static Id<Promise> OnlyOf(Id<Party> party) => new(party.Value);
}

/// <summary>What became of a promise.</summary>
public enum PromiseState
{
    /// <summary>Decided and begun («i gang»).</summary>
    Begun,

    /// <summary>Done («gjort»).</summary>
    Done,

    /// <summary>Dropped («lagt bort»).</summary>
    Dropped,
}

/// <summary>A party's answer about a promise.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Why">
/// Why, in the party's words; may be empty. Only for the party itself and for those who follow all pairs; it is in no report and in no
/// archive.
/// </param>
/// <param name="At">When it was said, UTC.</param>
public sealed record PromiseAnswer(PromiseState State, PlainText Why, DateTimeOffset At);
