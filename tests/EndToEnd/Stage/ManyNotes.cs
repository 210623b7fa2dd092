using System.Text.Json;
using DelingIPraksis.Domain.GroupWork;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>
/// Many notes at once, in both written languages, put on the board through the live interface from the participants' own browsers.
/// </summary>
internal static class ManyNotes
{
    private static readonly (string Bokmal, string Nynorsk)[] Begun =
    [
        ("Anskaffelser tar for lang tid hos oss", "Innkjøp tek for lang tid hos oss"),
        ("Vi mangler kompetanse på klima", "Vi manglar kompetanse om klima"),
        ("Det er ikke penger til ombruk i budsjettet", "Det er ikkje pengar til ombruk i budsjettet"),
        ("Reglene for avfall er uklare", "Reglane for avfall er uklare"),
        ("Bygg rives før noen har kartlagt materialene", "Bygg blir rivne før nokon har kartlagt materiala"),
        ("Politikerne har ikke bestemt seg", "Politikarane har ikkje bestemt seg"),
        ("Transporten blir for dyr i distriktet", "Transporten blir for dyr i distriktet"),
        ("Næringslivet er ikke med", "Næringslivet er ikkje med"),
    ];

    private static readonly string[] Places =
    [
        "i sentrum", "i skolene", "på helsehuset", "i barnehagene", "på verkstedet", "i driften", "i 2022", "ved kaia", "på biblioteket",
        "hos naboen", "i idretten", "i havna", "på fjellet", "i bygda", "på torget",
    ];

    // What people also write on notes: no theme is to be found here, and saying so is the honest answer.
    private static readonly string[] Said = ["Tja", "Enig!", "Hm …", "Se forrige", "Ja takk", "Nei", "Kanskje", "Veit ikkje"];

    /// <summary>So many different notes; every other in nynorsk, barriers and opportunities in turn.</summary>
    public static IReadOnlyList<(NoteKind Kind, string Text)> Of(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number =>
        {
            var (bokmal, nynorsk) = Begun[number % Begun.Length];
                    var text =
                        number % 15 == 14
                            ? Said[number / 15 % Said.Length]
                            : $"{(number % 2 == 0 ? bokmal : nynorsk)} {Places[number / Begun.Length % Places.Length]}";
            return (number % 3 == 2 ? NoteKind.Opportunity : NoteKind.Barrier, text);
        }),
    ];

    /// <summary>Puts notes on the board from this participant's browser, as another program would; some of them for the state.</summary>
    public static async Task AddManyAsync(this Participant participant, IEnumerable<(NoteKind Kind, string Text)> notes)
    {
        var person = await participant.Page.Locator("[data-person]").First.GetAttributeAsync("data-person");
        var changes = notes.SelectMany((note, index) =>
        {
            var id = Guid.NewGuid();
            object added = new
            {
                verb = "note-added",
                note = id.ToString("N"),
                kind = note.Kind == NoteKind.Barrier ? "barrier" : "opportunity",
                text = note.Text,
            };
            object labelled = new { verb = "note-labelled", note = id.ToString("N"), theme = "", to = "state" };
            return index % 10 == 3 ? [added, labelled] : new[] { added };
        }).ToList();
        var kept = await participant.Page.EvaluateAsync<int>("""
            ([person, changes]) => new Promise((done, fail) => {
              const end = '\u001e', socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/live');
              let kept = 0, answered = 0;
              socket.onerror = () => fail('no line');
              socket.onopen = () => socket.send(JSON.stringify({ protocol: 'json', version: 1 }) + end);
              socket.onmessage = ({ data }) => {
                for (const message of data.split(end).filter(part => part).map(part => JSON.parse(part))) {
                  if (message.type === undefined) changes.forEach((change, at) => socket.send(JSON.stringify({
                    type: 1, invocationId: String(at), target: 'Submit',
                    arguments: [person, crypto.randomUUID(), JSON.parse(change)],
                  }) + end));
                  if (message.type !== 3) continue;
                  if (message.result?.answer === 'kept') kept++;
                  if (++answered === changes.length) { socket.close(); done(kept); }
                }
              };
            })
            """, new object[] { Guid.Parse(person!).ToString(), changes.ConvertAll(change => JsonSerializer.Serialize(change)) });
        Assert.Equal(changes.Count, kept);
    }

    /// <summary>Chooses the notes with these words, at the desk.</summary>
    public static ILocator Note(this IPage desk, string text) => desk.Locator(".pane .note").Filter(new() { HasText = text });

    /// <summary>Waits until the desk counts so many notes in all.</summary>
    public static Task HasNotesAsync(this IPage desk, int count) =>
        Expect(desk.Locator("#notes-title .count")).ToHaveTextAsync(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
