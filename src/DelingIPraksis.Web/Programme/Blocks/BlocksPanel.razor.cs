using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Acting;
using Microsoft.AspNetCore.Components;

namespace DelingIPraksis.Web.Programme.Blocks;

/// <summary>The thematic parts and their talks, in order.</summary>
public sealed partial class BlocksPanel : GatheringPart<ProgrammeSession>
{
    private Dictionary<Uri, LinkFinding> _findings = [];
    private Block? _dragged;
    private int _over = -1;
    private string _title = "";
    private bool _checking;

    [Inject]
    internal ProgrammeServices Services { get; set; } = null!;

    [Inject]
    internal LinkCheck Links { get; set; } = null!;

    private IReadOnlyList<Uri> Addresses =>
        [.. View.Blocks.SelectMany(block => block.Talks).Select(talk => talk.Presentation).OfType<Uri>().Distinct()];

    private void EndDrag() => (_dragged, _over) = (null, -1);

    private async Task DropAsync(int place)
    {
        var dragged = _dragged;
        EndDrag();
        if (dragged is not null) await AskAsync(new Change.BlockMoved(dragged.Id, place));
    }

    private async Task AddAsync()
    {
        if (await AskAsync(new Change.BlockPut(new Block(new Id<Block>(Guid.CreateVersion7()), _title, "", [], HasWorkshop: false))))
            _title = "";
    }

    /// <summary>Checks every link, a few at a time, and only when the organiser presses the button.</summary>
    private async Task CheckAsync()
    {
        if (!await Services.Visitor.MayAsync(ServiceRight.CheckLinks))
        {
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
