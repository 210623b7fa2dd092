using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Texts;
using Microsoft.Extensions.Localization;

namespace DelingIPraksis.Web.Console;

/// <summary>What a reply says to the one who asked; null when all is well.</summary>
internal sealed class ReplyWords(IStringLocalizer<ConsoleTexts> texts, IStringLocalizer<RefusalTexts> refusals)
{
    public string? Of(Reply reply) => reply switch
    {
        // Not a mistake at all: somebody else pressed first, and everybody is where both wanted them.
        Reply.Refused { Refusal.Reason: RefusalReason.PhaseHasMoved } => texts["OtherWasFirst"].Value,
        Reply.Refused { Refusal.Reason: RefusalReason.ClockAlreadyThere } => texts["OtherDidIt"].Value,
        Reply.Refused refused => refusals.Say(refused.Refusal),
        Reply.NotStored away => refusals.Say(away),
        _ => null,
    };
}
