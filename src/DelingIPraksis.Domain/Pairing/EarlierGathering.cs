namespace DelingIPraksis.Domain.Pairing;

/// <summary>
/// Who sat together at an earlier gathering (samling), or in an earlier round of the same one. Parties that have left the network
/// may be named; they no longer count.
/// </summary>
/// <param name="Date">The day; all rounds of the newest day count as "last time".</param>
/// <param name="Groups">The groups, each in turn order: the first named presented first.</param>
/// <param name="Theme">What it was about, for the reason shown.</param>
public sealed record EarlierGathering(DateOnly Date, IReadOnlyList<IReadOnlyList<string>> Groups, string? Theme = null);
