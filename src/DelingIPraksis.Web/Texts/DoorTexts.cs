namespace DelingIPraksis.Web.Texts;

/// <summary>At the door: knocking, coming late, and having chosen the wrong municipality.</summary>
public sealed class DoorTexts;
