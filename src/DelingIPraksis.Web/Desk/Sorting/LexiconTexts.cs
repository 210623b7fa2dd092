namespace DelingIPraksis.Web.Desk;

/// <summary>The words of the themes: what a network has added, learnt and removed.</summary>
public sealed class LexiconTexts;
