namespace DelingIPraksis.Web.Access.Joining;

/// <summary>At the door: knocking, coming late, and having chosen the wrong municipality.</summary>
public sealed class DoorTexts;
