using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Web.Pairing;

/// <summary>What <c>./run pair --check</c> answers, as JSON; described in <c>docs/pairing.md</c>.</summary>
/// <param name="Rules">Each rule, kept or broken and by whom.</param>
/// <param name="Groups">The groups that were judged, in the order of the file.</param>
/// <param name="Cost">Their cost by component.</param>
/// <param name="Best">The best there is.</param>
/// <param name="Distance">The cost minus that of the best, by component. The first component that is not 0 decides.</param>
/// <param name="Optimal">True only when proved: nothing costs less.</param>
/// <param name="Milliseconds">The time of the solver, without the start of the program.</param>
/// <param name="Reasons">The reasons of each group, in the same order.</param>
internal sealed record CheckAnswer(
    IReadOnlyList<CheckAnswer.Rule> Rules,
    IReadOnlyList<IReadOnlyList<string>> Groups,
    PairingCost Cost,
    CheckAnswer.BestThere Best,
    PairingCost Distance,
    bool Optimal,
    double Milliseconds,
    IReadOnlyList<IReadOnlyList<PairAnswer.Reason>> Reasons)
{
    /// <summary>One rule, with the two parties that it names, the parties that break it, and the sentence.</summary>
    public sealed record Rule(
        string Code, IReadOnlyList<string> Parties, bool Kept, IReadOnlyList<IReadOnlyList<string>> BrokenBy, string Text);

    /// <summary>The best pairing, as <see cref="PairAnswer"/> has it.</summary>
    public sealed record BestThere(
        IReadOnlyList<IReadOnlyList<string>> Groups, PairingCost Cost, PairingCost LowerBound, bool Optimal, string Solver);

    public static CheckAnswer Of(PairingVerdict verdict, TimeSpan took, ReasonWords words) => new(
        [
            .. verdict.Rules.Select(rule => new Rule(
                PairAnswer.NameOf(rule.Rule), rule.Keys, rule.Kept, rule.BrokenBy, words.Of(rule, static name => name))),
        ],
        [.. verdict.Groups.Select(group => group.Keys)],
        verdict.Cost,
        new BestThere(
            [.. verdict.Best.Groups.Select(group => group.Keys)],
            verdict.Best.Cost,
            verdict.Best.LowerBound,
            verdict.Best.Optimal,
            verdict.Best.Solver
        ),
        verdict.Distance,
        verdict.Optimal,
        Math.Round(took.TotalMilliseconds, 3),
        PairAnswer.ReasonsOf(verdict.Groups, reason => words.Of(reason, static name => name))
    );
}
