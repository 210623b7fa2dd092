namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// The cost of a pairing, compared lexicographically: a lower value in an earlier component always wins. Gains are negative. Every
/// component is a sum over the pairs inside groups and over the seats of a trio.
/// </summary>
/// <param name="BrokenRules">Broken pins and prohibitions: always 0 in a solution.</param>
/// <param name="Disturbance">
/// In re-pairing, the cost of changing groups that have begun. In a plan of several rounds, how often two meet again the same day: 1 when
/// they meet the second time, 2 more the third time. Otherwise 0.
/// </param>
/// <param name="TimesMetSquared">The square of how often the two have met before.</param>
/// <param name="MetLastTime">1 when the two met at the newest gathering.</param>
/// <param name="TrioSeatsSquared">For each seat in a trio, the square of how often its party has had one.</param>
/// <param name="TrioSeatRecency">
/// For each seat in a trio, how recently its party had one (0 never, 1 at the oldest gathering, and so on).
/// </param>
/// <param name="Constraints">1 for the same county, 1 for the host in a trio, −1 for each wish met.</param>
/// <param name="Complementarity">Minus the words that one asks for and the other offers, the smaller of both directions.</param>
/// <param name="Preference">Minus the difference in size class.</param>
/// <param name="RightPartner">−1 when the two have answered that they were the right partners, 1 when they were not.</param>
/// <param name="Noise">0–9, from the seed: breaks ties.</param>
public readonly record struct PairingCost(
    long BrokenRules = 0, long Disturbance = 0, long TimesMetSquared = 0, long MetLastTime = 0, long TrioSeatsSquared = 0,
    long TrioSeatRecency = 0, long Constraints = 0, long Complementarity = 0, long Preference = 0, long RightPartner = 0,
    long Noise = 0)
    : IComparable<PairingCost>
{
    internal const int Components = 11;

    /// <summary>The components, the most significant first.</summary>
    public long this[int component] => component switch
    {
        0 => BrokenRules,
        1 => Disturbance,
        2 => TimesMetSquared,
        3 => MetLastTime,
        4 => TrioSeatsSquared,
        5 => TrioSeatRecency,
        6 => Constraints,
        7 => Complementarity,
        8 => Preference,
        9 => RightPartner,
        10 => Noise,
        _ => throw new ArgumentOutOfRangeException(nameof(component)),
    };

    /// <inheritdoc/>
    public int CompareTo(PairingCost other)
    {
        for (var i = 0; i < Components; i++)
            if (this[i] != other[i])
                return this[i].CompareTo(other[i]);
        return 0;
    }

    /// <summary>The sum of both costs.</summary>
    public static PairingCost operator +(PairingCost a, PairingCost b) => From(i => a[i] + b[i]);

    /// <summary>
    /// The difference: how much more <paramref name="a"/> costs than <paramref name="b"/>. With a lower bound, the gap.
    /// </summary>
    public static PairingCost operator -(PairingCost a, PairingCost b) => From(i => a[i] - b[i]);

    /// <summary>The sum of both costs.</summary>
    public static PairingCost Add(PairingCost a, PairingCost b) => a + b;

    /// <summary>The first minus the second.</summary>
    public static PairingCost Subtract(PairingCost a, PairingCost b) => a - b;

    /// <summary>Whether the first is cheaper.</summary>
    public static bool operator <(PairingCost a, PairingCost b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is more expensive.</summary>
    public static bool operator >(PairingCost a, PairingCost b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is cheaper or equal.</summary>
    public static bool operator <=(PairingCost a, PairingCost b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is more expensive or equal.</summary>
    public static bool operator >=(PairingCost a, PairingCost b) => a.CompareTo(b) >= 0;

    internal static PairingCost From(Func<int, long> component) => new(
        component(0), component(1), component(2), component(3), component(4),
        component(5), component(6), component(7), component(8), component(9), component(10));
}
