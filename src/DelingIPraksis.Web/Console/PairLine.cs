using DelingIPraksis.Domain;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Console;

/// <summary>
/// One pair's row, as it is written on the screen. A value made of words and figures only: a row whose line is equal to the one before is
/// not rendered again.
/// </summary>
public sealed record PairLine(
    Id<Pair> Id, string Names, bool Trio, PairNeed Need, string? Remark, PairSteps Steps, int Barriers, int Opportunities, string LastActive, string HereNow);

/// <summary>How many of a pair's members have come how far.</summary>
public readonly record struct PairSteps(int Members, int Written, int HandedOver, int Answered, int Noted)
{
    /// <summary>The steps in the order in which they are taken, with the name of their text.</summary>
    public IEnumerable<(string Key, int Done)> All =>
        [("StepWritten", Written), ("StepHandedOver", HandedOver), ("StepAnswered", Answered), ("StepNoted", Noted)];
}
