using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Evaluations;

namespace DelingIPraksis.Web.Tests.Evaluations;

/// <summary>Answers held in memory, for the components alone.</summary>
internal sealed class HeldAnswers : IEvaluationAnswers
{
    private readonly Dictionary<EvaluationQuestion, EvaluationAnswer> _own = [];

    /// <summary>What the next answer is met with.</summary>
    public EvaluationReply Next { get; set; } = EvaluationReply.Kept;

    public bool AsksUsed(GatheringView view) => true;

    public Task<EvaluationReply> AnswerAsync(GatheringView view, Id<Person> person, EvaluationQuestion question, EvaluationChoice choice) =>
        Keep(new(Guid.NewGuid(), question, choice, "", null, Shown: false));

    public Task<EvaluationReply> WriteAsync(GatheringView view, Id<Person> person, PlainText line) =>
        Keep(new(Guid.NewGuid(), EvaluationQuestion.Line, null, line, null, Shown: false));

    public Task<EvaluationReply> AnswerUsedAsync(GatheringView view, Id<Party> party, EvaluationChoice choice) =>
        Keep(new(Guid.NewGuid(), EvaluationQuestion.Used, choice, "", null, Shown: false));

    public Task<IReadOnlyDictionary<EvaluationQuestion, EvaluationAnswer>> OwnAsync(Id<Gathering> gathering, Guid who) =>
        Task.FromResult<IReadOnlyDictionary<EvaluationQuestion, EvaluationAnswer>>(
            new Dictionary<EvaluationQuestion, EvaluationAnswer>(_own));

    public Task<Evaluation> LookAsync(Id<Gathering> gathering) => Task.FromResult(Evaluation.Of(_own.Values));

    private Task<EvaluationReply> Keep(EvaluationAnswer answer)
    {
        if (Next == EvaluationReply.Kept) _own[answer.Question] = answer;
        return Task.FromResult(Next);
    }
}
