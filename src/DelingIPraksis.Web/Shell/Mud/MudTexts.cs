namespace DelingIPraksis.Web.Shell.Mud;

/// <summary>The component library's own words. Its English is built in, so this one has two languages.</summary>
public sealed class MudTexts;
