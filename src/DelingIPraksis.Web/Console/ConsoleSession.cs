using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Rooms;

namespace DelingIPraksis.Web.Console;

/// <summary>One open console. Its undo covers the actions of every facilitator: see <see cref="History.IActionHistory"/>.</summary>
public sealed class ConsoleSession : GatheringSession
{
    private readonly ConsoleServices _services;

    internal ConsoleSession(ConsoleServices services, Gathering gathering, Actor actor, Action changed)
        : base(services.Acting, gathering, actor, changed) => _services = services;

    internal override string? Words(Reply reply) => reply switch
    {
        // No error: somebody else pressed first, and everybody is in the wanted step.
        Reply.Refused { Refusal.Reason: RefusalReason.PhaseHasMoved } => _services.Texts["OtherWasFirst"].Value,
        Reply.Refused { Refusal.Reason: RefusalReason.NothingToChange } => _services.Texts["OtherDidIt"].Value,
        _ => base.Words(reply),
    };
}
