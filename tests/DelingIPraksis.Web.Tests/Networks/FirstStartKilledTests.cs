using System.Diagnostics;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Web.Tests.Networks;

/// <summary>
/// The first start over an older version's data, killed with SIGKILL while it makes networks: the next start ends it whole, with the same
/// networks as a start that nobody has killed.
/// </summary>
public sealed class FirstStartKilledTests : IDisposable
{
    private const int Gatherings = 60;

    private readonly string _data = Directory.CreateTempSubdirectory("deling-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_first_start_that_is_killed_is_ended_by_the_next_one()
    {
        var old = Path.Combine(_data, "old");
        await using (var application = TestApplication.Started(old))
        {
            var owners = Enumerable.Range(0, 5).Select(_ => NetworkActs.Somebody()).ToArray();
            for (var number = 0; number < Gatherings; number++)
                await application.MakeAsync(owners[number % 5], $"Nettverk {number % 7}", 2000 + (number % 26));
        }

        TestStore.Tamper(old, FirstNetworksTests.AsItWas);
        var expected = await OpenAsync(Copy(old, "whole"));
        Assert.Equal(Gatherings, expected.Count);
        Assert.DoesNotContain(expected, there => there.Value.Network is null);

        // At once, when the tables are there, and further and further into what follows.
        foreach (var milliseconds in new[] { -1, 0, 30, 90 })
        {
            var killed = Copy(old, $"killed-{milliseconds}");
            var watch = new Stopwatch();
            var early = await ApplicationProcess.KillWhenAsync(killed, () =>
            {
                if (milliseconds < 0) return File.Exists(Path.Combine(killed, "deling.db-wal"));
                if (!watch.IsRunning && HasTable(killed)) watch.Start();
                return watch.IsRunning && watch.ElapsedMilliseconds >= milliseconds;
            });
            Assert.True(early || milliseconds > 0, "It was ready before it was killed.");
            Assert.Equal(expected, await OpenAsync(killed));
        }
    }

    private static bool HasTable(string data)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "deling.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Networks'";
            return command.ExecuteScalar() is 1L;
        }
        catch (SqliteException)
        {
            // It is being migrated just now.
            return false;
        }
    }

    private string Copy(string from, string name)
    {
        var to = Directory.CreateDirectory(Path.Combine(_data, name)).FullName;
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
        return to;
    }

    /// <summary>Each gathering with its network, and what that is called, whom it has and how much stands in its log.</summary>
    private static async Task<SortedDictionary<Guid, (Guid? Network, string Told)>> OpenAsync(string data)
    {
        await using var application = TestApplication.Started(data);
        Assert.Empty(application.Services.GetRequiredService<StoreHealth>().Faults);
        var belongs = await application.Services.GetRequiredService<Database>().ReadAsync(context =>
            context.Gatherings.ToDictionaryAsync(there => there.Id, there => there.BelongsTo));
        var found = new SortedDictionary<Guid, (Guid?, string)>();
        foreach (var (gathering, id) in belongs)
        {
            var network = id is { } there ? await application.Networks().ReadAsync(there) : new Network(default);
            found[gathering.Value] = (id?.Value, $"{network.Name} {network.Sequence} {network.Gatherings.Count} "
                + string.Join(',', network.People.Keys.Order()));
        }

        return found;
    }
}
