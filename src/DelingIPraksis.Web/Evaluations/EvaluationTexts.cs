namespace DelingIPraksis.Web.Evaluations;

/// <summary>The questions of whether it was worth it, the answers, and what is told of them.</summary>
public sealed class EvaluationTexts;
