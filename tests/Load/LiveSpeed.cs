using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Load;

/// <summary>
/// P3: clients of the live interface write at a pace, each note durable when it is answered. When the service falls behind, the notes that
/// are due wait, and their wait counts.
/// </summary>
/// <param name="rooms">How many gatherings; six clients in each.</param>
/// <param name="pace">Notes a second in all.</param>
/// <param name="during">How long.</param>
internal sealed class LiveSpeed(int rooms, int pace, TimeSpan during)
{
    private const int ClientsEach = 6;

    private readonly Figures _answered = new();
    private int _kept;
    private int _refused;

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("deling-live-").FullName;
        try
        {
            var prepared = await PrepareAsync(data);
            await using var service = await MeasuredService.StartAsync(data);
            var clients = new List<(HubConnection Connection, Guid Person)>();
            foreach (var (gathering, code) in prepared)
                foreach (var seat in gathering.Seats)
                    clients.Add(await ConnectAsync(service.Address, code, seat.Party));
            await WriteAsync(clients, TimeSpan.FromSeconds(3));
            (_kept, _refused) = (0, 0);
            var warm = _answered.Count;
            var before = await service.LookAsync();
            var watch = Stopwatch.StartNew();
            await WriteAsync(clients, during);
            var spent = (await service.LookAsync()).Processor - before.Processor;
            var each = _kept / watch.Elapsed.TotalSeconds;
            foreach (var (connection, _) in clients) await connection.DisposeAsync();
            return
            [
                new(
                    "P3 live interface",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{clients.Count} clients in {rooms} rooms asked for {pace} notes/s: {each:0} durable notes/s, {_refused} refused; {
                            _answered} ({warm} of warming up in it)"
                    ),
                    "≥ 3000 notes/s, p99 ≤ 50 ms",
                    each >= 2_900 && _answered.Percentile(0.99) <= 50
                ),
                new(
                    "P3 cost",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{spent.TotalMilliseconds / Math.Max(1, _kept):0.00} ms of processor a note"
                    ),
                    "none set",
                    true
                ),
            ];
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task<List<(TestGathering Gathering, string Code)>> PrepareAsync(string data)
    {
        await using var application = TestApplication.Started(data);
        var codes = application.Services.GetRequiredService<JoinCodes>();
        var prepared = new List<(TestGathering, string)>();
        for (var room = 0; room < rooms; room++)
        {
            var gathering = await application.Rooms.GivenBoardAsync([.. Enumerable.Range(0, ClientsEach).Select(at => $"Kommune {at}")]);
            prepared.Add((gathering, (await codes.IssueAsync(gathering.Id)).Symbols));
        }

        return prepared;
    }

    private static async Task<(HubConnection, Guid)> ConnectAsync(Uri address, string code, Id<Party> party)
    {
        using var browser = new Browser(address);
        var person = await browser.JoinAsync(code, party);
        var connection = browser.Live();
        await connection.StartAsync();
        await connection.InvokeAsync<LiveView>("Watch", person.Value);
        return (connection, person.Value);
    }

    // Each client has its notes due at even times, from a moment of its own.
    private Task WriteAsync(List<(HubConnection Connection, Guid Person)> clients, TimeSpan time)
    {
        var between = TimeSpan.FromSeconds((double)clients.Count / pace);
        var start = Stopwatch.GetTimestamp();
        return Task.WhenAll(clients.Select(async (client, at) =>
        {
            var asked = new List<Task>();
            for (var due = between * ((double)at / clients.Count); due < time; due += between)
            {
                var wait = due - Stopwatch.GetElapsedTime(start);
                if (wait > TimeSpan.Zero) await Task.Delay(wait);
                asked.Add(AskAsync(client.Connection, client.Person, start, due));
            }

            await Task.WhenAll(asked);
        }));
    }

    private async Task AskAsync(HubConnection connection, Guid person, long start, TimeSpan due)
    {
        var reply = await connection.InvokeAsync<LiveReply>("Submit", person, Guid.CreateVersion7(), GatheringVerbs.ANote($"Lapp {due}"));
        _answered.Add(Stopwatch.GetElapsedTime(start) - due);
        if (reply.Answer == "kept") Interlocked.Increment(ref _kept);
        else Interlocked.Increment(ref _refused);
    }
}
