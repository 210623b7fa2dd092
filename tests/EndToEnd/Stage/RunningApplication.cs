using System.Text.RegularExpressions;
using DelingIPraksis.Support;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>The real application with its demo, at one address and over one data folder however often it is stopped.</summary>
public sealed partial class RunningApplication : IAsyncDisposable
{
    private ApplicationProcess? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{ApplicationProcess.FreePort()}");

    public string Data { get; } = Directory.CreateTempSubdirectory("deling-e2e-").FullName;

    /// <summary>Starts it, also after <see cref="StopAsync"/>, and waits until it is ready.</summary>
    public async Task StartAsync(params string[] options) => _process = await ApplicationProcess.StartAtAsync(Address, Data, options);

    /// <summary>As a power cut would: nothing is asked, nothing is saved.</summary>
    public async Task StopAsync()
    {
        _process!.Kill();
        await _process.DisposeAsync();
    }

    /// <summary>As an upgrade does: asked to stop with SIGTERM, and started again. Gives the exit code.</summary>
    /// <param name="meanwhile">What people do while it is gone.</param>
    public async Task<int> RestartAsync(Func<Task> meanwhile)
    {
        var (code, _) = await _process!.TerminateAsync();
        await _process.DisposeAsync();
        await meanwhile();
        await StartAsync();
        return code;
    }

    /// <summary>The one-time link for the first organiser, from what was printed.</summary>
    public string FirstOrganiserLink() => FirstLinkPattern().Match(_process!.Said) is { Success: true } link
        ? link.Groups[1].Value
        : throw new InvalidOperationException($"No link for the first organiser in:\n{_process.Said}");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    [GeneratedRegex(@"(forste/\S+)")]
    private static partial Regex FirstLinkPattern();
}
