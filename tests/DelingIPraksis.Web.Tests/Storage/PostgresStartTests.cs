using DelingIPraksis.Domain.Evaluations;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Evaluations;
using DelingIPraksis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>What a start finds in PostgreSQL, and what it does about it.</summary>
public sealed class PostgresStartTests : IAsyncLifetime
{
    private readonly string _path = TestStore.NewPath();
    private PostgresServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await PostgresServer.SharedAsync();

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(_path)) Directory.Delete(_path, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_first_start_makes_the_tables_of_the_whole_model()
    {
        await using var store = await TestStore.OpenAsync(_path, await _server.EmptyDatabaseAsync());
        Assert.Equal(0, await store.Database.ReadAsync(context => context.Log.CountAsync()));
        Assert.False(File.Exists(store.Folder.Database));
    }

    /// <summary>Who changes the model makes a migration for each database.</summary>
    [Fact]
    public void The_migrations_of_both_databases_give_the_model_of_today()
    {
        using var onSqlite = new DesignTime().CreateDbContext([]);
        using var onPostgres = new PostgresDesignTime().CreateDbContext([]);
        Assert.False(onSqlite.Database.HasPendingModelChanges());
        Assert.False(onPostgres.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Every_connection_is_durable_at_each_commit()
    {
        await using var store = await TestStore.OpenAsync(_path, await _server.NewDatabaseAsync());
        foreach (var (setting, value) in new[] { ("synchronous_commit", "on"), ("lock_timeout", "4s"), ("fsync", "on") })
            Assert.Equal(value, await store.Database.ReadAsync(context =>
#pragma warning disable EF1002 // The names stand above.
                context.Database.SqlQueryRaw<string>($"SELECT current_setting('{setting}') AS \"Value\"").SingleAsync()));
#pragma warning restore EF1002
    }

    [Fact]
    public async Task A_second_service_on_the_same_database_is_refused_until_the_first_has_stopped()
    {
        var database = await _server.NewDatabaseAsync();
        var other = TestStore.NewPath();
        await using (await TestStore.OpenAsync(_path, database))
        {
            var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(other, database));
            Assert.Contains("i bruk av en annen", refused.Message, StringComparison.Ordinal);
        }

        await using (await TestStore.OpenAsync(_path, database)) Directory.Delete(other, recursive: true);
    }

    [Fact]
    public async Task A_folder_of_another_database_is_refused_before_its_files_are_swept_away()
    {
        var database = await _server.NewDatabaseAsync();
        await (await TestStore.OpenAsync(_path, database)).DisposeAsync();
        await RefusesAsync(await _server.NewDatabaseAsync(), "hører til en annen database");
        await RefusesAsync("", "mangler, men mappa har vært i bruk");
        await (await TestStore.OpenAsync(_path, database)).DisposeAsync();
    }

    [Fact]
    public async Task A_folder_with_sqlite_in_it_is_refused()
    {
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
        await RefusesAsync(await _server.NewDatabaseAsync(), "hører til en annen database");
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
    }

    [Theory]
    [InlineData("CREATE TABLE customers (id int)", "fra et annet program")]
    [InlineData("CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" text, \"ProductVersion\" text)", "fra et annet program")]
    public async Task A_database_of_another_program_is_refused_and_gets_no_table_of_ours(string made, string says)
    {
        var database = await _server.EmptyDatabaseAsync();
        await PostgresServer.RunAsync(database, made);
        await RefusesAsync(database, says);
        await PostgresServer.RunAsync(database, "CREATE TABLE \"Log\" (id int)");
    }

    [Theory]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')")]
    [InlineData("INSERT INTO \"Log\" (\"StreamId\", \"Sequence\", \"ChangeId\", \"At\", \"Verb\", \"Actor\", \"Payload\") VALUES "
        + "(gen_random_uuid(), 1, gen_random_uuid(), 0, 'note-sung', '{}', '{}')")]
    public async Task A_database_of_a_newer_edition_is_refused(string made)
    {
        var database = await _server.NewDatabaseAsync();
        await PostgresServer.RunAsync(database, made);
        await RefusesAsync(database, "nyere utgave");
    }

    [Fact]
    public async Task A_database_that_is_only_read_is_refused_in_words()
    {
        var database = await _server.NewDatabaseAsync();
        await RefusesAsync(database + ";Options=-c default_transaction_read_only=on", "kan bare leses");
    }

    [Fact]
    public async Task A_database_that_is_not_there_and_a_server_that_does_not_answer_are_told_apart()
    {
        await RefusesAsync(_server.ConnectionTo("nowhere"), "finnes ikke");
        await RefusesAsync("Host=/nowhere;Database=deling;Username=deling", "svarer ikke");
    }

    [Fact]
    public async Task A_hole_in_a_log_is_said_at_the_start_and_the_rest_is_opened()
    {
        var database = await _server.NewDatabaseAsync();
        await PostgresServer.RunAsync(
            database,
            "INSERT INTO \"Log\" (\"StreamId\", \"Sequence\", \"ChangeId\", \"At\", \"Verb\", \"Actor\", \"Payload\") VALUES "
                + "('01a22446-0ea7-753c-b815-be8225c8e155', 2, gen_random_uuid(), 0, 'clock-paused', '{}', '{}')"
        );
        await using var store = await TestStore.OpenAsync(_path, database);
        Assert.Contains("01a22446-0ea7-753c-b815-be8225c8e155", Assert.Single(store.Health.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_sorted_by_their_bytes_as_in_sqlite()
    {
        await using var store = await TestStore.OpenAsync(_path, await _server.NewDatabaseAsync());
        string[] words = ["Åsnes", "aa", "Zebra", "ærlig", "a b", "ab"];
        foreach (var word in words)
            await store.Database.WriteAsync(context => context.NoteAsync(word, "1"));
        var sorted = await store.Database.ReadAsync(context => context.Set<HousekeepingNote>()
            .Where(note => note.Value == "1").Select(note => note.Name).OrderBy(name => name).ToListAsync());
        Assert.Equal(words.Order(StringComparer.Ordinal), sorted.Where(words.Contains));
    }

    [Fact]
    public async Task Rows_that_are_laid_anew_do_not_tell_in_which_order_they_came()
    {
        await using var store = await TestStore.OpenAsync(_path, await _server.NewDatabaseAsync());
        var gathering = Guid.NewGuid();
        Guid[] ids = [.. Enumerable.Range(1, 6).Select(number => new Guid(7 - number, 0, 0, new byte[8]))];
        foreach (var id in ids)
            await store.Database.WriteAsync(async context =>
            {
                context.Add(new EvaluationRow { Id = id, Gathering = new(gathering), Question = EvaluationQuestion.Useful });
                await context.ForgetOrderAsync("Evaluations", "Gathering", gathering);
            });
        var inTable = await store.Database.ReadAsync(context =>
            context.Database.SqlQueryRaw<Guid>("SELECT \"Id\" AS \"Value\" FROM \"Evaluations\" ORDER BY ctid").ToListAsync());
        Assert.Equal(ids.Reverse(), inTable);
        Assert.Equal(1, await store.Database.ReadAsync(context => context.Database
            .SqlQueryRaw<int>("SELECT CAST(COUNT(DISTINCT CAST(xmin AS text)) AS INTEGER) AS \"Value\" FROM \"Evaluations\"")
            .SingleAsync()));
    }

    /// <summary>The whole program: a board, an erasure, and a start on the same again.</summary>
    [Fact]
    public async Task The_program_keeps_erases_and_starts_again()
    {
        var database = await _server.EmptyDatabaseAsync();
        TestGathering gone, stays;
        await using (var application = Application(database).Start())
        {
            (gone, stays) = (await application.Rooms.GivenBoardAsync(), await application.Rooms.GivenBoardAsync());
            await application.Rooms.MustKeepAsync(stays.Id, stays.Seats[0].Actor, GatheringVerbs.ANote("Vi mangler 👩🏽‍🔧"));
            await application.Rooms.MustKeepAsync(gone.Id, gone.Owner, new Change.GatheringErased());
            Assert.All(await application.RowsOfAsync(gone.Id), rows => Assert.Equal(0, rows.Rows));
            Assert.Contains(await application.RowsOfAsync(stays.Id), rows => rows.Rows > 0);
            Assert.False(Directory.Exists(Path.Combine(_path, "nokler")));
            Assert.NotEmpty(await application.Services.GetRequiredService<KeptFiles>().AllAsync("key"));
        }

        await using (var application = Application(database).Start())
        {
            Assert.False((await application.Rooms.ReadAsync(gone.Id)).Exists);
            var entries = await application.Services.GetRequiredService<GatheringLog>().ReadAfterAsync(stays.Id, 0);
            Assert.Equal("Vi mangler 👩🏽‍🔧", entries.Select(entry => entry.Change).OfType<Change.NoteAdded>().Single().Text.Value);
        }
    }

    private TestApplication Application(string database) => new(_path, settings: ("Deling:Database", database));

    private async Task RefusesAsync(string database, string says)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path, database));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }
}
