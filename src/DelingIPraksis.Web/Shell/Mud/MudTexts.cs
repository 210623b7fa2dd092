namespace DelingIPraksis.Web.Shell.Mud;

/// <summary>The texts of MudBlazor. English is built in, so there are only two languages here.</summary>
public sealed class MudTexts;
