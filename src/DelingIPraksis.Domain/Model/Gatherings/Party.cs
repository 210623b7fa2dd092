using System.Text.Json.Serialization;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>A participant («deltaker»): a municipality, a county or another organisation, by the name it has at this gathering.</summary>
/// <param name="Id">Its identity at this gathering.</param>
/// <param name="Name">The name shown, such as «Stad».</param>
/// <param name="RegisterNumber">The number in the official register (four digits a municipality, two a county), or null.</param>
/// <param name="Kind">What sort of organisation it is.</param>
/// <param name="County">The county («fylke») it belongs to, or null.</param>
/// <param name="Order">Its place in the list of those invited, from 0.</param>
public sealed record Party(Id<Party> Id, PlainText Name, string? RegisterNumber, PartyKind Kind, string? County, int Order)
{
    /// <summary>What the organiser has said of whether it took part; null when the gathering itself tells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? TookPart { get; init; }

    private const string Municipal = " kommune";

    /// <summary>
    /// Whether a name, with or without a register number, means this party: «bodø kommune» is Bodø. Herøy is the name of two
    /// municipalities, and the number separates them.
    /// </summary>
    public bool MatchesName(PlainText name, string? registerNumber) =>
        registerNumber is not null && RegisterNumber is not null ? registerNumber == RegisterNumber : Fold(name) == Fold(Name);

    /// <summary>
    /// A name in the form used for comparison: lower case, without invisible characters, with plain hyphens, and without «kommune» at the
    /// end.
    /// </summary>
    public static string Fold(PlainText name)
    {
        var words = TextMarks.Fold(name.Value).ToLowerInvariant();
        return words.EndsWith(Municipal, StringComparison.Ordinal) ? words[..^Municipal.Length] : words;
    }
}

/// <summary>The sorts of organisation that take part.</summary>
public enum PartyKind
{
    /// <summary>Kommune.</summary>
    Municipality,

    /// <summary>Fylkeskommune.</summary>
    County,

    /// <summary>Any other.</summary>
    Other,

    /// <summary>KS, and other associations of municipalities.</summary>
    Association,

    /// <summary>Forskning: researchers who take part.</summary>
    Research,
}

/// <summary>Somebody who takes part for a party. The name is stored outside the log, so that it can be erased.</summary>
public sealed record Person
{
    private Person()
    {
    }
}

/// <summary>Somebody with an account: an organiser, a facilitator or an observer.</summary>
public sealed record User
{
    private User()
    {
    }
}

/// <summary>The membership of a person in a party.</summary>
/// <param name="Party">For whom.</param>
/// <param name="Removed">Whether the person has been shown out.</param>
/// <param name="Erased">Whether what identifies the person is erased. Then there is no way back.</param>
/// <param name="WasHere">Whether an erased person was here until then: the party took part all the same.</param>
public sealed record Membership(Id<Party> Party, bool Removed, bool Erased = false, bool WasHere = false);
