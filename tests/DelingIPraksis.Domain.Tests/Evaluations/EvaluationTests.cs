using CsCheck;
using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.GroupWork;

namespace DelingIPraksis.Domain.Tests.Evaluations;

/// <summary>What may be told of whether it was worth it: of fewer than five, a count; and no look tells what one more has said.</summary>
public sealed class EvaluationTests
{
    private static readonly Id<Pair> Pair = new(Guid.NewGuid());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Fewer_than_five_are_a_count_and_nothing_else(int count)
    {
        var seen = Look([.. Answers(count, EvaluationQuestion.RightPartner, EvaluationChoice.No), Line("hei")]);
        Assert.Equal(count, Of(seen, EvaluationQuestion.RightPartner).Answers);
        Assert.Null(Of(seen, EvaluationQuestion.RightPartner).Figures);
        Assert.Empty(Evaluation.Of(seen).Lines);
        Assert.Equal(1, Evaluation.Of(seen).LineCount);
        Assert.Equal(0, Evaluation.Of(seen).FitOf(Pair));
    }

    [Fact]
    public void Five_are_told_with_their_lines_in_alphabetical_order()
    {
        var seen = Look([.. Answers(5, EvaluationQuestion.Useful, EvaluationChoice.Yes), Line("til"), Line("fra")]);
        Assert.Equal(new EvaluationFigures(5, 0, 0), Evaluation.Of(seen).Figures(EvaluationQuestion.Useful));
        Assert.Equal(["fra", "til"], Evaluation.Of(seen).Lines.Select(line => line.Value));
    }

    [Fact]
    public void The_sixth_is_counted_and_not_told_until_four_more_have_come()
    {
        var five = Look([.. Answers(5, EvaluationQuestion.Useful, EvaluationChoice.Yes)]);
        var six = Look([.. five, Answer(EvaluationQuestion.Useful, EvaluationChoice.No), Line("bare min")]);
        Assert.Equal(6, Of(six, EvaluationQuestion.Useful).Answers);
        Assert.Equal(Evaluation.Of(five).Figures(EvaluationQuestion.Useful), Evaluation.Of(six).Figures(EvaluationQuestion.Useful));
        Assert.Empty(Evaluation.Of(six).Lines);
        var ten = Look([.. six, .. Answers(4, EvaluationQuestion.Useful, EvaluationChoice.Yes)]);
        Assert.Equal(new EvaluationFigures(9, 0, 1), Evaluation.Of(ten).Figures(EvaluationQuestion.Useful));
        Assert.Single(Evaluation.Of(ten).Lines);
    }

    /// <summary>
    /// Answers come one by one, and somebody looks whenever it suits: two looks differ by nothing, or by five answers and more.
    /// </summary>
    [Fact]
    public void Whenever_somebody_looks_no_two_looks_differ_by_fewer_than_five() => Gen.Select(
        Gen.Int[0, 2].Select(choice => (EvaluationChoice)choice),
        Gen.Int[0, 3].Select(question => Evaluation.Choices[question]),
        Gen.Bool).Array[0, 80].Sample(steps =>
        {
            List<EvaluationAnswer> answers = [];
            var before = Evaluation.Nothing;
            foreach (var (choice, question, looks) in steps)
            {
                answers.Add(Answer(question, choice));
                if (!looks) continue;
                answers = Look(answers);
                var now = Evaluation.Of(answers);
                foreach (var asked in Evaluation.Choices)
                {
                    var (then, told) = (before.Figures(asked), now.Figures(asked));
                    var more = (told?.All ?? 0) - (then?.All ?? 0);
                    if (more is > 0 and < Evaluation.Fewest || (more == 0 && then != told)) return false;
                    if (told is null && Of(answers, asked).Answers >= Evaluation.Fewest) return false;
                }

                before = now;
            }

            return true;
        });

    [Fact]
    public void A_pair_is_right_when_more_say_yes_than_no()
    {
        var other = new Id<Pair>(Guid.NewGuid());
        var seen = Look(
        [
            Answer(EvaluationQuestion.RightPartner, EvaluationChoice.Yes), Answer(EvaluationQuestion.RightPartner, EvaluationChoice.Yes),
            Answer(EvaluationQuestion.RightPartner, EvaluationChoice.No), Answer(EvaluationQuestion.RightPartner, EvaluationChoice.Partly),
            Answer(EvaluationQuestion.RightPartner, EvaluationChoice.No) with { Pair = other },
        ]);
        Assert.Equal((1, -1, 0), (Evaluation.Of(seen).FitOf(Pair), Evaluation.Of(seen).FitOf(other), Evaluation.Of(seen).FitOf(default)));
    }

    private static EvaluatedQuestion Of(IReadOnlyCollection<EvaluationAnswer> answers, EvaluationQuestion question) =>
        Evaluation.Of(answers).Questions.Single(asked => asked.Question == question);

    private static List<EvaluationAnswer> Look(IReadOnlyCollection<EvaluationAnswer> answers)
    {
        var counted = Evaluation.Next(answers).ToHashSet();
        return [.. answers.Select(answer => counted.Contains(answer.Id) ? answer with { Shown = true } : answer)];
    }

    private static IEnumerable<EvaluationAnswer> Answers(int count, EvaluationQuestion question, EvaluationChoice choice) =>
        Enumerable.Range(0, count).Select(_ => Answer(question, choice));

    private static EvaluationAnswer Answer(EvaluationQuestion question, EvaluationChoice choice) =>
        new(Guid.NewGuid(), question, choice, "", question == EvaluationQuestion.RightPartner ? Pair : null, Shown: false);

    private static EvaluationAnswer Line(string words) => new(Guid.NewGuid(), EvaluationQuestion.Line, null, words, null, Shown: false);
}
