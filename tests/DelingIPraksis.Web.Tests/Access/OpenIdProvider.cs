using System.Diagnostics;
using DelingIPraksis.Support;

namespace DelingIPraksis.Web.Tests.Access;

/// <summary>A provider of OpenID Connect (OpenIddict) as a process of its own; <c>tests/OidcProvider</c>.</summary>
internal sealed class OpenIdProvider : IDisposable
{
    public const string ClientId = "deling";
    public const string ClientSecret = "a secret of the test";

    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{ApplicationProcess.FreePort()}");

    /// <summary>Starts it for the application at an address, and waits until it answers.</summary>
    public async Task StartAsync(Uri application)
    {
        var folder = Path.Combine(Sources.Root, "tests", "OidcProvider", "bin", Path.GetFileName(Path.GetDirectoryName(
            AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!, "net10.0");
        _process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(folder, "DelingIPraksis.OidcProvider.dll"),
            Address.GetLeftPart(UriPartial.Authority),
            new Uri(application, "logg-inn/ekstern/svar").ToString(),
        ])
        {
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        using var http = new HttpClient();
        while (true)
        {
            if (_process.HasExited) throw new InvalidOperationException($"The provider stopped with {_process.ExitCode}.");
            try
            {
                await http.GetStringAsync(new Uri(Address, ".well-known/openid-configuration"), TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    public void Dispose()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
