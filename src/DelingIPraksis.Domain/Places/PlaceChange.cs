namespace DelingIPraksis.Domain.Places;

/// <summary>What a municipality, or a county, became. One that was divided has a change for each successor.</summary>
/// <param name="Year">From the first of January of this year.</param>
/// <param name="OldNumber">The number until then.</param>
/// <param name="OldName">The official name until then.</param>
/// <param name="NewNumber">The number from then on.</param>
/// <param name="NewName">The official name from then on.</param>
/// <param name="IsPart">Whether only a small part went there: Bryggja in Vågsøy, which otherwise became Kinn, went to Stad.</param>
/// <remarks>
/// Statistics Norway lists only what has changed. So the list does not say whether a municipality that took in another existed before, or
/// was made that day. A change from a number and a name to the same number and name says that it did.
/// </remarks>
public sealed record PlaceChange(int Year, string OldNumber, string OldName, string NewNumber, string NewName, bool IsPart = false)
{
    /// <summary>Whether it says that the place existed before the year, and does so after it.</summary>
    public bool IsUnchanged => OldNumber == NewNumber && OldName == NewName;
}
