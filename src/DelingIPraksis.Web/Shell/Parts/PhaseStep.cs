namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>One call along the route: what it is called, whether we have been there, and an optional short note such as «15 min».</summary>
public sealed record PhaseStep(string Name, PhaseStepState State, string? Aside = null);

public enum PhaseStepState
{
    Done,
    Now,
    Next,
}
