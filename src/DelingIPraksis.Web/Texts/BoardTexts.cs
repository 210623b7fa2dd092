namespace DelingIPraksis.Web.Texts;

/// <summary>The participants' board.</summary>
public sealed class BoardTexts;
