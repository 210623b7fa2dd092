using System.Text;
using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Evaluations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Evaluations;

/// <summary>
/// Answers to whether it was worth it, in the real program and its real file: whose they are is told by nothing that is kept.
/// </summary>
public sealed class EvaluationAnswersTests : IAsyncDisposable
{
    private static readonly string[] Six = ["Stad", "Arendal", "Bergen", "Asker", "Hurdal", "Kinn"];

    private readonly string _data = Directory.CreateTempSubdirectory("deling-verdt-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 11, 0, 0, TimeSpan.Zero));
    private TestApplication _app;

    public EvaluationAnswersTests() => _app = TestApplication.Started(_data, _time);

    private EvaluationAnswers Answers => _app.Services.GetRequiredService<EvaluationAnswers>();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Five_answers_are_told_and_the_sixth_waits_for_four_more()
    {
        var gathering = await ClosedAsync();
        for (var seat = 0; seat < 4; seat++) await TapAsync(gathering, seat, EvaluationQuestion.Useful, EvaluationChoice.Yes);
        Assert.Equal((4, null), await UsefulAsync(gathering));
        await TapAsync(gathering, 4, EvaluationQuestion.Useful, EvaluationChoice.No);
        Assert.Equal((5, new EvaluationFigures(4, 0, 1)), await UsefulAsync(gathering));
        await TapAsync(gathering, 5, EvaluationQuestion.Useful, EvaluationChoice.No);
        Assert.Equal((6, new EvaluationFigures(4, 0, 1)), await UsefulAsync(gathering));
    }

    [Fact]
    public async Task An_answer_can_be_changed_until_it_is_counted()
    {
        var gathering = await ClosedAsync();
        await TapAsync(gathering, 0, EvaluationQuestion.Useful, EvaluationChoice.No);
        await TapAsync(gathering, 0, EvaluationQuestion.Useful, EvaluationChoice.Yes);
        Assert.Equal((1, null), await UsefulAsync(gathering));
        for (var seat = 1; seat < 5; seat++) await TapAsync(gathering, seat, EvaluationQuestion.Useful, EvaluationChoice.Yes);
        Assert.Equal((5, new EvaluationFigures(5, 0, 0)), await UsefulAsync(gathering));
        Assert.Equal(EvaluationReply.Counted, await AnswerAsync(gathering, 0, EvaluationQuestion.Useful, EvaluationChoice.No));
        Assert.Equal((5, new EvaluationFigures(5, 0, 0)), await UsefulAsync(gathering));
    }

    [Fact]
    public async Task Nobody_answers_before_the_end_or_from_outside_or_for_the_eight_weeks()
    {
        var gathering = await _app.Rooms.GivenBoardAsync(Six);
        Assert.Equal(EvaluationReply.NotAsked, await AnswerAsync(gathering, 0, EvaluationQuestion.Useful, EvaluationChoice.Yes));
        await CloseAsync(gathering);
        Assert.Equal(EvaluationReply.NotAsked, await AnswerAsync(gathering, 0, EvaluationQuestion.Used, EvaluationChoice.Yes));
        var stranger = GatheringView.For(await _app.Rooms.ReadAsync(gathering.Id), new Actor.Stranger());
        Assert.Equal(
            EvaluationReply.NotAsked,
            await Answers.AnswerAsync(stranger, gathering.Seats[0].Person, EvaluationQuestion.Useful, EvaluationChoice.Yes));
        var party = GatheringView.ForParty(await _app.Rooms.ReadAsync(gathering.Id), gathering.Seats[0].Party);
        Assert.Equal(EvaluationReply.NotAsked, await Answers.AnswerUsedAsync(party, gathering.Seats[0].Party, EvaluationChoice.Yes));
    }

    [Fact]
    public async Task A_line_can_be_taken_back_and_is_told_together_with_five_answers()
    {
        var gathering = await ClosedAsync();
        Assert.Equal(EvaluationReply.Kept, await WriteAsync(gathering, 0, "tas bort"));
        Assert.Equal(EvaluationReply.Kept, await WriteAsync(gathering, 0, ""));
        Assert.Equal(EvaluationReply.Kept, await WriteAsync(gathering, 1, "mer tid\nneste gang"));
        Assert.Equal(EvaluationReply.TooLong, await WriteAsync(gathering, 2, new string('a', EvaluationAnswers.LongestLine + 1)));
        for (var seat = 0; seat < 4; seat++) await TapAsync(gathering, seat, EvaluationQuestion.Useful, EvaluationChoice.Yes);
        Assert.Empty((await Answers.LookAsync(gathering.Id)).Lines);
        await TapAsync(gathering, 4, EvaluationQuestion.Useful, EvaluationChoice.Yes);
        Assert.Equal(["mer tid neste gang"], (await Answers.LookAsync(gathering.Id)).Lines.Select(line => line.Value));
    }

    [Fact]
    public async Task There_are_never_more_answers_than_people()
    {
        var gathering = await ClosedAsync();
        for (var seat = 0; seat < Six.Length; seat++) await TapAsync(gathering, seat, EvaluationQuestion.WillUse, EvaluationChoice.Yes);
        await RestartAsync();
        // Nobody remembers who has answered, so somebody might answer twice.
        Assert.Equal(EvaluationReply.Full, await AnswerAsync(gathering, 0, EvaluationQuestion.WillUse, EvaluationChoice.Yes));
        var told = await Answers.LookAsync(gathering.Id);
        Assert.Equal(6, told.Questions.Single(asked => asked.Question == EvaluationQuestion.WillUse).Answers);
    }

    /// <summary>
    /// Every table before and after the answers: the number of no person comes once more, and the log is the same.
    /// </summary>
    [Fact]
    public async Task Nothing_that_is_kept_tells_whose_an_answer_is()
    {
        var gathering = await ClosedAsync();
        await StopAsync();
        var before = await KeptAsync(gathering);
        _app = TestApplication.Started(_data, _time);
        for (var seat = 0; seat < Six.Length; seat++)
        {
            foreach (var question in Evaluation.Choices.Where(question => question != EvaluationQuestion.Used))
                await TapAsync(gathering, seat, question, EvaluationChoice.Partly);
            await WriteAsync(gathering, seat, $"linje {seat}");
        }

        await StopAsync();
        Assert.Equal(before, await KeptAsync(gathering));
        await using var database = await OpenAsync();
        Assert.Equal(
            ["Choice", "Gathering", "Id", "Pair", "Question", "Shown", "Words"],
            await ColumnAsync(database, "SELECT name FROM pragma_table_info('Evaluations') ORDER BY name"));
        // Without a row number, the rows lie by their random keys. By hand in the migration, so it is looked at here.
        var made = await ColumnAsync(database, "SELECT sql FROM sqlite_master WHERE name = 'Evaluations'");
        Assert.Contains("WITHOUT ROWID", made[0], StringComparison.Ordinal);
        var ids = await ColumnAsync(database, "SELECT Id FROM Evaluations");
        Assert.Equal(24, ids.Count);
        Assert.All(ids, id => Assert.Equal(4, Guid.Parse(id).Version));
        Assert.Equal(["0"], await ColumnAsync(database, "SELECT COUNT(Pair) FROM Evaluations WHERE Question <> 'RightPartner'"));
        // Two of each pair: which of them said what is not there.
        Assert.Equal(["2", "2", "2"], await ColumnAsync(database, "SELECT COUNT(*) FROM Evaluations WHERE Pair IS NOT NULL GROUP BY Pair"));
    }

    [Fact]
    public async Task After_eight_weeks_the_holder_of_the_link_is_asked_once_and_the_page_says_what_is_stored()
    {
        var gathering = await ClosedAsync();
        await StopAsync();
        _time.SetUtcNow(new DateTimeOffset(2027, 1, 19, 11, 0, 0, TimeSpan.Zero));
        _app = TestApplication.Started(_data, _time);
        var view = GatheringView.ForParty(await _app.Rooms.ReadAsync(gathering.Id), gathering.Seats[0].Party);
        Assert.Equal(EvaluationReply.Kept, await Answers.AnswerUsedAsync(view, gathering.Seats[0].Party, EvaluationChoice.No));
        Assert.Equal(EvaluationReply.Kept, await Answers.AnswerUsedAsync(view, gathering.Seats[0].Party, EvaluationChoice.Partly));
        var told = await Answers.LookAsync(gathering.Id);
        Assert.Equal(1, told.Questions.Single(asked => asked.Question == EvaluationQuestion.Used).Answers);
    }

    [Fact]
    public async Task When_the_gathering_is_erased_its_answers_go_with_it()
    {
        var gathering = await ClosedAsync();
        await WriteAsync(gathering, 0, "zzhemmelig");
        await _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.GatheringErased());
        Assert.True((await Answers.LookAsync(gathering.Id)).IsEmpty);
        await StopAsync();
        Assert.DoesNotContain("zzhemmelig", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(
            Path.Combine(_data, "deling.db"), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    private async Task<TestGathering> ClosedAsync()
    {
        var gathering = await _app.Rooms.GivenBoardAsync(Six);
        await CloseAsync(gathering);
        return gathering;
    }

    private Task CloseAsync(TestGathering gathering) =>
        _app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.WorkshopClosed());

    private async Task<EvaluationReply> AnswerAsync(
        TestGathering gathering,
        int seat,
        EvaluationQuestion question,
        EvaluationChoice choice) =>
        await Answers.AnswerAsync(await ViewAsync(gathering, seat), gathering.Seats[seat].Person, question, choice);

    private async Task TapAsync(TestGathering gathering, int seat, EvaluationQuestion question, EvaluationChoice choice) =>
        Assert.Equal(EvaluationReply.Kept, await AnswerAsync(gathering, seat, question, choice));

    private async Task<EvaluationReply> WriteAsync(TestGathering gathering, int seat, string line) =>
        await Answers.WriteAsync(await ViewAsync(gathering, seat), gathering.Seats[seat].Person, line);

    private async Task<GatheringView> ViewAsync(TestGathering gathering, int seat) =>
        GatheringView.For(await _app.Rooms.ReadAsync(gathering.Id), gathering.Seats[seat].Actor);

    private async Task<(int Answers, EvaluationFigures? Figures)> UsefulAsync(TestGathering gathering)
    {
        var asked = (await Answers.LookAsync(gathering.Id)).Questions.Single(there => there.Question == EvaluationQuestion.Useful);
        return (asked.Answers, asked.Figures);
    }

    private async Task RestartAsync()
    {
        await StopAsync();
        _app = TestApplication.Started(_data, _time);
    }

    private async Task StopAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var database = new SqliteConnection($"Data Source={Path.Combine(_data, "deling.db")};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        return database;
    }

    /// <summary>How often the number of each person stands in any table, and how long the log is.</summary>
    private async Task<List<string>> KeptAsync(TestGathering gathering)
    {
        await using var database = await OpenAsync();
        var kept = await ColumnAsync(database, "SELECT COUNT(*) || ' ' || MAX(Sequence) FROM Log");
        var tables = await ColumnAsync(
            database,
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
        foreach (var table in tables)
        {
            var columns = await ColumnAsync(database, $"SELECT name FROM pragma_table_info('{table}')");
            foreach (var seat in gathering.Seats)
                foreach (var id in (Guid[])[seat.Person.Value, seat.Party.Value])
                {
                    // SQLite compares letters by case, and the provider writes ids in capitals.
                    var found = string.Join(" OR ", columns.Select(column =>
                        $"instr(lower(CAST(\"{column}\" AS TEXT)), '{id:D}') > 0"));
                    kept.Add($"{table} {id} {(await ColumnAsync(database, $"SELECT COUNT(*) FROM \"{table}\" WHERE {found}"))[0]}");
                }
        }

        return kept;
    }

    private static async Task<List<string>> ColumnAsync(SqliteConnection database, string query)
    {
        await using var command = database.CreateCommand();
#pragma warning disable CA2100 // The names come from the database's own list of tables.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var column = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) column.Add(reader.GetValue(0).ToString()!);
        return column;
    }
}
