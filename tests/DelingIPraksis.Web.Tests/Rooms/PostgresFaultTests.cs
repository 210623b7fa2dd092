using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static DelingIPraksis.Support.GatheringVerbs;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>What happens to a room when PostgreSQL fails it, and when it is mended.</summary>
public sealed class PostgresFaultTests : IAsyncLifetime
{
    private PostgresServer _server = null!;
    private string _database = "";
    private TestApplication _application = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.SharedAsync();
        _database = await _server.NewDatabaseAsync();
        _application = new TestApplication(settings: ("Deling:Database", _database)).Start();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_server_that_is_gone_is_said_at_once_and_the_room_works_again_when_it_is_back()
    {
        var gathering = await _application.Rooms.GivenBoardAsync();
        var before = await _application.Rooms.ReadAsync(gathering.Id);
        var (note, id) = (ANote(), Guid.CreateVersion7());
        await PostgresServer.WhileGoneAsync(_database, async () =>
        {
            Assert.IsType<Reply.NotStored>(await SubmitAsync());
            Assert.Same(before, await _application.Rooms.ReadAsync(gathering.Id));
        });
        Assert.Equal(new Reply.Kept(before.Sequence + 1), await SubmitAsync());
        Assert.Equal(new Reply.Kept(before.Sequence + 1), await SubmitAsync());

        Task<Reply> SubmitAsync() => _application.Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id);
    }

    [Fact]
    public async Task A_service_that_was_cut_off_writes_nothing_while_another_has_the_database()
    {
        var gathering = await _application.Rooms.GivenBoardAsync();
        await using var other = new NpgsqlConnection(_database + ";Pooling=False");
        var (note, id) = (ANote(), Guid.CreateVersion7());
        await PostgresServer.WhileGoneAsync(_database, () => Task.CompletedTask);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = other.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_lock({PostgresStore.LockKey})";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Assert.IsType<Reply.NotStored>(await _application.Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id));
        await other.CloseAsync();
        // The server lets go of the lock a moment after the connection has ended.
        while (await _application.Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id) is Reply.NotStored)
            await Task.Yield();
        Assert.Contains(id, await _application.Services.GetRequiredService<GatheringLog>().ChangeIdsAsync(gathering.Id));
    }

    [Fact]
    public async Task A_table_that_another_program_holds_is_said_and_the_room_works_again_when_it_lets_go()
    {
        var gathering = await _application.Rooms.GivenBoardAsync();
        var (note, id) = (ANote(), Guid.CreateVersion7());
        await using (var holder = new NpgsqlConnection(_database + ";Pooling=False"))
        {
            await holder.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = holder.CreateCommand();
            command.CommandText = "BEGIN; LOCK TABLE \"Log\" IN EXCLUSIVE MODE";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            Assert.IsType<Reply.NotStored>(await _application.Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id));
        }

        Assert.IsType<Reply.Kept>(await _application.Rooms.SubmitAsync(gathering.Id, gathering.Seats[0].Actor, note, id));
    }

    /// <summary>
    /// Its tables and its search index: what is left is in the write-ahead log of the server alone. That the rest is in the folder shows
    /// that the tables were written anew: else all of it would still be on its way to the disk.
    /// </summary>
    [Fact]
    public async Task No_byte_is_left_in_the_tables_of_a_gathering_that_is_erased()
    {
        var (gone, stays) = (await _application.Rooms.GivenBoardAsync(), await _application.Rooms.GivenBoardAsync());
        await _application.Rooms.MustKeepAsync(gone.Id, gone.Seats[0].Actor, ANote("hemmelighetxqz"));
        await _application.Rooms.MustKeepAsync(stays.Id, stays.Seats[0].Actor, ANote("offentlighetxqz"));
        await _application.Services.GetRequiredService<Web.Search.SearchIndexer>().BringUpToDateAsync([gone.Id, stays.Id]);
        await _application.Rooms.MustKeepAsync(gone.Id, gone.Owner, new Change.GatheringErased());
        var left = Bytes.Of(await _server.FolderOfAsync(_database));
        Assert.False(left.Hold("hemmelighetxqz"));
        Assert.True(left.Hold("offentlighetxqz"));
    }
}
