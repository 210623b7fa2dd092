using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The real application, as a process of its own, on a free port, with a data folder of its own.</summary>
public sealed partial class RunningApplication : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _said = new();
    private readonly bool _withDemo;
    private Process? _process;

    public RunningApplication(bool withDemo = true)
    {
        _withDemo = withDemo;
        Data = Directory.CreateTempSubdirectory("deling-e2e-").FullName;
        Address = new Uri($"http://localhost:{FreePort()}");
    }

    public Uri Address { get; }

    public string Data { get; }

    /// <summary>What it has printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts it, also after <see cref="Kill"/>, and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "DelingIPraksis.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.GetLeftPart(UriPartial.Authority), "--data", Data, .. _withDemo ? Array.Empty<string>() : ["--no-demo"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await UntilReadyAsync();
    }

    /// <summary>As a power cut would: nothing is asked, nothing is saved.</summary>
    public void Kill()
    {
        _process!.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>The one-time link for the first organiser, from what was printed.</summary>
    public string FirstOrganiserLink() => FirstLinkPattern().Match(Said) is { Success: true } link
        ? link.Groups[1].Value
        : throw new InvalidOperationException($"No link for the first organiser in:\n{Said}");

    public ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) Kill();
        _process?.Dispose();
        Directory.Delete(Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task UntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(90))
        {
            if (_process!.HasExited) throw new InvalidOperationException($"The application stopped with {_process.ExitCode}:\n{Said}");
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The application was not ready:\n{Said}");
    }

    private void Hear(string? line)
    {
        if (line is not null) _said.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"(/forste/\S+)")]
    private static partial Regex FirstLinkPattern();
}
