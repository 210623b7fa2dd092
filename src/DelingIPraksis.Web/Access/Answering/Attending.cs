using DelingIPraksis.Domain.Gatherings;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Access.Answering;

/// <summary>Who has answered an invitation, in counts.</summary>
/// <param name="Coming">How many parties come.</param>
/// <param name="InRoom">How many people come to the room.</param>
/// <param name="OnScreen">How many people take part on a screen.</param>
/// <param name="Declined">How many parties do not come.</param>
/// <param name="Unanswered">The parties that have not answered, in the order they were invited.</param>
internal sealed record Attending(int Coming, int InRoom, int OnScreen, int Declined, IReadOnlyList<Party> Unanswered)
{
    public static Attending Of(GatheringView view)
    {
        var answers = view.Parties.Select(party => view.Rsvps.GetValueOrDefault(party.Id)).OfType<Rsvp>().ToList();
        return new(
            answers.Count(answer => answer.Comes), answers.Sum(answer => answer.InRoom), answers.Sum(answer => answer.OnScreen),
            answers.Count(answer => !answer.Comes), [.. view.Parties.Where(party => !view.Rsvps.ContainsKey(party.Id))]);
    }

    /// <summary>An answer in words: «Vi kommer: 2 i rommet, 1 på skjerm».</summary>
    public static string Words(IStringLocalizer<RsvpTexts> texts, Rsvp? answer) => answer switch
    {
        null => texts["NotAnswered"],
        { Comes: false } => texts["ComesNot"],
        { OnScreen: 0 } => texts["ComesToRoom", answer.InRoom],
        { InRoom: 0 } => texts["ComesOnScreen", answer.OnScreen],
        _ => texts["ComesBoth", answer.InRoom, answer.OnScreen],
    };

    /// <summary>Whether the invitation can be answered: until the group work begins, and no later than the day of the gathering.</summary>
    public static bool IsOpen(GatheringView view, DateOnly today) =>
        view is { ClosedAt: null, Position: < 0 } && today <= view.Facts.Date;
}
