namespace DelingIPraksis.Domain.Gatherings;

/// <summary>A party's answer to its invitation («svar på invitasjonen»). It holds no names.</summary>
/// <param name="Comes">Whether the party comes.</param>
/// <param name="InRoom">How many come to the room; 0 when the party does not come.</param>
/// <param name="OnScreen">How many take part on a screen; 0 when the party does not come.</param>
public sealed record Rsvp(bool Comes, int InRoom, int OnScreen)
{
    /// <summary>The party does not come.</summary>
    public static readonly Rsvp No = new(false, 0, 0);

    /// <summary>How many come, in the room and on a screen together.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int People => InRoom + OnScreen;
}

/// <summary>The answer that was read before another was written.</summary>
/// <param name="Answer">The answer, or null when there was none.</param>
public sealed record RsvpRead(Rsvp? Answer);
