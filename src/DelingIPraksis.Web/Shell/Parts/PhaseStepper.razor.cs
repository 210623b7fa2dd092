using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The phases, drawn as ports along a coast. The part behind us is a solid line, the part ahead is dotted as on a chart, and the current
/// port is sun-yellow. In a narrow place, and with many ports, only the current port shows its name.
/// </summary>
public partial class PhaseStepper : ComponentBase
{
    // A plan of several rounds has more ports than there is room for names beside each other.
    private const int MostNames = 9;

    [Parameter, EditorRequired]
    public IReadOnlyList<PhaseStep> Ports { get; set; } = [];

    /// <summary>Whether it is vertical, as in the facilitator's plan.</summary>
    [Parameter]
    public bool Vertical { get; set; }

    /// <summary>The list's accessible name. The default is «Hvor vi er».</summary>
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
