namespace DelingIPraksis.Web.Access.Keeping;

/// <summary>How long a gathering is kept: told to those who join, and chosen by the organiser.</summary>
public sealed class RetentionTexts;
