using System.Globalization;
using DelingIPraksis.Web.Access;
using DelingIPraksis.Web.Access.Accounts;
using DelingIPraksis.Web.Access.Codes;
using DelingIPraksis.Web.Shell.Start;

namespace DelingIPraksis.Web.Demo;

/// <summary>
/// Makes the demo when the rooms exist, before the first request, and removes old gatherings. Ends the demo where it is switched off.
/// </summary>
internal sealed class DemoService(DemoGatherings demo, DemoCleanup cleaning, TimeProvider time, ILogger<DemoService> logger)
    : BackgroundService
{
    /// <summary>The time between two cleanups.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>What was removed when the demo was switched off at this start.</summary>
    public (int Gatherings, bool Account) Ended { get; private set; }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (demo.IsOn) await demo.MakeAsync();
        else Ended = await cleaning.EndAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!demo.IsOn) return;
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do await LookAsync();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is stopping.
        }
    }

    private async Task LookAsync()
    {
        try
        {
            await cleaning.EraseOldAsync(demo.Examples);
        }
        catch (Exception fault)
        {
            // A gathering that cannot be read must not end the loop.
            AccessLog.NotLookedAfter(logger, fault, Guid.Empty);
        }
    }
}

/// <summary>Writes to the console where the demo is, or that it has been switched off.</summary>
internal sealed class DemoNote(DemoGatherings demo, DemoService keeper, JoinCodes codes) : IStartupNote
{
    public async Task<IReadOnlyList<string>> LinesAsync(string address) => demo.IsOn
        ?
        [
            $"Prøv selv: {address}/prov",
            $"Kode til prøvesamlingen som er klar til start: {(await codes.OfAsync(DemoGatherings.Ready))?.Shown}",
            $"Kode til prøvesamlingen midt i tavla: {(await codes.OfAsync(DemoGatherings.Running))?.Shown}",
            $"Arrangør i demoen: {DemoAccount.Email} · passord {demo.Password}",
        ]
        : keeper.Ended is { Gatherings: 0, Account: false }
            ? []
        :
        [
            $"Demoen er slått av: demokontoen er stengt, og {keeper.Ended.Gatherings.ToString(CultureInfo.InvariantCulture)} "
            + "prøvesamlinger med rapporter er slettet.",
        ];
}
