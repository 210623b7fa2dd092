using DelingIPraksis.Domain;
using DelingIPraksis.Domain.Gatherings;
using DelingIPraksis.Web.Rooms;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace DelingIPraksis.Support;

/// <summary>
/// The one test application: the real program with its real database in a folder of its own, on a real port. What a test wants done to a
/// gathering, it says in the field's words through <see cref="GatheringVerbs"/>.
/// </summary>
public sealed class TestApplication : WebApplicationFactory<AppDbContext>
{
    private readonly TimeProvider? _time;
    private readonly Dictionary<string, string> _settings;
    private readonly bool _ownsData;

    /// <summary>An application that is not started yet; <see cref="Start"/> starts it.</summary>
    /// <param name="data">The data folder, for those that start again on the same; one of its own otherwise.</param>
    /// <param name="time">The time, when the test decides it.</param>
    /// <param name="demo">Whether the demo gathering is made.</param>
    /// <param name="settings">Anything else of the configuration.</param>
    public TestApplication(
        string? data = null,
        TimeProvider? time = null,
        bool demo = false,
        params IReadOnlyList<(string Key, string Value)> settings
    )
    {
        _ownsData = data is null;
        Data = data ?? Directory.CreateTempSubdirectory("deling-").FullName;
        _time = time;
        _settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
        if (_ownsData && _settings.GetValueOrDefault("Deling:Database") is null or "") EmptyDatabase.PutIn(Data);
        _settings["Deling:Data"] = Data;
        _settings["Deling:NoDemo"] = demo ? "false" : "true";
        UseKestrel(0);
    }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>The way to every gathering.</summary>
    public IRooms Rooms => Services.GetRequiredService<IRooms>();

    /// <summary>An application that runs.</summary>
    public static TestApplication Started(string? data = null, TimeProvider? time = null, bool demo = false) =>
        new TestApplication(data, time, demo).Start();

    /// <summary>Starts it; what the start is refused for is thrown.</summary>
    public TestApplication Start()
    {
        StartServer();
        return this;
    }

    /// <summary>Asks for a change, with an id of its own.</summary>
    public Task<Reply> SubmitAsync(Id<Gathering> gathering, Actor actor, Change change) =>
        Rooms.SubmitAsync(gathering, actor, change, Guid.CreateVersion7());

    /// <summary>Makes an account for the organiser of a gathering, to sign in with.</summary>
    public async Task MakeAccountAsync(Actor.Account account, string email, string password)
    {
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(
            new() { Id = account.User.Value, UserName = email, Email = email, DisplayName = "Astrid" }, password);
        if (!made.Succeeded) throw new InvalidOperationException(made.ToString());
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_ownsData && Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As it is run for real: what only Development does must not be what the tests rest on.
        builder.UseEnvironment("Production");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        if (_time is { } time) builder.ConfigureTestServices(services => services.AddSingleton(time));
    }
}
