namespace DelingIPraksis.Domain.Pairing;

/// <summary>Why no pairing is possible.</summary>
/// <param name="Code">The kind of obstacle.</param>
/// <param name="Keys">The parties concerned.</param>
/// <param name="Loosen">When the rules conflict: a smallest set of rules to remove so that a pairing is possible.</param>
public sealed record PairingRefusal(
    PairingRefusalCode Code, IReadOnlyList<string> Keys, IReadOnlyList<PairingRule> Loosen) : PairingOutcome
{
    /// <summary>The place of the group concerned in groups made by hand, from 0; null when it is about no single group.</summary>
    public int? Group { get; init; }
}

/// <summary>The kinds of obstacle.</summary>
public enum PairingRefusalCode
{
    /// <summary>A party has no key.</summary>
    NamelessParty,

    /// <summary>A party is in the list twice.</summary>
    DoubleParty,

    /// <summary>There is only one party.</summary>
    OneParty,

    /// <summary>A pin, prohibition, wish or host names a party that is not in the list.</summary>
    UnknownParty,

    /// <summary>A pin, prohibition or wish names the same party twice.</summary>
    PairedWithItself,

    /// <summary>The pins and prohibitions conflict; see <see cref="PairingRefusal.Loosen"/>.</summary>
    RulesImpossible,

    /// <summary>A group made by hand names a party that is not in the list.</summary>
    UnknownInGroup,

    /// <summary>A party is in the groups made by hand twice.</summary>
    TwiceInGroups,

    /// <summary>A party is in no group made by hand.</summary>
    MissingInGroups,

    /// <summary>A group made by hand has neither two nor three parties.</summary>
    GroupSize,

    /// <summary>A group made by hand has three parties, and the number of parties is even or another group already has three.</summary>
    TooManyTrios,

    /// <summary>Several rounds are asked for, and the parties are so few that all sit together with the same every time.</summary>
    TooFewForRounds,
}

/// <summary>A pin or a prohibition.</summary>
public sealed record PairingRule(PairingRuleKind Kind, string First, string Second);

/// <summary>The two kinds of hard rule.</summary>
public enum PairingRuleKind
{
    /// <summary>The two must be in one group.</summary>
    Pinned,

    /// <summary>The two must never be in one group.</summary>
    Forbidden,
}
