namespace DelingIPraksis.Web.Texts;

/// <summary>How long a gathering is kept: told to those who join, and chosen by the organiser.</summary>
public sealed class RetentionTexts;
