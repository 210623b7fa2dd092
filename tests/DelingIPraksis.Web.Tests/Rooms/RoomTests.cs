using System.Data.Common;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static DelingIPraksis.Support.GatheringVerbs;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>What a room promises, on the real host and a real database.</summary>
public abstract class RoomTests(RunningApplication running)
{
    private readonly TestApplication _application = running.Application;

    private IRooms Rooms => _application.Rooms;

    private GatheringLog Log => _application.Services.GetRequiredService<GatheringLog>();

    [Fact]
    public async Task What_is_answered_as_kept_is_in_the_file_for_another_reader()
    {
        var gathering = await Rooms.GivenBoardAsync();
        var sequence = await Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, ANote("Ombruk på tvers"));
        Assert.Contains("Ombruk på tvers", PayloadOf(gathering.Id.Value, sequence), StringComparison.Ordinal);
    }

    /// <summary>
    /// Under a clock that is ahead of the machine's, a silo that is still coming up counts as one that never came, and ends the process.
    /// </summary>
    [Fact]
    public void The_silo_goes_by_the_machines_own_clock_whatever_time_the_rooms_are_given() =>
        Assert.Same(TimeProvider.System, _application.Services.GetRequiredKeyedService<TimeProvider>("Orleans.Membership"));

    [Fact]
    public async Task A_follower_sees_a_note_only_when_it_is_in_the_file()
    {
        var gathering = await Rooms.GivenBoardAsync();
        var seen = new TaskCompletionSource<string?>();
        using var following = await Rooms.FollowAsync(gathering.Id, _ => true, (newest, _) =>
        {
            seen.TrySetResult(PayloadOf(newest.Id.Value, newest.Sequence));
            return Task.CompletedTask;
        });
        await Rooms.MustKeepAsync(gathering.Id, gathering.Seats[0].Actor, ANote("Synlig etter lagring"));
        Assert.Contains("Synlig etter lagring", await seen.Task, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_change_is_not_in_the_log_and_gets_the_same_answer_again()
    {
        var gathering = await Rooms.GivenBoardAsync();
        var before = (await Rooms.ReadAsync(gathering.Id)).Sequence;
        var id = Guid.CreateVersion7();
        var note = ANote(new string('x', Limits.Note + 1));
        var first = await Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id);
        Assert.Equal(new Reply.Refused(new Refusal(RefusalReason.TooLong, Limits.Note)), first);
        Assert.Equal(first, await Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id));
        Assert.Equal(before, (await Log.FoldAsync(gathering.Id)).Sequence);
    }

    [Fact]
    public async Task A_change_to_a_gathering_that_does_not_exist_is_refused()
    {
        var reply = await Rooms.SubmitAsync(
            new(Guid.CreateVersion7()),
            new Actor.Application(),
            new Change.ClockPaused(),
            Guid.CreateVersion7()
        );
        Assert.Equal(new Reply.Refused(new Refusal(RefusalReason.NoSuchGathering)), reply);
    }

    [Fact]
    public async Task Two_who_press_at_once_move_one_phase_and_not_two()
    {
        var gathering = await Rooms.GivenBoardAsync();
        var at = (await Rooms.ReadAsync(gathering.Id)).Workshop.Position;
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => _application.SubmitAsync(gathering.Id, gathering.Owner, new Change.PhaseEntered(at, at + 1)))
        );
        Assert.Single(replies.OfType<Reply.Kept>());
        Assert.Equal(new Reply.Refused(new Refusal(RefusalReason.PhaseHasMoved)), Assert.Single(replies.OfType<Reply.Refused>()));
    }

    [Fact]
    public async Task Replaying_the_log_gives_the_same_state_byte_for_byte()
    {
        var gathering = await Rooms.GivenBoardAsync("Stad", "Arendal", "Ullensvang", "Narvik");
        await Task.WhenAll(
            gathering.Seats.SelectMany(seat =>
                Enumerable
                    .Range(0, 20)
                    .Select(number => Rooms.MustKeepAsync(gathering.Id, seat.Actor, ANote($"{seat.Name} {number} æøå 👩🏽‍🔧")))
            )
        );
        var live = await Rooms.ReadAsync(gathering.Id);
        var replayed = Rules.Fold(new Gathering(gathering.Id), await Log.ReadAfterAsync(gathering.Id, 0));
        Assert.Equal(Snapshot.Of(live).State, Snapshot.Of(replayed).State);
    }

    [Fact]
    public async Task The_log_has_neither_gaps_nor_doubles_after_many_at_once()
    {
        var gathering = await Rooms.GivenBoardAsync();
        var kept = await Task.WhenAll(
            Enumerable.Range(0, 400).Select(number => Rooms.MustKeepAsync(gathering.Id, gathering.Seats[number % 2].Actor, ANote()))
        );
        var log = await Log.ReadAfterAsync(gathering.Id, 0);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(number => (long)number), log.Select(entry => entry.Sequence));
        Assert.Equal(400, kept.Distinct().Count());
    }

    private string? PayloadOf(Guid gathering, long sequence)
    {
        using var connection = running.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Payload\" FROM \"Log\" WHERE \"StreamId\" = @gathering AND \"Sequence\" = @sequence";
        foreach (var (name, value) in new (string, object)[] { ("@gathering", gathering), ("@sequence", sequence) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command.ExecuteScalar() as string;
    }
}

/// <summary>The rooms on SQLite.</summary>
public sealed class RoomOnSqliteTests(RunningApplication running) : RoomTests(running), IClassFixture<RunningApplication>;

/// <summary>The rooms on PostgreSQL.</summary>
public sealed class RoomOnPostgresTests(RunningOnPostgres running) : RoomTests(running), IClassFixture<RunningOnPostgres>;

/// <summary>One application for all tests of a class.</summary>
public class RunningApplication : IAsyncDisposable
{
    private readonly string _database;

    /// <summary>An application on SQLite.</summary>
    public RunningApplication()
        : this("")
    {
    }

    /// <summary>An application on a database.</summary>
    /// <param name="database">How PostgreSQL is reached; empty for SQLite.</param>
    protected RunningApplication(string database)
    {
        _database = database;
        Application = new TestApplication(settings: ("Deling:Database", database)).Start();
    }

    public TestApplication Application { get; }

    /// <summary>The way of another program to the same database.</summary>
    public DbConnection Connect() => _database.Length > 0
        ? new NpgsqlConnection(_database + ";Pooling=False")
        : new SqliteConnection($"Data Source={Path.Combine(Application.Data, "deling.db")};Mode=ReadOnly;Pooling=False");

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class RunningOnPostgres() : RunningApplication(PostgresServer.NewDatabase());
