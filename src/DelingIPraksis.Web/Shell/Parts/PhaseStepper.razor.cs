using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The phases as calls along a coast: what is behind us is a drawn line, what lies ahead is dotted as on a chart, and the sun-yellow port
/// is where we are. In a narrow place only the current port keeps its name.
/// </summary>
public partial class PhaseStepper : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<PhaseStep> Ports { get; set; } = [];

    /// <summary>Down the side, as in the facilitator's plan.</summary>
    [Parameter]
    public bool Vertical { get; set; }

    /// <summary>What the list is called for those who cannot see it; «Hvor vi er» unless said.</summary>
    [Parameter]
    public string? Label { get; set; }

    private int NowAt => Ports.Index().Where(port => port.Item.State == PhaseStepState.Now).Select(port => port.Index).FirstOrDefault(-1);

    private PhaseStep? Now => NowAt < 0 ? null : Ports[NowAt];

    private static string Class(PhaseStepState state) =>
        state switch
        {
            PhaseStepState.Done => "is-done",
            PhaseStepState.Now => "is-now",
            _ => "is-next",
        };

    private string State(PhaseStepState state) =>
        T[
            state switch
            {
                PhaseStepState.Done => "RouteDone",
                PhaseStepState.Now => "RouteNow",
                _ => "RouteNext",
            }
        ];
}
