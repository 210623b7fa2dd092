using System.Globalization;
using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Board;
using DelingIPraksis.Web.Evaluations;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Console;
using DelingIPraksis.Web.Tests.Evaluations;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;

namespace DelingIPraksis.Web.Tests.Board;

/// <summary>The shared board of Stad and Arendal, as one of them sees it.</summary>
public abstract class BoardContext : BunitContext
{
    private readonly Presence _presence = new();
    private BoardSession? _session;

    protected BoardContext()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo("nb-NO");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddTexts();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(TestData.Start));
        Services.AddScoped<Announcer>();
        Services.AddSingleton<IEvaluationAnswers>(Answers);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<Announcer>().Announced += Said.Add;
    }

    protected List<string> Said { get; } = [];

    internal HeldAnswers Answers { get; } = new();

    protected LocalRooms Rooms { get; private set; } = null!;

    protected IRenderedComponent<NoteBoard> Board { get; private set; } = null!;

    protected BoardSession Session => _session!;

    /// <summary>Opens the board for the person of a party.</summary>
    protected async Task OpenAsync(int party = 0, PhaseKind phase = PhaseKind.Board, params (int By, Change Change)[] before)
    {
        Rooms = new LocalRooms(TestData.At(phase, 2));
        foreach (var (by, change) in before) await KeepAsync(by, change);
        // A board of notes never asks for the published reports, which stand in the database.
        var sessions = new BoardSessions(
            new ActingServices(
                Rooms,
                null!,
                null!,
                Services.GetRequiredService<TimeProvider>(),
                Services.GetRequiredService<IStringLocalizer<RefusalTexts>>()
            ),
            _presence,
            new CircuitPresence(_presence),
            new People(),
            new NoDrafts(),
            reports: null!
        );
        _session = await sessions.OpenAsync(new Seat(TestData.Person(party), TestData.Id, TestData.Party(party), null));
        Board = Render<NoteBoard>(board =>
            board.Add(shown => shown.Session, _session).Add(shown => shown.Voting, phase == PhaseKind.Prioritising)
        );
    }

    /// <summary>Somebody does something, and the board shows the gathering as it is then.</summary>
    protected async Task DoAsync(int by, Change change)
    {
        await KeepAsync(by, change);
        Show();
    }

    /// <summary>Somebody writes in a field, or (null) no longer does.</summary>
    protected async Task WriteAsync(int by, string? where)
    {
        _presence.Write(TestData.Id, TestData.Person(by), TestData.Party(by), where);
        await _session!.MeetAsync();
        Board.Render();
    }

    /// <summary>What was pressed here has been kept, and the news of it comes.</summary>
    protected void Show()
    {
        _session!.Take(Rooms.Current);
        Board.Render();
    }

    protected AngleSharp.Dom.IElement Key(string key) => Board.Find($"[data-focus-key='{key}']");

    protected string[] Texts(string column) => [.. Board.FindAll($".column-{column} .note .text").Select(text => text.TextContent)];

    /// <summary>
    /// A control is pressed, and the browser sends what it says (js/board/acts.js): what is chosen, or nothing when that is chosen already.
    /// </summary>
    protected async Task PressAsync(string key)
    {
        var control = Key(key);
        Assert.False(control.HasAttribute("disabled"));
        await ActAsync(
            control.GetAttribute("data-act")!,
            control.GetAttribute("aria-pressed") == "true" ? "" : control.GetAttribute("data-value") ?? ""
        );
    }

    /// <summary>The menu of a note is opened or closed, as js/board/notes.js tells of it.</summary>
    protected Task OpenMenuAsync(Id<Note> note) =>
        Board.Find(".columns").TriggerEventAsync("onnotemenu", new NoteMenuEventArgs { Note = note.ToString() });

    /// <summary>What a browser says is done, by hand or by a control.</summary>
    protected async Task<BoardResponse> ActAsync(string act, string value = "")
    {
        var answer = await Board.InvokeAsync(() => _session!.ActAsync(new BoardRequest(Guid.NewGuid(), act, value, 0)));
        Show();
        return answer;
    }

    private async Task KeepAsync(int by, Change change) =>
        Assert.IsType<Reply.Kept>(await Rooms.SubmitAsync(TestData.Id, TestData.From(by), change, Guid.NewGuid()));

    private sealed class People : IPeople
    {
        public ValueTask<IReadOnlyDictionary<Id<Person>, string>> NamesAsync(Id<Gathering> gathering) =>
            ValueTask.FromResult<IReadOnlyDictionary<Id<Person>, string>>(new Dictionary<Id<Person>, string>());
    }

    private sealed class NoDrafts : IDrafts
    {
        public Task<IReadOnlyDictionary<string, string>> OfAsync(Id<Person> person) =>
            Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

        public Task KeepAsync(Id<Person> person, string field, string text) => Task.CompletedTask;
    }
}
