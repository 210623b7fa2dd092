using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Shell.Formats;

namespace DelingIPraksis.Web.Followup;

/// <summary>
/// The day on which the parties are asked what became of it all: seven weeks after the gathering, the middle of six and eight, and on the
/// same day of the week.
/// </summary>
internal static class FollowupDay
{
    private const int Weeks = 7;

    public static DateOnly Of(GatheringFacts facts) => facts.Date.AddDays(7 * Weeks);

    /// <summary>The day as an entry for a calendar. It has an id of its own, beside that of the gathering.</summary>
    /// <param name="view">The gathering.</param>
    /// <param name="of">Whose entry it is: a party, or the organiser.</param>
    /// <param name="title">What the entry is called.</param>
    /// <param name="about">Its text.</param>
    /// <param name="link">Where it leads.</param>
    public static CalendarEntry Entry(GatheringView view, string of, string title, string about, Uri link) => new(
        new Id<Gathering>(DerivedId.Of($"followup/{view.Id}/{of}")),
        view.Facts with { Title = title, Date = Of(view.Facts), StartsAt = null, EndsAt = null, Place = "", Meeting = null },
        about,
        link,
        view.Sequence,
        Minutes: 0
    );
}
