using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Demo;

/// <summary>Where one person tries all the roles, in three windows of one browser.</summary>
public sealed partial class TryPage
{
    private Gathering? _gathering;

    [Inject]
    internal DemoGatherings Demo { get; set; } = null!;

    [Inject]
    internal IRooms Rooms { get; set; } = null!;

    [Parameter]
    public Guid? Gathering { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Demo.IsOn && Gathering is { } id && await Rooms.ReadAsync(new Id<Gathering>(id)) is { IsDemo: true } gathering) _gathering = gathering;
    }
}
