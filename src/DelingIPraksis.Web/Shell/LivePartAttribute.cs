namespace DelingIPraksis.Web.Shell;

/// <summary>
/// On a page that the server draws once but for one part, which is live. What never changes (footer, skip link, the router that found the
/// page) is then in no circuit: for a participant that is two components in five, a thousand times over.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LivePartAttribute : Attribute;
