using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Cli;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace DelingIPraksis.Web.Tests.Service;

/// <summary>
/// Every command on every kind of broken file: a sentence and 1 or 2, never a stack trace, and nothing is changed or left behind.
/// </summary>
[Collection(AloneOnTheConsole.Name)]
public sealed class BrokenFileTests : IDisposable
{
    private static readonly string[] _commands = ["list", "export", "import", "backup", "restore", "check", "pair", "themes"];

    private static readonly string[] _faults =
    [
        "missing", "empty", "random", "text", "cut", "page", "foreign", "foreign with our names", "no tables", "folder", "no snapshots",
        "torn log", "wrong types", "older",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("deling-broken-").FullName;

    public static TheoryData<string, string> All => [.. from command in _commands from fault in _faults select (command, fault)];

    private string Data => Path.Combine(_folder, "data");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_broken_file_is_said_in_words(string command, string fault)
    {
        await BreakAsync(fault);
        var before = Files();
        var (code, output, error) = await RunAsync(command switch
        {
            "export" =>
            [
                "export",
                    "01a22446-0ea7-753c-b815-be8225c8e155",
                    "--format",
                    "json",
                    "--out",
                    Path.Combine(_folder, "ut.json"),
                    "--data",
                    Data,
                ],
            "import" => ["import", Path.Combine(Data, "deling.db"), "--data", Data],
            "backup" => ["backup", Path.Combine(_folder, "kopi"), "--data", Data],
            "restore" => ["restore", Data, "--data", Path.Combine(_folder, "ny")],
            "pair" or "themes" => [command, Path.Combine(Data, "deling.db")],
            _ => [command, "--data", Data],
        });
        // A list, a copy and a look can be had of some of these; what they cannot do is end without a word.
        Assert.True(code is ExitCode.Done or ExitCode.Failed or ExitCode.WrongUsage, $"It ended with {code}.");
        Assert.True(code == ExitCode.Done || error.Trim().Length > 20, $"{code} was said with «{error}».");
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("kom ikke i mål", error, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite Error", error, StringComparison.Ordinal);
        if (code == ExitCode.Done) return;
        Assert.Empty(output);
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("foreign")]
    [InlineData("random")]
    public async Task A_file_that_is_not_ours_is_refused_by_all_that_read_it(string fault)
    {
        await BreakAsync(fault);
        foreach (var command in new[] { "list", "check" })
            Assert.Equal((command, ExitCode.Failed), (command, (await RunAsync([command, "--data", Data])).Code));
    }

    [Fact]
    public async Task What_is_in_order_is_said_to_be_so()
    {
        await MakeAsync();
        Assert.Equal((ExitCode.Done, "Alt er i orden: 1 samlinger, 4 innføringer i loggen."), await CheckAsync());
    }

    [Theory]
    [InlineData("DELETE FROM Log WHERE Sequence = 2", "innføring 2 mangler")]
    [InlineData("UPDATE Log SET Payload = '{\"verb\":\"note-sung\"}' WHERE Sequence = 3", "nyere utgave")]
    [InlineData("UPDATE Log SET Payload = json_set(Payload, '$.colour', 'red') WHERE Sequence = 3", "nyere utgave")]
    [InlineData("UPDATE Log SET Payload = substr(Payload, 1, 20) WHERE Sequence = 3", "innføring 3 i loggen er skadet")]
    [InlineData("DELETE FROM Gatherings", "står ikke i oversikten")]
    [InlineData(
        "UPDATE Snapshots SET State = CAST(replace(CAST(State AS TEXT), 'Samling', 'Falskt!') AS BLOB)",
        "øyeblikksbildet ved 2 stemmer ikke"
    )]
    [InlineData("UPDATE Log SET Verb = 'note-sung' WHERE Sequence = 3", "nyere utgave")]
    public async Task Each_fault_in_what_is_kept_gets_a_sentence(string tampering, string expected)
    {
        await MakeAsync();
        TestStore.Tamper(Data, tampering);
        var (code, said) = await CheckAsync();
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_gone_and_files_that_others_can_read_are_said()
    {
        if (OperatingSystem.IsWindows()) return;
        await MakeAsync();
        Directory.Delete(Path.Combine(Data, "nokler"), recursive: true);
        File.SetUnixFileMode(Path.Combine(Data, "deling.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var (code, said) = await CheckAsync();
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("ingen nøkler", said, StringComparison.Ordinal);
        Assert.Contains($"Andre på maskinen kan lese {Path.Combine(Data, "deling.db")}", said, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said)> CheckAsync()
    {
        var (code, output, error) = await RunAsync(["check", "--data", Data]);
        return (code, (output + error).Trim());
    }

    private string[] Files() => [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal))
                .Select(file =>
                    $"{Path.GetRelativePath(_folder, file)} "
                        + $"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A folder with one gathering of three entries, a snapshot at the second, and a key.</summary>
    private async Task MakeAsync()
    {
        await using var store = await TestStore.OpenAsync(Data);
        var id = new Id<Gathering>(new Guid("01a22446-0ea7-753c-b815-be8225c8e155"));
        var owner = new Actor.Account(new(Guid.CreateVersion7()));
        Change[] changes =
        [
            new Change.GatheringCreated(
                GatheringFacts.None with
                {
                    Network = "Nett",
                    Title = "Samling",
                    Date = new DateOnly(2026, 11, 24),
                },
                IsDemo: false
            ),
            new Change.MessageSent("en"),
            new Change.MessageSent("to"),
        ];
        Entry[] entries =
        [
            .. changes.Select((change, place) => new Entry(place + 1, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, owner, change)),
        ];
        await store.Log.AppendAsync(id, entries, [.. entries.Select(entry => LogEntry.From(id, entry))]);
        await store.Log.KeepSnapshotAsync(Snapshot.Of(Rules.Fold(new Gathering(id), entries.Take(2))));
        PrivateFiles.MakeFolder(store.Folder.Keys);
        PrivateFiles.MakeFile(Path.Combine(store.Folder.Keys, "key-1.xml"));
    }

    private async Task BreakAsync(string fault)
    {
        var file = Path.Combine(Data, "deling.db");
        if (fault == "missing") return;
        await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(file);
        switch (fault)
        {
            case "empty": await File.WriteAllBytesAsync(file, []); break;
            case "random":
                await File.WriteAllBytesAsync(file, Enumerable.Range(0, 9_000).Select(at => (byte)((at * 7919) ^ (at >> 3))).ToArray());
                break;
            case "text": await File.WriteAllTextAsync(file, "Dette er ikke en database."); break;
            case "cut": await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]); break;
            case "page":
                await File.WriteAllBytesAsync(file, [.. bytes[..4096], .. Enumerable.Repeat((byte)0xA5, bytes.Length - 4096)]);
                break;
            case "folder":
                File.Delete(file);
                Directory.CreateDirectory(file);
                break;
            case "foreign" or "no tables" or "foreign with our names":
                File.Delete(file);
                TestStore.Tamper(Data, fault switch
                {
                    "foreign" => "CREATE TABLE Customers (Id INTEGER PRIMARY KEY, Name TEXT); INSERT INTO Customers VALUES (1, 'Kari');",
                    "no tables" => "PRAGMA user_version=3;",
                    _ =>
                        "CREATE TABLE Log (Id INTEGER); CREATE TABLE Gatherings (Id INTEGER); "
                            + "CREATE TABLE \"__EFMigrationsHistory\" (Id INTEGER);",
                });
                break;
            default:
                TestStore.Tamper(Data, fault switch
                {
                    "no snapshots" => "DROP TABLE Snapshots;",
                    "torn log" => "UPDATE Log SET Payload = substr(Payload, 1, 9);",
                    "wrong types" => "UPDATE Gatherings SET Date = 'i går', CreatedAt = 'nå'; UPDATE Log SET At = 'da', StreamId = 'hvor';",
                    _ =>
                        "DELETE FROM \"__EFMigrationsHistory\" WHERE MigrationId LIKE '%Housekeeping'; DROP TABLE Housekeeping; "
                            + "ALTER TABLE Snapshots DROP COLUMN Checksum;",
                });
                break;
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments)
    {
        var (output, error) = (System.Console.Out, System.Console.Error);
        using var said = new StringWriter();
        using var wrong = new StringWriter();
        try
        {
            System.Console.SetOut(said);
            System.Console.SetError(wrong);
            var code = await CommandLine.AnswerAsync(arguments);
            return (code ?? -1, said.ToString(), wrong.ToString());
        }
        finally
        {
            System.Console.SetOut(output);
            System.Console.SetError(error);
            SqliteConnection.ClearAllPools();
        }
    }
}

/// <summary>The console belongs to the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneOnTheConsole
{
    public const string Name = "Console";
}
