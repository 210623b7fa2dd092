using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Load;

/// <summary>How many there are, and what they do.</summary>
internal sealed record Crowd(
    int Municipalities,
    int PeopleEach,
    int NotesOnTheBoard,
    int NotesASecond,
    TimeSpan During,
    TimeSpan JoiningWithin
);

/// <summary>
/// A crowd in one gathering, for P1, P2 and P4 every municipality there is: they join by code within some seconds, each with a circuit of
/// its own, and then write notes through the board's own way in, or (P12) nothing. A note has arrived when its text is in the bytes of a
/// circuit's render batch. The facilitator's console and the wall are open all the while. The application is a process of its own; the
/// driver shares its machine.
/// </summary>
internal sealed class CrowdRun(Crowd crowd)
{
    private const string Email = "astrid@nettverket.example";
    private const string Password = "fjorden er blank i dag";

    private static readonly byte[] _mark = "lapp-"u8.ToArray();

    private readonly ConcurrentDictionary<int, long> _sent = new();
    private readonly Figures _arrived = new();
    private readonly Figures _answered = new();
    private readonly Figures _ready = new();
    private int _failed;
    private int _kept;
    private int _refused;
    private int _observed;
    private int _expected;
    private List<Place> _places = [];
    private (Weight Before, Weight After) _joining;

    /// <summary>P1, P2 and P4.</summary>
    public Task<IReadOnlyList<Row>> AllAtOnceAsync() => RunAsync(async _ =>
    {
        await WriteAsync();
        var (before, after) = _joining;
        var count = Math.Max(1, _places.Count);
        var each = (after.Managed - before.Managed) / 1024.0 / count;
        return
        [
                new(
                    "P4 joining",
                    $"{_failed} of {Asked} failed within {crowd.JoiningWithin.TotalSeconds:0} s; ready {_ready}",
                    "none fails, p99 ≤ 1000 ms",
                    _failed == 0 && _ready.Percentile(0.99) <= (crowd.JoiningWithin.TotalSeconds >= 10 ? 1000 : 3000)
                ),
                new(
                    "P4 cost of joining",
                    Invariant(
                        $"{(after.Processor - before.Processor).TotalMilliseconds / count:0.0} ms of processor and {
                            (after.Allocated - before.Allocated) / 1024.0 / count:0} KB allocated for each"
                    ),
                    "none set",
                    true
                ),
                new(
                    "P1 memory",
                    Invariant(
                        $"{each:0} KB managed a circuit with {crowd.NotesOnTheBoard} notes after a full collection; {
                            after.Resident / 1048576.0:0} MB resident in all"
                    ),
                    "≤ 150 KB managed",
                    each <= 150
                ),
                new(
                    "P2 all at once",
                    $"{Kept}; {_arrived}; console and wall drawn {_observed} times",
                    "none missing, p50 ≤ 5 ms, p99 ≤ 50 ms",
                    NoneMissing && _arrived.Percentile(0.5) <= 5 && _arrived.Percentile(0.99) <= 50
                ),
        ];
    });

    /// <summary>P5: one pair, watched by many.</summary>
    public Task<IReadOnlyList<Row>> FastPairAsync() => RunAsync(async process =>
    {
        var before = await process.LookAsync();
        await WriteAsync();
        var cost = await process.LookAsync();
        return
        [
                new(
                    "P5 a fast pair",
                    $"{Kept}; to the screens {_arrived}; answered to the writer {_answered}",
                    "none missing, p99 ≤ 150 ms",
                    NoneMissing && _arrived.Percentile(0.99) <= 150 && _answered.Percentile(0.99) <= 150
                ),
                new(
                    "P5 cost",
                    Invariant(
                        $"{(cost.Processor - before.Processor).TotalMilliseconds
                            / Math.Max(1, _arrived.Count):0.00} ms of processor for each that a note was shown to"
                    ),
                    "none set",
                    true
                ),
        ];
    });

    /// <summary>P12: nobody does anything.</summary>
    public Task<IReadOnlyList<Row>> IdleAsync() => RunAsync(async process =>
    {
        var before = await process.LookAsync();
        var watch = Stopwatch.StartNew();
        Say($"Idle for {crowd.During.TotalSeconds:0} s");
        await Task.Delay(crowd.During);
        var spent = (await process.LookAsync()).Processor - before.Processor;
        var share = spent / watch.Elapsed;
        return
        [
            new(
                "P12 idle circuits",
                Invariant(
                    $"{_places.Count} circuits, {Broken} broken; {share:0.0%} of one core, {spent.TotalMilliseconds:0} ms in {
                        watch.Elapsed.TotalSeconds:0} s"
                ),
                "≤ 5 % of one core",
                share <= 0.05
            ),
            ];
    });

    private int Asked => crowd.Municipalities * crowd.PeopleEach;

    private string Kept =>
        $"{_places.Count} circuits, {_kept} of {_sent.Count} notes kept, {_arrived.Count} of {_expected} "
            + $"deliveries, {Broken} circuits broken";

    private int Broken => _places.Count(place => place.Circuit.Fault is not null);

    private bool NoneMissing => _kept == _sent.Count && _arrived.Count == _expected && Broken == 0;

    private async Task<IReadOnlyList<Row>> RunAsync(Func<MeasuredService, Task<IReadOnlyList<Row>>> measure)
    {
        var data = Directory.CreateTempSubdirectory("deling-load-").FullName;
        try
        {
            Say($"Preparing {crowd.Municipalities} municipalities with {crowd.NotesOnTheBoard} notes on each board");
            var (gathering, code) = await PrepareAsync(data);
            await using var process = await MeasuredService.StartAsync(data);
            return await MeasureAsync(process, gathering, code, measure);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task<(TestGathering Gathering, string Code)> PrepareAsync(string data)
    {
        await using var application = TestApplication.Started(data);
        var gathering = await application.Rooms.GivenBoardAsync([
            .. Enumerable.Range(1, crowd.Municipalities).Select(number => $"Kommune {number}"),
        ]);
        foreach (var group in GatheringVerbs.InPairs(gathering.Seats))
        {
            var texts = Enumerable
                .Range(0, crowd.NotesOnTheBoard)
                .Select(number => (group[number % group.Count], number % 2 == 0 ? NoteKind.Barrier : NoteKind.Opportunity));
            await Task.WhenAll(
                texts.Select(note =>
                    application.Rooms.MustKeepAsync(
                        gathering.Id,
                        note.Item1.Actor,
                        GatheringVerbs.ANote("Vi mangler et sted der brukte byggevarer kan ligge tørt.", note.Item2)
                    )
                )
            );
        }

        await using var scope = application.Services.CreateAsyncScope();
        var user = new AppUser { Id = gathering.Owner.User.Value, UserName = Email, Email = Email, DisplayName = "Astrid" };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password);
        if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
        return (gathering, (await application.Services.GetRequiredService<JoinCodes>().IssueAsync(gathering.Id)).Symbols);
    }

    private async Task<IReadOnlyList<Row>> MeasureAsync(
        MeasuredService process,
        TestGathering gathering,
        string code,
        Func<MeasuredService, Task<IReadOnlyList<Row>>> measure
    )
    {
        using var facilitator = new Browser(process.Address);
        await facilitator.SignInAsync(Email, Password);
        await using var console = await OpenAsync(facilitator, $"/samling/{gathering.Id}/konsoll");
        await using var wall = await OpenAsync(facilitator, $"/samling/{gathering.Id}/vegg");
        console.OnBatch = wall.OnBatch = _ => Interlocked.Increment(ref _observed);

        var seats = GatheringVerbs
            .InPairs(gathering.Seats)
            .SelectMany((group, number) => group.SelectMany(seat => Enumerable.Repeat((Group: number, seat.Party), crowd.PeopleEach)))
            .ToList();
        Say($"{seats.Count} people open the door");
        var doors = new ConcurrentBag<(Browser Browser, Browser.Form Door, int Group, Id<Party> Party)>();
        await Parallel.ForEachAsync(seats, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (seat, _) =>
        {
            var browser = new Browser(process.Address);
            doors.Add((browser, await browser.OpenDoorAsync(code), seat.Group, seat.Party));
        });
        var before = await process.WeighAsync();
        Say($"They press «Bli med» within {crowd.JoiningWithin.TotalSeconds:0} s");
        _places = (
            await Task.WhenAll(
                doors.Select(
                    (door, number) => JoinAsync(door.Browser, door.Door, door.Group, door.Party, crowd.JoiningWithin * number / doors.Count)
                )
            )
        )
            .OfType<Place>()
            .ToList();
        Say($"{_places.Count} circuits are up");
        await Task.Delay(TimeSpan.FromSeconds(5));
        _joining = (before, await process.WeighAsync());
        _observed = 0;
        var rows = await measure(process);
        foreach (var place in _places) await place.Circuit.DisposeAsync();
        foreach (var (browser, _, _, _) in doors) browser.Dispose();
        return rows;
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

    private async Task WriteAsync()
    {
        var groups = _places.GroupBy(place => place.Group).Select(group => group.ToList()).ToList();
        Say($"{crowd.NotesASecond} notes a second for {crowd.During.TotalSeconds:0} s");
        var random = new Random(357);
        var number = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / crowd.NotesASecond));
        for (
            var end = Stopwatch.GetTimestamp() + (long)(crowd.During.TotalSeconds * Stopwatch.Frequency);
            Stopwatch.GetTimestamp() < end;
            await timer.WaitForNextTickAsync()
        )
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
            _sent[number] = Stopwatch.GetTimestamp();
            _expected += group.Count;
            await writer.Circuit.CallAsync(number++, writer.Bridge, "Send", JsonSerializer.Serialize(piece));
        }

        await Task.Delay(TimeSpan.FromSeconds(3));
    }

    // Everybody in the group sees it, the writer too. A batch may bring more than one note.
    private void Read(byte[] batch)
    {
        var now = Stopwatch.GetTimestamp();
        var rest = batch.AsSpan();
        for (var at = rest.IndexOf(_mark); at >= 0; at = rest.IndexOf(_mark))
        {
            rest = rest[(at + _mark.Length)..];
            if (
                rest.Length >= 6
                && int.TryParse(Encoding.ASCII.GetString(rest[..6]), CultureInfo.InvariantCulture, out var number)
                && _sent.TryGetValue(number, out var sent)
            )
                _arrived.Add(Stopwatch.GetElapsedTime(sent, now));
        }
    }

    private void Answered(int call, bool succeeded, string answer)
    {
        _answered.Add(Stopwatch.GetElapsedTime(_sent[call]));
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
