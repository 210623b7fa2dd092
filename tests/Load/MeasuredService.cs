using System.Diagnostics;
using System.Globalization;
using DelingIPraksis.Support;

namespace DelingIPraksis.Load;

/// <summary>What the service has cost up to now.</summary>
/// <param name="Managed">Bytes of managed memory in use, after a full collection when one was asked for.</param>
/// <param name="Resident">Bytes of memory that the process holds.</param>
/// <param name="Allocated">Bytes that were ever allocated.</param>
/// <param name="Processor">Processor time.</param>
internal sealed record Weight(long Managed, long Resident, long Allocated, TimeSpan Processor);

/// <summary>
/// The real program in a process of its own, which can be asked what it weighs: only the process itself can collect its garbage first.
/// </summary>
internal sealed class MeasuredService : IAsyncDisposable
{
    private const string Weigh = "weigh";
    private readonly Process _process;

    private MeasuredService(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What the other process does: serves, and answers each line it is told with what it costs.</summary>
    public static async Task RunAsync(string data)
    {
        await using var application = TestApplication.Started(data);
        Console.WriteLine(application.Address);
        while (await Console.In.ReadLineAsync() is { } asked)
        {
            var managed = GC.GetTotalMemory(forceFullCollection: asked == Weigh);
            using var it = Process.GetCurrentProcess();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{managed} {it.WorkingSet64} {GC.GetTotalAllocatedBytes()} {it.TotalProcessorTime.Ticks}"
                )
            );
        }
    }

    public static async Task<MeasuredService> StartAsync(string data)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(MeasuredService).Assembly.Location, "serve", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // As the program itself is set (DelingIPraksis.Web.csproj); here it runs under another name.
        (start.Environment["DOTNET_gcServer"], start.Environment["DOTNET_GCDynamicAdaptationMode"]) = ("1", "0");
        var process = Process.Start(start) ?? throw new InvalidOperationException("The service could not be started.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (Uri.TryCreate(line, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp)
                return new MeasuredService(process, address);
        throw new InvalidOperationException("The service did not say where it answers.");
    }

    /// <summary>What it weighs when its garbage has been collected.</summary>
    public Task<Weight> WeighAsync() => AskAsync(Weigh);

    /// <summary>What it has cost, undisturbed.</summary>
    public Task<Weight> LookAsync() => AskAsync("look");

    private async Task<Weight> AskAsync(string what)
    {
        await _process.StandardInput.WriteLineAsync(what);
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            if (
                line.Split(' ') is [var managed, var resident, var allocated, var ticks]
                && long.TryParse(managed, CultureInfo.InvariantCulture, out var bytes)
            )
                return new(bytes, Number(resident), Number(allocated), TimeSpan.FromTicks(Number(ticks)));
        throw new InvalidOperationException("The service has stopped.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
