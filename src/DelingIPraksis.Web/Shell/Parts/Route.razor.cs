using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Shell.Parts;

/// <summary>
/// The phases as calls along a coast: what is behind us is a drawn line, what lies ahead is dotted as on a chart, and the sun-yellow port
/// is where we are. In a narrow place only the current port keeps its name.
/// </summary>
public partial class Route : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<RoutePort> Ports { get; set; } = [];

    /// <summary>Down the side, as in the facilitator's plan.</summary>
    [Parameter]
    public bool Vertical { get; set; }

    /// <summary>What the list is called for those who cannot see it; «Hvor vi er» unless said.</summary>
    [Parameter]
    public string? Label { get; set; }

    private int NowAt => Ports.Index().Where(port => port.Item.State == RouteState.Now).Select(port => port.Index).FirstOrDefault(-1);

    private RoutePort? Now => NowAt < 0 ? null : Ports[NowAt];

    private static string Class(RouteState state) =>
        state switch
        {
            RouteState.Done => "is-done",
            RouteState.Now => "is-now",
            _ => "is-next",
        };

    private string State(RouteState state) =>
        T[
            state switch
            {
                RouteState.Done => "RouteDone",
                RouteState.Now => "RouteNow",
                _ => "RouteNext",
            }
        ];
}
