using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace DelingIPraksis.Web.Programme.Blocks;

/// <summary>
/// A talk: one line until it is opened; moved by button or key (Alt and an arrow), past the end of its block into the next.
/// </summary>
public sealed partial class TalkCard : GatheringPart<ProgrammeSession>
{
    private ElementReference _up;
    private ElementReference _down;
    private Func<ElementReference>? _focus;
    private bool _open;

    [Parameter, EditorRequired]
    public Block Block { get; set; } = null!;

    [Parameter, EditorRequired]
    public Talk Talk { get; set; } = null!;

    [Parameter, EditorRequired]
    public int Place { get; set; }

    /// <summary>The result of its link check: the worst of its links, or null.</summary>
    [Parameter]
    public LinkFinding? Finding { get; set; }

    private string Who =>
        string.Join(
            " · ",
            Talk.Speakers.Select(speaker => speaker.Organisation.IsEmpty ? speaker.Name.Value : $"{speaker.Name}, {speaker.Organisation}")
        );

    // A remark and not an error: a presentation often comes the day after.
    private string Remark => Finding is { } found ? T[$"Link{found}"] : Talk.Links.IsEmpty ? T["NoPresentation"] : "";

    private int BlockPlace => View.Blocks.ToList().FindIndex(block => block.Id == Block.Id);

    private bool IsFirst => Place == 0 && Neighbour(-1) is null;

    private bool IsLast => Place == Block.Talks.Count - 1 && Neighbour(1) is null;

    private Block? Nearest => Neighbour(-1) ?? Neighbour(1);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } focus) return;
        _focus = null;
        await focus().FocusAsync();
    }

    private string Field(string name) => $"innlegg-{Talk.Id}-{name}";

    // The next thematic block above or below. Talks outside the blocks are passed by.
    private Block? Neighbour(int step)
    {
        for (var place = BlockPlace + step; place >= 0 && place < View.Blocks.Count; place += step)
            if (!View.Blocks[place].IsTalk) return View.Blocks[place];
        return null;
    }

    private Task<string?> PutAsync<TPart>(TPart value, Func<Talk, TPart> read, Func<Talk, TPart, Talk> write)
    {
        var before = read(Talk);
        // Whether the part is as it was rendered: the talk with this part put back is equal.
        return Session.WriteTalkAsync(Talk.Id, talk => write(talk, before).Says(talk) ? write(talk, value) : null);
    }

    private async Task MoveAsync(int step)
    {
        if (!Session.Owns || (step < 0 ? IsFirst : IsLast)) return;
        var to = Place + step;
        var home = View.Blocks[BlockPlace];
        if (to < 0 || to >= home.Talks.Count)
        {
            home = Neighbour(step)!;
            to = step < 0 ? home.Talks.Count : 0;
        }

        _focus = step < 0 ? () => _up : () => _down;
        if (await AskAsync(new Change.TalkMoved(Talk.Id, home.Id, to)))
            Session.Say("NowIn", Talk.Title, home.Title, to + 1);
    }

    private async Task SetApartAsync()
    {
        var place = new Id<Block>(Guid.CreateVersion7());
        if (await AskAsync(new Change.TalkSetApart(Talk.Id, place, BlockPlace + 1, Block.AfterPoints))) Session.Say("NowApart", Talk.Title);
    }

    private async Task IntoBlockAsync()
    {
        if (Nearest is not { } home) return;
        var above = ReferenceEquals(home, Neighbour(-1));
        var to = above ? home.Talks.Count : 0;
        if (await AskAsync(new Change.TalkMoved(Talk.Id, home.Id, to))) Session.Say("NowIn", Talk.Title, home.Title, to + 1);
    }

    private async Task RemoveAsync()
    {
        if (await AskAsync(new Change.TalkRemoved(Talk.Id)))
            Session.Say("Removed", Talk.Title);
    }

    private Task KeyAsync(KeyboardEventArgs key) => key switch
    {
        { AltKey: true, ShiftKey: false, Key: "ArrowUp" } => MoveAsync(-1),
        { AltKey: true, ShiftKey: false, Key: "ArrowDown" } => MoveAsync(1),
        _ => Task.CompletedTask,
    };
}
