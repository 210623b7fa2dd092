using System.Text.Json.Serialization;

namespace DelingIPraksis.Domain.Gatherings;

/// <summary>What is known of a gathering («samling») before it is held.</summary>
/// <param name="Network">The name of the network («nettverk») at that time.</param>
/// <param name="NetworkAbout">Who the network is and what it is for, in a few sentences.</param>
/// <param name="Title">The title of the gathering and of its report.</param>
/// <param name="Number">Which one in the series, 1 to 999, or null when the network does not count.</param>
/// <param name="Date">The day it is held, 2000 to 2100.</param>
/// <param name="Host">The host («vertskap»).</param>
/// <param name="Place">Where, or that it is digital.</param>
/// <param name="Language">The written language of the report.</param>
/// <param name="Ingress">What the gathering is about, in a few sentences, for those invited.</param>
/// <param name="StartsAt">When it begins, by the clock in Norway, or null when that is not settled.</param>
/// <param name="EndsAt">When it ends, after it begins, or null.</param>
/// <param name="Meeting">The address of the video call (http or https), or null; for those who take part.</param>
public sealed record GatheringFacts(
    PlainText Network,
    PlainText NetworkAbout,
    PlainText Title,
    int? Number,
    DateOnly Date,
    PlainText Host,
    PlainText Place,
    Language Language,
    PlainText Ingress = default,
    TimeOnly? StartsAt = null,
    TimeOnly? EndsAt = null,
    Uri? Meeting = null)
{
    /// <summary>
    /// The address of the report as it was first published elsewhere (http or https), for a gathering from before this tool; or null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? OriginalReport { get; init; }

    /// <summary>Nothing yet.</summary>
    public static readonly GatheringFacts None = new("", "", "", null, new DateOnly(2000, 1, 1), "", "", Language.Bokmal);
}

/// <summary>The languages of the product and of what is written in it.</summary>
public enum Language
{
    /// <summary>Bokmål (nb).</summary>
    Bokmal,

    /// <summary>Nynorsk (nn).</summary>
    Nynorsk,

    /// <summary>English (en).</summary>
    English,
}
