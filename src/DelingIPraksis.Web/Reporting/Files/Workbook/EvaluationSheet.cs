using System.Resources;
using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Web.Evaluations;
using DelingIPraksis.Web.Reporting.Form;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>The sheet of whether it was worth it: figures of five answers and more, otherwise the count alone.</summary>
internal static class EvaluationSheet
{
    private static readonly ResourceManager Texts = new(typeof(EvaluationTexts));

    /// <summary>The sheet; null when nobody has answered.</summary>
    public static WorkbookSheet? Of(Evaluation? told, ReportWords words) => told is not { IsEmpty: false } ? null : new(
        Say("Sheet", words),
        [30, 9, 9, 9, 9, 90],
        [Say("Question", words), Say("Yes", words), Say("Partly", words), Say("No", words), Say("Answers", words), Say("Lines", words)],
        Rows(told, words));

    private static IEnumerable<object[]> Rows(Evaluation told, ReportWords words)
    {
        foreach (var asked in told.Questions)
            yield return asked.Figures is { } figures
                ? [Say($"Short{asked.Question}", words), figures.Yes, figures.Partly, figures.No, asked.Answers, ""]
                : [Say($"Short{asked.Question}", words), "", "", "", asked.Answers, Say("TooFew", words)];
        foreach (var line in told.Lines) yield return ["", "", "", "", "", line.Value];
    }

    private static string Say(string key, ReportWords words) =>
        Texts.GetString(key, words.Culture) ?? throw new MissingManifestResourceException(key);
}
