namespace DelingIPraksis.Web.Console;

/// <summary>What those who lead do with the pairs and with each other, and how it is undone.</summary>
public sealed class ConductingTexts;
