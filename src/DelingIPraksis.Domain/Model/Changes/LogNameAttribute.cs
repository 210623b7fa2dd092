namespace DelingIPraksis.Domain.Gatherings;

/// <summary>
/// The stable name of a change in the log. Logs, archives and other programs contain the name. Never change it, and never reuse it for
/// another change.
/// </summary>
/// <param name="name">The name, in lower case with hyphens.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LogNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
