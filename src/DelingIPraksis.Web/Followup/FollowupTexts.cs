namespace DelingIPraksis.Web.Followup;

/// <summary>The frame of a party's own page after the gathering. Each section has its own words.</summary>
public sealed class FollowupTexts;
