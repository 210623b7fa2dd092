using System.Net;
using System.Net.Sockets;
using DelingIPraksis.Web.Mail;
using DelingIPraksis.Web.Operations.Copies;
using DelingIPraksis.Web.Reporting.Files;
using DelingIPraksis.Web.Shell;
using DelingIPraksis.Web.Shell.Start;
using DelingIPraksis.Web.Storage;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;

namespace DelingIPraksis.Web.Operations.Installation;

/// <summary>
/// Looks at what is around the data: the folder, the disk, the address, the clock, the copies and the mail server. It changes nothing. One
/// thing at a time is wrong with most installations, so it never stops at the first.
/// </summary>
/// <param name="configuration">All settings.</param>
/// <param name="folder">The data folder.</param>
/// <param name="database">The stored data.</param>
/// <param name="time">The machine's time.</param>
internal sealed class InstallationCheck(IConfiguration configuration, DataFolder folder, Database database, TimeProvider time)
{
    // The compaction after an erasure needs as much free space as the database takes.
    private const long LeastSpace = 50 * 1024 * 1024;

    private const int Megabyte = 1024 * 1024;

    private static readonly TimeSpan _ahead = TimeSpan.FromHours(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly StartOptions _start = StartOptions.From(configuration);

    /// <summary>What can be seen without asking another machine.</summary>
    public async Task<IReadOnlyList<Finding>> LookAsync() =>
        [.. OfFolder(), .. OfSearch(), .. OfAddress(), .. CertificateCheck.Of(configuration, time), .. OfOffice(), .. await OfClockAsync(),
            .. await OfCopiesAsync()];

    /// <summary>What another machine answers: the names of hosts, and the mail server.</summary>
    public async Task<IReadOnlyList<Finding>> AskAsync() => [.. await OfHostAsync(), .. await OfMailAsync()];

    private IEnumerable<Finding> OfFolder()
    {
        if (!StoreFault.CanWrite(folder.Path)) yield return new("FolderReadOnly", folder.Path);
        if (!Stores.IsOnServer(_start) && !folder.HasKeys) yield return new("NoKeys", folder.Keys);
        foreach (var path in folder.OpenToOthers()) yield return new("OpenToOthers", path);
        var database = new FileInfo(folder.Database);
        var least = database.Exists ? Math.Max(LeastSpace, 2 * database.Length) : LeastSpace;
        if (StoreFault.FreeSpace(folder.Path) is { } free && free < least)
            yield return new("LittleSpace", folder.Path, free / Megabyte, least / Megabyte);
    }

    private IEnumerable<Finding> OfSearch()
    {
        if (File.Exists(folder.Search) && !DatabaseFile.IsReadable(folder.Search)) yield return new("IndexDamaged", folder.Search);
    }

    private IEnumerable<Finding> OfAddress()
    {
        var listening = _start.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isOpen = listening.Any(url => StartOptionsValidator.IsAddress(url)
            && !PublicAddress.IsLoopback(BindingAddress.Parse(url).Host));
        var address = PublicAddress.Parse(_start.Address);
        if (address is null && isOpen) yield return new("AddressMissing");
        if (address is not null && PublicAddress.IsLoopback(address.Host) && isOpen) yield return new("AddressLocal", address);
        if (address is { Scheme: "http" } && !PublicAddress.IsLoopback(address.Host)) yield return new("AddressPlain", address);
    }

    private static IEnumerable<Finding> OfOffice()
    {
        if (Environment.GetEnvironmentVariable(Office.Variable) is { Length: > 0 } program && !File.Exists(program))
            yield return new("OfficeMissing", Office.Variable, program);
    }

    private async Task<IReadOnlyList<Finding>> OfClockAsync()
    {
        var now = time.GetUtcNow();
        var (newest, doubted) = await database.ReadAsync(async context => (
            await context.Log.MaxAsync(entry => (DateTimeOffset?)entry.At),
            // An earlier edition has no such table.
            await context.HasTableAsync("Housekeeping") ? await context.NoteAsync(HousekeepingNote.DoubtedClock) : null));
        if (newest > now + _ahead) return [new("ClockBehind", now.UtcDateTime, newest.Value.UtcDateTime)];
        return doubted is null ? [] : [new("ClockDoubted", now.UtcDateTime)];
    }

    private async Task<IReadOnlyList<Finding>> OfCopiesAsync()
    {
        var options = configuration.GetSection(CopyOptions.Section).Get<CopyOptions>() ?? new();
        if (!options.IsOn || options.Interval() is not { } every) return [];
        var copies = new CopyFolder(options.Folder);
        if (copies.Copies is not [var newest, ..]) return [new("CopiesNone", copies.Path)];
        List<Finding> findings = [];
        if (newest.At + every + every < time.GetUtcNow()) findings.Add(new("CopiesOld", copies.Path, newest.At.UtcDateTime));
        try
        {
            DatabaseFile.RequireUsable(new DataFolder(newest.Path).Database);
        }
        catch (StartRefusedException)
        {
            findings.Add(new("CopyDamaged", newest.Path));
        }

        if (await database.ReadAsync(RestoreTrial.LastAsync) is { Fault: { } fault } failed)
            findings.Add(new("TrialFailed", failed.Copy, failed.At.UtcDateTime, new Finding($"Fault{fault}")));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> OfHostAsync()
    {
        if (PublicAddress.Parse(_start.Address) is not { HostNameType: UriHostNameType.Dns } address) return [];
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await Dns.GetHostAddressesAsync(address.IdnHost, patience.Token);
            return [];
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException or ArgumentException)
        {
            return [new("HostUnknown", address.IdnHost)];
        }
    }

    private async Task<IReadOnlyList<Finding>> OfMailAsync()
    {
        var options = configuration.GetSection(SmtpOptions.Section).Get<SmtpOptions>() ?? new();
        if (!options.IsSet || new SmtpOptionsValidator().Validate(null, options).Failed) return [];
        using var client = new SmtpClient { Timeout = (int)_patience.TotalMilliseconds };
        return await SmtpDelivery.ConnectAsync(client, options, CancellationToken.None) is { } fault
            ? [new("MailServer", options.Host, options.Port, new Finding($"Mail{fault}"))]
            : [];
    }
}
