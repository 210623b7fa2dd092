namespace DelingIPraksis.Web.Shell;

/// <summary>The frame around the screens: header, footer, route, clock, reconnecting, errors.</summary>
public sealed class ShellTexts;
