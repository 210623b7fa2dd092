namespace DelingIPraksis.Web.Access.Answering;

/// <summary>The answer to an invitation, what a party says of its partner, and the reminder to those who have not answered.</summary>
public sealed class RsvpTexts;
