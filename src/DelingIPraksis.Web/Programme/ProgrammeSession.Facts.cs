using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Programme;

/// <summary>One part of what is said of the gathering, as one field sends it.</summary>
/// <param name="Field">The field's name on the page.</param>
/// <param name="Put">Puts it into the newest facts; null when somebody else has changed the same part since the field was drawn.</param>
internal sealed record FactsPart(string Field, Func<GatheringFacts, GatheringFacts?> Put);

public sealed partial class ProgrammeSession
{
    private readonly Dictionary<string, FactsPart> _refused = [];

    /// <summary>
    /// Changes a part of what is said of the gathering. The rules judge the whole: a start of 13 is refused while the end is 12. A part
    /// that is refused is therefore kept here, and sent again together with the next part, until its field says something else.
    /// </summary>
    internal Task<string?> DescribeAsync(FactsPart part) => ActAsync(() => DescribeNowAsync(part));

    /// <summary>A field says something else now: what it sent and had refused is not sent again.</summary>
    internal void Withdraw(string field) => _refused.Remove(field);

    private async Task<string?> DescribeNowAsync(FactsPart part)
    {
        _refused.Remove(part.Field);
        string? fault = null;
        foreach (var company in Companies([.. _refused.Values]))
        {
            FactsPart[] together = [.. company, part];
            fault = await AgainAsync(() =>
                Together(together, View.Facts) is { } facts ? new Change.GatheringDescribed(facts, View.Facts) : null
            );
            if (fault is not null) continue;
            foreach (var kept in together) _refused.Remove(kept.Field);
            return null;
        }

        _refused[part.Field] = part;
        return fault;
    }

    // With all that wait, with one of them, and at last alone: one that is wrong by itself holds up no other.
    private static IEnumerable<FactsPart[]> Companies(FactsPart[] waiting)
    {
        if (waiting.Length > 1) yield return waiting;
        foreach (var one in waiting) yield return [one];
        yield return [];
    }

    private static GatheringFacts? Together(FactsPart[] parts, GatheringFacts facts)
    {
        GatheringFacts? whole = facts;
        foreach (var part in parts) whole = whole is null ? null : part.Put(whole);
        return whole;
    }
}
