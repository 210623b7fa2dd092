using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DelingIPraksis.Web.Tests.Api;

/// <summary>The sample receiver of the documentation, as a process of its own, with a certificate that it has made itself.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mottaker-").FullName;
    private readonly ConcurrentQueue<string> _said = [];
    private readonly Process _node;
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Receiver()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wanted = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        wanted.CertificateExtensions.Add(names.Build());
        wanted.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = wanted.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Authority, made.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        Know("whsec_AAAA");
        _node = Process.Start(new ProcessStartInfo("node",
        [
            Path.Combine(Sources.Root, "docs", "sample-receiver.mjs"), Authority, Path.Combine(_folder, "key.pem"), SecretFile, "0",
        ])
        {
            RedirectStandardOutput = true,
        })!;
        _node.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Split("listening on ") is [_, var port]) _port.SetResult(int.Parse(port, CultureInfo.InvariantCulture));
            else if (line.Data is { } said) _said.Enqueue(said);
        };
        _node.BeginOutputReadLine();
    }

    /// <summary>What it has printed: a line for each message.</summary>
    public IReadOnlyCollection<string> Said => _said;

    private string Authority => Path.Combine(_folder, "cert.pem");

    private string SecretFile => Path.Combine(_folder, "secret");

    /// <summary>Where it answers, when it does.</summary>
    public async Task<Uri> AddressAsync() => new($"https://localhost:{await _port.Task}/mottak");

    /// <summary>The settings of a service whose administrator has opened it.</summary>
    public async Task<(string Key, string Value)[]> SettingsAsync() =>
        [("Webhooks:InnerReceivers:0", $"localhost:{await _port.Task}"), ("Webhooks:Authorities", Authority)];

    /// <summary>Gives it the secret that messages are signed with.</summary>
    public void Know(string secret) => File.WriteAllText(SecretFile, secret);

    public async Task UntilSaidAsync(string line, int times = 1)
    {
        await Until.SoAsync(() => _said.Count(said => said == line) >= times);
    }

    public async ValueTask DisposeAsync()
    {
        _node.Kill(entireProcessTree: true);
        await _node.WaitForExitAsync();
        _node.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
