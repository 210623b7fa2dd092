namespace DelingIPraksis.Domain.Places;

/// <summary>A municipality or a county in the years when it had this number and this name.</summary>
/// <param name="Number">Four digits a municipality, two a county.</param>
/// <param name="Name">The official name, such as «Trondheim - Tråante».</param>
/// <param name="From">The first year with this number and name; null when that is before the first known change.</param>
/// <param name="Until">The first year without them; null when they are those of today.</param>
public sealed record Place(string Number, string Name, int? From, int? Until)
{
    /// <summary>Whether it had this number and name on the last day of a year.</summary>
    public bool IsIn(int year) => (From is null || From <= year) && (Until is null || year < Until);
}
