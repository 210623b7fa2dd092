using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Load;

/// <summary>
/// P16: the municipality's own sheet in Word and PDF, for all of 357 parties at once, from the press that ends the group work until the
/// last byte, over HTTP in the real program. Meanwhile a board of another gathering is written on, to see that nobody is held up.
/// </summary>
internal static class BriefSpeed
{
    private const int Parties = 357;
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(5);

    private static readonly string _words = string.Join(' ', Enumerable.Repeat(
        "Vi mangler et felles lager for brukte byggematerialer, og ingen har ansvaret for å skaffe det.", 6));

    public static async Task<(IReadOnlyList<string> Lines, bool Held)> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("deling-ark-").FullName;
        await using var app = TestApplication.Started(data);
        var gathering = await MakeAsync(app);
        var other = await app.Rooms.GivenBoardAsync("Stad", "Arendal");
        var tokens = await app.Services.GetRequiredService<IPartyLinks>()
            .OfPartiesAsync(gathering.Id, [.. gathering.Seats.Select(seat => seat.Party)]);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 2 * Parties })
        {
            BaseAddress = app.Address,
            Timeout = TimeSpan.FromMinutes(5),
        };
        // The first file of a process reads the typefaces.
        await EachAsync(app, other, http);
        var (took, bytes) = (new ConcurrentBag<double>(), 0L);
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(app, other, stop.Token);
        var clock = Stopwatch.StartNew();
        await app.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.WorkshopClosed());
        var asked = from token in tokens.Values
                    from format in (string[])["docx", "pdf"]
                    select (Token: token, Format: format);
        await Task.WhenAll(asked.Select(async ask =>
        {
            var file = await http.GetByteArrayAsync(new Uri(Addresses.BriefOfLink(ask.Token, ask.Format, "nn"), UriKind.Relative));
            took.Add(clock.Elapsed.TotalSeconds);
            Interlocked.Add(ref bytes, file.Length);
        }));
        await stop.CancelAsync();
        var notes = await writing;
        var all = took.Order().ToList();
        notes.Sort();
        string[] lines =
        [
            "| files | first | middle | last | MB | notes meanwhile | p50 | p99 |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |",
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {all.Count} | {all[0]:0.00} s | {all[all.Count / 2]:0.00} s | {all[^1]:0.00} s | {bytes / 1024 / 1024} | "
                    + $"{notes.Count} | {notes[notes.Count / 2]:0} ms | {notes[(int)(notes.Count * .99)]:0} ms |"),
        ];
        return (lines, all[^1] <= _bound.TotalSeconds);
    }

    private static async Task EachAsync(TestApplication app, TestGathering warm, HttpClient http)
    {
        var closed = await app.Rooms.GivenBoardAsync("Asker", "Bergen");
        await app.Rooms.MustKeepAsync(closed.Id, closed.Owner, new Change.WorkshopClosed());
        var party = closed.Seats[0].Party;
        var token = (await app.Services.GetRequiredService<IPartyLinks>().OfPartiesAsync(closed.Id, [party]))[party];
        foreach (var format in (string[])["docx", "pdf"])
            await http.GetByteArrayAsync(new Uri(Addresses.BriefOfLink(token, format, "nb"), UriKind.Relative));
        await app.Rooms.MustKeepAsync(warm.Id, warm.Seats[0].Actor, GatheringVerbs.ANote());
    }

    private static async Task<List<double>> WriteAsync(TestApplication app, TestGathering board, CancellationToken stop)
    {
        var took = new List<double>();
        while (!stop.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await app.Rooms.SubmitAsync(board.Id, board.Seats[0].Actor, GatheringVerbs.ANote(), Guid.CreateVersion7());
            took.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(100, CancellationToken.None);
        }

        return took;
    }

    private static async Task<TestGathering> MakeAsync(TestApplication app)
    {
        var gathering = await app.Rooms.GivenBoardAsync([.. Enumerable.Range(1, Parties).Select(number => $"Kommune {number}")]);
        var pairs = (await app.Rooms.ReadAsync(gathering.Id)).Workshop.Pairs;
        var seats = gathering.Seats.ToDictionary(seat => seat.Party);
        foreach (var pair in pairs)
            foreach (var member in pair.Members)
            {
                var (actor, to) = (seats[member].Actor, pair.PresenterFor(member));
                await app.Rooms.MustKeepAsync(gathering.Id, actor, new Change.TextWritten(TextField.Challenge, _words, 0));
                foreach (var prompt in Enum.GetValues<FeedbackPrompt>())
                    await app.Rooms.MustKeepAsync(gathering.Id, actor, new Change.FeedbackWritten(to, prompt, _words, 0));
                await app.Rooms.MustKeepAsync(gathering.Id, actor, new Change.FeedbackHandedOver(to));
                await app.Rooms.MustKeepAsync(gathering.Id, actor, GatheringVerbs.ANote());
            }

        return gathering;
    }
}
