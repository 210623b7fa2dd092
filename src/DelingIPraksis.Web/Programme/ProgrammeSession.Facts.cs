using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Programme;

/// <summary>One part of the gathering's facts, as one field sends it.</summary>
/// <param name="Field">The field's name on the page.</param>
/// <param name="Put">Puts it into the newest facts; null when somebody else has changed the same part since the field was rendered.</param>
internal sealed record FactsPart(string Field, Func<GatheringFacts, GatheringFacts?> Put);

public sealed partial class ProgrammeSession
{
    private readonly Dictionary<string, FactsPart> _refused = [];

    /// <summary>
    /// Changes a part of the gathering's facts. The rules check all of them: a start of 13 is refused while the end is 12. A part
    /// that is refused is therefore kept here, and sent again together with the next part, until its field changes.
    /// </summary>
    internal Task<string?> DescribeAsync(FactsPart part) => ActAsync(() => DescribeNowAsync(part));

    /// <summary>Forgets the refused part of a field that has changed since.</summary>
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

    // Tried with all waiting parts, then with one, then alone, so that one invalid part blocks no other.
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
