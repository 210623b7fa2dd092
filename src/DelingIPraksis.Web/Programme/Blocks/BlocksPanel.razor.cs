using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme.Blocks;

/// <summary>
/// The programme in the order in which it is held: who welcomes, blocks with their talks, talks outside the blocks, and the place where the
/// points of the group work stand in the report.
/// </summary>
public sealed partial class BlocksPanel : GatheringPart<ProgrammeSession>
{
    private Dictionary<Uri, LinkFinding> _findings = [];
    private Block? _dragged;
    private bool _dragging;
    private int _over = -1;
    private string _title = "";
    private string _talk = "";
    private bool _aboutTalk;
    private bool _checking;

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    [Inject]
    internal LinkCheck Links { get; set; } = null!;

    private IReadOnlyList<Uri> Addresses =>
    [
        .. View.Blocks.SelectMany(block => block.Talks).SelectMany(talk => talk.Links).Concat(View.Welcome.Links)
            .Select(link => link.Address).Distinct(),
    ];

    /// <summary>The parts of the programme; null is the place of the points of the group work.</summary>
    private List<Block?> Rows
    {
        get
        {
            var rows = View.Blocks.Cast<Block?>().ToList();
            if (rows.Count > 0) rows.Insert(rows.FindIndex(block => block!.AfterPoints) is >= 0 and var after ? after : rows.Count, null);
            return rows;
        }
    }

    private int NumberOf(Block block) => View.Blocks.TakeWhile(other => other.Id != block.Id).Count(other => !other.IsTalk) + 1;

    private void Drag(Block? block) => (_dragged, _dragging) = (block, true);

    private void EndDrag() => (_dragged, _dragging, _over) = (null, false, -1);

    private async Task DropAsync(int row)
    {
        var (dragged, dragging) = (_dragged, _dragging);
        EndDrag();
        if (dragging) await TryAsync(MoveAsync(dragged, row));
    }

    private async Task<string?> MoveAsync(Block? moved, int to)
    {
        var rows = Rows;
        if (!rows.Remove(moved)) return null;
        rows.Insert(Math.Clamp(to, 0, rows.Count), moved);
        var (place, points) = (rows.IndexOf(moved), rows.IndexOf(null));
        if (moved is null ? points == Rows.IndexOf(null) : place == Rows.IndexOf(moved)) return null;
        var after = place > points;
        var refused = await Session.AskAsync(
            moved is null ? new Change.PointsPlaced(place)
            : new Change.BlockMoved(moved.Id, after ? place - 1 : place) { AfterPoints = after == moved.AfterPoints ? null : after }
        );
        if (refused is null) Session.Say("NowAt", moved?.Name ?? T["PointsPlace"].Value, place + 1, rows.Count);
        return refused;
    }

    private async Task AddTalkAsync()
    {
        _aboutTalk = true;
        var talk = new Talk(new Id<Talk>(Guid.CreateVersion7()), _talk, [], "", null);
        // What is added last is held last, and what was held last is after the points when anything is.
        var after = View.Blocks.Any(block => block.AfterPoints);
        if (await AskAsync(new Change.BlockPut(Block.Of(new Id<Block>(Guid.CreateVersion7()), talk) with { AfterPoints = after })))
            _talk = "";
    }

    private async Task AddAsync()
    {
        _aboutTalk = false;
        if (await AskAsync(new Change.BlockPut(new Block(new Id<Block>(Guid.CreateVersion7()), _title, "", [], HasWorkshop: false))))
            _title = "";
    }

    /// <summary>Checks every link, a few at a time, and only when the organiser presses the button.</summary>
    private async Task CheckAsync()
    {
        if (!await Services.Visitor.MayAsync(ServiceRight.CheckLinks))
        {
            _aboutTalk = false;
            Status = T["LinksNotInTheDemo"];
            return;
        }

        _checking = true;
        StateHasChanged();
        var found = await Links.FindAsync(Addresses);
        (_findings, _checking) = (found, false);
        var wrong = found.Values.Count(finding => finding is not LinkFinding.Answers);
        if (wrong == 0) Session.Say("LinksAllAnswer", found.Count);
        else Session.Say("LinksSomeDoNot", wrong, found.Count);
    }
}
