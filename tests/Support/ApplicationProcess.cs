using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace DelingIPraksis.Support;

/// <summary>The real program as a process of its own, to be stopped as an operator stops it, or killed as a power cut does.</summary>
public sealed partial class ApplicationProcess : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private ApplicationProcess(Process process) => _process = process;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>The number the operating system knows it by.</summary>
    public int ProcessId => _process.Id;

    /// <summary>All it has printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts it without the demo on a free port, and waits until it has said where it answers.</summary>
    public static Task<ApplicationProcess> StartAsync(string data, params string[] options) =>
        StartAtAsync(new Uri("http://127.0.0.1:0"), data, ["--no-demo", .. options]);

    /// <summary>Starts it at an address of one's own, where it is found again after a stop.</summary>
    public static Task<ApplicationProcess> StartAtAsync(Uri address, string data, params string[] options) =>
        StartFromAsync(AppContext.BaseDirectory, [], address, data, options);

    /// <summary>Starts the program that lies in a folder, such as one it has been published to.</summary>
    public static async Task<ApplicationProcess> StartFromAsync(
        string folder, IEnumerable<(string Name, string Value)> environment, Uri address, string data, params string[] options)
    {
        var application = Run(["--urls", address.GetLeftPart(UriPartial.Authority), "--data", data, .. options], environment, folder);
        application.Address = await application._ready.Task.WaitAsync(TimeSpan.FromSeconds(120))
            ?? throw new InvalidOperationException($"The application stopped with {application._process.ExitCode}:\n{application.Said}");
        return application;
    }

    /// <summary>Starts it without the demo, and kills it as soon as something is so, whether or not it is ready.</summary>
    /// <returns>Whether it was killed before it was ready.</returns>
    public static async Task<bool> KillWhenAsync(string data, Func<bool> isSo)
    {
        await using var application = Run(["--urls", "http://127.0.0.1:0", "--data", data, "--no-demo"]);
        while (!isSo() && !application._process.HasExited) await Task.Yield();
        var early = !application._ready.Task.IsCompleted;
        if (!application._process.HasExited) application.Kill();
        return early;
    }

    /// <summary>Runs it with these arguments until it ends by itself, and gives the exit code and what it said.</summary>
    public static Task<(int ExitCode, string Said)> RunToEndAsync(params string[] arguments) => RunToEndInAsync([], arguments);

    /// <summary>The same, with something set in its environment.</summary>
    public static async Task<(int ExitCode, string Said)> RunToEndInAsync(
        IEnumerable<(string Name, string Value)> environment,
        params string[] arguments
    )
    {
        await using var application = Run(arguments, environment);
        await application._process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        return (application._process.ExitCode, application.Said);
    }

    /// <summary>As a power cut would: nothing is asked, nothing is saved.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to stop with SIGTERM, and gives the exit code and how long it took.</summary>
    public async Task<(int ExitCode, TimeSpan Took)> TerminateAsync()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (_process.ExitCode, watch.Elapsed);
    }

    /// <summary>A port that nobody listens to now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ApplicationProcess Run(
        IEnumerable<string> arguments, IEnumerable<(string Name, string Value)>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(folder ?? AppContext.BaseDirectory, "DelingIPraksis.Web.dll"), .. arguments]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What it says is in the language of the environment, and the tests read bokmål.
        start.Environment.Remove("LC_ALL");
        start.Environment.Remove("LC_MESSAGES");
        start.Environment["LANG"] = "nb_NO.UTF-8";
        foreach (var (name, value) in environment ?? []) start.Environment[name] = value;
        var application = new ApplicationProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        application._process.OutputDataReceived += (_, line) => application.Hear(line.Data);
        application._process.ErrorDataReceived += (_, line) => application.Hear(line.Data);
        application._process.Exited += (_, _) => application._ready.TrySetResult(null);
        application._process.Start();
        application._process.BeginOutputReadLine();
        application._process.BeginErrorReadLine();
        return application;
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        _said.Enqueue(line);
        if (AddressPattern().Match(line) is { Success: true } address) _ready.TrySetResult(new Uri(address.Value));
    }

    [GeneratedRegex(@"http://(?:127\.0\.0\.1|\[::1\]):\d+")]
    private static partial Regex AddressPattern();
}
