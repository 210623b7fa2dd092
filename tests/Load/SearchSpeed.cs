using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Register;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Load;

/// <summary>
/// P15: 100 gatherings of 500 notes, searched over HTTP in the real program with its real file, one search after another. Timed from the
/// request until the whole page is there. The notes are made of those in <c>tests/ThemesBenchmark/Notes</c>.
/// </summary>
internal static class SearchSpeed
{
    private const int Gatherings = 100;
    private const int Parties = 10;
    private const int NotesOfParty = 50;
    private const int Rounds = 20;
    private const string Email = "astrid@nettverket.example";
    private const string Password = "fjorden er blank i dag";

    private static readonly TimeSpan _bound = TimeSpan.FromMilliseconds(100);

    /// <summary>Rare and common words, several, compounds by a part, beginnings, filters, and what is not there.</summary>
    private static readonly string[] _searches =
    [
        "ord=ombruk", "ord=penger", "ord=kommunen", "ord=mangler+kompetanse", "ord=plan", "ord=moglegheiter", "ord=anskaffelser+bærekraft",
        "ord=budsj", "ord=inn", "ord=penger&slag=mulighet", "ord=kommune&aar=2014", "ord=penger+innkjøp&side=3", "ord=Bodø+penger",
        "ord=ledelse+forankring+vilje", "ord=finnesikkenoested", "tema=okonomi&aar=2012", "ord=samarbeid+på+tvers", "ord=avfallsplan",
        "ord=vi+har+ikke+tid", "ord=ordfører",
    ];

    public static async Task<(IReadOnlyList<string> Lines, bool Held)> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("deling-search-").FullName;
        var made = Stopwatch.StartNew();
        await MakeAsync(data);
        made.Stop();
        await using var application = await ApplicationProcess.StartAsync(data);
        using var browser = new Browser(application.Address);
        await browser.SignInAsync(Email, Password);
        // All of it was indexed while it was written. One search that has come says that the service is up.
        await browser.Http.GetStringAsync(new Uri("/sok?ord=ombruk", UriKind.Relative));
        var first = new Figures();
        foreach (var search in _searches) first.Add(await TimeAsync(browser, search));
        var all = new Figures();
        var each = _searches.ToDictionary(search => search, _ => new Figures());
        for (var round = 0; round < Rounds; round++)
            foreach (var search in _searches)
            {
                var took = await TimeAsync(browser, search);
                all.Add(took);
                each[search].Add(took);
            }

        var size = Directory.GetFiles(data, "sok.db*").Sum(file => new FileInfo(file).Length) / 1024 / 1024;
        var log = new FileInfo(Path.Combine(data, "deling.db")).Length / 1024 / 1024;
        await application.TerminateAsync();
        Directory.Delete(data, recursive: true);
        return (
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Gatherings} gatherings, {Gatherings * Parties * NotesOfParty} notes, made and indexed in "
                        + $"{made.Elapsed.TotalSeconds:0} s; index {size} MB, database {log} MB"
                ),
                $"each search the first time: {first}",
                $"{all.Count} searches: {all}",
                .. each.OrderByDescending(search => search.Value.Percentile(.95)).Take(5).Select(search => $"{search.Key}: {search.Value}"),
            ],
            all.Percentile(.95) <= _bound.TotalMilliseconds
        );
    }

    private static async Task<TimeSpan> TimeAsync(Browser browser, string search)
    {
        var watch = Stopwatch.StartNew();
        await browser.Http.GetStringAsync(new Uri($"/sok?{search}", UriKind.Relative));
        return watch.Elapsed;
    }

    private static async Task MakeAsync(string data)
    {
        await using var application = TestApplication.Started(data);
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = Email, Email = Email, DisplayName = "Astrid" };
        await using (var scope = application.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password);
        var random = new Random(20261130);
        string[] notes = [.. NotesOfBenchmark()];
        for (var number = 0; number < Gatherings; number++)
        {
            var names = MunicipalityRegister.Own.All.OrderBy(_ => random.Next()).Take(Parties).Select(one => one.Name).Distinct().ToList();
            var gathering = await application.Rooms.GivenBoardAsync([.. names]);
            var facts = (await application.Rooms.ReadAsync(gathering.Id)).Facts with { Date = new DateOnly(2007 + (number / 5), 5, 20) };
            await application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.GatheringDescribed(facts));
            await application.Rooms.MustKeepAsync(
                gathering.Id, gathering.Owner, new Change.StaffAppointed(new Id<User>(user.Id), Role.Organiser));
            var perParty = Parties * NotesOfParty / names.Count;
            await Task.WhenAll(gathering.Seats.SelectMany(seat => Enumerable.Range(0, perParty).Select(place =>
                application.Rooms.MustKeepAsync(gathering.Id, seat.Actor, GatheringVerbs.ANote(
                    $"{notes[random.Next(notes.Length)]}. {notes[random.Next(notes.Length)]}",
                    place % 2 == 0 ? NoteKind.Barrier : NoteKind.Opportunity)))));
        }

        // Asked once, so that what is left to index is indexed before the service stops.
        using var browser = new Browser(application.Address);
        await browser.SignInAsync(Email, Password);
        var search = new Uri("/sok?ord=ombruk", UriKind.Relative);
        while ((await browser.Http.GetStringAsync(search)).Contains("leser fortsatt", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromSeconds(1));
    }

    private static IEnumerable<string> NotesOfBenchmark()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DelingIPraksis.sln"))) folder = folder.Parent;
        var notes = Path.Combine(folder!.FullName, "tests", "ThemesBenchmark", "Notes");
        return Directory
            .GetFiles(notes, "*.csv")
            .Order()
            .SelectMany(file => File.ReadLines(file).Skip(1))
            .Select(line => line.Split(';', 2)[^1]);
    }
}
