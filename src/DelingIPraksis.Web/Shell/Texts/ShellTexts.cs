namespace DelingIPraksis.Web.Shell;

/// <summary>The texts of the frame around the screens: header, footer, route, clock, reconnecting, errors.</summary>
public sealed class ShellTexts;
