using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DelingIPraksis.Support;

namespace DelingIPraksis.EndToEnd.Stage;

/// <summary>A real nginx under TLS in front of an application, with a certificate of its own.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("deling-nginx-").FullName;
    private Process? _process;

    /// <param name="name">The host that the browser asks for.</param>
    /// <param name="folder">The folder of the host, such as <c>/deling</c>, or nothing.</param>
    public Nginx(string name, string folder = "")
    {
        (Name, Port) = (name, ApplicationProcess.FreePort());
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://{name}:{Port}{folder}/"));
    }

    /// <summary>Where the browser finds the application.</summary>
    public Uri Address { get; }

    private string Name { get; }

    private int Port { get; }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="upstream">The application, with a slash at the end when the folder is to be taken off.</param>
    /// <param name="headers">What is said of the request to the application, such as <c>Host $host</c>.</param>
    public async Task StartAsync(string upstream, params string[] headers)
    {
        await WriteCertificateAsync();
        var set = string.Join('\n', headers.Select(header => $"proxy_set_header {header};"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "nginx.conf"), $$"""
            daemon off; worker_processes 1; pid {{_folder}}/pid; error_log {{_folder}}/errors;
            events {}
            http {
              access_log off; client_max_body_size 64m;
              client_body_temp_path {{_folder}}/a; proxy_temp_path {{_folder}}/b; fastcgi_temp_path {{_folder}}/c;
              uwsgi_temp_path {{_folder}}/d; scgi_temp_path {{_folder}}/e;
              map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
              server {
                listen 127.0.0.1:{{Port.ToString(CultureInfo.InvariantCulture)}} ssl http2; server_name {{Name}};
                ssl_certificate {{_folder}}/cert.pem; ssl_certificate_key {{_folder}}/key.pem;
                location {{Address.AbsolutePath}} {
                  proxy_pass {{upstream}}; proxy_http_version 1.1; proxy_buffering off; proxy_read_timeout 1h;
                  proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_upgrade;
                  {{set}}
                }
              }
            }
            """);
        _process = Process.Start(
            new ProcessStartInfo("nginx", ["-p", _folder, "-c", "nginx.conf", "-e", $"{_folder}/errors"]) { RedirectStandardError = true }
        )!;
        while (!await AnswersAsync())
            if (_process.HasExited) throw new InvalidOperationException($"nginx stopped:\n{await _process.StandardError.ReadToEndAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            await Task.Yield();
            return false;
        }
    }

    private async Task WriteCertificateAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        await File.WriteAllTextAsync(Path.Combine(_folder, "cert.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
