namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// One who is paired («deltaker»): a municipality, a county, or another organisation, by the name it has at this gathering.
/// </summary>
/// <param name="Id">Its identity at this gathering.</param>
/// <param name="Name">The name shown, such as «Stad».</param>
/// <param name="RegisterNumber">The number in the official register (four digits a municipality, two a county), or null.</param>
/// <param name="Kind">What sort of organisation it is.</param>
/// <param name="County">The county («fylke») it lies in, or null.</param>
/// <param name="Order">Its place in the list of those invited, from 0.</param>
public sealed record Party(Id<Party> Id, PlainText Name, string? RegisterNumber, PartyKind Kind, string? County, int Order)
{
    private const string Municipal = " kommune";

    /// <summary>
    /// Whether a name, with a number of the register or without, means this one: «bodø kommune» is Bodø. Numbers tell two Herøy apart.
    /// </summary>
    public bool IsMeantBy(PlainText name, string? registerNumber) =>
        registerNumber is not null && RegisterNumber is not null ? registerNumber == RegisterNumber : Fold(name) == Fold(Name);

    /// <summary>A name as it is compared: without case, marks that nobody sees, the sort of hyphen, and «kommune» after it.</summary>
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

    /// <summary>KS, and others that municipalities do things together in.</summary>
    Association,

    /// <summary>Forskning: those who follow with knowledge.</summary>
    Research,
}

/// <summary>Somebody who takes part for a party; the name is kept apart from the log, so that it can be erased.</summary>
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

/// <summary>That a person takes part for a party.</summary>
/// <param name="Party">For whom.</param>
/// <param name="Removed">Whether the person has been shown out.</param>
public sealed record Membership(Id<Party> Party, bool Removed);
