using System.Text.Encodings.Web;
using System.Text.Json;
using DelingIPraksis.Domain.Pairing;

namespace DelingIPraksis.Web.Pairing;

/// <summary>What <c>./run pair</c> answers, as JSON; described in <c>docs/pairing.md</c>.</summary>
/// <param name="Groups">The names, in turn order.</param>
/// <param name="Cost">The cost by component. A lower value in an earlier component always wins.</param>
/// <param name="LowerBound">No pairing can cost less than this.</param>
/// <param name="Optimal">True only when proved.</param>
/// <param name="Solver">The method that was used.</param>
/// <param name="Milliseconds">The time of the solver, without the start of the program.</param>
/// <param name="Reasons">The reasons of each group, in the same order.</param>
internal sealed record PairAnswer(
    IReadOnlyList<IReadOnlyList<string>> Groups,
    PairingCost Cost,
    PairingCost LowerBound,
    bool Optimal,
    string Solver,
    double Milliseconds,
    IReadOnlyList<IReadOnlyList<PairAnswer.Reason>> Reasons)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The output goes to a file or another program, never into a page, so «Ås» need not be escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One reason: a code, the parties, and the sentence.</summary>
    public sealed record Reason(string Code, IReadOnlyList<string> Parties, string Text);

    public static PairAnswer Of(PairingSolution solution, TimeSpan took, Func<PairingReason, string> say) => new(
        [.. solution.Groups.Select(group => group.Keys)],
        solution.Cost,
        solution.LowerBound,
        solution.Optimal,
        solution.Solver,
        Math.Round(took.TotalMilliseconds, 3),
        ReasonsOf(solution.Groups, say)
    );

    /// <summary>The reasons of each group.</summary>
    public static IReadOnlyList<IReadOnlyList<Reason>> ReasonsOf(IEnumerable<PairingGroup> groups, Func<PairingReason, string> say) =>
        [
            .. groups.Select(group =>
                (IReadOnlyList<Reason>)[.. group.Reasons.Select(reason => new Reason(NameOf(reason.Code), reason.Keys, say(reason)))]
            ),
        ];

    /// <summary>A value of an enumeration as it is written in the answers.</summary>
    public static string NameOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>An answer as JSON.</summary>
    public static string ToJson<T>(T answer) => JsonSerializer.Serialize(answer, _json);
}
