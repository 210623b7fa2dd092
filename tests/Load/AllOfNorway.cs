using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Codes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Load;

/// <summary>
/// Every municipality at once in one gathering (P1, P2, P4): they join by code within some seconds, each with a circuit of its own, and then
/// write notes through the board's own way in. A note has arrived when its text is in the bytes of a circuit's render batch. The
/// facilitator's console and the wall are open all the while. The application is a process of its own; the driver shares its machine.
/// </summary>
internal sealed class AllOfNorway(int municipalities, int peopleEach, int notesASecond, TimeSpan during, TimeSpan joiningWithin)
{
    private const int NotesOnTheBoard = 20;
    private const string Email = "astrid@nettverket.example";
    private const string Password = "fjorden er blank i dag";

    private static readonly byte[] _mark = "lapp-"u8.ToArray();

    private readonly ConcurrentDictionary<int, long> _sent = new();
    private readonly Figures _arrived = new();
    private readonly Figures _ready = new();
    private int _failed;
    private int _kept;
    private int _refused;
    private int _observed;

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("deling-load-").FullName;
        try
        {
            Say($"Preparing {municipalities} municipalities with {NotesOnTheBoard} notes on each board");
            var (gathering, code) = await PrepareAsync(data);
            await using var process = await Served.StartAsync(data);
            return await MeasureAsync(process, gathering, code);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<(TestGathering Gathering, string Code)> PrepareAsync(string data, int municipalities)
    {
        await using var application = TestApplication.Started(data);
        var gathering = await application.Rooms.GivenBoardAsync([.. Enumerable.Range(1, municipalities).Select(number => $"Kommune {number}")]);
        foreach (var group in GatheringVerbs.InPairs(gathering.Seats))
        {
            var texts = Enumerable.Range(0, NotesOnTheBoard).Select(number => (group[number % group.Count], number % 2 == 0 ? NoteKind.Barrier : NoteKind.Opportunity));
            await Task.WhenAll(texts.Select(note => application.Rooms.MustKeepAsync(gathering.Id, note.Item1.Actor, GatheringVerbs.ANote("Vi mangler et sted der brukte byggevarer kan ligge tørt.", note.Item2))));
        }

        await using var scope = application.Services.CreateAsyncScope();
        var user = new AppUser { Id = gathering.Owner.User.Value, UserName = Email, Email = Email, DisplayName = "Astrid" };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password);
        if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
        return (gathering, (await application.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id)).Symbols);
    }

    private Task<(TestGathering Gathering, string Code)> PrepareAsync(string data) => PrepareAsync(data, municipalities);

    private async Task<IReadOnlyList<Row>> MeasureAsync(Served process, TestGathering gathering, string code)
    {
        using var facilitator = new Browser(process.Address);
        await facilitator.SignInAsync(Email, Password);
        await using var console = await OpenAsync(facilitator, $"/samling/{gathering.Id}/konsoll");
        await using var wall = await OpenAsync(facilitator, $"/samling/{gathering.Id}/vegg");
        console.OnBatch = wall.OnBatch = _ => Interlocked.Increment(ref _observed);

        var seats = GatheringVerbs.InPairs(gathering.Seats).SelectMany((group, number) => group.SelectMany(seat => Enumerable.Repeat((Group: number, seat.Party), peopleEach))).ToList();
        Say($"{seats.Count} people open the door");
        var doors = new ConcurrentBag<(Browser Browser, Browser.Form Door, int Group, Id<Party> Party)>();
        await Parallel.ForEachAsync(seats, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (seat, _) =>
        {
            var browser = new Browser(process.Address);
            doors.Add((browser, await browser.OpenDoorAsync(code), seat.Group, seat.Party));
        });
        var before = await process.WeighAsync();
        Say($"They press «Bli med» within {joiningWithin.TotalSeconds:0} s");
        var places = (await Task.WhenAll(doors.Select((door, number) => JoinAsync(door.Browser, door.Door, door.Group, door.Party, joiningWithin * number / doors.Count)))).OfType<Place>().ToList();
        Say($"{places.Count} circuits are up");
        await Task.Delay(TimeSpan.FromSeconds(5));
        var after = await process.WeighAsync();

        var groups = places.GroupBy(place => place.Group).Select(group => group.ToList()).ToList();
        Say($"{notesASecond} notes a second for {during.TotalSeconds:0} s");
        _observed = 0;
        var expected = await WriteAsync(groups);
        await Task.Delay(TimeSpan.FromSeconds(3));

        foreach (var place in places) await place.Circuit.DisposeAsync();
        foreach (var (browser, _, _, _) in doors) browser.Dispose();
        var faults = places.Count(place => place.Circuit.Fault is not null);
        var count = Math.Max(1, places.Count);
        var each = (after.Managed - before.Managed) / 1024.0 / count;
        return
        [
            new("P4 joining", $"{_failed} of {seats.Count} failed within {joiningWithin.TotalSeconds:0} s; ready {_ready}", "none fails, p99 ≤ 1000 ms", _failed == 0 && _ready.Percentile(0.99) <= (joiningWithin.TotalSeconds >= 10 ? 1000 : 3000)),
            new("P4 cost of joining", Invariant($"{(after.Processor - before.Processor).TotalMilliseconds / count:0.0} ms of processor and {(after.Allocated - before.Allocated) / 1024.0 / count:0} KB allocated for each"), "none set", true),
            new("P1 memory", Invariant($"{each:0} KB managed a circuit with {NotesOnTheBoard} notes after a full collection; {after.Resident / 1048576.0:0} MB resident in all"), "≤ 150 KB managed", each <= 150),
            new("P2 all at once", $"{places.Count} circuits, {_kept} of {_sent.Count} notes kept, {_arrived.Count} of {expected} deliveries, {faults} circuits broken; {_arrived}; console and wall drawn {_observed} times", "none missing, p50 ≤ 5 ms, p99 ≤ 50 ms", _kept == _sent.Count && _arrived.Count == expected && faults == 0 && _arrived.Percentile(0.5) <= 5 && _arrived.Percentile(0.99) <= 50),
        ];
    }

    private async Task<Place?> JoinAsync(Browser browser, Browser.Form door, int group, Id<Party> party, TimeSpan after)
    {
        await Task.Delay(after);
        var watch = Stopwatch.StartNew();
        try
        {
            var person = await browser.JoinAsync(door, party);
            var circuit = await OpenAsync(browser, $"/tavle/{person}");
            _ready.Add(watch.Elapsed);
            circuit.OnBatch = Read;
            circuit.OnAnswer = Answered;
            return new Place(circuit, group, await circuit.HandedToAsync("dip.open"));
        }
        catch (Exception fault)
        {
            if (Interlocked.Increment(ref _failed) == 1) Say(fault.ToString());
            return null;
        }
    }

    private async Task<int> WriteAsync(List<List<Place>> groups)
    {
        var random = new Random(357);
        var (number, expected) = (0, 0);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / notesASecond));
        for (var end = Stopwatch.GetTimestamp() + (long)(during.TotalSeconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end; await timer.WaitForNextTickAsync())
        {
            var group = groups[random.Next(groups.Count)];
            var writer = group[random.Next(group.Count)];
            var piece = new
            {
                id = Guid.CreateVersion7(),
                field = random.Next(2) == 0 ? "note/Barrier" : "note/Opportunity",
                text = string.Create(CultureInfo.InvariantCulture, $"lapp-{number:000000} Ingen har tid til å ta imot det vi river."),
                basedOn = 0,
            };
            _sent[number++] = Stopwatch.GetTimestamp();
            expected += group.Count;
            await writer.Circuit.CallAsync(writer.Bridge, "Send", JsonSerializer.Serialize(piece));
        }

        return expected;
    }

    // Everybody in the group sees it, the writer too. A batch may bring more than one note.
    private void Read(byte[] batch)
    {
        var now = Stopwatch.GetTimestamp();
        var rest = batch.AsSpan();
        for (var at = rest.IndexOf(_mark); at >= 0; at = rest.IndexOf(_mark))
        {
            rest = rest[(at + _mark.Length)..];
            if (rest.Length >= 6 && int.TryParse(Encoding.ASCII.GetString(rest[..6]), CultureInfo.InvariantCulture, out var number) && _sent.TryGetValue(number, out var sent))
                _arrived.Add(Stopwatch.GetElapsedTime(sent, now));
        }
    }

    private void Answered(bool succeeded, string answer)
    {
        if (succeeded && answer.Contains("kept\\u0022:true", StringComparison.Ordinal)) Interlocked.Increment(ref _kept);
        else if (Interlocked.Increment(ref _refused) == 1) Say($"Refused: {answer}");
    }

    private static async Task<Circuit> OpenAsync(Browser browser, string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var circuit = await Circuit.OpenAsync(new Uri(browser.Http.BaseAddress!, path), browser.Cookies, browser.Http, patience.Token);
        await circuit.Ready.WaitAsync(patience.Token);
        return circuit;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Say(string what) => Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {what}");

    private sealed record Place(Circuit Circuit, int Group, long Bridge);
}
