namespace DelingIPraksis.Web.Duties;

/// <summary>The page about accessibility, and the page with the officer's pack.</summary>
public sealed class DutyTexts;
