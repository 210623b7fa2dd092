using System.Diagnostics;
using System.Security.Cryptography;
using DelingIPraksis.Domain.Reports;
using DelingIPraksis.Web.Reporting.Word;
using Microsoft.Extensions.Caching.Memory;

namespace DelingIPraksis.Web.Reporting.Files;

/// <summary>
/// LibreOffice, where it is installed: makes other documents of a Word document. One process at a time, each with a profile of its own and
/// a time limit, in a folder that is gone afterwards. Few may wait for it: who comes when the line is full is told to come again. A
/// document that was converted a short while ago is not converted again: a hall that fetches the report at once waits for one process.
/// </summary>
/// <param name="program">The program, where it is not to be looked for.</param>
/// <param name="patience">How long one document may take; a minute and a half when not said.</param>
/// <param name="work">The folder it works in; the system's own for such things when not said.</param>
internal sealed class Office(string? program = null, TimeSpan? patience = null, string? work = null) : IDisposable
{
    /// <summary>The environment variable that says where it is, when it is not where programs are.</summary>
    public const string Variable = "DELING_OFFICE";

    /// <summary>How many may wait.</summary>
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

    /// <summary>Whether it was found.</summary>
    public bool IsAvailable => _program.Value is not null;

    /// <summary>Converts.</summary>
    /// <param name="document">A Word document.</param>
    /// <param name="target">What to make, as LibreOffice names it, with its options.</param>
    /// <param name="extension">The ending of the file that is made.</param>
    /// <param name="cancellation">Stops the process.</param>
    /// <exception cref="OfficeException">It is not installed, took too long, or made nothing.</exception>
    public async Task<byte[]> ConvertAsync(byte[] document, string target, string extension, CancellationToken cancellation)
    {
        var found = _program.Value ?? throw new OfficeException("LibreOffice er ikke installert her.");
        var key = $"{Convert.ToHexString(SHA256.HashData(document))} {target}";
        if (_made.TryGetValue(key, out byte[]? before)) return before!;
        await EnterAsync(cancellation);
        DirectoryInfo? folder = null;
        try
        {
            // The one ahead in the line may have asked for the same.
            if (_made.TryGetValue(key, out before)) return before!;
            folder = MakeFolder();
            var source = Path.Combine(folder.FullName, "rapport.docx");
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

    /// <summary>
    /// Takes away what a service that was killed has left: documents in confidence, and the process that was working on them.
    /// </summary>
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
        // The one that is worked on stands in no line.
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
            // What it says is read so that it never waits for a reader.
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

    // A helper process that outlived its parent may hold a file a moment longer; what is left then is the system's to clean, and harms
    // nobody.
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

/// <summary>Why there is no document, as a sentence.</summary>
internal class OfficeException(string sentence) : Exception(sentence);

/// <summary>Too many wait for LibreOffice already.</summary>
internal sealed class OfficeBusyException() : OfficeException($"{Office.LongestLine} venter allerede på en fil. Prøv igjen om et minutt.");

/// <summary>A LibreOffice that outlived the service that started it.</summary>
internal static class OfficeProcess
{
    /// <summary>
    /// Ends the process whose number was written down, if it still works in that folder: the number may be another's by now.
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
            // It is gone, or not ours to end.
        }
    }
}

/// <summary>A document that LibreOffice makes of the Word document.</summary>
internal sealed class OfficeFile(Office office, string format, string contentType, string target) : IReportFile
{
    private readonly WordFile _word = new();

    public string Format => format;

    public string ContentType => contentType;

    /// <summary>Whether it can be made here.</summary>
    public bool IsAvailable => office.IsAvailable;

    /// <summary>What is said where it cannot.</summary>
    public string UnavailableReason =>
        $"Her kan det ikke lages {format}, for LibreOffice er ikke installert. Hent Word-fila, eller skriv ut den publiserte siden som "
        + "PDF fra nettleseren.";

    /// <summary>A tagged PDF that keeps (PDF/A-2b) and that a screen reader can follow (PDF/UA).</summary>
    public static OfficeFile Pdf(Office office) => new(
        office,
        "pdf",
        "application/pdf",
        """pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"},"""
            + """
            "PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}
            """);

    /// <summary>An OpenDocument text.</summary>
    public static OfficeFile OpenDocument(Office office) => new(office, "odt", "application/vnd.oasis.opendocument.text", "odt");

    public async Task WriteAsync(GatheringReport report, Stream stream, CancellationToken cancellation)
    {
        using var document = new MemoryStream();
        await _word.WriteAsync(report, document, cancellation);
        await stream.WriteAsync(await office.ConvertAsync(document.ToArray(), target, format, cancellation), cancellation);
    }
}
