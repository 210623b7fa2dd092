using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DelingIPraksis.Web.Service;

/// <summary>Writes the address of the service to the console, and the startup notes.</summary>
internal sealed class StartupMessage(
    IServer server,
    PublicAddress address,
    DataFolder folder,
    IStore store,
    IEnumerable<IStartupNote> notes,
    StoreHealth health,
    IConfiguration configuration,
    ILogger<StartupMessage> logger
) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var lines = new List<string> { $"Deling i praksis er klar: {string.Join(" · ", addresses)}", $"Data: {folder.Path}" };
        if (store.Name != folder.Database) lines.Add($"Database: {store.Name}");
        lines.AddRange(health.Faults);
        lines.AddRange(UnknownSettings.In(configuration, Environment.GetEnvironmentVariables().Keys.Cast<string>()));
        if (address.Set is { } known) lines.Add($"Adresse i lenker og QR-koder: {known}");
        if (AddressAdvice.For(address, addresses) is { } advice) lines.Add(advice);
        var open = (address.Set?.AbsoluteUri ?? AddressAdvice.Usable(addresses)).TrimEnd('/');
        foreach (var note in notes) lines.AddRange(await LinesOfAsync(note, open));
        await System.Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IReadOnlyList<string>> LinesOfAsync(IStartupNote note, string address)
    {
        try
        {
            return await note.LinesAsync(address);
        }
        catch (Exception fault)
        {
            // A failed note does not stop the service.
            ServiceLog.NoNote(logger, fault, note.GetType().Name);
            return [];
        }
    }
}

internal static partial class ServiceLog
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Warning, Message = "The start-up note {Note} could not be written")]
    public static partial void NoNote(ILogger logger, Exception fault, string note);
}
