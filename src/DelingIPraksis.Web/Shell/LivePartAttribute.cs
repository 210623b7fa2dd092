namespace DelingIPraksis.Web.Shell;

/// <summary>
/// Marks a page that the server renders statically, with one interactive part. The parts that never change (footer, skip link, router) are
/// not in a circuit. This saves two components in five for each participant, and there may be a thousand participants.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LivePartAttribute : Attribute;
