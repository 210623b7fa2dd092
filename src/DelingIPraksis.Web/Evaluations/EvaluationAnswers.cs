using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Evaluations;

/// <summary>Whether it was worth it: takes answers, and gives what may be told of them (<see cref="Evaluation"/>).</summary>
internal interface IEvaluationAnswers
{
    /// <summary>Whether it is time to ask whether it has been used, and the group work is over.</summary>
    bool AsksUsed(GatheringView view);

    /// <summary>Takes an answer of somebody with a seat. A second one replaces the first.</summary>
    /// <param name="view">The gathering as the seat may see it.</param>
    /// <param name="person">Who; forgotten when the process ends.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="choice">What was chosen.</param>
    Task<EvaluationReply> AnswerAsync(GatheringView view, Id<Person> person, EvaluationQuestion question, EvaluationChoice choice);

    /// <summary>Takes a free line of somebody with a seat. An empty one takes it back.</summary>
    Task<EvaluationReply> WriteAsync(GatheringView view, Id<Person> person, PlainText line);

    /// <summary>Takes the answer of the holder of a party's link: whether it has been used.</summary>
    Task<EvaluationReply> AnswerUsedAsync(GatheringView view, Id<Party> party, EvaluationChoice choice);

    /// <summary>
    /// What somebody has answered since the service started, by question. Answers that are counted are there too; they cannot be changed.
    /// </summary>
    Task<IReadOnlyDictionary<EvaluationQuestion, EvaluationAnswer>> OwnAsync(Id<Gathering> gathering, Guid who);

    /// <summary>
    /// What may be told of a gathering's answers now. Answers that are told for the first time are marked before they are returned, so
    /// that the next look tells nothing about one more of them.
    /// </summary>
    Task<Evaluation> LookAsync(Id<Gathering> gathering);
}

/// <inheritdoc/>
/// <remarks>
/// Which answer is whose is known only in the memory of this process, so that somebody can change an answer and is not counted twice. After
/// a restart nobody knows, and somebody may answer once more; a gathering has at most one answer to a question for each that took part.
/// </remarks>
internal sealed class EvaluationAnswers(Database database, IRooms rooms, TimeProvider time)
    : IEvaluationAnswers, IDerivedFromGatherings
{
    /// <summary>The longest free line, in UTF-16 units.</summary>
    public const int LongestLine = 280;

    /// <summary>How long after the gathering it is asked whether it has been used.</summary>
    public const int DaysUntilUsed = 56;

    private readonly ConcurrentDictionary<(Id<Gathering> Gathering, Guid Who, EvaluationQuestion Question), Guid> _whose = new();

    /// <summary>The first day that it is asked whether it has been used.</summary>
    public static DateOnly UsedFrom(GatheringFacts facts) => facts.Date.AddDays(DaysUntilUsed);

    /// <inheritdoc/>
    public bool AsksUsed(GatheringView view) =>
        view.ClosedAt is not null && UsedFrom(view.Facts) <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Whether this is asked at the board: when the summary has begun, and after the end.</summary>
    public static bool AsksAtBoard(GatheringView view) => view.ClosedAt is not null || view.HasReached(PhaseKind.Summary);

    /// <inheritdoc/>
    public Task<EvaluationReply> AnswerAsync(GatheringView view, Id<Person> person, EvaluationQuestion question, EvaluationChoice choice) =>
        view.Role != Role.Participant || !AsksAtBoard(view) || question is EvaluationQuestion.Used or EvaluationQuestion.Line
            ? Task.FromResult(EvaluationReply.NotAsked)
            : KeepAsync(view, person.Value, question, choice, null, question == EvaluationQuestion.RightPartner ? view.OwnPair?.Id : null);

    /// <inheritdoc/>
    public Task<EvaluationReply> WriteAsync(GatheringView view, Id<Person> person, PlainText line) =>
        view.Role != Role.Participant || !AsksAtBoard(view) ? Task.FromResult(EvaluationReply.NotAsked)
        : line.Length > LongestLine ? Task.FromResult(EvaluationReply.TooLong)
        : KeepAsync(view, person.Value, EvaluationQuestion.Line, null, line.OnOneLine, null);

    /// <inheritdoc/>
    public Task<EvaluationReply> AnswerUsedAsync(GatheringView view, Id<Party> party, EvaluationChoice choice) => !AsksUsed(view)
        ? Task.FromResult(EvaluationReply.NotAsked)
        : KeepAsync(view, party.Value, EvaluationQuestion.Used, choice, null, null);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<EvaluationQuestion, EvaluationAnswer>> OwnAsync(Id<Gathering> gathering, Guid who)
    {
        var own = Enum.GetValues<EvaluationQuestion>()
            .Select(question => _whose.TryGetValue((gathering, who, question), out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .ToList();
        if (own.Count == 0) return new Dictionary<EvaluationQuestion, EvaluationAnswer>();
        var rows = await database.ReadAsync(context => context.Set<EvaluationRow>().Where(row => own.Contains(row.Id)).ToListAsync());
        return rows.ToDictionary(row => row.Question, row => row.ToAnswer());
    }

    /// <inheritdoc/>
    public async Task<Evaluation> LookAsync(Id<Gathering> gathering)
    {
        var answers = await ReadAsync(database, gathering);
        if (Evaluation.Next(answers).IsEmpty) return Evaluation.Of(answers);
        await database.WriteAsync(async context =>
        {
            // Another look may have been first.
            var rows = await context.Set<EvaluationRow>().Where(row => row.Gathering == gathering).ToListAsync();
            var counted = Evaluation.Next([.. rows.Select(row => row.ToAnswer())]).ToHashSet();
            foreach (var row in rows.Where(row => counted.Contains(row.Id))) row.Shown = true;
            answers = [.. rows.Select(row => row.ToAnswer())];
        });
        return Evaluation.Of(answers);
    }

    /// <summary>What has been told already, without telling more: for a command that may only read the data folder.</summary>
    /// <param name="database">The database; one of an earlier version has no answers.</param>
    /// <param name="gathering">Whose.</param>
    public static async Task<Evaluation> ToldAsync(Database database, Id<Gathering> gathering) =>
        await database.ReadAsync(context => context.HasTableAsync("Evaluations"))
            ? Evaluation.Of(await ReadAsync(database, gathering)) : Evaluation.Nothing;

    /// <inheritdoc/>
    public Task<bool> ForgetAsync(Id<Gathering> gathering)
    {
        foreach (var key in _whose.Keys.Where(key => key.Gathering == gathering)) _whose.TryRemove(key, out _);
        return Task.FromResult(true);
    }

    private static async Task<List<EvaluationAnswer>> ReadAsync(Database database, Id<Gathering> gathering)
    {
        var rows = await database.ReadAsync(context => context.Set<EvaluationRow>().Where(row => row.Gathering == gathering).ToListAsync());
        return rows.ConvertAll(row => row.ToAnswer());
    }

    private async Task<EvaluationReply> KeepAsync(
        GatheringView view,
        Guid who,
        EvaluationQuestion question,
        EvaluationChoice? choice,
        PlainText? line,
        Id<Pair>? pair)
    {
        var gathering = await rooms.ReadAsync(view.Id);
        if (!gathering.Exists) return EvaluationReply.NotAsked;
        var most = Math.Max(gathering.People.Count, gathering.Parties.Count);
        var id = _whose.GetOrAdd((view.Id, who, question), static _ => Guid.NewGuid());
        var reply = EvaluationReply.Kept;
        try
        {
            await database.WriteAsync(async context =>
            {
                var rows = context.Set<EvaluationRow>();
                var row = await rows.FirstOrDefaultAsync(there => there.Id == id);
                if (row is { Shown: true }) reply = EvaluationReply.Counted;
                else if (line is { IsEmpty: true })
                {
                    if (row is not null) rows.Remove(row);
                }
                else if (row is not null) (row.Choice, row.Words) = (choice, line?.Value);
                else if (await rows.CountAsync(there => there.Gathering == view.Id && there.Question == question) >= most)
                    reply = EvaluationReply.Full;
                else
                    context.Add(new EvaluationRow
                    {
                        Id = id,
                        Gathering = view.Id,
                        Question = question,
                        Choice = choice,
                        Words = line?.Value,
                        Pair = pair?.Value,
                    });
                await context.ForgetOrderAsync("Evaluations", nameof(EvaluationRow.Gathering), view.Id.Value);
            });
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            return EvaluationReply.NotStored;
        }

        return reply;
    }
}

/// <summary>What came of an answer.</summary>
internal enum EvaluationReply
{
    /// <summary>It is stored.</summary>
    Kept,

    /// <summary>The earlier answer is counted in figures that somebody has seen, and stays.</summary>
    Counted,

    /// <summary>There are as many answers as people who took part.</summary>
    Full,

    /// <summary>It is not asked here now.</summary>
    NotAsked,

    /// <summary>The line is longer than <see cref="EvaluationAnswers.LongestLine"/>.</summary>
    TooLong,

    /// <summary>It could not be stored; the same answer can be given again.</summary>
    NotStored,
}
