using System.Diagnostics;
using System.Security.Cryptography;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Pictures;
using DelingIPraksis.Web.Reporting.Form;
using DelingIPraksis.Web.Reporting.Word;
using Microsoft.Extensions.Caching.Memory;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// Converts Word documents with LibreOffice, where it is installed. Only one process runs at a time. It has its own profile, a time limit,
/// and a folder that is deleted afterwards. The queue is short: when it is full, the caller is asked to try again. A recently converted
/// document is not converted again, so when many people fetch the report at once, they wait for one process.
/// </summary>
/// <param name="program">The path of the program; null to search for it.</param>
/// <param name="patience">The time limit for one document; a minute and a half by default.</param>
/// <param name="work">The folder for its files; the system's temporary folder by default.</param>
internal sealed class Office(string? program = null, TimeSpan? patience = null, string? work = null) : IDisposable
{
    /// <summary>The environment variable with the path of LibreOffice, when it is not in one of the usual folders.</summary>
    public const string Variable = "DELING_OFFICE";

    /// <summary>How many callers may wait.</summary>
    public const int LongestLine = 4;

    private const string Marker = "pid";
    private const long LargestCache = 32 * 1024 * 1024;
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(10);
    private static readonly string[] _names = ["soffice", "libreoffice"];

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(90);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = LargestCache });
    private readonly Lazy<string?> _program = new(() => program ?? Find());
    private int _inLine;

    /// <summary>Whether LibreOffice was found.</summary>
    public bool IsAvailable => _program.Value is not null;

    /// <summary>Converts a document. A recent result is used again.</summary>
    /// <param name="document">The document.</param>
    /// <param name="target">The target format, as LibreOffice names it, with its options.</param>
    /// <param name="extension">The extension of the converted file.</param>
    /// <param name="cancellation">Stops the process.</param>
    /// <param name="from">The extension of the document: <c>docx</c> or <c>odt</c>.</param>
    /// <exception cref="OfficeException">LibreOffice is not installed, took too long, or made no file.</exception>
    public async Task<byte[]> ConvertAsync(
        byte[] document,
        string target,
        string extension,
        CancellationToken cancellation,
        string from = "docx")
    {
        var found = _program.Value ?? throw new OfficeException("LibreOffice er ikke installert her.");
        var key = $"{Convert.ToHexString(SHA256.HashData(document))} {from} {target}";
        if (_made.TryGetValue(key, out byte[]? before)) return before!;
        await EnterAsync(cancellation);
        DirectoryInfo? folder = null;
        try
        {
            // The caller before this one may have converted the same document.
            if (_made.TryGetValue(key, out before)) return before!;
            folder = MakeFolder();
            var source = Path.Combine(folder.FullName, $"rapport.{from}");
            await File.WriteAllBytesAsync(source, document, cancellation);
            await RunAsync(found, folder.FullName, target, source, cancellation);
            var made = Path.ChangeExtension(source, extension);
            if (!File.Exists(made)) throw new OfficeException("LibreOffice laget ingen fil.");
            var bytes = await File.ReadAllBytesAsync(made, cancellation);
            return _made.Set(key, bytes, new MemoryCacheEntryOptions { Size = bytes.Length, AbsoluteExpirationRelativeToNow = _kept });
        }
        finally
        {
            if (folder is not null) Clean(folder);
            Interlocked.Decrement(ref _inLine);
            _turn.Release();
        }
    }

    /// <summary>Removes what a killed service has left behind: confidential documents, and the process that was converting them.</summary>
    public void Sweep()
    {
        if (work is null || !Directory.Exists(work)) return;
        foreach (var folder in new DirectoryInfo(work).GetDirectories())
        {
            OfficeProcess.KillIn(folder, Path.Combine(folder.FullName, Marker));
            Clean(folder);
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _made.Dispose();
    }

    private async Task EnterAsync(CancellationToken cancellation)
    {
        // The document that is being converted does not count as waiting.
        if (Interlocked.Increment(ref _inLine) > LongestLine + 1)
        {
            Interlocked.Decrement(ref _inLine);
            throw new OfficeBusyException();
        }

        try
        {
            await _turn.WaitAsync(cancellation);
        }
        catch
        {
            Interlocked.Decrement(ref _inLine);
            throw;
        }
    }

    private DirectoryInfo MakeFolder() =>
        work is null
            ? Directory.CreateTempSubdirectory("deling-office-")
            : Directory.CreateDirectory(Path.Combine(work, Guid.NewGuid().ToString("N")));

    private async Task RunAsync(string program, string folder, string target, string source, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            ArgumentList =
            {
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profil")).AbsoluteUri}",
                "--headless", "--norestore", "--convert-to", target, "--outdir", folder, source,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        await File.WriteAllTextAsync(
            Path.Combine(folder, Marker),
            process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            CancellationToken.None
        );
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_patience);
        try
        {
            // The output must be read. Otherwise the process can block on a full pipe.
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(limit.Token),
                process.StandardError.ReadToEndAsync(limit.Token),
                process.WaitForExitAsync(limit.Token)
            );
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            throw new OfficeException($"LibreOffice brukte mer enn {(int)_patience.TotalSeconds} sekunder og ble stoppet.");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new OfficeException("LibreOffice lot seg ikke starte.");
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or IOException)
        {
            throw new OfficeException($"LibreOffice lot seg ikke starte: {fault.Message}");
        }
    }

    // A helper process that outlives its parent may keep a file open a moment longer. The system cleans up what is then left, and it does
    // no harm.
    private static void Clean(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said ? said : Look();

    private static string? Look() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat([
                "/usr/lib/libreoffice/program",
                "/usr/lib64/libreoffice/program",
                "/opt/libreoffice/program",
                "/snap/bin",
                "/Applications/LibreOffice.app/Contents/MacOS",
                @"C:\Program Files\LibreOffice\program",
            ])
        .SelectMany(folder => _names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
        .FirstOrDefault(File.Exists);
}

/// <summary>Says in a sentence why there is no document.</summary>
internal class OfficeException(string sentence) : Exception(sentence);

/// <summary>Too many callers already wait for LibreOffice.</summary>
internal sealed class OfficeBusyException() : OfficeException($"{Office.LongestLine} venter allerede på en fil. Prøv igjen om et minutt.");

/// <summary>Ends a LibreOffice process that has outlived the service that started it.</summary>
internal static class OfficeProcess
{
    /// <summary>
    /// Hazard: the process number may now belong to another process. Ends the process only if it still works in that folder.
    /// </summary>
    public static void KillIn(DirectoryInfo folder, string marker)
    {
        try
        {
            if (!File.Exists(marker) || !int.TryParse(File.ReadAllText(marker), out var id)) return;
            using var process = Process.GetProcessById(id);
            var command = $"/proc/{id}/cmdline";
            if (File.Exists(command) && File.ReadAllText(command).Contains(folder.Name, StringComparison.Ordinal))
                process.Kill(entireProcessTree: true);
        }
        catch (Exception fault)
            when (fault
                    is ArgumentException
                        or InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
                        or System.ComponentModel.Win32Exception
            )
        {
            // The process has ended, or this service may not end it.
        }
    }
}

/// <summary>A file format that LibreOffice converts from the Word document.</summary>
internal sealed class OfficeFile(
    Office office,
    LogoFiles? logos,
    string format,
    string contentType,
    string target,
    Func<GatheringReport, ReportDocument>? layout = null
) : IReportFile
{
    private readonly WordFile _word = new(logos, layout);

    public string Format => format;

    public string ContentType => contentType;

    /// <summary>Whether this machine can make the format.</summary>
    public bool IsAvailable => office.IsAvailable;

    /// <summary>The explanation to show when it cannot.</summary>
    public string UnavailableReason =>
        $"Her kan det ikke lages {format}, for LibreOffice er ikke installert. Hent Word-fila, eller skriv ut den publiserte siden som "
        + "PDF fra nettleseren.";

    /// <summary>A tagged PDF for long-term storage (PDF/A-2b) that a screen reader can follow (PDF/UA).</summary>
    public static OfficeFile Pdf(Office office, LogoFiles? logos = null, Func<GatheringReport, ReportDocument>? layout = null) => new(
        office,
        logos,
        "pdf",
        "application/pdf",
        """pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"},"""
            + """
            "PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}
            """,
        layout);

    public static OfficeFile OpenDocument(Office office, LogoFiles? logos = null) =>
        new(office, logos, "odt", "application/vnd.oasis.opendocument.text", "odt");

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        using var document = new MemoryStream();
        await _word.WriteAsync(report, document, cancellation);
        await stream.WriteAsync(await office.ConvertAsync(document.ToArray(), target, format, cancellation), cancellation);
    }
}
