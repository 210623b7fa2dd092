using System.Collections.Concurrent;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static DelingIPraksis.Support.GatheringVerbs;

namespace DelingIPraksis.Web.Tests.Rooms;

/// <summary>R1: the real process, killed with SIGKILL at random moments under load; what it had acknowledged is there.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 20;

    private readonly string _data = Directory.CreateTempSubdirectory("deling-r1-").FullName;
    private readonly ConcurrentDictionary<Guid, long> _acknowledged = new();
    private readonly ConcurrentQueue<(Guid Person, Guid Id, Change Change)> _unsure = new();

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_process_is_killed_twenty_times()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (gathering, code) = await PreparedAsync();
        Browser[] browsers = [];
        Id<Person>[] people = [];
        for (var round = 0; round <= Rounds; round++)
        {
            await using var process = await ApplicationProcess.StartAsync(_data);
            if (round == 0)
            {
                browsers = [.. gathering.Seats.Select(_ => new Browser(process.Address))];
                people = await Task.WhenAll(browsers.Select((browser, seat) => browser.JoinAsync(code, gathering.Seats[seat].Party)));
            }

            // The port is new after each start; the cookies are the same.
            var clients = browsers.Select(browser => new Browser(process.Address, browser.Cookies)).ToArray();
            foreach (var (client, person) in clients.Zip(people)) await AskAgainAsync(client, person.Value);
            RequireAllKept(gathering.Id, $"round {round}, seed {seed}");
            if (round == Rounds) break;
            var connections = await Task.WhenAll(clients.Select(async client =>
            {
                var connection = client.Live();
                await connection.StartAsync();
                return connection;
            }));
            var load = connections.Select((connection, seat) => WriteUntilCutAsync(connection, people[seat].Value)).ToArray();
            await Task.Delay(random.Next(20, 1_000));
            process.Kill();
            await Task.WhenAll(load);
        }

        Assert.True(_acknowledged.Count > Rounds, $"Only {_acknowledged.Count} changes were acknowledged: the load was no load.");
        TestContext.Current.SendDiagnosticMessage($"{Rounds} kills, {_acknowledged.Count} changes acknowledged, 0 lost.");
    }

    private async Task<(TestGathering Gathering, string Code)> PreparedAsync()
    {
        await using var application = TestApplication.Started(_data);
        var gathering = await application.Rooms.GivenBoardAsync([.. Enumerable.Range(0, 8).Select(number => $"Kommune {number}")]);
        return (gathering, (await application.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id)).Symbols);
    }

    /// <summary>Writes as fast as it is answered, and remembers what was; the last one is left unanswered by the kill.</summary>
    private async Task WriteUntilCutAsync(HubConnection connection, Guid person)
    {
        await using var _ = connection;
        for (var number = 0; ; number++)
        {
            var id = Guid.CreateVersion7();
            Change change = number % 10 == 0 ? ANote($"Lapp {number}") : new Change.DoneSaid(number % 2 == 0);
            try
            {
                var reply = await connection.InvokeAsync<LiveReply>("Submit", person, id, change);
                if (reply.Answer == "kept") _acknowledged[id] = reply.Sequence!.Value;
            }
            catch (Exception)
            {
                _unsure.Enqueue((person, id, change));
                return;
            }
        }
    }

    /// <summary>What was never answered is sent again, twice, as an honest client does: it stands once, and is answered the same.</summary>
    private async Task AskAgainAsync(Browser browser, Guid person)
    {
        await using var connection = browser.Live();
        await connection.StartAsync();
        foreach (var unsure in _unsure.Where(unsure => unsure.Person == person))
        {
            var first = await connection.InvokeAsync<LiveReply>("Submit", person, unsure.Id, unsure.Change);
            Assert.Equal(first, await connection.InvokeAsync<LiveReply>("Submit", person, unsure.Id, unsure.Change));
            if (first.Answer == "kept") _acknowledged[unsure.Id] = first.Sequence!.Value;
        }

        Assert.True((await connection.InvokeAsync<LiveView>("Watch", person)).Sequence >= _acknowledged.Values.DefaultIfEmpty(0).Max());
    }

    private void RequireAllKept(Id<Gathering> gathering, string when)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "deling.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
        command.CommandText = "SELECT ChangeId, Sequence FROM Log WHERE StreamId = $gathering ORDER BY Sequence";
        command.Parameters.AddWithValue("$gathering", gathering.Value);
        var kept = new Dictionary<Guid, long>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) kept.Add(reader.GetGuid(0), reader.GetInt64(1));
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(number => (long)number), kept.Values);
        Assert.DoesNotContain(_acknowledged, change => kept.GetValueOrDefault(change.Key) != change.Value);
        Assert.True(kept.Count >= _acknowledged.Count, when);
    }
}
