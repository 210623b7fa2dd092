namespace DelingIPraksis.Web.Desk;

/// <summary>The words behind the themes: what a network has added, learnt and taken away.</summary>
public sealed class LexiconTexts;
