namespace DelingIPraksis.Web.Access.Keeping;

/// <summary>
/// Something that is kept for a number of days only, and belongs to no gathering. <see cref="RetentionService"/> asks it at each look, when
/// the clock can be believed.
/// </summary>
internal interface IKeptForATime
{
    /// <summary>Erases what has been kept long enough, so that no byte of it is left.</summary>
    /// <returns>False when something of it could not be erased now and must be tried again.</returns>
    Task<bool> EraseOldAsync();
}
