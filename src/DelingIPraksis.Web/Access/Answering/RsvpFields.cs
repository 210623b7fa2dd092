using System.Globalization;
using DelingIPraksis.Domain.Gatherings;

namespace DelingIPraksis.Web.Access.Answering;

/// <summary>The fields of the answer form, as they were sent.</summary>
/// <param name="Comes">«ja», «nei» or nothing.</param>
/// <param name="InRoom">How many in the room, as typed.</param>
/// <param name="OnScreen">How many on a screen, as typed.</param>
internal sealed record RsvpFields(string? Comes, string? InRoom, string? OnScreen)
{
    public const string Yes = "ja";
    public const string No = "nei";

    /// <summary>The fields of an answer that was given before.</summary>
    public static RsvpFields Of(Rsvp? answer) => answer switch
    {
        null => new(null, null, null),
        { Comes: false } => new(No, null, null),
        _ => new(Yes, Number(answer.InRoom), Number(answer.OnScreen)),
    };

    /// <summary>The answer, or the key of the text that says what is wrong.</summary>
    public (Rsvp? Answer, string? Fault) Read()
    {
        if (Comes == No) return (Rsvp.No, null);
        if (Comes != Yes) return (null, "ChooseAnswer");
        if (Parse(InRoom) is not { } room || Parse(OnScreen) is not { } screen) return (null, "WriteNumber");
        return room + screen is 0 or > Limits.PeopleOfParty ? (null, room + screen == 0 ? "WriteHowMany" : "TooManyPeople")
            : (new Rsvp(true, room, screen), null);
    }

    /// <summary>An answer as one word, by which a form tells what it was written on top of.</summary>
    public static string Mark(Rsvp? answer) => answer is null ? "" : $"{(answer.Comes ? Yes : No)}.{answer.InRoom}.{answer.OnScreen}";

    /// <summary>The answer of a mark; a mark of no answer, or that is not one, gives none.</summary>
    public static Rsvp? Unmark(string? mark) => mark?.Split('.') is [var comes, var room, var screen]
        && Parse(room) is { } inRoom && Parse(screen) is { } onScreen ? new Rsvp(comes == Yes, inRoom, onScreen) : null;

    private static string Number(int people) => people.ToString(CultureInfo.InvariantCulture);

    // An empty field is nobody.
    private static int? Parse(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? 0
        : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people <= 9_999 ? people
        : null;
}
