using System.Globalization;
using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.Pairing;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Console;
using DelingIPraksis.Web.Pairing;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace DelingIPraksis.Web.Tests.Console;

/// <summary>The console in front of one gathering, seen by one who has signed in.</summary>
public abstract class ConsoleContext : BunitContext
{
    private readonly Visitor _visitor = new();
    private IRooms _rooms = null!;

    protected ConsoleContext()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo("nb-NO");
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        Services.AddTexts();
        Services.AddMudServices();
        Services.AddConsole();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<Presence>();
        Services.AddSingleton<WebFiles>();
        Services.AddSingleton(new PublicAddress(null));
        Services.AddScoped<PublicLinks>();
        Services.AddSingleton<IWebHostEnvironment>(new Environment());
        Services.AddScoped<Announcer>();
        Services.AddSingleton<IVisitor>(_visitor);
        Services.AddSingleton<IJoinCodeProvider>(JoinCodeProvider);
        Services.AddSingleton<IReportAddresses>(new ReportAddresses());
        Services.AddSingleton<IPeople>(new People());
        Services.AddSingleton<IPairingHistory>(History);
        Services.AddActing();
        Services.AddSingleton<IGatheringPast>(_ => _rooms as LocalRooms ?? new LocalRooms(new Gathering(TestData.Id)));
        Services.AddSingleton<IAccountNames>(new AccountNames());
        Services.AddSingleton<IRooms>(_ => _rooms);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected FakeTimeProvider Time { get; } = new(TestData.Start);

    protected KnownHistory History { get; } = new();

    protected KnownJoinCode JoinCodeProvider { get; } = new();

    protected LocalRooms Rooms { get; private set; } = null!;

    protected Presence Presence => Services.GetRequiredService<Presence>();

    /// <summary>The console of a gathering, as one who has signed in sees it.</summary>
    protected IRenderedComponent<ConsolePage> Open(Gathering gathering, Actor? actor = null)
    {
        Use(gathering, actor);
        return OpenAgain(actor);
    }

    /// <summary>A gathering, and the one who looks at it.</summary>
    protected void Use(Gathering gathering, Actor? actor = null)
    {
        _rooms = Rooms = new LocalRooms(gathering);
        _visitor.Actor = actor ?? TestData.Facilitator;
    }

    protected IRenderedComponent<ConsolePage> Open(IRooms rooms, Actor? actor = null)
    {
        _rooms = rooms;
        return OpenAgain(actor);
    }

    /// <summary>One more screen in front of the same gathering.</summary>
    protected IRenderedComponent<ConsolePage> OpenAgain(Actor? actor = null)
    {
        _visitor.Actor = actor ?? TestData.Facilitator;
        return Render<ConsolePage>(page => page.Add(console => console.Id, TestData.Id.Value));
    }

    /// <summary>The browser's visitor is looked at again, as when somebody has signed out in another window of it.</summary>
    protected void LookAtTheVisitorAgain() => _visitor.Change();

    /// <summary>Somebody does something in the gathering, and the screens have had time to show it.</summary>
    protected async Task DoAsync(Actor actor, Change change)
    {
        Assert.IsType<Reply.Kept>(await Rooms.SubmitAsync(TestData.Id, actor, change, Guid.NewGuid()));
        Settle();
    }

    /// <summary>The moment in which a screen gathers what comes is over.</summary>
    protected void Settle() => Time.Advance(TimeSpan.FromMilliseconds(300));

    protected static AngleSharp.Dom.IElement Button(IRenderedComponent<IComponent> where, string words) =>
        where.FindAll("button").First(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));

    protected static bool HasButton(IRenderedComponent<IComponent> where, string words) =>
        where.FindAll("button").Any(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal));

    /// <summary>What earlier gatherings say, decided by the test.</summary>
    public sealed class KnownHistory : IPairingHistory
    {
        public List<EarlierGathering> Earlier { get; } = [];

        public Task<IReadOnlyList<EarlierGathering>> BeforeAsync(GatheringView now) =>
            Task.FromResult<IReadOnlyList<EarlierGathering>>(Earlier);
    }

    private sealed class AccountNames : IAccountNames
    {
        public static readonly IReadOnlyDictionary<Id<User>, string> Known = new Dictionary<Id<User>, string>
        {
            [TestData.User(1)] = "Astrid",
            [TestData.User(2)] = "Per",
            [TestData.User(3)] = "Inger",
        };

        public Task<IReadOnlyDictionary<Id<User>, string>> OfAsync(IEnumerable<Id<User>> users) => Task.FromResult(Known);
    }

    private sealed class Visitor : IVisitor
    {
        public Actor Actor { get; set; } = TestData.Facilitator;

        public event Action? Changed;

        public void Change() => Changed?.Invoke();

        public ValueTask<Seat?> FindSeatAsync(Id<Person> person) => ValueTask.FromResult<Seat?>(null);

        public ValueTask<Actor> AsAccountAsync() => ValueTask.FromResult(Actor);
    }

    /// <summary>A way in whose code the test changes.</summary>
    protected sealed class KnownJoinCode : IJoinCodeProvider
    {
        private Action<DoorCode>? _changed;
        private string _code = "7K4M 2QXR";

        public int Followers => _changed?.GetInvocationList().Length ?? 0;

        public void Change(string code)
        {
            _code = code;
            if (DoorCode.TryParse(code, out var next)) _changed?.Invoke(next);
        }

        public ValueTask<DoorCode?> CodeAsync(Id<Gathering> gathering) =>
            ValueTask.FromResult<DoorCode?>(DoorCode.TryParse(_code, out var code) ? code : null);

        public IDisposable Follow(Id<Gathering> gathering, Action<DoorCode> changed)
        {
            _changed += changed;
            return new Stop(() => _changed -= changed);
        }

        private sealed class Stop(Action stop) : IDisposable
        {
            public void Dispose() => stop();
        }
    }

    private sealed class ReportAddresses : IReportAddresses
    {
        public Task<string?> SlugAsync(Id<Gathering> id) => Task.FromResult<string?>("2021-nettverket");
    }

    private sealed class People : IPeople
    {
        public ValueTask<IReadOnlyDictionary<Id<Person>, string>> NamesAsync(Id<Gathering> gathering) =>
            ValueTask.FromResult<IReadOnlyDictionary<Id<Person>, string>>(
                new Dictionary<Id<Person>, string> { [TestData.Person(0)] = "Kari", [TestData.Person(50)] = "Banke Bang" }
            );
    }

    private sealed class Environment : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = Path.Combine(Sources.Root, "wwwroot-assets");

        public IFileProvider WebRootFileProvider { get; set; } = new PhysicalFileProvider(Path.Combine(Sources.Root, "wwwroot-assets"));

        public string ApplicationName { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = Sources.Root;

        public string EnvironmentName { get; set; } = "Test";
    }
}
