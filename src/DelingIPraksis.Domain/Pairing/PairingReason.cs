namespace DelingIPraksis.Domain.Pairing;

/// <summary>One reason for a group, as a value. The screen words it in the reader's language.</summary>
/// <param name="Code">The kind of reason.</param>
/// <param name="Keys">The parties that it is about, in the order that the code explains.</param>
/// <param name="Count">A number, where the code has one.</param>
/// <param name="Date">When they last met, where the code is about history.</param>
/// <param name="Theme">The topic at that time, when known.</param>
/// <param name="Words">The words that matched; of two that have met before, the other names they had then.</param>
public sealed record PairingReason(
    PairingReasonCode Code, IReadOnlyList<string> Keys, int Count, DateOnly? Date, string? Theme, IReadOnlyList<string> Words);

/// <summary>The kinds of reason.</summary>
public enum PairingReasonCode
{
    /// <summary>The two were pinned together.</summary>
    Pinned,

    /// <summary>The two have never met.</summary>
    NeverMet,

    /// <summary>The two have met <c>Count</c> times, last on <c>Date</c> (about <c>Theme</c>), and it was unavoidable.</summary>
    MetBefore,

    /// <summary>The two met at the newest gathering, and it was unavoidable.</summary>
    MetLastTime,

    /// <summary>The number is odd; this party has sat in a trio <c>Count</c> times, last on <c>Date</c>. One for each seat.</summary>
    TrioSeat,

    /// <summary>The host sits in the trio.</summary>
    HostInTrio,

    /// <summary>The two are of the same county.</summary>
    SameCounty,

    /// <summary>The two are of different counties (both known).</summary>
    UnlikeCounty,

    /// <summary>The first wished to meet the second.</summary>
    Wished,

    /// <summary>The first asks for what the second offers: <c>Count</c> common <c>Words</c>.</summary>
    AskMeetsOffer,

    /// <summary>The two are of different size: <c>Count</c> size classes apart.</summary>
    UnlikeSize,

    /// <summary>The two meet in <c>Count</c> earlier rounds of the same day.</summary>
    MeetAgainToday,
}
