using System.Collections.Immutable;
using System.Globalization;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Synthesis;
using DelingIPraksis.Support;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DelingIPraksis.Load;

/// <summary>
/// How long the desk takes with 600 notes and 60 points, in a real browser: from what is pressed or written until it is seen, told by the
/// page itself. The service is a process of its own; the browser shares its machine.
/// </summary>
internal static class DeskSpeed
{
    private const int Notes = 600;
    private const int Points = 60;
    private const int Rounds = 20;
    private const string Email = "astrid@nettverket.example";
    private const string Password = "fjorden er blank i dag";

    private static readonly string[] Said =
    [
        "Anskaffelser tar for lang tid hos oss",
        "Vi manglar kompetanse om klima",
        "Det er ikke penger til ombruk i budsjettet",
        "Reglane for avfall er uklare",
        "Bygg rives før noen har kartlagt materialene",
        "Politikarane har ikkje bestemt seg",
        "Transporten blir for dyr i distriktet",
        "Næringslivet er ikkje med",
        "Frivilligsentralen har både folk og lokaler",
        "Naboene vil samarbeide om et lager",
    ];

    private static readonly string[] Places =
    [
        "i sentrum", "på skulane", "på helsehuset", "i barnehagene", "på verkstedet", "i drifta", "ved kaia", "på biblioteket",
        "hos naboen", "i idretten", "på fjellet", "i bygda",
    ];

    public static async Task<IReadOnlyList<string>> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("deling-desk-").FullName;
        try
        {
            var gathering = await PrepareAsync(data);
            await using var served = await MeasuredService.StartAsync(data);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = ["--no-sandbox", "--disable-gpu"] }
            );
            // What measures is put in the page, which the page's own policy would rightly not let happen.
            var context = await browser.NewContextAsync(
                new()
                {
                    BaseURL = served.Address.ToString(),
                    BypassCSP = true,
                    Locale = "nb-NO",
                    ViewportSize = new() { Width = 1440, Height = 900 },
                }
            );
            var page = await context.NewPageAsync();
            await page.GotoAsync("/logg-inn");
            await page.Locator("input[name=epost]").FillAsync(Email);
            await page.Locator("input[type=password]").FillAsync(Password);
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**/samlinger");
            return await MeasureAsync(page, $"/samling/{gathering.Id}/rapport");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<TestGathering> PrepareAsync(string data)
    {
        await using var application = TestApplication.Started(data);
        var gathering = await application.Rooms.GivenBoardAsync([.. Enumerable.Range(1, 20).Select(number => $"Kommune {number}")]);
        var points = ImmutableList.CreateBuilder<Point>();
        for (var number = 0; number < Notes; number++)
        {
            var seat = gathering.Seats[number % gathering.Seats.Count];
            var text = $"{Said[number % Said.Length]} {Places[number / Said.Length % Places.Length]}, sak {number}";
            var note = GatheringVerbs.ANote(text, number % 3 == 0 ? NoteKind.Opportunity : NoteKind.Barrier);
            await application.Rooms.MustKeepAsync(gathering.Id, seat.Actor, note);
            if (number % (Notes / Points) == 0)
                points.Add(
                    new Point(new(Guid.CreateVersion7()), note.Kind, $"Punkt {number}: {text}", [new NoteRef(seat.Party, note.Note)])
                );
        }

        await application.Rooms.MustKeepAsync(gathering.Id, gathering.Owner, new Change.PointsPut(points.ToImmutable()));

        await using var scope = application.Services.CreateAsyncScope();
        var user = new AppUser { Id = gathering.Owner.User.Value, UserName = Email, Email = Email, DisplayName = "Astrid" };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password);
        if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
        return gathering;
    }

    private static async Task<IReadOnlyList<string>> MeasureAsync(IPage page, string address)
    {
        (string Name, string Act, string Seen)[] actions =
        [
            ("search", "write('#note-search', 'helsehuset')", "count() > 0 && count() < 200"),
            ("search taken back", "write('#note-search', '')", $"count() === {Notes}"),
            ("filter: what is not looked at", "all('.fate')[3].click()", "all('.fate')[3].getAttribute('aria-pressed') === 'true'"),
            ("filter taken back", "all('.fate')[3].click()", "all('.fate')[3].getAttribute('aria-pressed') !== 'true'"),
            ("a note chosen", "all('.pane .note .box')[2].click()", "all('.chosen').length === 1"),
            ("a group begun with a key", "key('g')", "all('#group-name').length === 1"),
            (
                "the group made",
                "write('#group-name', 'Gruppe ' + round); document.querySelector('#group-name').closest('form').requestSubmit()",
                "all('.pane .part h3').some(title => title.textContent.startsWith('Gruppe ' + round))"
            ),
            (
                "a point of a note",
                "before = all('.card').length; document.querySelector('.pane .note .end button').click()",
                "all('.card').length === before + 1"
            ),
            (
                "a point moved with keys",
                """
                before = all('.card .said')[0].textContent;
                all('.card')[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }))
                """,
                "all('.card .said')[1].textContent === before"
            ),
            ("a point opened", "all('.card [id$=-edit]')[0].click()", "all('.card textarea').length === 1"),
            (
                "the point stored",
                "write('.card textarea', 'Ord ' + round); all('.card .btn-solid')[0].click()",
                "all('.card textarea').length === 0 && all('.card .said')[0].textContent === 'Ord ' + round"
            ),
        ];
        var took = actions.ToDictionary(action => action.Name, _ => new Figures());
        var opened = new Figures();
        for (var round = 0; round < Rounds; round++)
        {
            await page.GotoAsync(address);
            opened.Add(
                TimeSpan.FromMilliseconds(
                    await TimedAsync(
                        page,
                        round,
                        "",
                        $"count() === {Notes} && document.querySelector('#live-region[data-live]')",
                        sinceOpened: true
                    )
                )
            );
            foreach (var (name, act, seen) in actions)
                took[name].Add(TimeSpan.FromMilliseconds(await TimedAsync(page, round, act, seen, sinceOpened: false)));
        }

        return
        [
            $"| {Notes} notes and {Points} points at the desk, {Rounds} times | middle | p95 | worst |", "| --- | --- | --- | --- |",
            Line("opened, and live", opened), .. actions.Select(action => Line(action.Name, took[action.Name])),
        ];
    }

    private static string Line(string name, Figures took) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {took.Percentile(0.5):0} ms | {took.Percentile(0.95):0} ms | {took.Percentile(1):0} ms |"
        );

    // Seen is what is drawn: the frame after the one in which the page says so.
    private static Task<double> TimedAsync(IPage page, int round, string act, string seen, bool sinceOpened) =>
        page.EvaluateAsync<double>(
            """
        async ([round, act, seen, sinceOpened]) => {
          let before;
          const all = selector => [...document.querySelectorAll(selector)];
          const count = () => Number(document.querySelector('#notes-title .count')?.textContent);
          const key = name => document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
          const write = (selector, text) => {
            const field = document.querySelector(selector);
            field.value = text;
            for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
          };
          const frame = () => new Promise(requestAnimationFrame);
          const begun = sinceOpened ? 0 : performance.now();
          eval(act);
          while (!eval(seen)) { await frame(); if (performance.now() - begun > 30000) throw new Error(`Never seen: ${seen}`); }
          await frame();
          return performance.now() - begun;
        }
        """, new object[] { round, act, seen, sinceOpened });
}
