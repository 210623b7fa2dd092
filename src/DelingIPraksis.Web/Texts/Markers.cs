namespace DelingIPraksis.Web.Texts;

// Each feature has a marker of its own, found by IStringLocalizer<T>, and three files named after it: T.resx (bokmål), T.nn.resx,
// T.en.resx.

/// <summary>Words that every screen shares: buttons, saved states, relative time.</summary>
public sealed class CommonTexts;

/// <summary>The frame around the screens: header, footer, route, clock, reconnecting, errors.</summary>
public sealed class ShellTexts;

/// <summary>What is stored, for how long, and who reads it.</summary>
public sealed class PrivacyTexts;

/// <summary>Taking in a gathering that was held before, and what is wrong with a file.</summary>
public sealed class ImportTexts;

/// <summary>The component library's own words. Its English is built in, so this one has two languages.</summary>
public sealed class MudTexts;
