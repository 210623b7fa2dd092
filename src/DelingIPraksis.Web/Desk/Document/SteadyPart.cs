using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Desk;

/// <summary>
/// A part that there are many of on the desk. It is drawn again for what is done in it, and otherwise only when what it shows has changed.
/// </summary>
public abstract class SteadyPart : GatheringPart<DeskSession>
{
    private object? _drawn;
    private bool _same;

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var set = base.SetParametersAsync(parameters);
        // What comes after the parameters is an event of the part itself.
        _same = false;
        return set;
    }

    /// <summary>All that is drawn, compared by value; null for a part that is to be drawn each time.</summary>
    private protected abstract object? Shows();

    protected override void OnParametersSet()
    {
        var shows = Shows();
        (_same, _drawn) = (shows is not null && shows.Equals(_drawn), shows);
    }

    protected override bool ShouldRender() => !_same;
}
