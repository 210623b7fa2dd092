namespace DelingIPraksis.Web.Access.Joining;

/// <summary>What is sent out: the code, the letter, links and rooms; and where the links lead.</summary>
public sealed class InvitationTexts;
