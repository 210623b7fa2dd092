using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Domain.GroupWork;
using DelingIPraksis.Domain.Networks;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Domain.Synthesis.Themes;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Joining;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Desk;
using DelingIPraksis.Web.Followup;
using DelingIPraksis.Web.Reporting.Earlier;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Kept;
using DelingIPraksis.Web.Reporting.Published;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Reporting;
using DelingIPraksis.Web.Texts;
using DelingIPraksis.Web.Themes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;

namespace DelingIPraksis.Web.Tests.Desk;

/// <summary>A desk over one gathering under the real rules, at which an actor of the test's choice sits.</summary>
public abstract class DeskContext : BunitContext
{
    private protected DeskContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddTexts();
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped<Announcer>();
        Services.AddSingleton<IRooms>(_ => Rooms);
        Services.AddSingleton<IVisitor>(_ => new Guest(() => Actor));
        Services.AddSingleton<IPublishedReports>(_ => new OneReport(Rooms));
        Services.AddSingleton<IWebHostEnvironment>(new Assets());
        Services.AddSingleton<WebFiles>();
        Services.AddSingleton(new PublicAddress(null));
        Services.AddScoped<PublicLinks>();
        Services.AddSingleton<Office>();
        Services.AddSingleton<IAccountNames>(new Named());
        Services.AddSingleton<IPartyLinks>(new ALinkEach());
        Services.AddSingleton<ILastPromises>(LastTime);
        Services.AddSingleton<IOriginalFile>(new NoOriginal());
        Services.AddSingleton<IReportPictures>(new NoPictures());
        Services.AddSingleton<INetworkLexicons>(Lexicons);
        Services.AddActing();
        Services.AddSingleton<IGatheringPast>(_ => Rooms);
        Services.AddDesk();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2021, 6, 8, 9, 0, 0, TimeSpan.Zero));

    private protected OneNetwork Lexicons { get; } = new();

    private protected PromisedLastTime LastTime { get; } = new();

    private protected LocalRooms Rooms { get; private set; } = new(SampleGathering.Whole().Now);

    private protected Actor Actor { get; set; } = SampleGathering.Organiser;

    private protected Gathering Now => Rooms.Current;

    private protected void Given(SampleGathering sample) => Rooms = new LocalRooms(sample.Now);

    /// <summary>Another organiser does something.</summary>
    private protected async Task OtherDoesAsync(Change change)
    {
        var other = new Id<User>(new Guid("00000000-0000-7000-8000-0000000000aa"));
        await Rooms.SubmitAsync(Now.Id, new Actor.Application(), new Change.StaffAppointed(other, Role.Organiser), Guid.NewGuid());
        Assert.IsType<Reply.Kept>(await Rooms.SubmitAsync(Now.Id, new Actor.Account(other), change, Guid.NewGuid()));
    }

    private protected IRenderedComponent<DeskPage> Open(DeskPlace place = DeskPlace.Notes)
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        if (place != DeskPlace.Notes)
            navigation.NavigateTo(navigation.GetUriWithQueryParameter(DeskPlaces.Query, DeskPlaces.NameOf(place)));
        return Render<DeskPage>(parameters => parameters.Add(page => page.Id, SampleGathering.GatheringId.Value));
    }

    /// <summary>Opens a place beside the report.</summary>
    private protected static void Turn(IRenderedComponent<DeskPage> desk, DeskPlace place)
    {
        desk.Find($"#place-{DeskPlaces.NameOf(place)}").Click();
        desk.WaitForAssertion(() => Assert.False(desk.Find($"#rute-{DeskPlaces.NameOf(place)}").HasAttribute("hidden")));
    }

    private protected IRenderedComponent<MudDialogProvider> Dialogs() => Render<MudDialogProvider>();

    /// <summary>Where menus open: rendered before the desk, as in <c>OrganiserLayout</c>.</summary>
    private protected IRenderedComponent<MudPopoverProvider> Popovers() => Render<MudPopoverProvider>();

    private sealed class NoOriginal : IOriginalFile
    {
        public Task<FileRow?> OfAsync(Id<Gathering> gathering) => Task.FromResult<FileRow?>(null);
    }

    private sealed class ALinkEach : IPartyLinks
    {
        public Task<IReadOnlyDictionary<Id<Party>, string>> OfPartiesAsync(
            Id<Gathering> gathering,
            IReadOnlyCollection<Id<Party>> parties
        ) => Task.FromResult<IReadOnlyDictionary<Id<Party>, string>>(parties.ToDictionary(party => party, party => $"lenke-{party}"));

        public Task RevokeAsync(Id<Gathering> gathering, Id<Party> party) => Task.CompletedTask;

        public Task<(Id<Gathering> Gathering, Id<Party> Party)?> FindAsync(string? token) =>
            Task.FromResult<(Id<Gathering>, Id<Party>)?>(null);
    }

    /// <summary>What was promised at the gathering before: nothing, until a test says so.</summary>
    private protected sealed class PromisedLastTime : ILastPromises
    {
        public EarlierPromises? Before { get; set; }

        public Task<PromisesOfParty?> OfPartyAsync(GatheringView view) => Task.FromResult<PromisesOfParty?>(null);

        public Task<EarlierPromises?> BeforeAsync(Id<Gathering> gathering) => Task.FromResult(Before);

        public Task<PromiseTally> OfNetworkAsync(Id<Network> network) => Task.FromResult(default(PromiseTally));
    }

    private sealed class Named : IAccountNames
    {
        public Task<IReadOnlyDictionary<Id<User>, string>> OfAsync(IEnumerable<Id<User>> users) =>
            Task.FromResult<IReadOnlyDictionary<Id<User>, string>>(
                users.ToDictionary(user => user, user => user == SampleGathering.OrganiserUser ? "Astrid" : "Bjørn")
            );
    }

    /// <summary>The words of the one network there is here.</summary>
    private protected sealed class OneNetwork : INetworkLexicons
    {
        public NetworkLexicon Now { get; private set; } = NetworkLexicon.Empty;

        public Task<LexiconKey> KeyOfAsync(Id<Gathering> gathering) => Task.FromResult(new LexiconKey("nettverket"));

        public Task ForgetStrangersAsync() => Task.CompletedTask;

        public Task<NetworkLexicon> OfAsync(LexiconKey network) => Task.FromResult(Now);

        public Task<Lexicon> LexiconOfAsync(LexiconKey network) => Task.FromResult(Now.On(Lexicon.Standard));

        public Task<NetworkLexicon> ChangeAsync(LexiconKey network, Func<NetworkLexicon, NetworkLexicon> change) =>
            Task.FromResult(Now = change(Now));
    }

    /// <summary>What the log would give: the report as it was at the place that was published.</summary>
    private sealed class OneReport(LocalRooms rooms) : IPublishedReports
    {
        private readonly Dictionary<long, PublishedReport.Shown> _kept = [];

        public Task<PublishedReport?> FindAsync(string slug)
        {
            if (rooms.Current.Publication is not { } publication) return Task.FromResult<PublishedReport?>(null);
            if (!_kept.TryGetValue(publication.Sequence, out var shown))
                _kept[publication.Sequence] = shown = new(
                    rooms.Current.Id,
                    ReportLayout.Of(GatheringReport.Of(rooms.Current, false)),
                    publication,
                    false
                )
                {
                    Report = GatheringReport.Of(rooms.Current, false),
                };
            return Task.FromResult<PublishedReport?>(shown);
        }

        public Task<IReadOnlyList<PublishedLine>> ListAsync() => Task.FromResult<IReadOnlyList<PublishedLine>>([]);

        public Task<IReadOnlyList<WithdrawnLine>> WithdrawnAsync() => Task.FromResult<IReadOnlyList<WithdrawnLine>>([]);

        public Task<bool> ShowsAsync(Id<Gathering> gathering, Guid file) => Task.FromResult(false);

        public Task<string?> SlugOfAsync(Id<Gathering> gathering) => Task.FromResult<string?>("kortreist-2021");
    }

    private sealed class NoPictures : IReportPictures
    {
        public Task<(ReportPicture? Picture, string? Fault)> KeepAsync(Id<Gathering> gathering, string name, Stream upload) =>
            Task.FromResult<(ReportPicture?, string?)>((null, "Nei"));

        public Task RemoveAsync(Id<ReportPicture> picture) => Task.CompletedTask;
    }

    private sealed class Assets : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

        public IFileProvider WebRootFileProvider { get; set; } =
            new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

        public string ApplicationName { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = "";

        public string EnvironmentName { get; set; } = "";
    }
}
