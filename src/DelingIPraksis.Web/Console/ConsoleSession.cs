using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Console;

/// <summary>One open console. What it undoes is what anybody who leads has done: see <see cref="History.IActionHistory"/>.</summary>
public sealed class ConsoleSession : GatheringSession
{
    private readonly ConsoleServices _services;

    internal ConsoleSession(ConsoleServices services, Gathering gathering, Actor actor, Action changed)
        : base(services.Acting, gathering, actor, changed) => _services = services;

    internal override string? Words(Reply reply) => reply switch
    {
        // Not a mistake at all: somebody else pressed first, and everybody is where both wanted them.
        Reply.Refused { Refusal.Reason: RefusalReason.PhaseHasMoved } => _services.Texts["OtherWasFirst"].Value,
        Reply.Refused { Refusal.Reason: RefusalReason.NothingToChange } => _services.Texts["OtherDidIt"].Value,
        _ => base.Words(reply),
    };
}
