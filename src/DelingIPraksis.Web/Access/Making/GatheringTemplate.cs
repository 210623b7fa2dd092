using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Access.Making;

/// <summary>A ready-made plan, by its name in the form.</summary>
internal sealed record GatheringTemplate(string Key, ImmutableList<Phase> Plan)
{
    public static readonly IReadOnlyList<GatheringTemplate> All =
    [
        new("Full", PhasePlans.Full),
        new("Brief", PhasePlans.Brief),
        new("WithoutPresentation", PhasePlans.WithoutPresentation),
    ];

    public int Minutes => Plan.Sum(phase => phase.Minutes);

    /// <summary>The template with the name, or the first.</summary>
    public static GatheringTemplate Of(string? key) => All.FirstOrDefault(template => template.Key == key) ?? All[0];
}
