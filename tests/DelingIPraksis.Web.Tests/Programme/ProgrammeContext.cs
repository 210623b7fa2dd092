using System.Globalization;
using Bunit;
using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Making;
using DelingIPraksis.Web.Acting;
using DelingIPraksis.Web.Programme;
using DelingIPraksis.Web.Programme.Blocks;
using DelingIPraksis.Web.Programme.Lists;
using DelingIPraksis.Web.Programme.Plan;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Parts;
using DelingIPraksis.Web.Storage;
using DelingIPraksis.Web.Tests.Access;
using DelingIPraksis.Web.Tests.Reporting;
using DelingIPraksis.Web.Tests.Storage;
using DelingIPraksis.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;

namespace DelingIPraksis.Web.Tests.Programme;

/// <summary>The parts of the programme over one gathering under the real rules; two of them are two who set up at once.</summary>
public abstract class ProgrammeContext : BunitContext, IAsyncLifetime
{
    private TestStore _store = null!;
    private IRenderedComponent<MudPopoverProvider>? _popovers;

    private protected ProgrammeContext()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = new CultureInfo("nb-NO");
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule(_ => true).Mode = JSRuntimeMode.Loose;
        Services.AddTexts();
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<WebFiles>();
        Services.AddSingleton<IWebHostEnvironment>(new Environment());
        Services.AddScoped<Announcer>();
        Services.AddScoped<ProgrammeScript>();
        Services.AddSingleton(new LinkCheck(new HttpClient()));
        Services.AddSingleton<IRooms>(_ => Rooms);
        Services.AddSingleton<IGatheringPast>(_ => Rooms);
        Services.AddSingleton<IAccountNames>(new Named());
        Services.AddActing();
        Services.AddScoped<ProgrammeWords>();
        Services.AddScoped(provider => new ProgrammeServices(
            provider.GetRequiredService<ActingServices>(),
            new Guest(() => SampleGathering.Organiser),
            null!,
            new GatheringLists(_store.Database),
            null!,
            new PlanTemplates(new KeptFiles(_store.Database, Time)),
            provider.GetRequiredService<Announcer>(), provider.GetRequiredService<NavigationManager>(), null!, Time,
            provider.GetRequiredService<ProgrammeScript>(),
            provider.GetRequiredService<ProgrammeWords>(),
            provider.GetRequiredService<IStringLocalizer<ProgrammeTexts>>(),
            provider.GetRequiredService<IStringLocalizer<RefusalTexts>>()
        ));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    private protected LocalRooms Rooms { get; private set; } = new(SampleGathering.Whole().Now);

    private protected Gathering Now => Rooms.Current;

    public async ValueTask InitializeAsync() => _store = await TestStore.OpenAsync();

    private protected void Given(SampleGathering sample) => Rooms = new LocalRooms(sample.Now);

    /// <summary>Where lists open: one for all pages, as in <c>OrganiserLayout</c>.</summary>
    private protected IRenderedComponent<MudPopoverProvider> Popovers => _popovers ??= Render<MudPopoverProvider>();

    private protected IRenderedComponent<Setup> Open()
    {
        _ = Popovers;
        return Render<Setup>();
    }

    private protected async Task DoAsync(Change change) =>
        Assert.IsType<Reply.Kept>(await Rooms.SubmitAsync(Now.Id, SampleGathering.Organiser, change, Guid.NewGuid()));

    /// <summary>Another organiser does something.</summary>
    private protected async Task OtherDoesAsync(Change change)
    {
        var other = new Id<User>(new Guid("00000000-0000-7000-8000-0000000000aa"));
        await Rooms.SubmitAsync(Now.Id, new Actor.Application(), new Change.StaffAppointed(other, Role.Organiser), Guid.NewGuid());
        Assert.IsType<Reply.Kept>(await Rooms.SubmitAsync(Now.Id, new Actor.Account(other), change, Guid.NewGuid()));
    }

    /// <summary>The moment in which a field waits for more letters is over.</summary>
    private protected void Settle() => Time.Advance(TimeSpan.FromSeconds(1));

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _store.DisposeAsync();
    }

    /// <summary>The page without what stands round it.</summary>
    private protected sealed class Setup : ComponentBase, IDisposable
    {
        private static readonly Type[] Parts =
        [
            typeof(FactsPanel), typeof(PartiesPanel), typeof(BlocksPanel), typeof(PlanPanel), typeof(HeldPanel),
        ];

        private ISubscription? _following;

        [Inject]
        internal ProgrammeServices Services { get; set; } = null!;

        public ProgrammeSession Session { get; private set; } = null!;

        public void Dispose()
        {
            _following?.Dispose();
            Session?.Dispose();
        }

        protected override async Task OnInitializedAsync()
        {
            Session = new ProgrammeSession(
                Services,
                await Services.Acting.Rooms.ReadAsync(SampleGathering.GatheringId),
                SampleGathering.Organiser,
                StateHasChanged
            );
            _following = await Services.Acting.Rooms.FollowAsync(
                SampleGathering.GatheringId,
                static _ => true,
                (gathering, _) => InvokeAsync(() => Take(gathering))
            );
            await Session.LookBackAsync();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<CascadingValue<ProgrammeSession>>(0);
            builder.AddComponentParameter(1, "Value", Session);
            builder.AddComponentParameter(2, "ChildContent", (RenderFragment)(inner =>
            {
                foreach (var part in Parts)
                {
                    inner.OpenComponent(0, part);
                    inner.AddComponentParameter(1, "View", Session.View);
                    inner.CloseComponent();
                }
            }));
            builder.CloseComponent();
        }

        private void Take(Gathering gathering)
        {
            if (gathering.Sequence > Session.View.Sequence) Session.Show(gathering);
            StateHasChanged();
        }
    }

    private sealed class Named : IAccountNames
    {
        public Task<IReadOnlyDictionary<Id<User>, string>> OfAsync(IEnumerable<Id<User>> users) =>
            Task.FromResult<IReadOnlyDictionary<Id<User>, string>>(users.ToDictionary(user => user, _ => "Bjørn"));
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
