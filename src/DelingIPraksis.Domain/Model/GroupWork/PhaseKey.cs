using System.Collections.Immutable;

namespace DelingIPraksis.Domain.GroupWork;

/// <summary>
/// Which phase of a plan is meant, wherever it has been moved to. A plan has no identities, and a place belongs to another phase as soon as
/// a row above is moved or taken out; what is written in a field must not follow the place.
/// </summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Nth">How many of the same kind come before it.</param>
public sealed record PhaseKey(PhaseKind Kind, int Nth)
{
    /// <summary>The key of the phase at a place.</summary>
    public static PhaseKey Of(IReadOnlyList<Phase> plan, int place) =>
        new(plan[place].Kind, plan.Take(place).Count(phase => phase.Kind == plan[place].Kind));

    /// <summary>
    /// Whether two plans have the same kinds in the same order, so that a place in the one is the same place in the other.
    /// </summary>
    public static bool SameOrder(IReadOnlyList<Phase> one, IReadOnlyList<Phase> other) =>
        one.Select(phase => phase.Kind).SequenceEqual(other.Select(phase => phase.Kind));

    /// <summary>The place of the phase, or -1 when the plan has no such phase.</summary>
    public int In(ImmutableList<Phase> plan)
    {
        var place = -1;
        for (var nth = 0; nth <= Nth; nth++)
            if ((place = plan.FindIndex(place + 1, phase => phase.Kind == Kind)) < 0) return -1;
        return place;
    }

    /// <summary>As it stands in the name of a field.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Kind}-{Nth}");
}
