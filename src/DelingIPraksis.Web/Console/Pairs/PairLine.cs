using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Web.Console;

/// <summary>
/// One pair's row, as the screen shows it. It has only texts and numbers: a row whose line is equal to the one before is
/// not rendered again.
/// </summary>
public sealed record PairLine(
    Id<Pair> Id,
    string Names,
    bool Trio,
    PairNeed Need,
    string? Remark,
    PairSteps Steps,
    int Barriers,
    int Opportunities,
    string LastActive,
    string HereNow
);

internal static class PairStepExtensions
{
    /// <summary>The steps in their order, with the keys of their texts.</summary>
    public static IEnumerable<(string Key, int Done)> InOrder(this PairSteps steps) =>
        [
            ("StepWritten", steps.Written),
            ("StepHandedOver", steps.HandedOver),
            ("StepAnswered", steps.Answered),
            ("StepNoted", steps.Noted),
        ];
}
