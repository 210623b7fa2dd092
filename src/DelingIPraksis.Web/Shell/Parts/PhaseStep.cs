namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>A step of the <see cref="PhaseStepper"/>: its name, its state, and an optional short note such as «15 min».</summary>
public sealed record PhaseStep(string Name, PhaseStepState State, string? Aside = null);

public enum PhaseStepState
{
    Done,
    Now,
    Next,
}
