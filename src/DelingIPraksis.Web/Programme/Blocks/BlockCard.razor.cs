using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Programme.Blocks;

/// <summary>
/// A block, or a talk outside the blocks: edited in place, moved by drag, by button or by key (Alt, Shift and an arrow).
/// </summary>
public sealed partial class BlockCard : GatheringPart<ProgrammeSession>
{
    private ElementReference _up;
    private ElementReference _down;
    private Func<ElementReference>? _focus;
    private string _talk = "";
    private bool _grabbed;

    [Parameter, EditorRequired]
    public Block Block { get; set; } = null!;

    /// <summary>Its number among the thematic blocks, from 1.</summary>
    [Parameter, EditorRequired]
    public int Number { get; set; }

    /// <summary>Its place among the parts of the programme, the points of the group work included, from 0.</summary>
    [Parameter, EditorRequired]
    public int Row { get; set; }

    [Parameter, EditorRequired]
    public int Rows { get; set; }

    /// <summary>Moves it to a row.</summary>
    [Parameter, EditorRequired]
    public Func<int, Task<string?>> Move { get; set; } = null!;

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

    // One link that does not answer is what the organiser must know.
    private LinkFinding? FindingOf(Talk talk)
    {
        var found = talk.Links.Where(link => Findings.ContainsKey(link.Address)).Select(link => Findings[link.Address]).ToList();
        return found.Count == 0 ? null : found.Find(finding => finding is not LinkFinding.Answers);
    }

    private string Field(string name) => $"bolk-{Block.Id}-{name}";

    private Task<bool> WorkshopAsync(ChangeEventArgs change) =>
        AskAsync(new Change.BlockDescribed(Block.Id, HasWorkshop: change.Value is true));

    private async Task MoveAsync(int step)
    {
        if (!Session.Owns || Row + step < 0 || Row + step >= Rows) return;
        // The browser drops the focus of an element that is moved.
        _focus = step < 0 ? () => _up : () => _down;
        await TryAsync(Move(Row + step));
    }

    private async Task RemoveAsync()
    {
        if (await AskAsync(new Change.BlockRemoved(Block.Id))) Session.Say("Removed", Block.Name);
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
