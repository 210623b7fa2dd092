namespace DelingIPraksis.Web.Texts;

// Each feature has a marker of its own, found by IStringLocalizer<T>, and beside it three files named after it: T.resx (bokmål),
// T.nn.resx, T.en.resx. Here are those that several features share.

/// <summary>Words that every screen shares: buttons, saved states, relative time.</summary>
public sealed class CommonTexts;
