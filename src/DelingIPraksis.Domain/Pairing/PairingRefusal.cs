namespace DelingIPraksis.Domain.Pairing;

/// <summary>Why no pairing can be given.</summary>
/// <param name="Code">The kind of obstacle.</param>
/// <param name="Keys">The parties concerned.</param>
/// <param name="Loosen">When the rules cannot all be kept: a smallest set of rules that, loosened, makes it possible.</param>
public sealed record PairingRefusal(
    PairingRefusalCode Code, IReadOnlyList<string> Keys, IReadOnlyList<PairingRule> Loosen) : PairingOutcome;

/// <summary>The kinds of obstacle.</summary>
public enum PairingRefusalCode
{
    /// <summary>A party has no key.</summary>
    NamelessParty,

    /// <summary>A party stands in the list twice.</summary>
    DoubleParty,

    /// <summary>There is one party only, and nobody to pair it with.</summary>
    OneParty,

    /// <summary>A pin, prohibition, wish or host names somebody who is not in the list.</summary>
    UnknownParty,

    /// <summary>A pin, prohibition or wish names the same party twice.</summary>
    PairedWithItself,

    /// <summary>The pins and prohibitions cannot all be kept; see <see cref="PairingRefusal.Loosen"/>.</summary>
    RulesImpossible,
}

/// <summary>A pin or a prohibition.</summary>
public sealed record PairingRule(PairingRuleKind Kind, string First, string Second);

/// <summary>The two kinds of unbreakable rule.</summary>
public enum PairingRuleKind
{
    /// <summary>The two must sit together.</summary>
    Pinned,

    /// <summary>The two must never sit together.</summary>
    Forbidden,
}
