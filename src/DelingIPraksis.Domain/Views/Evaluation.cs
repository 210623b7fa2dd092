using System.Collections.Immutable;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Evaluations;

/// <summary>What those who took part are asked: whether it was worth it («var det verdt det?»).</summary>
public enum EvaluationQuestion
{
    /// <summary>Was it useful? («Var dette nyttig?»)</summary>
    Useful,

    /// <summary>Will you use it? («Kommer dere til å bruke det?»)</summary>
    WillUse,

    /// <summary>Was it the right partner? («Var det rett partner?»)</summary>
    RightPartner,

    /// <summary>Has it been used? («Brukt?») Asked eight weeks later.</summary>
    Used,

    /// <summary>One free line.</summary>
    Line,
}

/// <summary>What is answered.</summary>
public enum EvaluationChoice
{
    /// <summary>Ja.</summary>
    Yes,

    /// <summary>Delvis.</summary>
    Partly,

    /// <summary>Nei.</summary>
    No,
}

/// <summary>
/// One answer to one question. It has no person, party or time, and nothing ties it to the other answers of the one who gave it.
/// </summary>
/// <param name="Id">A random number of its own.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Choice">What was chosen; null for the free line.</param>
/// <param name="Words">The free line; empty otherwise.</param>
/// <param name="Pair">
/// The pair that <see cref="EvaluationQuestion.RightPartner"/> was answered in; null otherwise. Not which of its parties: where one person
/// sits for a party, that would be the person.
/// </param>
/// <param name="Shown">Whether it has been in figures that somebody has seen.</param>
public sealed record EvaluationAnswer(
    Guid Id,
    EvaluationQuestion Question,
    EvaluationChoice? Choice,
    PlainText Words,
    Id<Pair>? Pair,
    bool Shown);

/// <summary>The figures of a question.</summary>
/// <param name="Yes">How many said yes.</param>
/// <param name="Partly">How many said partly.</param>
/// <param name="No">How many said no.</param>
public sealed record EvaluationFigures(int Yes, int Partly, int No)
{
    /// <summary>How many answers are counted in the figures.</summary>
    public int All => Yes + Partly + No;
}

/// <summary>A question with what may be told of its answers.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answers">How many have answered.</param>
/// <param name="Figures">What they answered, of those that may be told; null while they are fewer than five.</param>
public sealed record EvaluatedQuestion(EvaluationQuestion Question, int Answers, EvaluationFigures? Figures);

/// <summary>
/// What may be told of the answers: fewer than five are a count and nothing else. This is the only way from the answers to a page, a file
/// or the pairing.
/// </summary>
/// <remarks>
/// Somebody who looks after the fifth answer, and again after the sixth, would see what the sixth person said. So an answer is counted
/// only when at least four others to the same question are counted for the first time together with it, and a counted answer cannot be
/// changed. Two looks then always differ by nothing or by five answers and more. The last few may never be counted: that is the price.
/// </remarks>
public sealed class Evaluation
{
    /// <summary>The fewest answers that are told as more than a count.</summary>
    public const int Fewest = 5;

    /// <summary>The questions with a choice, in the order they are asked.</summary>
    public static readonly ImmutableArray<EvaluationQuestion> Choices =
        [EvaluationQuestion.Useful, EvaluationQuestion.WillUse, EvaluationQuestion.RightPartner, EvaluationQuestion.Used];

    /// <summary>Nobody has answered.</summary>
    public static readonly Evaluation Nothing = new([]);

    private readonly ImmutableDictionary<Id<Pair>, int> _fit;

    private Evaluation(IReadOnlyCollection<EvaluationAnswer> answers)
    {
        Questions =
        [
            .. Choices.Select(question => Of(question, [.. answers.Where(answer => answer.Question == question)])),
        ];
        LineCount = answers.Count(answer => answer.Question == EvaluationQuestion.Line);
        // Lines come together with at least five answers, so that their writer is one of five and more.
        if (Questions[0].Figures is not null)
            Lines = [.. answers.Where(answer => IsLine(answer) && answer.Shown).Select(answer => answer.Words).Order()];
        _fit = Figures(EvaluationQuestion.RightPartner) is null ? ImmutableDictionary<Id<Pair>, int>.Empty
            : answers.Where(answer => answer is { Question: EvaluationQuestion.RightPartner, Shown: true, Pair: not null })
                .GroupBy(answer => answer.Pair!.Value)
                .ToImmutableDictionary(pair => pair.Key, pair => Math.Sign(pair.Sum(answer => answer.Choice switch
                {
                    EvaluationChoice.Yes => 1,
                    EvaluationChoice.No => -1,
                    _ => 0,
                })));
    }

    /// <summary>The questions with a choice, in the order they are asked.</summary>
    public ImmutableList<EvaluatedQuestion> Questions { get; }

    /// <summary>The free lines that may be told, in alphabetical order.</summary>
    public ImmutableList<PlainText> Lines { get; } = [];

    /// <summary>How many free lines have been written.</summary>
    public int LineCount { get; }

    /// <summary>Whether nobody has answered anything.</summary>
    public bool IsEmpty => LineCount == 0 && Questions.TrueForAll(question => question.Answers == 0);

    /// <summary>What may be told of some answers.</summary>
    public static Evaluation Of(IReadOnlyCollection<EvaluationAnswer> answers) => new(answers);

    /// <summary>The figures of a question; null while they may not be told.</summary>
    public EvaluationFigures? Figures(EvaluationQuestion question) => Questions.Find(asked => asked.Question == question)?.Figures;

    /// <summary>
    /// Whether a pair was right for each other: 1 when more said yes than no, −1 the other way round, 0 when it may not be told.
    /// </summary>
    public int FitOf(Id<Pair> pair) => _fit.GetValueOrDefault(pair);

    /// <summary>The answers that are to be counted from now on: of each question all that are new, when they are at least five.</summary>
    /// <returns>Their ids; empty when nothing is to be counted.</returns>
    public static ImmutableList<Guid> Next(IReadOnlyCollection<EvaluationAnswer> answers)
    {
        var counted = ImmutableList.CreateBuilder<Guid>();
        foreach (var question in Choices)
        {
            EvaluationAnswer[] fresh = [.. answers.Where(answer => answer.Question == question && !answer.Shown)];
            if (fresh.Length < Fewest) continue;
            counted.AddRange(fresh.Select(answer => answer.Id));
            if (question == EvaluationQuestion.Useful)
                counted.AddRange(answers.Where(answer => IsLine(answer) && !answer.Shown).Select(answer => answer.Id));
        }

        return counted.ToImmutable();
    }

    private static bool IsLine(EvaluationAnswer answer) => answer.Question == EvaluationQuestion.Line;

    private static EvaluatedQuestion Of(EvaluationQuestion question, IReadOnlyCollection<EvaluationAnswer> answers)
    {
        var told = answers.Where(answer => answer.Shown).CountBy(answer => answer.Choice ?? default).ToDictionary();
        var figures = new EvaluationFigures(
            told.GetValueOrDefault(EvaluationChoice.Yes),
            told.GetValueOrDefault(EvaluationChoice.Partly),
            told.GetValueOrDefault(EvaluationChoice.No));
        return new(question, answers.Count, figures.All < Fewest ? null : figures);
    }
}
