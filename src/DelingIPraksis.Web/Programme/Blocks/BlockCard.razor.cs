using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Programme.Blocks;

/// <summary>A block: edited in place, moved by drag, by button or by key (Alt and an arrow).</summary>
public sealed partial class BlockCard : GatheringPart<ProgrammeSession>
{
    private ElementReference _up;
    private ElementReference _down;
    private Func<ElementReference>? _focus;
    private string _talk = "";
    private bool _grabbed;

    [Parameter, EditorRequired]
    public Block Block { get; set; } = null!;

    [Parameter, EditorRequired]
    public int Place { get; set; }

    /// <summary>The results of the link check.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<Uri, LinkFinding> Findings { get; set; } = null!;

    [Parameter]
    public EventCallback<Block> OnDrag { get; set; }

    [Parameter]
    public EventCallback OnDragEnd { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } focus) return;
        _focus = null;
        await focus().FocusAsync();
    }

    private LinkFinding? FindingOf(Talk talk) =>
        talk.Presentation is { } address && Findings.TryGetValue(address, out var found) ? found : null;

    private string Field(string name) => $"bolk-{Block.Id}-{name}";

    private Task<bool> WorkshopAsync(ChangeEventArgs change) =>
        AskAsync(new Change.BlockDescribed(Block.Id, HasWorkshop: change.Value is true));

    private async Task MoveAsync(int step)
    {
        var to = Place + step;
        if (to < 0 || to >= View.Blocks.Count || !Session.Owns) return;
        // The browser drops the focus of an element that is moved.
        _focus = step < 0 ? () => _up : () => _down;
        if (await AskAsync(new Change.BlockMoved(Block.Id, to))) Session.Say("NowAt", Block.Title, to + 1, View.Blocks.Count);
    }

    private async Task RemoveAsync()
    {
        if (await AskAsync(new Change.BlockRemoved(Block.Id))) Session.Say("Removed", Block.Title);
    }

    private async Task AddAsync()
    {
        if (await AskAsync(new Change.TalkPut(Block.Id, new Talk(new Id<Talk>(Guid.CreateVersion7()), _talk, [], "", null)))) _talk = "";
    }

    private Task KeyAsync(KeyboardEventArgs key) => key switch
    {
        { AltKey: true, ShiftKey: true, Key: "ArrowUp" } => MoveAsync(-1),
        { AltKey: true, ShiftKey: true, Key: "ArrowDown" } => MoveAsync(1),
        _ => Task.CompletedTask,
    };
}
