namespace DelingIPraksis.Domain.Gatherings;

/// <summary>Says why a change by a leader is not <see cref="IUndoable"/>.</summary>
/// <param name="because">The reason.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NotUndoableAttribute(string because) : Attribute
{
    /// <summary>The reason.</summary>
    public string Because { get; } = because;
}
