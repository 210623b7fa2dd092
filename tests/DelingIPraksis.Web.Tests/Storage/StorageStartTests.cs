using DelingIPraksis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Tests.Storage;

/// <summary>What a start finds in the data folder, and what it does about it.</summary>
public sealed class StorageStartTests : IDisposable
{
    private readonly string _path = TestStore.NewPath();

    public void Dispose()
    {
        if (Directory.Exists(_path)) Directory.Delete(_path, recursive: true);
        else File.Delete(_path);
    }

    [Fact]
    public async Task A_first_start_makes_the_folder_and_a_whole_database()
    {
        await using var store = await TestStore.OpenAsync(_path);
        Assert.Equal(0, await store.Database.ReadAsync(context => context.Log.CountAsync()));
        Assert.False(File.Exists(store.Folder.NewDatabase));
    }

    [Fact]
    public async Task Every_connection_is_durable_at_each_commit_and_keeps_a_write_ahead_log()
    {
        await using var store = await TestStore.OpenAsync(_path);
        var pragmas = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.Database.ReadAsync(async context =>
        {
            var synchronous = await context.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();
            var journal = await context.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync();
            var keys = await context.Database.SqlQueryRaw<long>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync();
            var secure = await context.Database.SqlQueryRaw<long>("SELECT secure_delete AS Value FROM pragma_secure_delete").SingleAsync();
            return (synchronous, journal, keys, secure);
        })));
        Assert.All(pragmas, pragma => Assert.Equal((2L, "wal", 1L, 1L), pragma));
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        await using var first = await TestStore.OpenAsync(_path);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("i bruk", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await first.Database.ReadAsync(context => context.Log.CountAsync()));
    }

    [Fact]
    public async Task The_folder_is_free_again_when_the_first_has_stopped()
    {
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
        await using var second = await TestStore.OpenAsync(_path);
        Assert.True(second.Folder.HasBeenUsed);
    }

    [Fact]
    public async Task A_lock_left_by_a_migration_that_was_killed_does_not_hang_the_start()
    {
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
        TestStore.Tamper(_path, """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-24 09:00:00');
            """);
        await using var again = await TestStore.OpenAsync(_path).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, await again.Database.ReadAsync(context => context.Log.CountAsync()));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_half_way_begins_anew()
    {
        Directory.CreateDirectory(_path);
        await File.WriteAllTextAsync(Path.Combine(_path, "deling.db.ny"), "half a database");
        await using var store = await TestStore.OpenAsync(_path);
        Assert.Equal(0, await store.Database.ReadAsync(context => context.Log.CountAsync()));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
        TestStore.Tamper(_path, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0');");
        var before = await File.ReadAllBytesAsync(Path.Combine(_path, "deling.db"));
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("nyere utgave", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_path, "deling.db")));
    }

    [Fact]
    public async Task A_database_that_is_gone_is_never_replaced_by_an_empty_one()
    {
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
        File.Delete(Path.Combine(_path, "deling.db"));
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("mangler", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_path, "deling.db")));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("text")]
    [InlineData("header")]
    [InlineData("cut")]
    [InlineData("page")]
    public async Task A_damaged_database_is_refused_in_words_and_left_as_it_is(string damage)
    {
        await using (var store = await TestStore.OpenAsync(_path))
            await store.Database.WriteAsync(context =>
                Task.FromResult(
                    context.Drafts.Add(
                        new Draft
                        {
                            Person = new(Guid.CreateVersion7()),
                            Field = "f",
                            Text = new string('å', 9000),
                            UpdatedAt = DateTimeOffset.UnixEpoch,
                        }
                    )
                )
            );
        var file = Path.Combine(_path, "deling.db");
        var bytes = await File.ReadAllBytesAsync(file);
        var damaged = damage switch
        {
            "empty" => [],
            "text" => "Dette er ikke en database."u8.ToArray(),
            "header" => [.. new byte[100], .. bytes[100..]],
            "cut" => bytes[..(bytes.Length / 2)],
            _ => [.. bytes[..4096], .. Enumerable.Repeat((byte)0xA5, 8192), .. bytes[12288..]],
        };
        await File.WriteAllBytesAsync(file, damaged);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("skadet", refused.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_log_with_a_verb_of_a_newer_edition_is_refused_and_left_alone()
    {
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
        TestStore.Tamper(
            _path,
            "INSERT INTO Log (StreamId, Sequence, ChangeId, At, Verb, Actor, Payload) VALUES ('01A22446-0EA7-753C-B815-BE8225C8E155', 1, "
                + "'01A22446-0EA7-753C-B815-BE8225C8E156', 0, 'note-sung', '{}', '{}');"
        );
        var before = await File.ReadAllBytesAsync(Path.Combine(_path, "deling.db"));
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("nyere utgave", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_path, "deling.db")));
    }

    [Theory]
    [InlineData("CREATE TABLE Customers (Id INTEGER PRIMARY KEY); INSERT INTO Customers VALUES (1);")]
    [InlineData(
        "CREATE TABLE \"__EFMigrationsHistory\" (MigrationId TEXT, ProductVersion TEXT); "
            + "INSERT INTO \"__EFMigrationsHistory\" VALUES ('20200101000000_Shop', '8.0.0'); CREATE TABLE Log (Id INTEGER); "
            + "CREATE TABLE Gatherings (Id INTEGER);"
    )]
    [InlineData("PRAGMA application_id=252006673; PRAGMA user_version=7;")]
    public async Task A_database_of_another_program_is_refused_and_gets_no_table_of_ours(string made)
    {
        Directory.CreateDirectory(_path);
        TestStore.Tamper(_path, made);
        var before = await File.ReadAllBytesAsync(Path.Combine(_path, "deling.db"));
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("annet program", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(_path, "deling.db")));
    }

    [Fact]
    public async Task Keys_without_a_database_mean_that_one_has_been_lost()
    {
        Directory.CreateDirectory(Path.Combine(_path, "nokler"));
        await File.WriteAllTextAsync(Path.Combine(_path, "nokler", "key-1.xml"), "<key/>");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("mangler", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_path, "deling.db")));
    }

    [Fact]
    public async Task A_hole_in_a_log_is_said_at_the_start_and_the_rest_is_opened()
    {
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
        TestStore.Tamper(
            _path,
            "INSERT INTO Log (StreamId, Sequence, ChangeId, At, Verb, Actor, Payload) VALUES ('01A22446-0EA7-753C-B815-BE8225C8E155', 2, "
                + "'01A22446-0EA7-753C-B815-BE8225C8E156', 0, 'clock-paused', '{}', '{}');"
        );
        await using var store = await TestStore.OpenAsync(_path);
        Assert.Contains("01a22446-0ea7-753c-b815-be8225c8e155", Assert.Single(store.Health.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_said_to_be_held()
    {
        await (await TestStore.OpenAsync(_path)).DisposeAsync();
        await using var holder = new SqliteConnection($"Data Source={Path.Combine(_path, "deling.db")};Pooling=False");
        await holder.OpenAsync();
        await using var command = holder.CreateCommand();
        command.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE Held (Id INTEGER);";
        await command.ExecuteNonQueryAsync();
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("låst av et annet program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_what_is_kept()
    {
        if (OperatingSystem.IsWindows()) return;
        await using (var store = await TestStore.OpenAsync(_path)) Assert.Empty(await OpenAsync(store));
        foreach (var file in Directory.EnumerateFiles(_path))
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.OtherRead);
        File.SetUnixFileMode(_path, File.GetUnixFileMode(_path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await using var again = await TestStore.OpenAsync(_path);
        Assert.Empty(await OpenAsync(again));

        static async Task<IReadOnlyList<string>> OpenAsync(TestStore store)
        {
            await store.Database.WriteAsync(context => context.NoteAsync(HousekeepingNote.Probe, "1"));
            return store.Folder.OpenToOthers();
        }
    }

    [Fact]
    public async Task A_folder_where_others_things_lie_is_left_as_it_is_and_said()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(_path);
        await File.WriteAllTextAsync(Path.Combine(_path, "handleliste.txt"), "melk");
        await using var store = await TestStore.OpenAsync(_path);
        Assert.Equal([_path], store.Folder.OpenToOthers());
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_refused_in_words()
    {
        await File.WriteAllTextAsync(_path, "not a folder");
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => TestStore.OpenAsync(_path));
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_refused_in_words()
    {
        // A folder where nobody, not even root, may make a file.
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            TestStore.OpenAsync(OperatingSystem.IsLinux() ? "/proc/self" : "/dev")
        );
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }
}
