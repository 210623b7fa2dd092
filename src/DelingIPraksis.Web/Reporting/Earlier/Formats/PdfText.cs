using System.Diagnostics;
using System.Text;
using DelingIPraksis.Domain.Reading;

namespace DelingIPraksis.Web.Reporting.Earlier.Formats;

/// <summary>
/// Takes the text out of a PDF with <c>pdftotext</c>, where it is installed. Hazard: the file is a stranger's, so the program has a time
/// limit, its output a largest size, and one runs at a time.
/// </summary>
/// <param name="program">The path of the program; null to search for it.</param>
internal sealed class PdfText(string? program = null) : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lazy<string?> _program = new(() => program ?? Find());

    /// <summary>Reads a PDF.</summary>
    public async Task<SourceResult> ReadAsync(byte[] content, CancellationToken cancellation)
    {
        if (_program.Value is not { } found) return SourceResult.Wrong("NoPdfReader");
        if (!await _turn.WaitAsync(_patience, cancellation)) return SourceResult.Wrong("Busy");
        try
        {
            var text = await RunAsync(found, content, cancellation);
            return text is null ? SourceResult.Wrong("Broken") : new(TextSource.Read(text.Replace('\f', '\n')), null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It has been removed, or may not be run.
            return SourceResult.Wrong("NoPdfReader");
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task<string?> RunAsync(string program, byte[] content, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { "-q", "-enc", "UTF-8", "-nopgbrk", "-", "-" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_patience);
        try
        {
            var (text, buffer) = (new StringBuilder(), new char[16_384]);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var given = GiveAsync(process, content, limit.Token);
            for (int read; (read = await process.StandardOutput.ReadAsync(buffer, limit.Token)) > 0;)
            {
                text.Append(buffer, 0, read);
                if (text.Length > ReportSource.LongestText * 2) break;
            }

            if (text.Length > ReportSource.LongestText * 2) process.Kill();
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(errors, given);
            return process.ExitCode == 0 || text.Length > 0 ? text.ToString() : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }

    // The file goes in by standard input, so that it lies in no folder if the service is killed.
    private static async Task GiveAsync(Process process, byte[] content, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(content, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has ended early, and its exit code says why.
        }
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext"))
            .FirstOrDefault(File.Exists);
}
