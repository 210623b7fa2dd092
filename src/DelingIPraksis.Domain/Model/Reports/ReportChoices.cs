using System.Text.Json.Serialization;

namespace DelingIPraksis.Domain.Reports;

/// <summary>What the organiser has chosen to have in the report, kept with the gathering.</summary>
/// <param name="Names">The publication says who worked together.</param>
/// <param name="Feedback">The archive has the feedback and the answers to it.</param>
/// <param name="Votes">Notes show how many parties wanted to bring them to the plenary.</param>
/// <param name="EmptyGroups">Groups that have written nothing are named too.</param>
/// <param name="Commitments">The publication has the commitments, without names. The archive always has them.</param>
public sealed record ReportChoices(
    bool Names = true,
    bool Feedback = true,
    bool Votes = true,
    bool EmptyGroups = true,
    bool Commitments = false
)
{
    /// <summary>How others may use the publication; null when nothing is said of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Licence? Licence { get; init; }

    /// <summary>The default.</summary>
    public static readonly ReportChoices Usual = new();
}
