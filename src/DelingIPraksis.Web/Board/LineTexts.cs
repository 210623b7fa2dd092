namespace DelingIPraksis.Web.Board;

/// <summary>What is said of words that have not got through, and of a network that is gone.</summary>
public sealed class LineTexts;
